// The part of AudiencePackages that counts what a package's people bought.

#include "app/service/evaluation/purchasecounts.h"
#include "app/service/store/refusal.h"
#include "app/service/store/stopped.h"
#include "app/service/usecases/packages/audiencepackages.h"
#include "models/wave/json.h"

#include <QJsonArray>

namespace groundswell::service {

namespace {

constexpr std::size_t membersBetweenLooks = 16'384; // at the stop token

PurchasesToCount modelOf(const AttributionSettings &details)
{
    switch (details.model.known().value_or(PackageAttributionModel::EventsFromPackage)) {
    case PackageAttributionModel::AllPurchases:
        return PurchasesToCount::AllPurchases;
    case PackageAttributionModel::EventSeries:
        return PurchasesToCount::EventSeries;
    case PackageAttributionModel::EventsFromPackage:
        break;
    }
    return PurchasesToCount::EventsFromPackage;
}

/// \a counts null: there is no sending date yet, so nothing can be said but who is in it.
QJsonObject rowJson(qint64 members, const PurchaseCounts *counts, const QString &currency)
{
    const auto count = [](qint64 value) { return QJsonValue(value); };
    return {
        {QStringLiteral("members"), members},
        {QStringLiteral("customers"), counts ? count(counts->customers) : QJsonValue()},
        {QStringLiteral("items"), counts ? count(counts->items) : QJsonValue()},
        {QStringLiteral("purchase"), counts ? count(counts->purchases) : QJsonValue()},
        {QStringLiteral("revenue"), counts ? Money{counts->revenueMinor, currency}.toJson() : QJsonValue()}};
}

} // namespace

Expected<QJsonObject> AudiencePackages::evaluation(const PackageId &id)
{
    const auto package = find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    if (package->row.status.is(PackageStatus::Expired)) {
        if (package->lastEvaluation.isEmpty())
            return tl::make_unexpected(refusal(410, QStringLiteral("error.package.expired")));
        return package->lastEvaluation;
    }
    if (!package->row.status.is(PackageStatus::Done))
        return tl::make_unexpected(refusal(409, QStringLiteral("error.package.not_done")));
    return evaluate(*package);
}

Expected<QJsonObject> AudiencePackages::evaluate(const StoredPackage &package)
{
    const std::stop_token stop = m_workspace.stopToken();
    const auto organiser = m_workspace.organiser();
    const auto data = m_workspace.dataset();
    const auto content = m_workspace.store().packages().content(package.row.id);
    if (!organiser || !data || !content)
        return tl::make_unexpected(!organiser ? organiser.error() : !data ? data.error() : content.error());
    std::vector<std::vector<std::uint32_t>> clusters;
    for (const PackageContent &cluster : *content) {
        auto &indexes = clusters.emplace_back();
        for (const PackageMember &member : cluster.members) {
            if (indexes.size() % membersBetweenLooks == 0 && stop.stop_requested())
                return tl::make_unexpected(stopped());
            if (const auto index = (*data)->customerIndex(member.customerId))
                indexes.push_back(*index);
        }
    }
    std::vector<std::uint32_t> events;
    for (const PackageEvent &event : package.row.events) {
        if (const auto index = (*data)->eventIndex(event.id.value().toStdString()))
            events.push_back(*index);
    }
    const AttributionSettings &details = package.details;
    const std::string zone = organiser->timeZone.toStdString();
    const auto window = attributionWindow(details.emailSentDate, details.windowDays, zone);
    PackageCounts counts;
    try {
        if (window)
            counts = countPurchases(**data, clusters, modelOf(details), events, *window, stop);
    } catch (const Stopped &) {
        return tl::make_unexpected(stopped());
    }
    const qint64 now = m_workspace.now().toSecsSinceEpoch();

    QJsonArray rows;
    for (std::size_t i = 0; i < content->size(); ++i) {
        const PackageContent &cluster = (*content)[i];
        QJsonObject row = rowJson(static_cast<qint64>(cluster.members.size()),
                                  window ? &counts.clusters[i] : nullptr, organiser->currency);
        row.insert(QStringLiteral("tc"), cluster.tc.value());
        row.insert(QStringLiteral("label"), textJson(cluster.label));
        rows.append(row);
    }
    QJsonObject result{
        {QStringLiteral("status"), QStringLiteral("DONE")},
        {QStringLiteral("as_of"), dateTimeJson(m_workspace.now())},
        {QStringLiteral("clusters"), rows},
        {QStringLiteral("unique"),
         rowJson(package.row.customers.value_or(0), window ? &counts.unique : nullptr, organiser->currency)},
        {QStringLiteral("provisional"), window && !windowIsOver(*window, now)}};
    result.insert(QStringLiteral("days_elapsed"),
                  window ? QJsonValue(daysElapsed(details.emailSentDate, details.windowDays, zone, now))
                         : QJsonValue());
    return result;
}

} // namespace groundswell::service
