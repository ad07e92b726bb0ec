#include "app/net/once/makings.h"

#include <algorithm>
#include <set>

namespace groundswell {

namespace {

using Packages = std::vector<AudiencePackage>;

/// The first that wasn't there before and fits.
template <class Item, class Fits>
const Item *newOne(const std::vector<Item> &before, const std::vector<Item> &now, const Fits &fits)
{
    const auto isNew = [&](const Item &item) {
        return std::ranges::none_of(before, [&](const Item &old) { return old.id == item.id; });
    };
    const auto found = std::ranges::find_if(now, [&](const Item &item) { return isNew(item) && fits(item); });
    return found == now.end() ? nullptr : &*found;
}

std::set<QString> eventsOf(const AudiencePackage &package)
{
    std::set<QString> events;
    for (const PackageEvent &event : package.events)
        events.insert(event.id.value());
    return events;
}

auto packageList(WaveClient &client)
{
    return [&client](QObject *context, Callback<Packages> callback) {
        return client.packages(context, std::move(callback));
    };
}

bool isLive(const Campaign &campaign)
{
    return !campaign.status.is(CampaignStatus::Completed) && !campaign.status.is(CampaignStatus::Ignored);
}

} // namespace

PackageMaking::Steps packageSteps(WaveClient &client, const PackageRequest &request)
{
    std::set<QString> wanted;
    for (const EventId &event : request.events)
        wanted.insert(event.value());
    return {packageList(client),
            [&client, request](QObject *context, Callback<PackageId> callback) {
                return client.createPackage(request, context, std::move(callback));
            },
            [request, wanted](const Packages &before, const Packages &now) -> std::optional<PackageId> {
                const auto *made = newOne(before, now, [&](const AudiencePackage &package) {
                    // A list may name a package without its events.
                    return package.title == request.title
                        && (package.events.empty() || eventsOf(package) == wanted);
                });
                return made ? std::optional(made->id) : std::nullopt;
            }};
}

PackageMaking::Steps mergeSteps(WaveClient &client, const std::vector<PackageId> &ids)
{
    const auto find = [ids](const Packages &before, const Packages &now) -> std::optional<PackageId> {
        std::set<QString> wanted;
        std::set<QString> named; ///< by the sources themselves
        for (const AudiencePackage &package : now) {
            if (std::ranges::find(ids, package.id) == ids.end())
                continue;
            wanted.merge(eventsOf(package));
            named.insert(package.mergeId);
        }
        const auto *made = newOne(before, now, [&](const AudiencePackage &package) {
            return named.contains(package.id.value()) || (!wanted.empty() && eventsOf(package) == wanted);
        });
        return made ? std::optional(made->id) : std::nullopt;
    };
    return {packageList(client),
            [&client, ids](QObject *context, Callback<PackageId> callback) {
                return client.mergePackages(ids, context, std::move(callback));
            },
            find};
}

CampaignMaking::Steps campaignSteps(WaveClient &client, const CampaignAddition &addition)
{
    using Campaigns = std::vector<Campaign>;
    SetupProcess asked;
    asked.eid = addition.eid;
    const auto liveOne = [cluster = addition.cluster](const Campaigns &campaigns) {
        return std::ranges::find_if(campaigns, [&](const Campaign &campaign) {
            return campaign.cluster == cluster && isLive(campaign);
        });
    };
    return {[&client, asked](QObject *context, Callback<Campaigns> callback) {
                return client.publishedCampaigns(asked, context, std::move(callback));
            },
            [&client, addition](QObject *context, Callback<Campaign> callback) {
                return client.addCampaign(addition, context, std::move(callback));
            },
            [liveOne](const Campaigns &before, const Campaigns &now) -> std::optional<Campaign> {
                const auto found = liveOne(now);
                const bool isNew = found != now.end() && liveOne(before) == before.end();
                return isNew ? std::optional(*found) : std::nullopt;
            }};
}

SpendMaking::Steps spendSteps(WaveClient &client, const AdSpend &spend)
{
    using Entries = std::vector<AdSpend>;
    return {[&client, eid = spend.eid](QObject *context, Callback<Entries> callback) {
                return client.adSpend(eid, context, std::move(callback));
            },
            [&client, spend](QObject *context, Callback<AdSpend> callback) {
                return client.addAdSpend(spend, context, std::move(callback));
            },
            [spend](const Entries &before, const Entries &now) -> std::optional<AdSpend> {
                const auto *made = newOne(before, now, [&](const AdSpend &entry) {
                    return entry.cluster == spend.cluster && entry.day == spend.day
                        && entry.amount == spend.amount;
                });
                return made ? std::optional(*made) : std::nullopt;
            }};
}

} // namespace groundswell
