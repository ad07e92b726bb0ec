#include "app/service/import/rowreaders.h"

#include <algorithm>
#include <array>
#include <span>

namespace groundswell::service {

namespace {

constexpr std::int64_t maxTickets = 1'000'000; // of one line; more is a slipped column
constexpr std::int64_t maxCapacity = 10'000'000;

/// "A; B;C" as one a line.
std::string listLines(std::string_view list)
{
    std::string lines;
    while (!list.empty()) {
        const size_t end = std::min(list.find(';'), list.size());
        if (const std::string_view item = trimmed(list.substr(0, end)); !item.empty()) {
            if (!lines.empty())
                lines += '\n';
            lines += item;
        }
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return lines;
}

bool sameLetters(std::string_view a, std::string_view upperCase)
{
    return a.size() == upperCase.size()
        && std::equal(a.begin(), a.end(), upperCase.begin(), [](char x, char y) {
               return (x >= 'a' && x <= 'z' ? static_cast<char>(x - 'a' + 'A') : x) == y;
           });
}

/// Amounts of several currencies can't be added up: a row in another one is left out.
void checkCurrency(Row &row, const Field &currency, const RowContext &context)
{
    const std::string_view value = row.view(currency);
    if (!value.empty() && !sameLetters(value, context.currency))
        row.refuse("currency.other", currency);
}

template <class E>
void noteColumns(FieldSet<E> &present, std::initializer_list<std::pair<E, const Field *>> columns)
{
    for (const auto &[field, column] : columns) {
        if (column->isPresent())
            present.insert(field);
    }
}

/// True for the ids that stand for "nobody in particular": empty and ANON.
bool isAnonymous(std::string_view customerId)
{
    return customerId.empty() || sameLetters(customerId, "ANON");
}

class EventReader : public RowReader {
public:
    EventReader(const ColumnPlan &plan, DateOrder order, RowContext &context, ImportRows &batch)
        : m_plan(plan)
        , m_order(order)
        , m_context(context)
        , m_batch(batch)
    {
        noteColumns<EventField>(batch.eventFields,
                                {{EventField::Venue, &m_venue},
                                 {EventField::Hall, &m_hall},
                                 {EventField::City, &m_city},
                                 {EventField::Country, &m_country},
                                 {EventField::Genre, &m_genre},
                                 {EventField::Series, &m_series},
                                 {EventField::Artists, &m_artists},
                                 {EventField::Composers, &m_composers},
                                 {EventField::Capacity, &m_capacity},
                                 {EventField::Price, &m_price},
                                 {EventField::OnSaleAt, &m_onSaleAt},
                                 {EventField::Latitude, &m_latitude},
                                 {EventField::Longitude, &m_longitude}});
    }
    void read(Row &row) override;

private:
    const ColumnPlan &m_plan;
    DateOrder m_order;
    RowContext &m_context;
    ImportRows &m_batch;
    const Field m_id{m_plan, "event_id"};
    const Field m_title{m_plan, "title"};
    const Field m_date{m_plan, "date"};
    const Field m_time{m_plan, "time"};
    const Field m_venue{m_plan, "venue"};
    const Field m_hall{m_plan, "hall"};
    const Field m_capacity{m_plan, "capacity"};
    const Field m_city{m_plan, "city"};
    const Field m_country{m_plan, "country"};
    const Field m_genre{m_plan, "genre"};
    const Field m_series{m_plan, "series"};
    const Field m_artists{m_plan, "artists"};
    const Field m_composers{m_plan, "composers"};
    const Field m_price{m_plan, "price"};
    const Field m_currency{m_plan, "currency"};
    const Field m_onSaleAt{m_plan, "on_sale_at"};
    const Field m_latitude{m_plan, "latitude"};
    const Field m_longitude{m_plan, "longitude"};
};

/// A date alone says on which day the event is, not that it begins at midnight: it is over when the day is.
void setStart(EventRow &event, const CivilTime &start, LocalClock &clock)
{
    event.startsAt = clock.toUtc(start);
    if (start.hasTime)
        return;
    const QDate day(start.year, start.month, start.day);
    const QDate next = day.addDays(1);
    CivilTime end;
    end.year = next.year();
    end.month = next.month();
    end.day = next.day();
    event.endOfDay = clock.toUtc(end);
    event.day = day.toString(Qt::ISODate).toStdString();
}

void EventReader::read(Row &row)
{
    EventRow event;
    event.id = row.required(m_id);
    event.title = row.required(m_title);
    if (!row.required(m_date).empty()) {
        std::optional<CivilTime> start = row.dateTime(m_date, m_order);
        const std::optional<CivilTime> time = row.timeOfDay(m_time);
        if (start && time && !start->hasTime) {
            start->hour = time->hour;
            start->minute = time->minute;
            start->second = time->second;
            start->hasTime = true;
        }
        if (start)
            setStart(event, *start, m_context.clock);
    }
    event.venue = row.text(m_venue);
    event.hall = row.text(m_hall);
    event.city = row.text(m_city);
    event.country = row.text(m_country);
    event.genre = row.text(m_genre);
    event.series = row.text(m_series);
    event.artists = listLines(row.text(m_artists));
    event.composers = listLines(row.text(m_composers));
    event.capacity = row.integer(m_capacity, 0, maxCapacity);
    event.priceMinor = row.money(m_price, m_context.minorDigits);
    checkCurrency(row, m_currency, m_context);
    if (const auto onSale = row.dateTime(m_onSaleAt, m_order))
        event.onSaleAt = m_context.clock.toUtc(*onSale);
    event.latitude = row.decimal(m_latitude, -90, 90);
    event.longitude = row.decimal(m_longitude, -180, 180);
    if (row.fault())
        return;
    m_context.events.insert(event.id);
    m_batch.events.push_back(std::move(event));
}

class SaleReader : public RowReader {
public:
    SaleReader(const ColumnPlan &plan, DateOrder order, RowContext &context, SaleBatch &batch)
        : m_plan(plan)
        , m_order(order)
        , m_context(context)
        , m_batch(batch)
    {
    }
    void read(Row &row) override;
    void finish() override;
    void expect(double rows) override;

private:
    std::int64_t amountOf(Row &row, std::int64_t quantity);

    const ColumnPlan &m_plan;
    DateOrder m_order;
    RowContext &m_context;
    SaleBatch &m_batch;
    const Field m_invoice{m_plan, "invoice_number"};
    const Field m_customer{m_plan, "customer_id"};
    const Field m_event{m_plan, "event_id"};
    const Field m_at{m_plan, "purchase_datetime"};
    const Field m_category{m_plan, "ticket_category"};
    const Field m_quantity{m_plan, "quantity"};
    const Field m_amount{m_plan, "sales_price"};
    const Field m_unitPrice{m_plan, "unit_price"};
    const Field m_base{m_plan, "base_price"};
    const Field m_currency{m_plan, "currency"};
    /// Rows whose customers are still to be looked up, and the ends of those in the text.
    std::vector<SaleRow> m_pending;
    std::vector<size_t> m_customerEnds;
    std::string m_customerText;
};

std::int64_t SaleReader::amountOf(Row &row, std::int64_t quantity)
{
    std::optional<std::int64_t> amount = row.money(m_amount, m_context.minorDigits);
    if (!amount) {
        if (const auto unit = row.money(m_unitPrice, m_context.minorDigits)) {
            if (std::abs(*unit) > maxAmount / std::max<std::int64_t>(1, std::abs(quantity)))
                row.refuse(faultId(ValueFault::OutOfRange), m_unitPrice);
            else
                return *unit * quantity;
        }
    }
    // Many programs write a return as a negative number of tickets at their positive price.
    const std::int64_t value = amount.value_or(0);
    return quantity < 0 && value > 0 ? -value : value;
}

void SaleReader::read(Row &row)
{
    SaleRow sale;
    const std::string_view event = row.required(m_event);
    const auto known = m_batch.events.find(event); // nearly always: then nothing else need be asked
    if (!known && !event.empty() && !m_context.events.contains(std::string(event)))
        row.refuse("event.unknown", m_event);
    std::optional<CivilTime> at;
    if (!row.required(m_at).empty())
        at = row.dateTime(m_at, m_order);
    const std::int64_t quantity = row.integer(m_quantity, -maxTickets, maxTickets).value_or(1);
    sale.quantity = static_cast<std::int32_t>(quantity);
    sale.amountMinor = amountOf(row, quantity);
    sale.baseMinor = row.money(m_base, m_context.minorDigits).value_or(SaleRow::noBase);
    checkCurrency(row, m_currency, m_context);
    const std::string_view customer = row.name(m_customer);
    const std::string_view category = row.name(m_category);
    const std::string_view invoice = row.name(m_invoice);
    if (row.fault())
        return;
    sale.at = m_context.clock.toUtc(*at);
    sale.event = known ? *known : m_batch.events.intern(event);
    sale.category = m_batch.categories.intern(category);
    m_batch.setInvoice(sale, invoice);
    m_customerText += isAnonymous(customer) ? std::string_view() : customer;
    m_customerEnds.push_back(m_customerText.size());
    m_pending.push_back(sale);
    if (m_pending.size() == TextPool::atOnce)
        finish();
}

void SaleReader::finish()
{
    std::array<std::string_view, TextPool::atOnce> customers;
    std::array<std::uint32_t, TextPool::atOnce> numbers{};
    std::array<size_t, TextPool::atOnce> rows{};
    size_t named = 0; // the others are anonymous, as a row is by itself
    size_t begin = 0;
    for (size_t i = 0; i < m_pending.size(); ++i) {
        if (m_customerEnds[i] > begin) {
            rows[named] = i;
            customers[named++] = std::string_view(m_customerText).substr(begin, m_customerEnds[i] - begin);
        }
        begin = m_customerEnds[i];
    }
    m_batch.customers.internAll(std::span(customers).first(named), numbers);
    for (size_t i = 0; i < named; ++i)
        m_pending[rows[i]].customer = numbers[i];
    m_batch.rows.insert(m_batch.rows.end(), m_pending.begin(), m_pending.end());
    m_pending.clear();
    m_customerEnds.clear();
    m_customerText.clear();
}

void SaleReader::expect(double rows)
{
    constexpr double safety = 1.02; // growing by a few rows would copy all
    constexpr double mostRows = 20e6; // an estimate must not ask for memory that may never be needed
    const auto soFar = static_cast<double>(m_batch.rows.size());
    if (soFar < 1)
        return;
    const double expected = std::min(soFar + safety * rows, std::max(soFar, mostRows));
    m_batch.rows.reserve(static_cast<size_t>(expected));
    m_batch.invoices.reserve(
        static_cast<size_t>(static_cast<double>(m_batch.invoices.size()) / soFar * expected));
}

class CustomerReader : public RowReader {
public:
    CustomerReader(const ColumnPlan &plan, ImportRows &batch)
        : m_plan(plan)
        , m_batch(batch)
    {
        noteColumns<CustomerField>(batch.customerFields,
                                   {{CustomerField::Email, &m_email},
                                    {CustomerField::Phone, &m_phone},
                                    {CustomerField::FirstName, &m_firstName},
                                    {CustomerField::LastName, &m_lastName},
                                    {CustomerField::City, &m_city},
                                    {CustomerField::Zip, &m_zip},
                                    {CustomerField::Country, &m_country},
                                    {CustomerField::Language, &m_language},
                                    {CustomerField::BirthYear, &m_birthYear},
                                    {CustomerField::ConsentEmail, &m_consentEmail},
                                    {CustomerField::ConsentAds, &m_consentAds},
                                    {CustomerField::AdOptOut, &m_adOptOut}});
    }
    void read(Row &row) override;

private:
    const ColumnPlan &m_plan;
    ImportRows &m_batch;
    const Field m_id{m_plan, "customer_id"};
    const Field m_email{m_plan, "email"};
    const Field m_phone{m_plan, "phone"};
    const Field m_firstName{m_plan, "first_name"};
    const Field m_lastName{m_plan, "last_name"};
    const Field m_city{m_plan, "city"};
    const Field m_zip{m_plan, "zip"};
    const Field m_country{m_plan, "country"};
    const Field m_language{m_plan, "language"};
    const Field m_birthYear{m_plan, "birth_year"};
    const Field m_consentEmail{m_plan, "consent_email"};
    const Field m_consentAds{m_plan, "consent_ads"};
    const Field m_adOptOut{m_plan, "ad_opt_out"};
};

void CustomerReader::read(Row &row)
{
    CustomerRow customer;
    customer.id = row.required(m_id);
    if (!customer.id.empty() && isAnonymous(customer.id))
        row.refuse("customer.anonymous", m_id);
    customer.email = row.text(m_email);
    customer.phone = row.text(m_phone);
    customer.firstName = row.text(m_firstName);
    customer.lastName = row.text(m_lastName);
    customer.city = row.text(m_city);
    customer.zip = row.text(m_zip);
    customer.country = row.text(m_country);
    customer.language = row.text(m_language);
    customer.birthYear = row.integer(m_birthYear, 1890, 2100);
    // Where the file has the column, an empty cell is no consent.
    const auto consent = [&](const Field &field) {
        const std::optional<bool> value = row.boolean(field);
        return field.isPresent() ? std::optional(value.value_or(false)) : std::nullopt;
    };
    customer.consentEmail = consent(m_consentEmail);
    customer.consentAds = consent(m_consentAds);
    customer.adOptOut = consent(m_adOptOut);
    if (row.fault())
        return;
    for (const auto text : {&CustomerRow::id, &CustomerRow::email, &CustomerRow::phone,
                            &CustomerRow::firstName, &CustomerRow::lastName, &CustomerRow::city,
                            &CustomerRow::zip, &CustomerRow::country, &CustomerRow::language})
        customer.*text = m_batch.customerTexts.keep(customer.*text);
    m_batch.customers.push_back(customer);
}

} // namespace

std::unique_ptr<RowReader> makeEventReader(const ColumnPlan &plan, DateOrder order, RowContext &context,
                                           ImportRows &batch)
{
    return std::make_unique<EventReader>(plan, order, context, batch);
}

std::unique_ptr<RowReader> makeSaleReader(const ColumnPlan &plan, DateOrder order, RowContext &context,
                                          SaleBatch &batch)
{
    return std::make_unique<SaleReader>(plan, order, context, batch);
}

std::unique_ptr<RowReader> makeCustomerReader(const ColumnPlan &plan, ImportRows &batch)
{
    return std::make_unique<CustomerReader>(plan, batch);
}

} // namespace groundswell::service
