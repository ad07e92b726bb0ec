#include "app/service/usecases/packages/audiencepackages.h"

#include "app/service/store/eventstore.h"
#include "app/service/store/refusal.h"
#include "app/service/store/stopped.h"
#include "app/service/usecases/forms/bodyform.h"

#include <QJsonArray>
#include <QLoggingCategory>

#include <set>
#include <string_view>

namespace groundswell::service {

namespace {

const QString cancelledKey = QStringLiteral("error.package.cancelled");
const QString expiryFailedKey = QStringLiteral("error.package.expiry_failed");

Q_LOGGING_CATEGORY(lcPackages, "groundswell.service.packages")

Problem invalid(const QString &code, const QString &field)
{
    return refusal(400, QStringLiteral("error.package.invalid"), {{code, field}});
}

Expected<AttributionSettings> checkedDetails(const QJsonObject &body)
{
    BodyForm form;
    form.texts(body, {}, {"backhaul_evaluation_model", "email_sent_date"});
    auto details = AttributionSettings::fromJson(body);
    if (!details)
        form.complaint(details.error());
    if (auto found = form.finish(QStringLiteral("error.request.invalid")); !found)
        return tl::make_unexpected(found.error());
    if (details->windowDays < 1 || details->windowDays > 366)
        return tl::make_unexpected(invalidField(QStringLiteral("out_of_range"),
                                                QStringLiteral("/backhaul_evaluation_attribution_window")));
    if (!details->model.known())
        return tl::make_unexpected(
            invalidField(QStringLiteral("unknown_value"), QStringLiteral("/backhaul_evaluation_model")));
    return details;
}

Expected<PackageRequest> readRequest(const QJsonObject &body, const QString &currency)
{
    BodyForm form;
    form.texts(
        body, {},
        {"package_title", "targeting_mode", "exclude_purchased_only_before", "exclude_purchased_only_after"});
    form.lists(body, {}, {"event_ids", "include_customer_ids", "exclude_customer_ids"});
    form.amounts(body, {}, {"exclude_price_below", "exclude_price_above"}, currency);
    auto wanted = PackageRequest::fromJson(body, currency);
    if (!wanted)
        form.complaint(wanted.error());
    if (auto found = form.finish(QStringLiteral("error.package.invalid")); !found)
        return tl::make_unexpected(found.error());
    return wanted;
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

void AudiencePackages::resume()
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

void AudiencePackages::expireOld()
{
    auto packages = m_workspace.store().packages().all();
    if (!packages)
        qCWarning(lcPackages, "packages can't be looked through: %s",
                  qPrintable(packages.error().messageKey));
    if (packages) {
        for (StoredPackage &package : *packages) {
            if (m_workspace.stopToken().stop_requested())
                return;
            (void)expireIfOver(std::move(package)); // logs what fails
        }
    }
}

Expected<StoredPackage> AudiencePackages::expireIfOver(StoredPackage package)
{
    if (!package.row.status.is(PackageStatus::Done) || package.row.expiresAt > m_workspace.now())
        return package;
    const auto last = evaluate(package);
    if (m_workspace.stopToken().stop_requested())
        return tl::make_unexpected(stopped()); // at the next start, with its last evaluation
    if (!last && last.error().messageKey == u"error.package.expired")
        return m_workspace.store().packages().find(package.row.id); // another thread was first, and kept it
    if (!last)
        qCWarning(lcPackages, "package %s expires without a last evaluation: %s",
                  qPrintable(package.row.id.value()), qPrintable(last.error().messageKey));
    const QJsonObject lastWord = last ? last->toJson() : QJsonObject();
    PackageStore &store = m_workspace.store().packages();
    if (auto expired = store.expire(package.row.id, lastWord); !expired) {
        // Not the end of it: tried again by the next look. Until then it says so, and hands out nothing.
        qCWarning(lcPackages, "the lists of package %s can't be deleted: %s (%s)",
                  qPrintable(package.row.id.value()), qPrintable(expired.error().messageKey),
                  qPrintable(expired.error().detail));
        package.row.status = PackageStatus::Expired;
        package.row.failureReason = expiryFailedKey;
        package.lastEvaluation = lastWord;
        return package;
    }
    return store.find(package.row.id);
}

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

Expected<StoredPackage> AudiencePackages::create(const QJsonObject &body)
{
    auto created = request(body);
    if (created)
        enqueue(created->row.id);
    return created;
}

Expected<StoredPackage> AudiencePackages::createNow(const QJsonObject &body)
{
    const auto created = request(body);
    if (!created)
        return created;
    build(created->row.id, m_workspace.stopToken());
    return find(created->row.id);
}

Expected<StoredPackage> AudiencePackages::request(const QJsonObject &body)
{
    const auto organiser = m_workspace.organiser();
    const auto details = defaults();
    if (!organiser || !details)
        return tl::make_unexpected(!organiser ? organiser.error() : details.error());
    const auto wanted = readRequest(body, organiser->currency);
    if (!wanted)
        return tl::make_unexpected(wanted.error());
    if (wanted->title.trimmed().isEmpty())
        return tl::make_unexpected(invalid(QStringLiteral("missing"), QStringLiteral("/package_title")));
    if (wanted->events.empty())
        return tl::make_unexpected(invalid(QStringLiteral("missing"), QStringLiteral("/event_ids")));
    if (!wanted->targetingMode.known())
        return tl::make_unexpected(
            invalid(QStringLiteral("unknown_value"), QStringLiteral("/targeting_mode")));
    if (wanted->numPackages < 1 || wanted->numPackages > 50)
        return tl::make_unexpected(invalid(QStringLiteral("out_of_range"), QStringLiteral("/num_packages")));
    if (wanted->nTopEvents < 1 || wanted->nTopEvents > 50)
        return tl::make_unexpected(invalid(QStringLiteral("out_of_range"), QStringLiteral("/n_top_events")));

    StoredPackage package;
    for (const EventId &id : wanted->events) {
        const auto event = m_workspace.store().events().event(id);
        if (!event)
            return tl::make_unexpected(
                event.error().httpStatus == 404 || event.error().kind == Problem::Kind::NotFound
                    ? invalid(QStringLiteral("event.not_found"), QStringLiteral("/event_ids"))
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

Expected<StoredPackage> AudiencePackages::merge(const std::vector<PackageId> &ids)
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

Expected<StoredPackage> AudiencePackages::regenerate(const PackageId &id)
{
    auto restarted = m_workspace.store().packages().restart(id);
    if (restarted)
        enqueue(id);
    return restarted;
}

Expected<std::vector<StoredPackage>> AudiencePackages::all()
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

Expected<StoredPackage> AudiencePackages::find(const PackageId &id)
{
    auto package = m_workspace.store().packages().find(id);
    return package ? expireIfOver(std::move(*package)) : package;
}

Expected<std::vector<PackageContent>> AudiencePackages::finishedContent(const PackageId &id)
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

Expected<AttributionSettings> AudiencePackages::defaults()
{
    return m_workspace.store().packages().attributionDefaults();
}

Expected<AttributionSettings> AudiencePackages::setDefaults(const QJsonObject &body)
{
    auto details = checkedDetails(body);
    if (!details)
        return details;
    details->emailSentDate = {};
    if (auto stored = m_workspace.store().packages().setAttributionDefaults(*details); !stored)
        return tl::make_unexpected(stored.error());
    return details;
}

Expected<AttributionSettings> AudiencePackages::setDetails(const PackageId &id, const QJsonObject &body)
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
