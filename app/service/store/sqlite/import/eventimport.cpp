#include "app/service/store/sqlite/import/eventimport.h"

#include "app/service/store/contentdigest.h"
#include "app/service/store/searchtext.h"
#include "app/service/store/sqlite/import/rowhash.h"
#include "app/service/store/sqlite/import/upsert.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

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

} // namespace

std::map<std::string, std::uint32_t> numbersOfNewEvents(Database &database, const ImportRows &batch)
{
    std::map<std::string, std::uint32_t> numbers;
    for (const EventRow &event : batch.events)
        numbers.emplace(event.id, 0);
    std::uint32_t highest = 0;
    Statement select = database.prepare("SELECT no, id FROM event");
    while (select.step()) {
        highest = std::max(highest, static_cast<std::uint32_t>(select.integer(0)));
        numbers.erase(std::string(select.view(1)));
    }
    for (auto &[id, number] : numbers) // in order of id, as they are written
        number = ++highest;
    return numbers;
}

RowCounts importEvents(Database &database, const ImportRows &batch,
                       const std::map<std::string, std::uint32_t> &numbers, const JobControl &control)
{
    FieldSet<EventField> fields = batch.eventFields;
    fields.insert(EventField::Title);
    fields.insert(EventField::StartsAt);
    Upsert<EventRow, EventField> upsert(database, "event", eventColumns, fields);
    const RowCounts counts = upsert.run(batch.events, control);
    if (counts.added + counts.replaced > 0)
        refreshSearchTexts(database);
    Statement select = database.prepare("SELECT no FROM event WHERE id = ?");
    for (const auto &[id, number] : numbers) {
        select.bindView(1, id);
        if (!select.step() || select.integer(0) != number)
            throw SqlError(SQLITE_BUSY, "events were written beside an import");
        select.reset();
    }
    return counts;
}

std::string eventsDigest(Database &database)
{
    ContentDigest digest;
    visitRowHashes<16>(
        database,
        "SELECT id, title, starts_at || day, venue, hall, city, country, genre, series, artists, composers,"
        " capacity, price_minor, on_sale_at, latitude, longitude FROM event",
        [&](std::string_view row) { digest.add(row); });
    return digest.state();
}

} // namespace groundswell::service
