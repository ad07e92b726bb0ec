// The part of AudiencePackages that counts what a package's people bought.

#include "app/service/evaluation/purchasecounts.h"
#include "app/service/store/refusal.h"
#include "app/service/store/stopped.h"
#include "app/service/usecases/packages/audiencepackages.h"

namespace groundswell::service {

namespace {

constexpr std::size_t membersBetweenLooks = 16'384; // at the stop token

/// \a counts null: there is no sending date yet, so nothing can be said but who is in it.
EvaluationRow rowOf(qint64 members, const PurchaseCounts *counts, const QString &currency)
{
    EvaluationRow row;
    row.members = members;
    if (counts) {
        row.customers = counts->customers;
        row.items = counts->items;
        row.purchases = counts->purchases;
        row.revenue = Money{counts->revenueMinor, currency};
    }
    return row;
}

} // namespace

Expected<PackageEvaluation> AudiencePackages::evaluation(const PackageId &id)
{
    const auto package = find(id);
    if (!package)
        return tl::make_unexpected(package.error());
    if (package->row.status.is(PackageStatus::Expired)) {
        if (package->lastEvaluation.isEmpty())
            return tl::make_unexpected(refusal(410, QStringLiteral("error.package.expired")));
        return m_workspace.organiser().and_then([&](const Organiser &organiser) {
            return PackageEvaluation::fromJson(package->lastEvaluation, organiser.currency);
        });
    }
    if (!package->row.status.is(PackageStatus::Done))
        return tl::make_unexpected(refusal(409, QStringLiteral("error.package.not_done")));
    return evaluate(*package);
}

Expected<PackageEvaluation> AudiencePackages::evaluate(const StoredPackage &package)
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
    const auto model = details.model.known().value_or(PackageAttributionModel::EventsFromPackage);
    const std::string zone = organiser->timeZone.toStdString();
    const auto window = attributionWindow(details.emailSentDate, details.windowDays, zone);
    PackageCounts counts;
    try {
        if (window)
            counts = countPurchases(**data, clusters, model, events, *window, stop);
    } catch (const Stopped &) {
        return tl::make_unexpected(stopped());
    }
    const qint64 now = m_workspace.now().toSecsSinceEpoch();

    PackageEvaluation result;
    result.status = QStringLiteral("DONE");
    result.asOf = m_workspace.now();
    for (std::size_t i = 0; i < content->size(); ++i) {
        const PackageContent &cluster = (*content)[i];
        EvaluationRow row = rowOf(static_cast<qint64>(cluster.members.size()),
                                  window ? &counts.clusters[i] : nullptr, organiser->currency);
        row.tc = cluster.tc;
        row.label = cluster.label;
        result.clusters.push_back(std::move(row));
    }
    result.unique =
        rowOf(package.row.customers.value_or(0), window ? &counts.unique : nullptr, organiser->currency);
    result.provisional = window && !windowIsOver(*window, now);
    if (window)
        result.daysElapsed = daysElapsed(details.emailSentDate, details.windowDays, zone, now);
    return result;
}

} // namespace groundswell::service
