#include "app/service/usecases/taste/tasteruns.h"

#include "app/service/store/refusal.h"
#include "app/service/store/setupstore.h"
#include "app/service/usecases/taste/shownclusters.h"

#include <QLoggingCategory>

#include <algorithm>

namespace groundswell::service {

namespace {

Q_LOGGING_CATEGORY(lcRuns, "groundswell.service.taste")

// An answer for a big organiser holds a third of the customers: enough of them for a wizard and a few lists.
constexpr std::size_t cachedEvents = 16;

QJsonObject qualityJson(const TasteRunQuality &quality)
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

/// People in both, of the people in either; both lists are sorted.
double overlapOf(const std::vector<std::string> &a, const std::vector<std::string> &b)
{
    std::size_t common = 0;
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        const int order = x->compare(*y);
        common += order == 0 ? 1 : 0;
        x += order <= 0 ? 1 : 0;
        y += order >= 0 ? 1 : 0;
    }
    const std::size_t either = a.size() + b.size() - common;
    return either > 0 ? static_cast<double>(common) / static_cast<double>(either) : 0.0;
}

} // namespace

void TasteRuns::warmUp()
{
    {
        const std::lock_guard lock(m_watching);
        m_progress.state = TasteRunProgress::State::Started;
        m_progress.share = 0;
        m_progress.step = QStringLiteral("load");
    }
    interrupt(Interruption::Outdated);
    m_workspace.jobs().post([this](const std::stop_token &stop) {
        if (const auto run = latest(stop); !run && !stop.stop_requested())
            qCWarning(lcRuns, "no taste run: %s", qPrintable(run.error().messageKey));
    });
}

TasteRunProgress TasteRuns::progress() const
{
    const std::lock_guard lock(m_watching);
    return m_progress;
}

void TasteRuns::cancel()
{
    interrupt(Interruption::Cancelled);
}

void TasteRuns::interrupt(Interruption why)
{
    const std::lock_guard lock(m_watching);
    if (!m_computation)
        return;
    m_interruption = why;
    m_computation->request_stop();
}

TasteRuns::Loaded TasteRuns::loaded() const
{
    const std::lock_guard lock(m_caching);
    return m_latest;
}

Expected<std::shared_ptr<const LoadedTasteRun>> TasteRuns::latest(const std::stop_token &own)
{
    const std::stop_token stop = m_workspace.stopTokenOr(own);
    const TurnHolder turn(m_computing, stop);
    if (!turn)
        return tl::make_unexpected(stopped());
    const TasteRunParameters parameters;
    for (;;) {
        auto data = m_workspace.dataset(stop);
        if (stop.stop_requested())
            return giveUp(stopped());
        if (!data)
            return settle(tl::make_unexpected(data.error()));
        const QString key = QString::fromStdString(runKey(**data, parameters));
        if (const Loaded known = loaded(); known && known->record.key == key)
            return settle(known);
        auto run = compute(**data, parameters, stop);
        if (run)
            return settle(keep(std::move(*data), std::move(*run), stop));
        if (stop.stop_requested())
            return giveUp(stopped());
        if (!isOutdated())
            return giveUp(run.error());
    }
}

Expected<std::shared_ptr<const TasteRun>>
TasteRuns::compute(const Dataset &data, const TasteRunParameters &parameters, const std::stop_token &stop)
{
    std::stop_source computation;
    {
        const std::lock_guard lock(m_watching);
        m_computation = computation;
        m_interruption = Interruption::None;
        m_progress.state = TasteRunProgress::State::Started;
    }
    const std::stop_callback relay(stop, [&computation] { computation.request_stop(); });
    auto run = computeTasteRun(
        data, parameters,
        [this](double share, std::string_view step) {
            const std::lock_guard lock(m_watching);
            m_progress.share = share;
            m_progress.step = QString::fromUtf8(step.data(), static_cast<qsizetype>(step.size()));
        },
        computation.get_token());
    const std::lock_guard lock(m_watching);
    m_computation.reset();
    return run;
}

Expected<TasteRuns::Loaded> TasteRuns::keep(std::shared_ptr<const Dataset> data,
                                            std::shared_ptr<const TasteRun> run, const std::stop_token &stop)
{
    auto record = m_workspace.store().runs().record(
        {0, QString::fromStdString(run->key()), QString::fromStdString(data->snapshotId),
         QString::fromStdString(run->notice()), qualityJson(run->quality()), m_workspace.now()});
    if (!record)
        return tl::make_unexpected(record.error());
    // After this nobody can compute the older run any more.
    if (const Loaded older = loaded())
        pinDrafts(*older, stop);
    if (stop.stop_requested()) // some drafts may not be pinned: the older run stays the one that is known
        return tl::make_unexpected(stopped());
    const std::lock_guard lock(m_caching);
    m_latest = std::make_shared<const LoadedTasteRun>(
        LoadedTasteRun{std::move(*record), std::move(data), std::move(run)});
    m_clusters.clear();
    return m_latest;
}

bool TasteRuns::isOutdated() const
{
    const std::lock_guard lock(m_watching);
    return m_interruption == Interruption::Outdated;
}

/// Somebody didn't want to wait any longer; whoever asks next has it computed.
Expected<TasteRuns::Loaded> TasteRuns::giveUp(const Problem &why)
{
    const std::lock_guard lock(m_watching);
    m_progress.state = TasteRunProgress::State::Pending;
    return tl::make_unexpected(why);
}

