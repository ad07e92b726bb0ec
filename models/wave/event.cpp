#include "models/wave/event.h"

#include "models/wave/api/paths.h"
#include "models/wave/json.h"

namespace groundswell {

QDate Event::dayIn(const QTimeZone &zone) const
{
    return day.isValid() || !start.isValid() ? day : start.toTimeZone(zone).date();
}

QDateTime Event::overAt(const QTimeZone &zone) const
{
    return day.isValid() ? day.addDays(1).startOfDay(zone).toUTC() : start;
}

namespace {

/// A bare date, which has no time of day, is only a day.
void readStart(JsonReader &reader, Event &event)
{
    event.day = reader.date("start_date");
    event.start = reader.dateTime("start_date_time", &event.day);
}

} // namespace

Expected<Event> Event::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    Event event;
    event.id = EventId(reader.text("id"));
    event.title = reader.text("title");
    readStart(reader, event);
    event.city = reader.text("city");
    event.venue = reader.text("venue_name");
    event.hall = reader.text("hall_name");
    event.country = reader.text("country");
    event.latitude = reader.number("latitude");
    event.longitude = reader.number("longitude");
    event.capacity = reader.smallInteger("capacity");
    event.ticketsSold = reader.smallInteger("tickets_sold");
    event.predictedSalesShare = reader.number("predicted_sales_share");
    event.category = reader.text("category");
    event.genre = reader.text("genre");
    event.series = reader.text("series");
    event.artists = reader.texts("artists");
    event.specialAdCategory = reader.text("special_ad_category");
    event.status = reader.text("status");
    event.frontendStatus = reader.word<FrontendStatus>("frontend_status");
    event.campaignStatus = reader.word<CampaignRollup>("campaign_status");
    event.clientCampaignStatus = reader.word<CampaignRunState>("client_campaign_status");
    event.campaignOptimisationStatus = reader.word<Switch>("campaign_optimisation_status");
    event.adCampaignOptimisationStatus = reader.word<Switch>("ad_campaign_optimisation_status");
    event.setupState = reader.word<SetupState>("setup_state");
    event.extra = reader.rest();
    return reader.finish(std::move(event));
}

QJsonObject Event::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("id"), textJson(id.value()));
    json.insert(QLatin1StringView("title"), textJson(title));
    json.insert(QLatin1StringView("start_date_time"), dateTimeJson(start));
    if (day.isValid())
        json.insert(QLatin1StringView("start_date"), dateJson(day));
    json.insert(QLatin1StringView("city"), textJson(city));
    json.insert(QLatin1StringView("venue_name"), textJson(venue));
    json.insert(QLatin1StringView("hall_name"), textJson(hall));
    json.insert(QLatin1StringView("country"), textJson(country));
    json.insert(QLatin1StringView("latitude"), numberJson(latitude));
    json.insert(QLatin1StringView("longitude"), numberJson(longitude));
    json.insert(QLatin1StringView("capacity"), integerJson(capacity));
    json.insert(QLatin1StringView("tickets_sold"), integerJson(ticketsSold));
    json.insert(QLatin1StringView("predicted_sales_share"), numberJson(predictedSalesShare));
    json.insert(QLatin1StringView("category"), textJson(category));
    json.insert(QLatin1StringView("genre"), textJson(genre));
    json.insert(QLatin1StringView("series"), textJson(series));
    json.insert(QLatin1StringView("artists"), textsJson(artists));
    json.insert(QLatin1StringView("special_ad_category"), textJson(specialAdCategory));
    json.insert(QLatin1StringView("status"), textJson(status));
    json.insert(QLatin1StringView("frontend_status"), textJson(frontendStatus.wire()));
    json.insert(QLatin1StringView("campaign_status"), textJson(campaignStatus.wire()));
    json.insert(QLatin1StringView("client_campaign_status"), textJson(clientCampaignStatus.wire()));
    json.insert(QLatin1StringView("campaign_optimisation_status"),
                textJson(campaignOptimisationStatus.wire()));
    json.insert(QLatin1StringView("ad_campaign_optimisation_status"),
                textJson(adCampaignOptimisationStatus.wire()));
    json.insert(QLatin1StringView("setup_state"), textJson(setupState.wire()));
    return json;
}

