#include "models/rules/platformlimits.h"

#include "models/wave/json.h"
#include "resources/reference.h"

#include <QJsonArray>

namespace groundswell {

namespace {

QJsonObject reference(QStringView name)
{
    return referenceData(name).object();
}

QJsonObject member(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1StringView(key)).toObject();
}

TextLimit textLimit(const QJsonObject &texts, const char *key)
{
    JsonReader reader(member(texts, key), {});
    return {reader.smallInteger("recommended"), reader.smallInteger("maximum")};
}

Range range(const QJsonObject &json)
{
    JsonReader reader(json, {});
    return {reader.number("minimum"), reader.number("maximum")};
}

void readTexts(const QJsonObject &texts, PlatformLimits &limits)
{
    limits.headline = textLimit(texts, "headline");
    limits.body = textLimit(texts, "body");
    limits.description = textLimit(texts, "description");
    limits.dsaPayor = textLimit(texts, "dsa_payor");
    limits.dsaBeneficiary = textLimit(texts, "dsa_beneficiary");
}

void readTargeting(const QJsonObject &targeting, PlatformLimits &limits)
{
    limits.age = range(member(targeting, "age"));
    limits.cityRadiusKm = range(member(member(targeting, "city"), "radiusKm"));
    limits.pointRadiusKm = range(member(member(targeting, "point"), "radiusKm"));
    for (const char *type : {"city", "point", "region", "zip"}) {
        if (const auto count = JsonReader(member(targeting, type), {}).smallInteger("maximumCount"))
            limits.maximumPlaces.emplace(QString::fromLatin1(type), *count);
    }
    limits.maximumLanguages = JsonReader(member(targeting, "languages"), {}).smallInteger("maximumCount");
    limits.genders = JsonReader(targeting, {}).texts("genders");
}

void readGoals(const QJsonObject &goals, PlatformLimits &limits)
{
    for (auto it = goals.begin(); it != goals.end(); ++it) {
        if (!it.value().isObject())
            continue;
        JsonReader reader(it.value().toObject(), {});
        const QStringList needs = reader.texts("needs");
        GoalNeeds goal;
        goal.pixel = needs.contains(u"pixel");
        goal.pixelFallback = !reader.object("withoutPixel").isEmpty();
        goal.customEventType = needs.contains(u"customEventType");
        goal.usualEventType = reader.text("customEventType");
        goal.link = needs.contains(u"link");
        limits.goals.emplace(it.key(), goal);
    }
}

void readBudget(const QJsonObject &budget, PlatformLimits &limits)
{
    JsonReader floor(member(budget, "dailyFloor"), {});
    limits.floorForImpressions = floor.number("impressions").value_or(0);
    limits.floorForActions = floor.number("clicks").value_or(0);
    JsonReader reader(budget, {});
    limits.fullFloorCurrencies = reader.texts("fullFloorCurrencies");
    limits.otherCurrenciesFactor = reader.number("otherCurrenciesFactor").value_or(1);
}

void readCallsToAction(const QJsonArray &calls, PlatformLimits &limits)
{
    for (const QJsonValue &entry : calls) {
        JsonReader call(entry.toObject(), {});
        if (!call.boolean("valid", true))
            limits.callsThePlatformLacks.insert(call.text("value"));
    }
}

void readCountries(const QJsonArray &countries, PlatformLimits &limits)
{
    for (const QJsonValue &entry : countries) {
        JsonReader country(entry.toObject(), {});
        if (country.boolean("eu") || !country.text("territory").isEmpty())
            limits.dsaCountries.insert(country.text("code"));
    }
}

PlatformLimits readLimits()
{
    PlatformLimits limits;
    const QJsonObject json = reference(u"platform-limits");
    readTexts(member(json, "text"), limits);
    readTargeting(member(json, "targeting"), limits);
    readGoals(member(json, "goals"), limits);
    readBudget(member(json, "budget"), limits);
    limits.specialAdCategories = JsonReader(member(json, "specialAdCategories"), {}).texts("values");
    readCallsToAction(JsonReader(reference(u"calls-to-action"), {}).array("callsToAction"), limits);
    readCountries(JsonReader(reference(u"countries"), {}).array("countries"), limits);
    return limits;
}

} // namespace

GoalNeeds PlatformLimits::needsOf(const OpenEnum<Goal> &goal) const
{
    const auto known = goal.known();
    if (!known)
        return {};
    const auto found = goals.find(OpenEnum<Goal>(*known).wire());
    return found == goals.end() ? GoalNeeds() : found->second;
}

const PlatformLimits &platformLimits()
{
    static const PlatformLimits limits = readLimits();
    return limits;
}

} // namespace groundswell
