#include "models/wave/clusterentries.h"
#include "models/wave/fieldcodec.h"

namespace groundswell {

namespace {

Expected<Demographics> demographicsFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    Demographics people;
    takeFields(reader, SetupFields::ofDemographics(), people);
    people.extra = reader.rest();
    return reader.finish(std::move(people));
}

QJsonObject demographicsJson(const Demographics &people)
{
    QJsonObject json = people.extra;
    putFields(json, SetupFields::ofDemographics(), people);
    return json;
}

QJsonObject audiencesJson(const Targeting &targeting)
{
    QJsonObject json = targeting.customAudiencesExtra;
    putFields(json, SetupFields::ofCustomAudiences(), targeting);
    return json;
}

void takeAudiences(JsonReader &reader, Targeting &targeting)
{
    JsonReader audiences(reader.object("custom_audiences"), reader.pointerTo("custom_audiences"));
    takeFields(audiences, SetupFields::ofCustomAudiences(), targeting);
    targeting.customAudiencesExtra = audiences.rest();
    if (audiences.problem())
        reader.fail(*audiences.problem());
}

} // namespace

Expected<GeoPlace> geoPlaceFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    GeoPlace place;
    place.key = reader.text("key");
    place.type = reader.word<GeoType>("type");
    place.name = reader.text("name");
    if (place.name.isEmpty() && place.key.isEmpty() && !place.type.isSet()) {
        // The older edition's {"city","radius_km"}. Beside a name, `city` is a member like any other.
        place.name = reader.text("city");
        if (!place.name.isEmpty())
            place.type = GeoType::City;
    }
    place.country = reader.text("country");
    place.latitude = reader.number("latitude");
    place.longitude = reader.number("longitude");
    place.radiusKm = reader.number("radius_km");
    place.excluded = reader.boolean("excluded");
    place.extra = reader.rest();
    return reader.finish(std::move(place));
}

QJsonObject toJson(const GeoPlace &place)
{
    QJsonObject json = place.extra;
    json.insert(QLatin1StringView("key"), textJson(place.key));
    json.insert(QLatin1StringView("type"), textJson(place.type.wire()));
    json.insert(QLatin1StringView("name"), textJson(place.name));
    json.insert(QLatin1StringView("country"), textJson(place.country));
    json.insert(QLatin1StringView("latitude"), numberJson(place.latitude));
    json.insert(QLatin1StringView("longitude"), numberJson(place.longitude));
    json.insert(QLatin1StringView("radius_km"), numberJson(place.radiusKm));
    json.insert(QLatin1StringView("excluded"), place.excluded);
    return json;
}

Expected<Targeting> targetingFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    Targeting targeting;
    targeting.cluster = takeCluster(reader);
    targeting.geo = reader.list<GeoPlace>("geo", geoPlaceFromJson);
    auto people = demographicsFromJson(reader.object("demographics"), reader.pointerTo("demographics"));
    if (people)
        targeting.demographics = std::move(*people);
    else
        reader.fail(people.error());
    takeAudiences(reader, targeting);
    takeFields(reader, SetupFields::ofTargeting(), targeting);
    targeting.extra = reader.rest();
    return reader.finish(std::move(targeting));
}

QJsonObject toJson(const Targeting &targeting)
{
    QJsonObject json = targeting.extra;
    putCluster(json, targeting.cluster);
    QJsonArray geo;
    for (const GeoPlace &place : targeting.geo)
        geo.append(toJson(place));
    json.insert(QLatin1StringView("geo"), geo);
    json.insert(QLatin1StringView("demographics"), demographicsJson(targeting.demographics));
    json.insert(QLatin1StringView("custom_audiences"), audiencesJson(targeting));
    putFields(json, SetupFields::ofTargeting(), targeting);
    return json;
}

} // namespace groundswell
