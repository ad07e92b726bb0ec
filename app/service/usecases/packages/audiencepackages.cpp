#include "app/service/usecases/packages/audiencepackages.h"

#include "app/service/store/eventstore.h"
#include "app/service/store/refusal.h"
#include "app/service/store/stopped.h"
#include "app/service/usecases/forms/bodyform.h"

#include <QLoggingCategory>

namespace groundswell::service {

namespace {

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
