#include "models/wave/calls/adfigures.h"

#include "models/wave/jsonparts.h"

namespace groundswell {

namespace {

QJsonValue countJson(const std::optional<int> &count)
{
    return count ? QJsonValue(*count) : QJsonValue();
}

} // namespace

Expected<CampaignCounts> CampaignCounts::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    CampaignCounts counts;
    counts.total = reader.smallInteger("total");
    counts.running = reader.smallInteger("running");
    counts.open = reader.smallInteger("open");
    counts.closed = reader.smallInteger("closed");
    counts.ignored = reader.smallInteger("ignored");
    return reader.finish(counts);
}

QJsonObject CampaignCounts::toJson() const
{
    return {{QLatin1StringView("total"), countJson(total)},
            {QLatin1StringView("running"), countJson(running)},
            {QLatin1StringView("open"), countJson(open)},
            {QLatin1StringView("closed"), countJson(closed)},
            {QLatin1StringView("ignored"), countJson(ignored)}};
}

Expected<AdInsightsDay> AdInsightsDay::fromJson(const QJsonObject &json, const QString &at,
                                                const QString &currency)
{
    JsonReader reader(json, at);
    AdInsightsDay day;
    day.date = reader.date("date");
    day.impressions = reader.integer("impressions");
    day.clicks = reader.integer("clicks");
    day.spend = reader.money("spend", currency);
    return reader.finish(std::move(day));
}

QJsonObject AdInsightsDay::toJson() const
{
    return {{QLatin1StringView("date"), dateJson(date)},
            {QLatin1StringView("impressions"), integerJson(impressions)},
            {QLatin1StringView("clicks"), integerJson(clicks)},
            {QLatin1StringView("spend"), moneyJson(spend)}};
}

Expected<AdInsights> AdInsights::fromJson(const QJsonObject &json, const QString &currency)
{
    JsonReader reader(json, {});
    AdInsights insights;
    insights.impressions = reader.integer("impressions");
    insights.clicks = reader.integer("clicks");
    insights.ads = reader.integer("ads");
    insights.spend = reader.money("spend", currency);
    insights.daily = reader.list<AdInsightsDay>("daily", [&](const QJsonObject &day, const QString &at) {
        return AdInsightsDay::fromJson(day, at, currency);
    });
    return reader.finish(std::move(insights));
}

QJsonObject AdInsights::toJson() const
{
    return {{QLatin1StringView("impressions"), integerJson(impressions)},
            {QLatin1StringView("clicks"), integerJson(clicks)},
            {QLatin1StringView("ads"), integerJson(ads)},
            {QLatin1StringView("spend"), moneyJson(spend)},
            {QLatin1StringView("daily"), listJson(daily)}};
}

} // namespace groundswell
