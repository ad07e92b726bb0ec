#include "app/service/usecases/planning/campaignhistory.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/tasterunstore.h"
#include "models/wave/cluster.h"

namespace groundswell::service {

namespace {

/// What the cluster promised when it was shown: its people's mean probability; nullopt where it isn't known.
Expected<std::optional<double>> promiseOf(Workspace &workspace, const Campaign &campaign)
{
    const auto shown = workspace.store().runs().clusters(campaign.cluster.tcRunId, campaign.eid);
    if (!shown)
        return tl::make_unexpected(shown.error());
    const auto run = *shown ? ClusterRun::fromJson(**shown) : Expected<ClusterRun>(ClusterRun());
    for (const TasteCluster &cluster : run ? run->clusters : std::vector<TasteCluster>()) {
        if (cluster.cluster == campaign.cluster)
            return cluster.probability;
    }
    return std::nullopt;
}

bool bought(const Dataset &data, std::uint32_t customer, std::uint32_t event, std::int64_t since)
{
    std::int64_t tickets = 0;
    for (const Purchase &purchase : data.purchasesOf(customer))
        tickets += purchase.event == event && purchase.at >= since ? purchase.quantity : 0;
    return tickets > 0;
}

} // namespace

Expected<CampaignHistory> campaignHistory(Workspace &workspace, const Dataset &data,
                                          const Organiser &organiser)
{
    const auto campaigns = workspace.store().campaigns().all();
    if (!campaigns)
        return tl::make_unexpected(campaigns.error());
    const std::int64_t now = workspace.now().toSecsSinceEpoch();
    const QTimeZone zone = organiser.zone();
    CampaignHistory history;
    for (const Campaign &campaign : *campaigns) {
        const auto event = data.eventIndex(campaign.eid.value().toStdString());
        if (!event || data.events[*event].overUtc() >= now || !campaign.startDate.isValid()
            || campaign.status.is(CampaignStatus::Ignored))
            continue;
        const auto members = workspace.store().campaigns().members(campaign.audienceId);
        const auto promise = promiseOf(workspace, campaign);
        if (!members || !promise)
            return tl::make_unexpected(!members ? members.error() : promise.error());
        if (!*members || (*members)->empty() || !*promise)
            continue;
        const std::int64_t since = campaign.startDate.startOfDay(zone).toSecsSinceEpoch();
        ++history.campaigns;
        for (const std::string &id : **members) {
            const auto customer = data.customerIndex(id);
            ++history.people;
            history.promised += **promise;
            history.buyers += customer && bought(data, *customer, *event, since) ? 1 : 0;
        }
    }
    return history;
}

} // namespace groundswell::service
