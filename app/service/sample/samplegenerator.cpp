#include "app/service/sample/samplegenerator.h"

#include "app/audience/csvwriter.h"
#include "app/files/privatefile.h"
#include "app/service/sample/samplemodel.h"
#include "app/service/sample/sampleworld.h"
#include "app/service/sample/xoshiro256.h"

#include <QDir>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

namespace groundswell::service {

namespace {

constexpr std::int64_t day = 86'400;
constexpr size_t flushSize = 1'048'576;

/// Thrown within this file where a file can't be written.
struct WriteFailure {
    QString detail;
};

/// A CSV file that appears under its name only when it is complete.
class CsvFile {
public:
    explicit CsvFile(const QString &path)
        : m_file(path)
    {
        if (!m_file.begin())
            throw WriteFailure{path + QStringLiteral(": ") + m_file.errorString()};
    }
    void write(const std::vector<std::string_view> &fields)
    {
        m_format.append(m_pending, fields);
        if (m_pending.size() > flushSize)
            flush();
    }
    void commit()
    {
        flush();
        if (!m_file.commit())
            throw WriteFailure{m_file.path() + QStringLiteral(": ") + m_file.errorString()};
    }

private:
    void flush()
    {
        m_file.write(m_pending.data(), static_cast<qint64>(m_pending.size()));
        m_pending.clear();
    }
    PrivateSaveFile m_file;
    const CsvFormat m_format{{.crlf = false}};
    std::string m_pending;
};

template <class... Args> std::string formatted(const char *format, Args... args)
{
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), format, args...);
    return {text.data(), static_cast<size_t>(length)};
}

std::string amount(std::int64_t minor)
{
    const std::int64_t absolute = minor < 0 ? -minor : minor;
    return formatted("%s%lld.%02lld", minor < 0 ? "-" : "", static_cast<long long>(absolute / 100),
                     static_cast<long long>(absolute % 100));
}

std::string dateText(std::int64_t seconds)
{
    const QDate date = QDate(1970, 1, 1).addDays(seconds / day);
    return formatted("%04d-%02d-%02d", date.year(), date.month(), date.day());
}

std::string timeText(std::int64_t seconds)
{
    const auto ofDay = static_cast<int>(seconds % day);
    return formatted("%02d:%02d", ofDay / 3600, ofDay / 60 % 60);
}

std::string eventId(size_t index)
{
    return formatted("E%05zu", index + 1);
}

