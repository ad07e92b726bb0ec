#include "models/rules/platformlimits.h"
#include "models/rules/rules.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <map>

namespace groundswell::rules {

namespace {

constexpr auto targetingTable = std::to_array<Rule>({
    {"targeting.missing", Error, {Cluster}},
    {"targeting.geo.missing", Error, {Cluster}}, // no place, saved audience or audience
    {"targeting.geo.radius_missing", Error, {Text}}, // place
    {"targeting.geo.coordinates_missing", Error, {Text}}, // place
    {"targeting.geo.coordinates_invalid", Error, {Text}}, // place
    {"targeting.geo.radius_too_small", Error, {Text, Number, Number, PlaceKind}}, // place, km, limit in km
    {"targeting.geo.radius_too_large", Error, {Text, Number, Number, PlaceKind}}, // place, km, limit in km
    {"targeting.geo.too_many", Error, {PlaceKind, Number, Number}}, // count, maximum
    {"targeting.geo.overlap", Error, {Text}}, // place that is included and excluded
    {"targeting.age.out_of_range", Error, {Number, Number, Number}}, // age, minimum, maximum
    {"targeting.age.order", Error, {Number, Number}}, // from, to
    {"targeting.gender.unknown", Warning, {GenderWord}},
    {"targeting.languages.too_many", Error, {Number, Number}}, // count, maximum
    {"targeting.audience.overlap", Error, {Text}}, // id
    {"targeting.audience.unknown", Warning, {Text}}, // id
    {"targeting.special_category.restricted", Warning, {Text}}, // category
});

consteval const Rule &targetingRule(std::string_view id)
{
    return lineOf(targetingTable, id);
}

QString number(double value)
{
    return QString::number(value);
}

bool isIncluded(const GeoPlace &place)
{
    return !place.excluded;
}

/// What makes two places the same: the platform's key, else what stands in their stead.
QString identity(const GeoPlace &place)
{
    if (!place.key.isEmpty())
        return place.type.wire() + u'|' + place.key;
    if (place.latitude && place.longitude)
        return place.type.wire() + u'|' + number(*place.latitude) + u'|' + number(*place.longitude);
    return place.type.wire() + u'|' + place.name.toCaseFolded() + u'|' + place.country.toUpper();
}

void checkRadius(const GeoPlace &place, const Range &range, const FieldPath &path, Findings &found)
{
    if (range.minimum && *place.radiusKm < *range.minimum)
        found.add(path, targetingRule("targeting.geo.radius_too_small"),
                  {place.name, number(*place.radiusKm), number(*range.minimum), place.type.wire()});
    if (range.maximum && *place.radiusKm > *range.maximum)
        found.add(path, targetingRule("targeting.geo.radius_too_large"),
                  {place.name, number(*place.radiusKm), number(*range.maximum), place.type.wire()});
}

void checkPlace(const GeoPlace &place, const FieldPath &path, Findings &found)
{
    if (place.type.is(GeoType::Point)) {
        if (!place.latitude || !place.longitude)
            found.add(path, targetingRule("targeting.geo.coordinates_missing"), {place.name});
        if (!place.radiusKm)
            found.add(path, targetingRule("targeting.geo.radius_missing"), {place.name});
    }
    const bool offEarth = (place.latitude && std::abs(*place.latitude) > 90)
        || (place.longitude && std::abs(*place.longitude) > 180);
    if (offEarth)
        found.add(path, targetingRule("targeting.geo.coordinates_invalid"), {place.name});
    if (!place.radiusKm)
        return;
    if (place.type.is(GeoType::City))
        checkRadius(place, platformLimits().cityRadiusKm, path, found);
    else if (place.type.is(GeoType::Point))
        checkRadius(place, platformLimits().pointRadiusKm, path, found);
    else if (*place.radiusKm <= 0)
        checkRadius(place, {0.1, {}}, path, found);
}

void checkGeo(const Targeting &targeting, Findings &found)
{
    const FieldPath path = clusterField("targeting", targeting.cluster, "geo");
    const bool anyIncluded = std::any_of(targeting.geo.begin(), targeting.geo.end(), isIncluded);
    // The platform wants a place unless an audience of people is named.
    if (!anyIncluded && targeting.savedAudienceId.isEmpty() && targeting.includedAudiences.isEmpty())
        found.add(path, targetingRule("targeting.geo.missing"), {targeting.cluster.tc.value()});

    QSet<QString> included;
    std::map<QString, int> counts;
    for (const GeoPlace &place : targeting.geo) {
        checkPlace(place, path, found);
        ++counts[place.type.wire()];
        if (isIncluded(place))
            included.insert(identity(place));
    }
    for (const GeoPlace &place : targeting.geo) {
        if (place.excluded && included.contains(identity(place)))
            found.add(path, targetingRule("targeting.geo.overlap"), {place.name});
    }
    for (const auto &[type, maximum] : platformLimits().maximumPlaces) {
        const auto count = counts.find(type);
        if (count != counts.end() && count->second > maximum)
            found.add(path, targetingRule("targeting.geo.too_many"),
                      {type, QString::number(count->second), QString::number(maximum)});
    }
}

void checkAge(const Targeting &targeting, Findings &found)
{
    const Demographics &people = targeting.demographics;
    const Range &range = platformLimits().age;
    const auto check = [&](const char *member, std::optional<int> age) {
        if (!age)
            return;
        const bool outside =
            (range.minimum && *age < *range.minimum) || (range.maximum && *age > *range.maximum);
        if (outside)
            found.add(clusterField("targeting", targeting.cluster, member),
                      targetingRule("targeting.age.out_of_range"),
                      {QString::number(*age), number(range.minimum.value_or(0)),
                       number(range.maximum.value_or(0))});
    };
    check("demographics.ageMin", people.ageMin);
    check("demographics.ageMax", people.ageMax);
    if (people.ageMin && people.ageMax && *people.ageMin > *people.ageMax)
        found.add(clusterField("targeting", targeting.cluster, "demographics.ageMax"),
                  targetingRule("targeting.age.order"),
                  {QString::number(*people.ageMin), QString::number(*people.ageMax)});
}

void checkPeople(const Targeting &targeting, Findings &found)
{
    const PlatformLimits &limits = platformLimits();
    for (const QString &gender : targeting.demographics.genders) {
        if (!limits.genders.contains(gender))
            found.add(clusterField("targeting", targeting.cluster, "demographics.genders"),
                      targetingRule("targeting.gender.unknown"), {gender});
    }
    const auto languages = targeting.demographics.languages.size();
    if (limits.maximumLanguages && languages > *limits.maximumLanguages)
        found.add(clusterField("targeting", targeting.cluster, "demographics.languages"),
                  targetingRule("targeting.languages.too_many"),
                  {QString::number(languages), QString::number(*limits.maximumLanguages)});
}

void checkAudiences(const Targeting &targeting, const PreflightContext &context, Findings &found)
{
    const FieldPath path = clusterField("targeting", targeting.cluster, "customAudiences.exclude");
    for (const QString &id : targeting.excludedAudiences) {
        if (targeting.includedAudiences.contains(id))
            found.add(path, targetingRule("targeting.audience.overlap"), {id});
    }
    if (!context.assets)
        return;
    const auto check = [&](const char *member, const QString &id, const std::vector<AdAsset> &known) {
        const bool there =
            std::any_of(known.begin(), known.end(), [&](const AdAsset &a) { return a.id == id; });
        if (!there)
            found.add(clusterField("targeting", targeting.cluster, member),
                      targetingRule("targeting.audience.unknown"), {id});
    };
    for (const QString &id : targeting.includedAudiences)
        check("customAudiences.include", id, context.assets->customAudiences);
    for (const QString &id : targeting.excludedAudiences)
        check("customAudiences.exclude", id, context.assets->customAudiences);
    if (!targeting.savedAudienceId.isEmpty())
        check("savedAudienceId", targeting.savedAudienceId, context.assets->savedAudiences);
}

/// In the United States a special ad category forbids choosing by age, gender or postcode.
void checkSpecialCategory(const Targeting &targeting, const PreflightContext &context, Findings &found)
{
    const QString category = context.event ? context.event->specialAdCategory : QString();
    const bool inTheUs = std::any_of(targeting.geo.begin(), targeting.geo.end(), [](const GeoPlace &place) {
        return isIncluded(place) && place.country.compare(u"US", Qt::CaseInsensitive) == 0;
    });
    if (category.isEmpty() || category == u"NONE" || !inTheUs)
        return;
    const auto restricted = [&](const char *member) {
        found.add(clusterField("targeting", targeting.cluster, member),
                  targetingRule("targeting.special_category.restricted"), {category});
    };
    if (targeting.demographics.ageMin || targeting.demographics.ageMax)
        restricted("demographics.ageMin");
    if (!targeting.demographics.genders.isEmpty())
        restricted("demographics.genders");
    if (std::any_of(targeting.geo.begin(), targeting.geo.end(),
                    [](const GeoPlace &place) { return place.type.is(GeoType::Zip); }))
        restricted("geo");
}

} // namespace

std::span<const Rule> targetingRules()
{
    return targetingTable;
}

void checkTargeting(const SetupProcess &setup, const PreflightContext &context, Findings &found)
{
    for (const ChosenCluster &chosen : setup.clusters) {
        const Targeting *targeting = setup.targetingOf(chosen.cluster);
        if (!targeting) {
            found.add(clusterField("targeting", chosen.cluster), targetingRule("targeting.missing"),
                      {chosen.cluster.tc.value()});
            continue;
        }
        checkGeo(*targeting, found);
        checkAge(*targeting, found);
        checkPeople(*targeting, found);
        checkAudiences(*targeting, context, found);
        checkSpecialCategory(*targeting, context, found);
    }
}

} // namespace groundswell::rules
