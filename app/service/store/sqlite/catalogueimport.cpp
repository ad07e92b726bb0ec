#include "app/service/store/sqlite/catalogueimport.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/searchtext.h"
#include "app/service/store/sqlite/upsert.h"

#include <QScopeGuard>

#include <array>
#include <future>

namespace groundswell::service {

namespace {

template <auto Member> void putText(ValueSink &sink, const auto &row)
{
    sink.text(row.*Member);
}
template <auto Member> void putValue(ValueSink &sink, const auto &row)
{
    sink.optional(std::optional(row.*Member));
}

void putOverAt(ValueSink &sink, const EventRow &row)
{
    sink.optional(std::optional(row.endOfDay.value_or(row.startsAt)));
}

using EventColumn = UpsertColumn<EventRow, EventField>;
constexpr std::array eventColumns{
    EventColumn{EventField::Title, "title", putText<&EventRow::title>},
    EventColumn{EventField::StartsAt, "starts_at", putValue<&EventRow::startsAt>},
    EventColumn{EventField::StartsAt, "over_at", putOverAt},
    EventColumn{EventField::StartsAt, "day", putText<&EventRow::day>},
    EventColumn{EventField::Venue, "venue", putText<&EventRow::venue>},
    EventColumn{EventField::Hall, "hall", putText<&EventRow::hall>},
    EventColumn{EventField::City, "city", putText<&EventRow::city>},
    EventColumn{EventField::Country, "country", putText<&EventRow::country>},
    EventColumn{EventField::Genre, "genre", putText<&EventRow::genre>},
    EventColumn{EventField::Series, "series", putText<&EventRow::series>},
    EventColumn{EventField::Artists, "artists", putText<&EventRow::artists>},
    EventColumn{EventField::Composers, "composers", putText<&EventRow::composers>},
    EventColumn{EventField::Capacity, "capacity", putValue<&EventRow::capacity>},
    EventColumn{EventField::Price, "price_minor", putValue<&EventRow::priceMinor>},
    EventColumn{EventField::OnSaleAt, "on_sale_at", putValue<&EventRow::onSaleAt>},
    EventColumn{EventField::Latitude, "latitude", putValue<&EventRow::latitude>},
    EventColumn{EventField::Longitude, "longitude", putValue<&EventRow::longitude>},
};

using CustomerColumn = UpsertColumn<CustomerRow, CustomerField>;
constexpr std::array customerColumns{
    CustomerColumn{CustomerField::Email, "email", putText<&CustomerRow::email>},
    CustomerColumn{CustomerField::Phone, "phone", putText<&CustomerRow::phone>},
    CustomerColumn{CustomerField::FirstName, "first_name", putText<&CustomerRow::firstName>},
    CustomerColumn{CustomerField::LastName, "last_name", putText<&CustomerRow::lastName>},
    CustomerColumn{CustomerField::City, "city", putText<&CustomerRow::city>},
    CustomerColumn{CustomerField::Zip, "zip", putText<&CustomerRow::zip>},
    CustomerColumn{CustomerField::Country, "country", putText<&CustomerRow::country>},
    CustomerColumn{CustomerField::Language, "language", putText<&CustomerRow::language>},
    CustomerColumn{CustomerField::BirthYear, "birth_year", putValue<&CustomerRow::birthYear>},
    CustomerColumn{CustomerField::ConsentEmail, "consent_email", putValue<&CustomerRow::consentEmail>},
    CustomerColumn{CustomerField::ConsentAds, "consent_ads", putValue<&CustomerRow::consentAds>},
    CustomerColumn{CustomerField::AdOptOut, "ad_opt_out", putValue<&CustomerRow::adOptOut>},
};

void refreshSearchTexts(Database &database)
{
    Statement select =
        database.prepare("SELECT no, search, title, venue, hall, city, artists, series FROM event");
    Statement update = database.prepare("UPDATE event SET search = ? WHERE no = ?");
    std::vector<std::pair<std::int64_t, QString>> changed;
    while (select.step()) {
        QString text;
        for (int column = 2; column <= 7; ++column)
            text += select.text(column) + u'\n';
        if (QString folded = foldedForSearch(text); folded != select.text(1))
            changed.emplace_back(select.integer(0), std::move(folded));
    }
    for (const auto &[number, text] : changed)
        update.bindAll(text, number).run();
}

/// A row for a fingerprint, column by column. Not known and empty are told apart: a missing consent isn't a
/// "no".
template <size_t Columns> class RowHash {
public:
    void known(std::string_view text) { m_numbers[m_column++] = textHash(text); }
    void unknown()
    {
        m_numbers[Columns] |= std::uint64_t{1} << m_column;
        m_numbers[m_column++] = 0;
    }
    [[nodiscard]] DigestNumbers<Columns + 1> bytes() const { return DigestNumbers<Columns + 1>(m_numbers); }

private:
    std::array<std::uint64_t, Columns + 1> m_numbers{}; ///< the last one says which are not known
    size_t m_column = 0;
};

constexpr size_t columnsOfCustomer = 13;
constexpr size_t columnsOfEvent = 16;

/// As customersDigest() sees the rows once they are stored, without reading them back.
void digestCustomers(const ImportBatch &batch, ContentDigest &digest, const std::stop_token &stop)
{
    constexpr size_t stopInterval = 16'384;
    const FieldSet<CustomerField> &fields = batch.customerFields;
    for (size_t i = 0; i < batch.customers.size(); ++i) {
        if (i % stopInterval == 0 && stop.stop_requested())
            return;
        RowHash<columnsOfCustomer> hash;
        const auto addText = [&](CustomerField field, std::string_view value) {
            hash.known(fields.contains(field) ? value : std::string_view());
        };
        const auto addNumber = [&](CustomerField field, const auto &value) {
            if (fields.contains(field) && value)
                hash.known(std::to_string(static_cast<std::int64_t>(*value)));
            else
                hash.unknown();
        };
        const CustomerRow &row = batch.customers[i];
        hash.known(row.id);
        addText(CustomerField::Email, row.email);
        addText(CustomerField::Phone, row.phone);
        addText(CustomerField::FirstName, row.firstName);
        addText(CustomerField::LastName, row.lastName);
        addText(CustomerField::City, row.city);
        addText(CustomerField::Zip, row.zip);
        addText(CustomerField::Country, row.country);
        addText(CustomerField::Language, row.language);
        addNumber(CustomerField::BirthYear, row.birthYear);
        addNumber(CustomerField::ConsentEmail, row.consentEmail);
        addNumber(CustomerField::ConsentAds, row.consentAds);
        addNumber(CustomerField::AdOptOut, row.adOptOut);
        digest.add(hash.bytes().text());
    }
}

/// \a sql selects so many columns.
template <size_t Columns> std::string digestOf(Database &database, const char *sql)
{
    ContentDigest digest;
    Statement select = database.prepare(sql);
    while (select.step()) {
        RowHash<Columns> hash;
        for (int column = 0; column < static_cast<int>(Columns); ++column) {
            if (select.isNull(column))
                hash.unknown();
            else
                hash.known(select.view(column));
        }
        digest.add(hash.bytes().text());
    }
    return digest.state();
}

} // namespace

RowCounts importEvents(Database &database, const ImportBatch &batch, const JobControl &control)
{
    FieldSet<EventField> fields = batch.eventFields;
    fields.insert(EventField::Title);
    fields.insert(EventField::StartsAt);
    Upsert<EventRow, EventField> upsert(database, "event", eventColumns, fields);
    const RowCounts counts = upsert.run(batch.events, control);
    if (counts.added + counts.replaced > 0)
        refreshSearchTexts(database);
    return counts;
}

RowCounts importCustomers(Database &database, const ImportBatch &batch, const JobControl &control,
                          std::optional<std::string> &digest)
{
    ContentDigest sum;
    std::stop_source stop;
    // Beside the thread that writes: most first deliveries are all that there is.
    std::future<void> summing =
        std::async(std::launch::async, [&] { digestCustomers(batch, sum, stop.get_token()); });
    const auto stopHelper = qScopeGuard([&] { stop.request_stop(); });
    Upsert<CustomerRow, CustomerField> upsert(database, "customer", customerColumns, batch.customerFields);
    const RowCounts counts = upsert.run(batch.customers, control);
    if (upsert.hadOnlyNewRows()) {
        summing.get();
        digest = sum.state();
    }
    return counts;
}

std::string eventsDigest(Database &database)
{
    return digestOf<columnsOfEvent>(
        database,
        "SELECT id, title, starts_at || day, venue, hall, city, country, genre, series, artists, composers,"
        " capacity, price_minor, on_sale_at, latitude, longitude FROM event");
}

std::string customersDigest(Database &database)
{
    return digestOf<columnsOfCustomer>(
        database,
        "SELECT id, email, phone, first_name, last_name, city, zip, country, language, birth_year,"
        " consent_email, consent_ads, ad_opt_out FROM customer");
}

} // namespace groundswell::service