Expected<Page<Event>> eventPageFromJson(const QJsonValue &json)
{
    QString at;
    const auto array = unwrapList(json, "events", at);
    if (!array)
        return tl::unexpected(array.error());
    auto items = readList<Event>(*array, at, Event::fromJson);
    if (!items)
        return tl::unexpected(items.error());

    JsonReader reader(json.toObject(), {});
    Page<Event> page;
    page.items = std::move(*items);
    page.total = reader.smallInteger("total").value_or(static_cast<int>(page.items.size()));
    page.page = reader.smallInteger("page").value_or(1);
    page.pages = reader.smallInteger("pages").value_or(1);
    return reader.finish(std::move(page));
}

std::vector<std::pair<QString, QString>> toQuery(const EventQuery &query)
{
    std::vector<std::pair<QString, QString>> pairs;
    const auto add = [&](const char *key, const QString &value) {
        if (!value.isEmpty()) // empty values cause wrong "no results" (wave-api 1.8)
            pairs.emplace_back(QString::fromLatin1(key), value);
    };
    add(api::query::page, QString::number(query.page));
    add(api::query::limit, QString::number(query.limit));
    add(api::query::q, query.search.trimmed());
    add(api::query::since, query.since.toString(Qt::ISODate));
    add(api::query::until, query.until.toString(Qt::ISODate));
    for (const QString &city : query.cities)
        add(api::query::city, city);
    for (const QString &status : query.frontendStatuses)
        add(api::query::frontendStatus, status);
    add(api::query::campaignStatus, query.campaignStatus);
    if (query.onlyWithCampaigns)
        add(api::query::campaigns, QStringLiteral("true"));
    if (query.includeArchived)
        add(api::query::includeArchived, QStringLiteral("true"));
    return pairs;
}

Expected<EventStatistics> EventStatistics::fromJson(const QJsonObject &json, const QString &fallbackCurrency)
{
    JsonReader reader(json, {});
    EventStatistics statistics;
    QString currency = reader.text("currency");
    if (currency.isEmpty())
        currency = fallbackCurrency;
    statistics.revenue = reader.money("revenue", currency);
    statistics.spent = reader.money("spent", currency);
    statistics.roas = reader.number("roas");
    statistics.purchases = reader.smallInteger("purchases");
    statistics.campaigns = reader.smallInteger("campaigns");
    statistics.active = reader.smallInteger("active");
    statistics.total = reader.smallInteger("total");
    statistics.open = reader.smallInteger("open");
    statistics.running = reader.smallInteger("running");
    statistics.closed = reader.smallInteger("closed");
    statistics.extra = reader.rest();
    return reader.finish(std::move(statistics));
}

Expected<Partner> Partner::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    Partner partner;
    partner.id = PartnerId(reader.text("id"));
    partner.name = reader.text("name");
    partner.currency = reader.text("currency");
    partner.campaignRecommendations = reader.boolean("campaign_recommendations", true);
    partner.attributionModelDefault = reader.text("attribution_model_default");
    partner.timeZone = reader.text("time_zone");
    partner.extra = reader.rest();
    return reader.finish(std::move(partner));
}

QJsonObject Partner::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("id"), textJson(id.value()));
    json.insert(QLatin1StringView("name"), name);
    json.insert(QLatin1StringView("currency"), textJson(currency));
    json.insert(QLatin1StringView("campaign_recommendations"), campaignRecommendations);
    json.insert(QLatin1StringView("attribution_model_default"), textJson(attributionModelDefault));
    json.insert(QLatin1StringView("time_zone"), textJson(timeZone));
    return json;
}

} // namespace groundswell
