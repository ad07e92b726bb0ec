#include "app/service/workspace/tasteruns.h"

#include "app/service/store/refusal.h"
#include "app/service/workspace/clusterjson.h"

#include <QLoggingCategory>

namespace groundswell::service {

namespace {

Q_LOGGING_CATEGORY(lcRuns, "groundswell.service.taste")

// An answer for a big organiser holds a third of the customers: enough of them for a wizard and a few lists.
constexpr std::size_t cachedEvents = 16;

QJsonObject qualityJson(const RunQuality &quality)
{
    return {{QStringLiteral("customers"), qint64(quality.customers)},
            {QStringLiteral("events"), qint64(quality.events)},
            {QStringLiteral("interactions"), qint64(quality.interactions)},
            {QStringLiteral("stability"), quality.stability},
            {QStringLiteral("lift"), quality.lift},
            {QStringLiteral("replayed_events"), quality.replayedEvents},
            {QStringLiteral("replayed_buyers"), quality.replayedBuyers},
            {QStringLiteral("replay_auc"), quality.replayAuc},
            {QStringLiteral("replay_frequency_auc"), quality.replayFrequencyAuc},
            {QStringLiteral("forecast_spread"), quality.forecastSpread}};
}

/// Only who may be shown ads is an audience.
std::vector<std::string> consentingIds(const Dataset &data, const EventCluster &cluster)
{
    std::vector<std::string> ids;
    for (const ClusterMember &member : cluster.members) {
        const CustomerFacts &facts = data.customers[member.customer];
        if (facts.consentAds && !facts.optedOut)
            ids.push_back(data.customerIds[member.customer]);
    }
    return ids; // sorted: members come in order of customer, and customers are sorted by id
}

} // namespace

void TasteRuns::warmUp()
{
    m_workspace.jobs().post([this](const std::stop_token &stop) {
        if (const auto run = latest(stop); !run && !stop.stop_requested())
            qCWarning(lcRuns, "no taste run: %s", qPrintable(run.error().messageKey));
    });
}

Expected<std::shared_ptr<const LoadedRun>> TasteRuns::latest(std::stop_token stop)
{
    const std::lock_guard lock(m_computing);
    auto data = m_workspace.dataset();
    if (!data)
        return tl::make_unexpected(data.error());
    const RunParameters parameters;
    const QString key = QString::fromStdString(runKey(**data, parameters));
    if (m_latest && m_latest->record.key == key)
        return m_latest;
    auto run = computeRun(**data, parameters, {}, std::move(stop));
    if (!run)
        return tl::make_unexpected(run.error());
    auto record = m_workspace.store().runs().record({0, key, QString::fromStdString((*data)->snapshotId),
                                                     QString::fromStdString((*run)->notice()),
                                                     qualityJson((*run)->quality()), m_workspace.now()});
    if (!record)
        return tl::make_unexpected(record.error());
    m_latest =
        std::make_shared<const LoadedRun>(LoadedRun{std::move(*record), std::move(*data), std::move(*run)});
    const std::lock_guard cacheLock(m_caching);
    m_clusters.clear();
    return m_latest;
}

Expected<std::shared_ptr<const EventClusters>> TasteRuns::computed(const LoadedRun &run, const EventId &event)
{
    const auto key = std::pair(run.record.number, event);
    {
        const std::lock_guard lock(m_caching);
        if (const auto found = m_clusters.find(key); found != m_clusters.end())
            return found->second;
    }
    const auto index = run.data->eventIndex(event.value().toStdString());
    if (!index)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.event.not_found")));
    auto clusters = std::make_shared<const EventClusters>(clustersFor(*run.data, *run.run, *index));
    const std::lock_guard lock(m_caching);
    if (m_clusters.size() >= cachedEvents)
        m_clusters.clear();
    m_clusters.emplace(key, clusters);
    return clusters;
}

Expected<ClusterRun> TasteRuns::clusters(const EventId &event, std::optional<TcRunId> number)
{
    RunStore &runs = m_workspace.store().runs();
    if (number) {
        const auto shown = runs.clusters(*number, event);
        if (!shown)
            return tl::make_unexpected(shown.error());
        if (*shown)
            return ClusterRun::fromJson(**shown);
    }
    const auto run = latest();
    if (!run)
        return tl::make_unexpected(run.error());
    if (number && *number != (*run)->record.number)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.run.not_found")));
    // Most are asked for again and again; only the first time there is something to write.
    const auto shown = runs.clusters((*run)->record.number, event);
    if (!shown)
        return tl::make_unexpected(shown.error());
    if (*shown)
        return ClusterRun::fromJson(**shown);
    const auto found = computed(**run, event);
    if (!found)
        return tl::make_unexpected(found.error());
    const QJsonObject answer = toJson(clusterRunOf(*(*run)->data, **found, (*run)->record.number));
    const auto kept = runs.keepClusters((*run)->record.number, event, answer);
    if (!kept)
        return tl::make_unexpected(kept.error());
    return ClusterRun::fromJson(*kept);
}

Expected<double> TasteRuns::forecastSpread(TcRunId run)
{
    const auto record = m_workspace.store().runs().find(run);
    if (!record)
        return tl::make_unexpected(record.error());
    const double unknown = RunQuality().forecastSpread;
    return *record ? (*record)->quality[u"forecast_spread"].toDouble(unknown) : unknown;
}

Expected<void> TasteRuns::pin(const EventId &event, TcRunId number)
{
    const auto run = latest();
    if (!run)
        return tl::make_unexpected(run.error());
    if ((*run)->record.number != number)
        return {}; // too late to compute; what was pinned before stays
    const auto found = computed(**run, event);
    if (!found)
        return tl::make_unexpected(found.error());
    std::vector<PinnedCluster> pinned;
    for (const EventCluster &cluster : (*found)->clusters)
        pinned.push_back(
            {ClusterName(QString::fromStdString(cluster.tc)), consentingIds(*(*run)->data, cluster)});
    return m_workspace.store().runs().pinMembers(number, event, pinned);
}

Expected<std::optional<std::vector<std::string>>> TasteRuns::audience(const EventId &event,
                                                                      const ClusterRef &cluster)
{
    auto stored = m_workspace.store().runs().members(cluster.tcRunId, event, cluster.tc);
    if (!stored || *stored)
        return stored;
    if (auto pinned = pin(event, cluster.tcRunId); !pinned)
        return tl::make_unexpected(pinned.error());
    return m_workspace.store().runs().members(cluster.tcRunId, event, cluster.tc);
}

} // namespace groundswell::service
