#include "app/service/backhaul/backhaul.h"

#include <algorithm>
#include <set>

namespace groundswell::service {

namespace {

using Customers = std::vector<std::uint32_t>;

/// Ascending, once each, known to the dataset. In this order the walk over the purchases runs through memory
/// front to back, which is what makes it fast.
Customers sortedMembers(std::span<const std::uint32_t> cluster, std::size_t customerCount)
{
    Customers members(cluster.begin(), cluster.end());
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    members.erase(std::lower_bound(members.begin(), members.end(), customerCount), members.end());
    return members;
}

/// A flag an event: does a sale of it count? Empty = every event's does.
std::vector<bool> countingEvents(const Dataset &dataset, AttributionModel model,
                                 std::span<const std::uint32_t> packageEvents)
{
    if (model == AttributionModel::AllPurchases)
        return {};
    std::vector<bool> counts(dataset.events.size(), false);
    std::set<std::string_view> series;
    for (const std::uint32_t event : packageEvents) {
        if (event >= counts.size())
            continue;
        counts[event] = true;
        // Events without a series are no series of their own.
        if (const std::string &name = dataset.events[event].series; !name.empty())
            series.insert(name);
    }
    if (model == AttributionModel::EventSeries) {
        for (std::size_t event = 0; event < counts.size(); ++event) {
            if (series.contains(dataset.events[event].series))
                counts[event] = true;
        }
    }
    return counts;
}

AttributionCounts countOf(const Dataset &dataset, const Customers &members, const std::vector<bool> &counting,
                          const AttributionWindow &window)
{
    AttributionCounts counts;
    counts.members = static_cast<std::int64_t>(members.size());
    std::vector<std::uint32_t> orders;
    for (const std::uint32_t customer : members) {
        const auto purchases = dataset.purchasesOf(customer);
        auto purchase = std::ranges::lower_bound(purchases, window.from, {}, &Purchase::at);
        bool bought = false;
        for (; purchase != purchases.end() && purchase->at < window.to; ++purchase) {
            if (!counting.empty() && !counting[purchase->event])
                continue;
            counts.items += purchase->quantity;
            counts.revenueMinor += purchase->amountMinor;
            if (purchase->quantity > 0) {
                bought = true;
                orders.push_back(purchase->order);
            }
        }
        counts.customers += bought ? 1 : 0;
    }
    // An order may hold tickets of several customers; it is one all the same.
    std::sort(orders.begin(), orders.end());
    counts.purchases = std::unique(orders.begin(), orders.end()) - orders.begin();
    return counts;
}

} // namespace

Attribution evaluateAttribution(const Dataset &dataset, std::span<const std::vector<std::uint32_t>> clusters,
                                AttributionModel model, std::span<const std::uint32_t> packageEvents,
                                const AttributionWindow &window)
{
    const std::vector<bool> counting = countingEvents(dataset, model, packageEvents);
    Attribution attribution;
    Customers everybody;
    for (const auto &cluster : clusters) {
        const Customers members = sortedMembers(cluster, dataset.customers.size());
        attribution.clusters.push_back(countOf(dataset, members, counting, window));
        everybody.insert(everybody.end(), members.begin(), members.end());
    }
    attribution.unique =
        countOf(dataset, sortedMembers(everybody, dataset.customers.size()), counting, window);
    return attribution;
}

} // namespace groundswell::service
