#include "models/wave/campaign.h"
#include "models/wave/clusterentries.h"

namespace groundswell {

namespace {

ResultFigures takeFigures(JsonReader &reader, const QString &currency)
{
    ResultFigures figures;
    figures.spend = reader.money("spend", currency);
    figures.impressions = reader.integer("impressions");
    figures.clicks = reader.integer("clicks");
    figures.tickets = reader.integer("tickets");
    figures.purchases = reader.integer("purchases");
    figures.revenue = reader.money("revenue", currency);
    figures.roas = reader.number("roas");
    figures.costPerOrder = reader.money("cost_per_order", currency);
    figures.asOf = reader.dateTime("as_of");
    figures.model = reader.word<AttributionModel>("model");
    return figures;
}

QJsonObject figuresJson(const ResultFigures &figures)
{
    return {{QStringLiteral("spend"), moneyJson(figures.spend)},
            {QStringLiteral("impressions"), integerJson(figures.impressions)},
            {QStringLiteral("clicks"), integerJson(figures.clicks)},
            {QStringLiteral("tickets"), integerJson(figures.tickets)},
            {QStringLiteral("purchases"), integerJson(figures.purchases)},
            {QStringLiteral("revenue"), moneyJson(figures.revenue)},
            {QStringLiteral("roas"), numberJson(figures.roas)},
            {QStringLiteral("cost_per_order"), moneyJson(figures.costPerOrder)},
            {QStringLiteral("as_of"), dateTimeJson(figures.asOf)},
            {QStringLiteral("model"), textJson(figures.model.wire())}};
}

} // namespace

Expected<CampaignResults> CampaignResults::fromJson(const QJsonObject &json, const QString &currency)
{
    JsonReader reader(json, {});
    CampaignResults results;

    JsonReader event(reader.object("event_results"), reader.pointerTo("event_results"));
    results.event = takeFigures(event, currency);
    results.campaigns =
        event.list<CampaignFigures>("campaigns", [&](const QJsonObject &object, const QString &at) {
            JsonReader row(object, at);
            CampaignFigures figures{takeCluster(row), takeFigures(row, currency)};
            return row.finish(std::move(figures));
        });
    if (event.problem())
        reader.fail(*event.problem());

    JsonReader series(reader.object("series_results"), reader.pointerTo("series_results"));
    results.series = takeFigures(series, currency);
    if (series.problem())
        reader.fail(*series.problem());

    results.extra = reader.rest();
    return reader.finish(std::move(results));
}

QJsonObject CampaignResults::toJson() const
{
    QJsonArray rows;
    for (const CampaignFigures &campaign : campaigns) {
        QJsonObject row = figuresJson(campaign.figures);
        putCluster(row, campaign.cluster);
        rows.append(row);
    }
    QJsonObject whole = figuresJson(event);
    whole.insert(QLatin1StringView("campaigns"), rows);
    QJsonObject json = extra;
    json.insert(QLatin1StringView("event_results"), whole);
    json.insert(QLatin1StringView("series_results"), figuresJson(series));
    return json;
}

} // namespace groundswell