Expected<TasteRuns::Loaded> TasteRuns::settle(Expected<Loaded> outcome)
{
    const std::lock_guard lock(m_watching);
    m_progress.state = outcome ? TasteRunProgress::State::Success : TasteRunProgress::State::Failure;
    m_progress.problem = outcome ? QString() : outcome.error().messageKey;
    if (outcome) {
        m_progress.share = 1;
        m_progress.step = QStringLiteral("done");
        m_progress.run = (*outcome)->record.number;
        m_progress.computedAt = (*outcome)->record.computedAt;
    }
    return outcome;
}

std::optional<TcRunId> TasteRuns::knownNumber()
{
    const auto data = m_workspace.dataset();
    if (!data)
        return std::nullopt;
    const auto record =
        m_workspace.store().runs().findKey(QString::fromStdString(runKey(**data, TasteRunParameters())));
    return record && *record ? std::optional((*record)->number) : std::nullopt;
}

Expected<std::shared_ptr<const EventClusters>> TasteRuns::computed(const LoadedTasteRun &run,
                                                                   const EventId &event)
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
    TasteRunStore &runs = m_workspace.store().runs();
    // Most are asked for again and again, and what was shown once needs no computing, also after a restart.
    if (const auto wanted = number ? number : knownNumber()) {
        const auto shown = runs.clusters(*wanted, event);
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
    const auto found = computed(**run, event);
    if (!found)
        return tl::make_unexpected(found.error());
    const QJsonObject answer = clusterRunOf(*(*run)->data, **found, (*run)->record.number).toJson();
    const auto kept = runs.keepClusters((*run)->record.number, event, answer);
    if (!kept)
        return tl::make_unexpected(kept.error());
    return ClusterRun::fromJson(*kept);
}

Expected<QJsonObject> TasteRuns::quality(TcRunId run)
{
    const auto record = m_workspace.store().runs().find(run);
    if (!record)
        return tl::make_unexpected(record.error());
    return *record ? (*record)->quality : QJsonObject();
}

Expected<ClusterMatches> TasteRuns::matches(const EventId &event, TcRunId from)
{
    const auto older = clusters(event, from);
    if (!older)
        return tl::make_unexpected(older.error());
    const auto run = latest();
    if (!run)
        return tl::make_unexpected(run.error());
    const auto newer = computed(**run, event);
    if (!newer)
        return tl::make_unexpected(newer.error());
    ClusterMatches matches{from, (*run)->record.number, {}};
    std::vector<std::vector<std::string>> people;
    for (const EventCluster &cluster : (*newer)->clusters)
        people.push_back(consentingIds(*(*run)->data, cluster));
    for (const TasteCluster &cluster : older->clusters) {
        const auto members = m_workspace.store().runs().members(from, event, cluster.cluster.tc);
        if (!members)
            return tl::make_unexpected(members.error());
        if (!*members)
            continue;
        if (m_workspace.stopToken().stop_requested())
            return tl::make_unexpected(stopped());
        for (std::size_t i = 0; i < people.size(); ++i)
            matches.overlaps.push_back({cluster.cluster.tc,
                                        ClusterName(QString::fromStdString((*newer)->clusters[i].tc)),
                                        overlapOf(**members, people[i])});
    }
    return matches;
}

void TasteRuns::pinDrafts(const LoadedTasteRun &run, const std::stop_token &stop)
{
    const auto drafts = m_workspace.store().setups().drafts();
    if (!drafts)
        return; // what can't be read now can't be written either; publishing says what is missing
    for (const EventId &event : *drafts) {
        if (stop.stop_requested())
            return;
        const auto stored = m_workspace.store().setups().find(event);
        if (!stored || !*stored)
            continue;
        const auto setup = SetupProcess::fromJson((*stored)->row);
        const bool uses = setup && std::ranges::any_of(setup->clusters, [&](const ChosenCluster &chosen) {
                              return chosen.cluster.tcRunId == run.record.number;
                          });
        if (uses)
            (void)pin(run, event);
    }
}

Expected<void> TasteRuns::pin(const LoadedTasteRun &run, const EventId &event)
{
    TasteRunStore &runs = m_workspace.store().runs();
    const auto pinned = runs.isPinned(run.record.number, event);
    if (!pinned)
        return tl::make_unexpected(pinned.error());
    if (*pinned)
        return {};
    const auto found = computed(run, event);
    if (!found)
        return tl::make_unexpected(found.error());
    std::vector<PinnedCluster> clusters;
    for (const EventCluster &cluster : (*found)->clusters)
        clusters.push_back(
            {ClusterName(QString::fromStdString(cluster.tc)), consentingIds(*run.data, cluster)});
    return runs.pinMembers(run.record.number, event, clusters);
}

Expected<void> TasteRuns::pin(const EventId &event, TcRunId number)
{
    Loaded run = loaded();
    if (!run || run->record.number != number) {
        const auto pinned = m_workspace.store().runs().isPinned(number, event);
        if (!pinned)
            return tl::make_unexpected(pinned.error());
        if (*pinned)
            return {};
        auto newest = latest();
        if (!newest)
            return tl::make_unexpected(newest.error());
        run = std::move(*newest);
    }
    if (run->record.number != number)
        return {}; // too late to compute; what was pinned before stays
    return pin(*run, event);
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
