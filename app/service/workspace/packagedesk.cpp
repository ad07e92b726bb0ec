#include "app/service/workspace/packagedesk.h"

#include "app/service/store/eventstore.h"
#include "app/service/store/refusal.h"

#include <set>

namespace groundswell::service {

namespace {

const QString defaultsKey = QStringLiteral("backhaul_defaults");
const QString cancelledKey = QStringLiteral("error.package.cancelled");

Problem invalid(const QString &code, const QString &field)
{
    return refusal(400, QStringLiteral("error.package.invalid"), {{code, field}});
}

Expected<BackhaulDetails> checkedDetails(const QJsonObject &body)
{
    auto details = BackhaulDetails::fromJson(body);
    if (!details)
        return tl::make_unexpected(refusal(400, QStringLiteral("error.request.invalid"),
                                           {{QStringLiteral("wrong_type"), details.error().detail}}));
    if (details->windowDays < 1 || details->windowDays > 366)
        return tl::make_unexpected(invalidField(QStringLiteral("out_of_range"),
                                                QStringLiteral("backhaul_evaluation_attribution_window")));
    if (!details->model.known())
        return tl::make_unexpected(
            invalidField(QStringLiteral("unknown_value"), QStringLiteral("backhaul_evaluation_model")));
    return details;
}

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

QJsonObject reportOf(const Audience &audience)
{
    const auto texts = [](const std::vector<std::string> &ids) {
        QJsonArray array;
        for (const std::string &id : ids)
            array.append(QString::fromStdString(id));
        return array;
    };
    const AudienceExclusions &out = audience.excluded;
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

} // namespace

void PackageDesk::resume()
{
    const auto packages = m_workspace.store().packages().all();
    if (!packages)
        return;
    // Oldest first, as they were asked for.
    for (auto package = packages->rbegin(); package != packages->rend(); ++package) {
        if (!package->row.isTerminal())
            enqueue(package->row.id);
    }
}

void PackageDesk::expireOld()
{
    if (auto packages = m_workspace.store().packages().all()) {
        for (StoredPackage &package : *packages)
            (void)expireIfOver(std::move(package));
    }
}

Expected<StoredPackage> PackageDesk::expireIfOver(StoredPackage package)
{
    if (!package.row.status.is(PackageStatus::Done) || package.row.expiresAt > m_workspace.now())
        return package;
    const auto last = evaluate(package);
    if (auto expired = m_workspace.store().packages().expire(package.row.id, last.value_or(QJsonObject()));
        !expired)
        return tl::make_unexpected(expired.error());
    return m_workspace.store().packages().find(package.row.id);
}

void PackageDesk::enqueue(const PackageId &id)
{
    m_workspace.jobs().post([this, id](const std::stop_token &stop) { build(id, stop); });
}

void PackageDesk::build(const PackageId &id, const std::stop_token &stop)
{
    PackageStore &store = m_workspace.store().packages();
    std::stop_source cancel;
    {
        const std::lock_guard lock(m_mutex);
        const auto package = store.find(id);
        if (!package || package->row.isTerminal()) // also: given up while it waited for its turn
            return;
        m_building[id.value()] = cancel;
        (void)store.setProgress(id, PackageStatus::InProgress, 0.05);
    }
    const std::stop_callback stopped(stop, [&] { cancel.request_stop(); });
    const auto built = contentOf(id, cancel.get_token());
    const std::lock_guard lock(m_mutex);
    m_building.erase(id.value());
    if (stop.stop_requested())
        return; // stays unfinished; the next start takes it up
    if (cancel.stop_requested()) {
        (void)store.fail(id, cancelledKey);
        return;
    }
    if (!built) {
        (void)store.fail(id, built.error().messageKey);
        return;
    }
    const QDateTime now = m_workspace.now();
    if (const auto finished = store.finish(id, *built, now, now.addDays(lifetimeDays)); !finished)
        (void)store.fail(id, finished.error().messageKey);
}

Expected<BuiltPackage> PackageDesk::contentOf(const PackageId &id, const std::stop_token &stop)
{
    const auto package = m_workspace.store().packages().find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    return package->sources.empty() ? buildFresh(*package, stop) : buildMerged(*package);
}

Expected<void> PackageDesk::cancel(const PackageId &id)
{
    const std::lock_guard lock(m_mutex);
    if (const auto building = m_building.find(id.value()); building != m_building.end()) {
        building->second.request_stop();
        return {};
    }
    const auto package = m_workspace.store().packages().find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    if (package->row.isTerminal())
        return tl::make_unexpected(refusal(409, QStringLiteral("error.package.not_building")));
    return m_workspace.store().packages().fail(id, cancelledKey); // its turn hasn't come yet
}

Expected<AudienceSpec> PackageDesk::specOf(const QJsonObject &request)
{
    const auto organiser = m_workspace.organiser();
    if (!organiser)
        return tl::make_unexpected(organiser.error());
    const auto parsed = PackageRequest::fromJson(request, organiser->currency);
    if (!parsed)
        return tl::make_unexpected(parsed.error());
    const QTimeZone zone = Workspace::zoneOf(*organiser);
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
    AudienceSpec spec;
    for (const EventId &event : parsed->events)
        spec.eventIds.push_back(event.value().toStdString());
    spec.numPackages = parsed->numPackages;
    spec.nTopEvents = parsed->nTopEvents;
    spec.mode = parsed->targetingMode.is(TargetingMode::Inclusive) ? AudienceMode::Inclusive
                                                                   : AudienceMode::Selective;
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

Expected<BuiltPackage> PackageDesk::buildFresh(const StoredPackage &package, const std::stop_token &stop)
{
    const auto spec = specOf(package.request);
    if (!spec)
        return tl::make_unexpected(spec.error());
    const auto run = m_runs.latest(stop);
    if (!run)
        return tl::make_unexpected(run.error());
    (void)m_workspace.store().packages().setProgress(package.row.id, PackageStatus::InProgress, 0.5);
    const Dataset &data = *(*run)->data;
    const auto audience = buildAudience(data, *(*run)->run, *spec, stop, [&](double share) {
        (void)m_workspace.store().packages().setProgress(package.row.id, PackageStatus::InProgress,
                                                         0.5 + 0.4 * share);
    });
    if (!audience)
        return tl::make_unexpected(audience.error());
    (void)m_workspace.store().packages().setProgress(package.row.id, PackageStatus::InProgress, 0.9);
    BuiltPackage built;
    built.tcRunId = (*run)->record.number;
    built.customers = audience->customers;
    built.report = reportOf(*audience);
    for (const AudienceCluster &cluster : audience->clusters) {
        PackageContent content{
            ClusterName(QString::fromStdString(cluster.tc)), QString::fromStdString(cluster.label), {}};
        content.members.reserve(cluster.members.size());
        for (const AudienceMember &member : cluster.members)
            content.members.push_back(
                {data.customerIds[member.customer], static_cast<double>(member.affinity)});
        built.clusters.push_back(std::move(content));
    }
    return built;
}

Expected<BuiltPackage> PackageDesk::buildMerged(const StoredPackage &package)
{
    BuiltPackage built;
    std::vector<std::vector<StoredCluster>> sources;
    std::set<TcRunId> runs;
    for (const PackageId &id : package.sources) {
        const auto source = m_workspace.store().packages().find(id);
        const auto content = finishedContent(id);
        if (!source || !content)
            return tl::make_unexpected(!source ? source.error() : content.error());
        runs.insert(source->row.tcRunId);
        sources.push_back(storedClusters(*content));
    }
    std::set<std::string> distinct;
    for (const StoredCluster &cluster : mergeAudiences(sources)) {
        PackageContent content{
            ClusterName(QString::fromStdString(cluster.tc)), QString::fromStdString(cluster.label), {}};
        for (const StoredMember &member : cluster.members) {
            content.members.push_back({member.customerId, member.affinity});
            distinct.insert(member.customerId);
        }
        built.clusters.push_back(std::move(content));
    }
    built.customers = static_cast<qint64>(distinct.size());
    built.tcRunId = runs.size() == 1 ? *runs.begin() : 0; // of several runs: of none in particular
    return built;
}

Expected<StoredPackage> PackageDesk::create(const QJsonObject &body)
{
    auto created = request(body);
    if (created)
        enqueue(created->row.id);
    return created;
}

Expected<StoredPackage> PackageDesk::createNow(const QJsonObject &body)
{
    const auto created = request(body);
    if (!created)
        return created;
    build(created->row.id, {});
    return find(created->row.id);
}

Expected<StoredPackage> PackageDesk::request(const QJsonObject &body)
{
    const auto organiser = m_workspace.organiser();
    const auto details = defaults();
    if (!organiser || !details)
        return tl::make_unexpected(!organiser ? organiser.error() : details.error());
    const auto wanted = PackageRequest::fromJson(body, organiser->currency);
    if (!wanted)
        return tl::make_unexpected(invalid(QStringLiteral("wrong_type"), wanted.error().detail));
    if (wanted->title.trimmed().isEmpty())
        return tl::make_unexpected(invalid(QStringLiteral("missing"), QStringLiteral("package_title")));
    if (wanted->events.empty())
        return tl::make_unexpected(invalid(QStringLiteral("missing"), QStringLiteral("event_ids")));
    if (!wanted->targetingMode.known())
        return tl::make_unexpected(
            invalid(QStringLiteral("unknown_value"), QStringLiteral("targeting_mode")));
    if (wanted->numPackages < 1 || wanted->numPackages > 50)
        return tl::make_unexpected(invalid(QStringLiteral("out_of_range"), QStringLiteral("num_packages")));
    if (wanted->nTopEvents < 1 || wanted->nTopEvents > 50)
        return tl::make_unexpected(invalid(QStringLiteral("out_of_range"), QStringLiteral("n_top_events")));

    StoredPackage package;
    for (const EventId &id : wanted->events) {
        const auto event = m_workspace.store().events().event(id);
        if (!event)
            return tl::make_unexpected(
                event.error().httpStatus == 404 || event.error().kind == Problem::Kind::NotFound
                    ? invalid(QStringLiteral("event.not_found"), QStringLiteral("event_ids"))
                    : event.error());
        package.row.events.push_back({id, event->event.title});
    }
    package.row.title = wanted->title.trimmed();
    package.row.targetingMode = wanted->targetingMode;
    package.row.createdAt = m_workspace.now();
    package.request = wanted->toJson();
    package.details = *details;
    return m_workspace.store().packages().create(std::move(package));
}

Expected<StoredPackage> PackageDesk::merge(const std::vector<PackageId> &ids)
{
    StoredPackage merged;
    QStringList titles;
    for (const PackageId &id : ids) {
        if (std::ranges::find(merged.sources, id) != merged.sources.end())
            continue;
        const auto source = find(id);
        if (!source)
            return source;
        if (!source->row.status.is(PackageStatus::Done))
            return tl::make_unexpected(refusal(409, QStringLiteral("error.package.not_done")));
        for (const PackageEvent &event : source->row.events) {
            if (std::ranges::find(merged.row.events, event) == merged.row.events.end())
                merged.row.events.push_back(event);
        }
        titles.append(source->row.title);
        if (merged.sources.empty())
            merged.row.targetingMode = source->row.targetingMode;
        else if (merged.row.targetingMode != source->row.targetingMode)
            merged.row.targetingMode = {};
        merged.sources.push_back(id);
    }
    if (merged.sources.size() < 2)
        return tl::make_unexpected(invalid(QStringLiteral("too_few"), QStringLiteral("packages_ids")));
    const auto details = defaults();
    if (!details)
        return tl::make_unexpected(details.error());
    merged.row.title = titles.join(QStringLiteral(" + "));
    merged.row.createdAt = m_workspace.now();
    merged.details = *details;
    auto created = m_workspace.store().packages().create(std::move(merged));
    if (created)
        enqueue(created->row.id);
    return created;
}

Expected<StoredPackage> PackageDesk::regenerate(const PackageId &id)
{
    auto restarted = m_workspace.store().packages().restart(id);
    if (restarted)
        enqueue(id);
    return restarted;
}

Expected<std::vector<StoredPackage>> PackageDesk::all()
{
    auto packages = m_workspace.store().packages().all();
    if (!packages)
        return packages;
    for (StoredPackage &package : *packages) {
        auto current = expireIfOver(std::move(package));
        if (!current)
            return tl::make_unexpected(current.error());
        package = std::move(*current);
    }
    return packages;
}

Expected<StoredPackage> PackageDesk::find(const PackageId &id)
{
    auto package = m_workspace.store().packages().find(id);
    return package ? expireIfOver(std::move(*package)) : package;
}

Expected<std::vector<PackageContent>> PackageDesk::finishedContent(const PackageId &id)
{
    const auto package = find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    if (package->row.status.is(PackageStatus::Expired))
        return tl::make_unexpected(refusal(410, QStringLiteral("error.package.expired")));
    if (!package->row.status.is(PackageStatus::Done))
        return tl::make_unexpected(refusal(409, QStringLiteral("error.package.not_done")));
    return m_workspace.store().packages().content(id);
}

Expected<BackhaulDetails> PackageDesk::defaults()
{
    const auto stored = m_workspace.store().settings().value(defaultsKey);
    if (!stored)
        return tl::make_unexpected(stored.error());
    return BackhaulDetails::fromJson(stored->value_or(QJsonObject()));
}

Expected<BackhaulDetails> PackageDesk::setDefaults(const QJsonObject &body)
{
    auto details = checkedDetails(body);
    if (!details)
        return details;
    details->emailSentDate = {};
    if (auto stored = m_workspace.store().settings().setValue(defaultsKey, details->toJson()); !stored)
        return tl::make_unexpected(stored.error());
    return details;
}

Expected<BackhaulDetails> PackageDesk::setDetails(const PackageId &id, const QJsonObject &body)
{
    const auto package = find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    if (package->row.status.is(PackageStatus::Expired))
        return tl::make_unexpected(refusal(410, QStringLiteral("error.package.expired")));
    auto details = checkedDetails(body);
    if (!details)
        return details;
    if (auto stored = m_workspace.store().packages().setDetails(id, *details); !stored)
        return tl::make_unexpected(stored.error());
    return details;
}

} // namespace groundswell::service
