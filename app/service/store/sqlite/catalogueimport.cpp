#include "app/service/store/sqlite/catalogueimport.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/searchtext.h"
#include "app/service/store/sqlite/upsert.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace groundswell::service {

namespace {

template <auto Member> void bindText(Statement &statement, int index, const auto &row)
{
    statement.bindView(index, row.*Member);
}
template <auto Member> void bindValue(Statement &statement, int index, const auto &row)
{
    statement.bind(index, row.*Member);
}

using EventColumn = UpsertColumn<EventRow, EventField>;
constexpr std::array eventColumns{
    EventColumn{EventField::Title, "title", bindText<&EventRow::title>},
    EventColumn{EventField::StartsAt, "starts_at", bindValue<&EventRow::startsAt>},
    EventColumn{EventField::Venue, "venue", bindText<&EventRow::venue>},
    EventColumn{EventField::Hall, "hall", bindText<&EventRow::hall>},
    EventColumn{EventField::City, "city", bindText<&EventRow::city>},
    EventColumn{EventField::Country, "country", bindText<&EventRow::country>},
    EventColumn{EventField::Genre, "genre", bindText<&EventRow::genre>},
    EventColumn{EventField::Series, "series", bindText<&EventRow::series>},
    EventColumn{EventField::Artists, "artists", bindText<&EventRow::artists>},
    EventColumn{EventField::Composers, "composers", bindText<&EventRow::composers>},
    EventColumn{EventField::Capacity, "capacity", bindValue<&EventRow::capacity>},
    EventColumn{EventField::Price, "price_minor", bindValue<&EventRow::priceMinor>},
    EventColumn{EventField::OnSaleAt, "on_sale_at", bindValue<&EventRow::onSaleAt>},
    EventColumn{EventField::Latitude, "latitude", bindValue<&EventRow::latitude>},
    EventColumn{EventField::Longitude, "longitude", bindValue<&EventRow::longitude>},
};

using CustomerColumn = UpsertColumn<CustomerRow, CustomerField>;
constexpr std::array customerColumns{
    CustomerColumn{CustomerField::Email, "email", bindText<&CustomerRow::email>},
    CustomerColumn{CustomerField::Phone, "phone", bindText<&CustomerRow::phone>},
    CustomerColumn{CustomerField::FirstName, "first_name", bindText<&CustomerRow::firstName>},
    CustomerColumn{CustomerField::LastName, "last_name", bindText<&CustomerRow::lastName>},
    CustomerColumn{CustomerField::City, "city", bindText<&CustomerRow::city>},
    CustomerColumn{CustomerField::Zip, "zip", bindText<&CustomerRow::zip>},
    CustomerColumn{CustomerField::Country, "country", bindText<&CustomerRow::country>},
    CustomerColumn{CustomerField::Language, "language", bindText<&CustomerRow::language>},
    CustomerColumn{CustomerField::BirthYear, "birth_year", bindValue<&CustomerRow::birthYear>},
    CustomerColumn{CustomerField::ConsentEmail, "consent_email", bindValue<&CustomerRow::consentEmail>},
    CustomerColumn{CustomerField::ConsentAds, "consent_ads", bindValue<&CustomerRow::consentAds>},
    CustomerColumn{CustomerField::AdOptOut, "ad_opt_out", bindValue<&CustomerRow::adOptOut>},
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

std::string digestOf(Database &database, char kind, const char *sql, int columns)
{
    ContentDigest digest;
    DigestRow row;
    Statement select = database.prepare(sql);
    while (select.step()) {
        row.start(kind);
        for (int column = 0; column < columns; ++column) {
            // Not known and empty are told apart: a missing consent isn't a "no".
            row << std::int64_t{select.isNull(column)} << select.view(column);
        }
        digest.add(row.text());
    }
    return digest.state();
}

} // namespace

void throwIfStopped(const JobControl &control)
{
    if (control.stop.stop_requested())
        throw ImportCancelled();
}

RowCounts importEvents(Database &database, const ImportBatch &batch)
{
    if (batch.events.empty())
        return {};
    FieldSet<EventField> fields = batch.eventFields;
    fields.insert(EventField::Title);
    fields.insert(EventField::StartsAt);
    Upsert<EventRow, EventField> upsert(database, "event", eventColumns, fields);
    for (const EventRow &row : batch.events)
        upsert.put(row);
    refreshSearchTexts(database);
    return upsert.counts();
}

RowCounts importCustomers(Database &database, const ImportBatch &batch, const JobControl &control)
{
    // In order of id the index on it only ever grows at its end. Stable: of two rows with one id the later
    // wins.
    std::vector<std::uint32_t> order(batch.customers.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return batch.customers[a].id < batch.customers[b].id;
    });
    Upsert<CustomerRow, CustomerField> upsert(database, "customer", customerColumns, batch.customerFields);
    for (size_t i = 0; i < order.size(); ++i) {
        if (i % 4096 == 0)
            throwIfStopped(control);
        upsert.put(batch.customers[order[i]]);
    }
    return upsert.counts();
}

std::string eventsDigest(Database &database)
{
    return digestOf(
        database, 'E',
        "SELECT id, title, starts_at, venue, hall, city, country, genre, series, artists, composers,"
        " capacity, price_minor, on_sale_at, latitude, longitude FROM event",
        16);
}

std::string customersDigest(Database &database)
{
    return digestOf(
        database, 'C',
        "SELECT id, email, phone, first_name, last_name, city, zip, country, language, birth_year,"
        " consent_email, consent_ads, ad_opt_out FROM customer",
        13);
}

} // namespace groundswell::service
