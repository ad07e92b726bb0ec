#include "models/wave/package.h"

#include "models/wave/json.h"

namespace groundswell {

namespace {

Expected<PackageEvent> packageEventFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    PackageEvent event;
    event.id = EventId(reader.text("id"));
    event.title = reader.text("title");
    return reader.finish(std::move(event));
}

Expected<PackageCluster> packageClusterFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    PackageCluster cluster;
    cluster.tc = ClusterName(reader.text("tc"));
    cluster.label = reader.text("label");
    cluster.customers = reader.integer("customers");
    return reader.finish(std::move(cluster));
}

QJsonArray eventsJson(const std::vector<PackageEvent> &events)
{
    QJsonArray array;
    for (const PackageEvent &event : events) {
        array.append(QJsonObject{{QStringLiteral("id"), textJson(event.id.value())},
                                 {QStringLiteral("title"), textJson(event.title)}});
    }
    return array;
}

QJsonArray clustersJson(const std::vector<PackageCluster> &clusters)
{
    QJsonArray array;
    for (const PackageCluster &cluster : clusters) {
        array.append(QJsonObject{{QStringLiteral("tc"), textJson(cluster.tc.value())},
                                 {QStringLiteral("label"), textJson(cluster.label)},
                                 {QStringLiteral("customers"), integerJson(cluster.customers)}});
    }
    return array;
}

} // namespace

bool AudiencePackage::isTerminal() const
{
    return status.is(PackageStatus::Done) || status.is(PackageStatus::Failed)
        || status.is(PackageStatus::Expired);
}

Expected<AudiencePackage> AudiencePackage::fromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    AudiencePackage package;
    package.id = PackageId(reader.text("id"));
    package.title = reader.text("title");
    package.status = reader.word<PackageStatus>("status");
    package.mergeId = reader.text("merge_id");
    package.createdAt = reader.dateTime("created_at");
    package.expiresAt = reader.dateTime("expires_at");
    package.events = reader.list<PackageEvent>("events", packageEventFromJson);
    package.targetingMode = reader.word<TargetingMode>("targeting_mode");
    package.tcRunId = reader.integer("tc_run_id").value_or(0);
    package.customers = reader.integer("customers");
    package.clusters = reader.list<PackageCluster>("clusters", packageClusterFromJson);
    package.failureReason = reader.text("failure_reason");
    package.progress = reader.number("progress");
    package.extra = reader.rest();
    return reader.finish(std::move(package));
}

QJsonObject AudiencePackage::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("id"), textJson(id.value()));
    json.insert(QLatin1StringView("title"), textJson(title));
    json.insert(QLatin1StringView("status"), textJson(status.wire()));
    json.insert(QLatin1StringView("merge_id"), textJson(mergeId));
    json.insert(QLatin1StringView("created_at"), dateTimeJson(createdAt));
    json.insert(QLatin1StringView("expires_at"), dateTimeJson(expiresAt));
    json.insert(QLatin1StringView("events"), eventsJson(events));
    json.insert(QLatin1StringView("targeting_mode"), textJson(targetingMode.wire()));
    json.insert(QLatin1StringView("tc_run_id"), tcRunId == 0 ? QJsonValue() : QJsonValue(tcRunId));
    json.insert(QLatin1StringView("customers"), integerJson(customers));
    json.insert(QLatin1StringView("clusters"), clustersJson(clusters));
    json.insert(QLatin1StringView("failure_reason"), textJson(failureReason));
    json.insert(QLatin1StringView("progress"), numberJson(progress));
    return json;
}

Expected<std::vector<AudiencePackage>> packagesFromJson(const QJsonValue &json)
{
    QString at;
    const auto array = unwrapList(json, "packages", at);
    if (!array)
        return tl::unexpected(array.error());
    return readList<AudiencePackage>(*array, at, AudiencePackage::fromJson);
}

Expected<PackageRequest> PackageRequest::fromJson(const QJsonObject &json, const QString &currency)
{
    JsonReader reader(json, {});
    PackageRequest request;
    request.title = reader.text("package_title");
    for (const QString &id : reader.texts("event_ids"))
        request.events.emplace_back(id);
    request.numPackages = reader.smallInteger("num_packages").value_or(request.numPackages);
    request.nTopEvents = reader.smallInteger("n_top_events").value_or(request.nTopEvents);
    const auto mode = reader.word<TargetingMode>("targeting_mode");
    if (mode.isSet())
        request.targetingMode = mode;
    request.includeCustomers = reader.texts("include_customer_ids");
    request.excludeCustomers = reader.texts("exclude_customer_ids");
    request.excludePurchasedOnlyBefore = reader.date("exclude_purchased_only_before");
    request.excludePurchasedOnlyAfter = reader.date("exclude_purchased_only_after");
    request.excludePriceBelow = reader.money("exclude_price_below", currency);
    request.excludePriceAbove = reader.money("exclude_price_above", currency);
    return reader.finish(std::move(request));
}

QJsonObject PackageRequest::toJson() const
{
    QStringList ids;
    for (const EventId &id : events)
        ids.append(id.value());
    QJsonObject json;
    json.insert(QLatin1StringView("package_title"), textJson(title));
    json.insert(QLatin1StringView("event_ids"), textsJson(ids));
    json.insert(QLatin1StringView("num_packages"), numPackages);
    json.insert(QLatin1StringView("n_top_events"), nTopEvents);
    json.insert(QLatin1StringView("targeting_mode"), textJson(targetingMode.wire()));
    json.insert(QLatin1StringView("include_customer_ids"), textsJson(includeCustomers));
    json.insert(QLatin1StringView("exclude_customer_ids"), textsJson(excludeCustomers));
    json.insert(QLatin1StringView("exclude_purchased_only_before"), dateJson(excludePurchasedOnlyBefore));
    json.insert(QLatin1StringView("exclude_purchased_only_after"), dateJson(excludePurchasedOnlyAfter));
    json.insert(QLatin1StringView("exclude_price_below"), moneyJson(excludePriceBelow));
    json.insert(QLatin1StringView("exclude_price_above"), moneyJson(excludePriceAbove));
    return json;
}

} // namespace groundswell
