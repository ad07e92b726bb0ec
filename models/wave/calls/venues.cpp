#include "models/wave/calls/venues.h"

#include "models/wave/jsonparts.h"

namespace groundswell {

Expected<Venue> Venue::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    Venue venue;
    venue.id = reader.text("id");
    venue.name = reader.text("name");
    return reader.finish(std::move(venue));
}

QJsonObject Venue::toJson() const
{
    return {{QLatin1StringView("id"), textJson(id)}, {QLatin1StringView("name"), textJson(name)}};
}

Expected<CityVenues> CityVenues::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    CityVenues row;
    row.city = reader.text("city");
    // The city is what is asked for; the shape of its venues isn't documented.
    for (const QJsonValue &venue : json.value(QLatin1StringView("venues")).toArray()) {
        if (auto read = Venue::fromJson(venue.toObject(), at); venue.isObject() && read)
            row.venues.push_back(std::move(*read));
    }
    return reader.finish(std::move(row));
}

QJsonObject CityVenues::toJson() const
{
    return {{QLatin1StringView("city"), textJson(city)}, {QLatin1StringView("venues"), listJson(venues)}};
}

Expected<std::vector<CityVenues>> venuesFromJson(const QJsonValue &json)
{
    QString at;
    return unwrapList(json, "venues", at).and_then([&](const QJsonArray &rows) {
        return readList<CityVenues>(rows, at, CityVenues::fromJson);
    });
}

} // namespace groundswell