std::string customerId(size_t index)
{
    return formatted("K%07zu", index + 100'001);
}

/// Degrees to four places, without the C locale's decimal comma.
std::string degrees(double value)
{
    const auto scaled = std::lround(value * 10'000);
    return formatted("%ld.%04ld", scaled / 10'000, scaled % 10'000);
}

void writeEvents(const QString &path, const std::vector<SampleEvent> &events)
{
    CsvFile file(path);
    file.write({"event_id", "title", "date", "time", "venue", "hall", "capacity", "city", "country", "genre",
                "series", "artists", "composers", "price", "currency", "on_sale_at", "latitude",
                "longitude"});
    for (size_t i = 0; i < events.size(); ++i) {
        const SampleEvent &event = events[i];
        const SampleVenue &venue = sampleVenues()[static_cast<size_t>(event.venue)];
        file.write({eventId(i), event.title, dateText(event.startsAt), timeText(event.startsAt), venue.name,
                    venue.halls[static_cast<size_t>(event.hall)].name, std::to_string(event.capacity),
                    venue.city, venue.country, sampleGenres()[static_cast<size_t>(event.genre)].name,
                    event.series, event.artists, event.composers, amount(event.priceMinor), "EUR",
                    dateText(event.onSaleAt) + "T" + timeText(event.onSaleAt) + ":00",
                    degrees(venue.latitude), degrees(venue.longitude)});
    }
    file.commit();
}

/// Invoices count up by time, as a box office gives them out.
class InvoiceNumbers {
public:
    explicit InvoiceNumbers(const std::vector<SampleSale> &sales)
    {
        std::uint32_t orders = 0;
        for (const SampleSale &sale : sales)
            orders = std::max(orders, sale.order + 1);
        m_numbers.resize(orders, 0);
        std::uint32_t next = 0;
        for (const SampleSale &sale : sales) {
            if (m_numbers[sale.order] == 0)
                m_numbers[sale.order] = ++next;
        }
    }
    [[nodiscard]] std::string of(const SampleSale &sale) const
    {
        return formatted("R%08u", m_numbers[sale.order]);
    }

private:
    std::vector<std::uint32_t> m_numbers;
};

void writeSales(const QString &path, const std::vector<SampleSale> &sales,
                const std::vector<SampleEvent> &events)
{
    CsvFile file(path);
    file.write({"invoice_number", "customer_id", "event_id", "purchase_datetime", "ticket_category",
                "quantity", "sales_price", "base_price", "currency"});
    const InvoiceNumbers invoices(sales);
    for (const SampleSale &sale : sales) {
        const int regular = events[sale.event].priceMinor;
        const std::int64_t paid = std::int64_t{sale.quantity} * categoryPriceMinor(sale.category, regular);
        file.write({invoices.of(sale),
                    sale.customer == anonymousCustomer ? std::string("ANON") : customerId(sale.customer),
                    eventId(sale.event),
                    dateText(sale.at) + "T" + timeText(sale.at)
                        + formatted(":%02dZ", static_cast<int>(sale.at % 60)),
                    categoryName(sale.category), std::to_string(sale.quantity), amount(paid),
                    amount(std::int64_t{sale.quantity} * regular), "EUR"});
    }
    file.commit();
}

/// For an address: without accents, in small letters.
std::string plainLetters(const char *name)
{
    const QString decomposed = QString::fromUtf8(name)
                                   .replace(u'ß', QLatin1StringView("ss"))
                                   .replace(u'ı', u'i')
                                   .toLower()
                                   .normalized(QString::NormalizationForm_D);
    std::string plain;
    for (const QChar c : decomposed) {
        if (c >= u'a' && c <= u'z')
            plain += c.toLatin1();
    }
    return plain;
}

void writeCustomers(const QString &path, const SampleOptions &options,
                    const std::vector<SampleCustomer> &customers)
{
    // Domains under .example belong to nobody, and the numbers are those that the German regulator keeps for
    // films.
    static constexpr std::array domains{"post.example", "mail.example", "netz.example", "familie.example"};
    static constexpr std::array<const char *, 3> phones{"+49 89 99998 %03u", "+49 30 23125 %03u",
                                                        "+49 221 4710 %03u"};
    Xoshiro256 random(options.seed, 4);
    CsvFile file(path);
    file.write({"customer_id", "email", "phone", "first_name", "last_name", "city", "zip", "country",
                "language", "birth_year", "consent_email", "consent_ads", "ad_opt_out"});
    for (size_t i = 0; i < customers.size(); ++i) {
        const SampleTown &town = sampleTowns()[static_cast<size_t>(customers[i].town)];
        const char *first = random.of(sampleFirstNames());
        const char *last = random.of(sampleLastNames());
        const std::string email = plainLetters(first) + "." + plainLetters(last) + std::to_string(i % 977)
            + "@" + random.of(domains);
        const bool german = std::string_view(town.country) == "DE";
        const std::uint32_t extension = random.below(1000);
        const std::string phone =
            german && random.chance(60) ? formatted(random.of(phones), extension) : std::string();
        const bool french = std::string_view(town.name) == "Genève";
        const bool optedOut = random.chance(4);
        const bool consentEmail = random.chance(62);
        const bool consentAds = random.chance(48);
        file.write({customerId(i), email, phone, first, last, town.name, town.zip, town.country,
                    french                 ? "fr"
                        : random.chance(4) ? "en"
                                           : "de",
                    random.chance(70) ? std::to_string(random.between(1940, 2005)) : std::string(),
                    consentEmail ? "yes" : "no", consentAds ? "yes" : "no", optedOut ? "yes" : "no"});
    }
    file.commit();
}

} // namespace

Expected<SampleSummary> writeSample(const QString &folder, const SampleOptions &options)
{
    try {
        const QDir directory(folder);
        if (!makePrivateFolder(directory.path()))
            throw WriteFailure{folder};
        std::vector<SampleEvent> events = makeSampleEvents(options);
        const std::vector<SampleCustomer> customers = makeSampleCustomers(options);
        const std::vector<SampleSale> sales = makeSampleSales(options, events, customers);
        writeEvents(directory.filePath(QStringLiteral("events.csv")), events);
        writeSales(directory.filePath(QStringLiteral("sales.csv")), sales, events);
        writeCustomers(directory.filePath(QStringLiteral("customers.csv")), options, customers);
        const std::int64_t today = QDate(1970, 1, 1).daysTo(options.today) * day;
        const auto upcoming = std::count_if(
            events.begin(), events.end(), [&](const SampleEvent &event) { return event.startsAt >= today; });
        return SampleSummary{static_cast<int>(customers.size()), static_cast<int>(sales.size()),
                             static_cast<int>(events.size()), static_cast<int>(upcoming)};
    } catch (const WriteFailure &failure) {
        Problem problem;
        problem.kind = Problem::Kind::Rejected;
        problem.messageKey = QStringLiteral("error.sample.cannot_write");
        problem.detail = failure.detail;
        return tl::make_unexpected(problem);
    }
}

} // namespace groundswell::service
