#include "app/service/store/refusal.h"
#include "app/service/store/stopped.h"
#include "app/service/usecases/packages/audiencepackages.h"

#include <QJsonArray>

#include <set>
#include <string_view>

// Building what was asked for, on a thread of its own: taking turns, giving up, and what goes into a package.

namespace groundswell::service {

namespace {

const QString cancelledKey = QStringLiteral("error.package.cancelled");

std::vector<StoredCluster> storedClusters(const std::vector<PackageContent> &content)
{
    std::vector<StoredCluster> result;
    for (const PackageContent &cluster : content) {
        StoredCluster stored{cluster.tc.value().toStdString(), cluster.label.toStdString(), {}};
        for (const PackageMember &member : cluster.members)
            stored.members.push_back({member.customerId, member.affinity});
        result.push_back(std::move(stored));
    }
    return result;
}

QJsonObject reportOf(const ComputedPackage &audience)
{
    const auto texts = [](const std::vector<std::string> &ids) {
        QJsonArray array;
        for (const std::string &id : ids)
            array.append(QString::fromStdString(id));
        return array;
    };
    const PackageExclusions &out = audience.excluded;
    return {{QStringLiteral("report"),
             QJsonObject{{QStringLiteral("fitting"), qint64(audience.fitting)},
                         {QStringLiteral("opted_out"), qint64(out.optedOut)},
                         {QStringLiteral("no_consent"), qint64(out.noConsent)},
                         {QStringLiteral("excluded_by_id"), qint64(out.excludedById)},
                         {QStringLiteral("excluded_by_purchase_date"), qint64(out.purchaseDate)},
                         {QStringLiteral("excluded_by_price"), qint64(out.price)},
                         {QStringLiteral("beyond_clusters"), qint64(out.beyondClusters)},
                         {QStringLiteral("unmatched_include"), texts(audience.unmatchedInclude)},
                         {QStringLiteral("unmatched_exclude"), texts(audience.unmatchedExclude)},
                         {QStringLiteral("notice"), QString::fromStdString(audience.notice)}}}};
}

BuiltPackage mergedPackage(const std::vector<StoredCluster> &clusters, const std::stop_token &stop)
{
    BuiltPackage built;
    std::set<std::string_view> distinct;
    for (const StoredCluster &cluster : clusters) {
        throwIfStopped(stop);
        PackageContent content{
            ClusterName(QString::fromStdString(cluster.tc)), QString::fromStdString(cluster.label), {}};
        for (const StoredMember &member : cluster.members) {
            content.members.push_back({member.customerId, member.affinity});
            distinct.insert(member.customerId);
        }
        built.clusters.push_back(std::move(content));
    }
    built.customers = static_cast<qint64>(distinct.size());
    return built;
}

} // namespace

void AudiencePackages::enqueue(const PackageId &id)
{
    m_workspace.jobs().post([this, id](const std::stop_token &stop) { build(id, stop); });
}

/// One thread at a time builds a package: a second job for it (it was regenerated while the first was still
/// letting go, or taken up at the start and regenerated) is left to the thread that is at it.
void AudiencePackages::build(const PackageId &id, const std::stop_token &stop)
{
    for (bool again = true; again;) {
        std::stop_source cancel;
        {
            const std::lock_guard lock(m_mutex);
            const auto [building, isNew] = m_building.try_emplace(id.value(), Building{cancel, false});
            if (!isNew) {
                building->second.again = true;
                return;
            }
        }
        {
            const std::stop_callback onEnd(stop, [&] { cancel.request_stop(); });
            buildOnce(id, cancel.get_token());
        }
        const std::lock_guard lock(m_mutex);
        again = m_building.extract(id.value()).mapped().again && !stop.stop_requested();
    }
}

void AudiencePackages::buildOnce(const PackageId &id, const std::stop_token &cancel)
{
    PackageStore &store = m_workspace.store().packages();
    const auto package = store.find(id);
    if (!package || package->row.isTerminal()) // also: given up while it waited for its turn
        return;
    (void)store.setProgress(id, package->attempt, 0.05);
    const auto built = contentOf(*package, cancel);
    // Given up, it is FAILED already; at the end of the service it stays unfinished for the next start.
    if (cancel.stop_requested())
        return;
    if (!built) {
        (void)store.fail(id, package->attempt, built.error().messageKey);
        return;
    }
    const QDateTime expiry = m_workspace.now().addDays(lifetimeDays);
    if (const auto finished = store.finish(id, package->attempt, *built, expiry); !finished)
        (void)store.fail(id, package->attempt, finished.error().messageKey);
}

Expected<BuiltPackage> AudiencePackages::contentOf(const StoredPackage &package, const std::stop_token &stop)
{
    return package.sources.empty() ? buildFresh(package, stop) : buildMerged(package, stop);
}

Expected<void> AudiencePackages::cancel(const PackageId &id)
{
    const auto package = m_workspace.store().packages().find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    {
        const std::lock_guard lock(m_mutex);
        if (const auto building = m_building.find(id.value()); building != m_building.end())
            building->second.cancel.request_stop();
    }
    // Said at once; the thread at work notices in its own time and finds that its word doesn't count any
    // more.
    const auto failed = m_workspace.store().packages().fail(id, package->attempt, cancelledKey);
    if (!failed)
        return tl::make_unexpected(failed.error());
    if (!*failed)
        return tl::make_unexpected(refusal(409, QStringLiteral("error.package.not_building")));
    return {};
}

Expected<PackageSpec> AudiencePackages::specOf(const QJsonObject &request)
{
    const auto organiser = m_workspace.organiser();
    if (!organiser)
        return tl::make_unexpected(organiser.error());
    const auto parsed = PackageRequest::fromJson(request, organiser->currency);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const QTimeZone zone = organiser->zone();
    const auto instant = [&](const QDate &day, int offset) -> std::optional<std::int64_t> {
        return day.isValid()
            ? std::optional<std::int64_t>(day.addDays(offset).startOfDay(zone).toSecsSinceEpoch())
            : std::nullopt;
    };
    const auto strings = [](const QStringList &ids) {
        std::vector<std::string> result;
        for (const QString &id : ids)
            result.push_back(id.toStdString());
        return result;
    };
    PackageSpec spec;
    for (const EventId &event : parsed->events)
        spec.eventIds.push_back(event.value().toStdString());
    spec.numPackages = parsed->numPackages;
    spec.nTopEvents = parsed->nTopEvents;
    spec.mode =
        parsed->targetingMode.is(TargetingMode::Inclusive) ? PackageMode::Inclusive : PackageMode::Selective;
    spec.includeCustomers = strings(parsed->includeCustomers);
    spec.excludeCustomers = strings(parsed->excludeCustomers);
    spec.excludeOnlyBefore = instant(parsed->excludePurchasedOnlyBefore, 0);
    // "Only after a day" starts with the next day's first instant.
    spec.excludeOnlyAfter = instant(parsed->excludePurchasedOnlyAfter, 1);
    if (parsed->excludePriceBelow)
        spec.excludePriceBelow = parsed->excludePriceBelow->minor;
    if (parsed->excludePriceAbove)
        spec.excludePriceAbove = parsed->excludePriceAbove->minor;
    return spec;
}

Expected<BuiltPackage> AudiencePackages::buildFresh(const StoredPackage &package, const std::stop_token &stop)
{
    const auto spec = specOf(package.request);
    if (!spec)
        return tl::make_unexpected(spec.error());
    const auto run = m_runs.latest(stop);
    if (!run)
        return tl::make_unexpected(run.error());
    PackageStore &store = m_workspace.store().packages();
    (void)store.setProgress(package.row.id, package.attempt, 0.5);
    const Dataset &data = *(*run)->data;
    const auto audience = computePackage(data, *(*run)->run, *spec, stop, [&](double share) {
        (void)store.setProgress(package.row.id, package.attempt, 0.5 + 0.4 * share);
    });
    if (!audience)
        return tl::make_unexpected(audience.error());
    (void)store.setProgress(package.row.id, package.attempt, 0.9);
    BuiltPackage built;
    built.tcRunId = (*run)->record.number;
    built.customers = audience->customers;
    built.report = reportOf(*audience);
    for (const ComputedCluster &cluster : audience->clusters) {
        PackageContent content{
            ClusterName(QString::fromStdString(cluster.tc)), QString::fromStdString(cluster.label), {}};
        if (stop.stop_requested())
            return tl::make_unexpected(stopped());
        content.members.reserve(cluster.members.size());
        for (const ComputedMember &member : cluster.members)
            content.members.push_back(
                {data.customerIds[member.customer], static_cast<double>(member.affinity)});
        built.clusters.push_back(std::move(content));
    }
    return built;
}

Expected<BuiltPackage> AudiencePackages::buildMerged(const StoredPackage &package,
                                                     const std::stop_token &stop)
{
    std::vector<std::vector<StoredCluster>> sources;
    std::set<TcRunId> runs;
    for (const PackageId &id : package.sources) {
        const auto source = m_workspace.store().packages().find(id);
        const auto content = finishedContent(id);
        if (!source || !content)
            return tl::make_unexpected(!source ? source.error() : content.error());
        if (stop.stop_requested())
            return tl::make_unexpected(stopped());
        runs.insert(source->row.tcRunId);
        sources.push_back(storedClusters(*content));
    }
    try {
        BuiltPackage built = mergedPackage(uniteClusters(sources, stop), stop);
        built.tcRunId = runs.size() == 1 ? *runs.begin() : 0; // of several runs: of none in particular
        return built;
    } catch (const Stopped &) {
        return tl::make_unexpected(stopped());
    }
}

} // namespace groundswell::service
