#include "app/service/backhaul/backhaul.h"

#include "app/service/store/prefetch.h"

#include <algorithm>
#include <set>

namespace groundswell::service {

namespace {

/// A customer and one of the clusters she is in.
struct Member {
    std::uint32_t customer;
    std::uint32_t cluster;
    auto operator<=>(const Member &) const = default;
};

/// Ascending, each pair once, customers known to the dataset. In this order the walk over the purchases runs
/// through memory front to back, which is what makes it fast.
std::vector<Member> membersOf(std::span<const std::vector<std::uint32_t>> clusters, std::size_t customerCount)
{
    std::vector<Member> members;
    for (std::uint32_t cluster = 0; cluster < clusters.size(); ++cluster) {
        const auto before = static_cast<std::ptrdiff_t>(members.size());
        for (const std::uint32_t customer : clusters[cluster]) {
            if (customer < customerCount)
                members.push_back({customer, cluster});
        }
        const auto added = members.begin() + before;
        if (!std::is_sorted(added, members.end())) // usually they are
            std::sort(added, members.end());
        std::inplace_merge(members.begin(), added, members.end());
    }
    members.erase(std::unique(members.begin(), members.end()), members.end());
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

constexpr std::size_t membersAhead = 12;
constexpr std::size_t fewPurchases = 16; ///< up to here looking through them beats searching

/// Counts that grow customer by customer.
class Counter {
public:
    void add(const AttributionCounts &ofCustomer, std::span<const std::uint32_t> orders)
    {
        ++m_counts.members;
        m_counts.customers += ofCustomer.customers;
        m_counts.items += ofCustomer.items;
        m_counts.revenueMinor += ofCustomer.revenueMinor;
        m_orders.insert(m_orders.end(), orders.begin(), orders.end());
    }
    [[nodiscard]] AttributionCounts take()
    {
        // An order may hold tickets of several customers; it is one all the same.
        std::sort(m_orders.begin(), m_orders.end());
        m_counts.purchases = std::unique(m_orders.begin(), m_orders.end()) - m_orders.begin();
        return m_counts;
    }

private:
    AttributionCounts m_counts;
    std::vector<std::uint32_t> m_orders;
};

/// What one customer bought in the window; her orders with a sale that counts come in \a orders.
AttributionCounts countCustomer(std::span<const Purchase> purchases, const std::vector<bool> &counting,
                                const AttributionWindow &window, std::vector<std::uint32_t> &orders)
{
    AttributionCounts counts;
    orders.clear();
    // From the latest backwards: windows are recent, and of most customers one look is enough.
    auto last = purchases.end();
    if (purchases.size() > fewPurchases)
        last = std::ranges::lower_bound(purchases, window.to, {}, &Purchase::at);
    while (last != purchases.begin()) {
        const Purchase &purchase = *--last;
        if (purchase.at < window.from)
            break;
        if (purchase.at >= window.to || (!counting.empty() && !counting[purchase.event]))
            continue;
        counts.items += purchase.quantity;
        counts.revenueMinor += purchase.amountMinor;
        if (purchase.quantity > 0) {
            counts.customers = 1;
            orders.push_back(purchase.order);
        }
    }
    return counts;
}

} // namespace

Attribution evaluateAttribution(const Dataset &dataset, std::span<const std::vector<std::uint32_t>> clusters,
                                AttributionModel model, std::span<const std::uint32_t> packageEvents,
                                const AttributionWindow &window)
{
    const std::vector<bool> counting = countingEvents(dataset, model, packageEvents);
    const std::vector<Member> members = membersOf(clusters, dataset.customers.size());
    std::vector<Counter> ofCluster(clusters.size());
    Counter everybody;
    AttributionCounts ofCustomer;
    std::vector<std::uint32_t> orders;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member &member = members[i];
        if (i + 2 * membersAhead < members.size())
            prefetch(&dataset.offsets[members[i + 2 * membersAhead].customer]);
        if (i + membersAhead < members.size()) {
            if (const auto end = dataset.offsets[members[i + membersAhead].customer + 1]; end > 0)
                prefetch(&dataset.purchases[end - 1]);
        }
        if (i == 0 || members[i - 1].customer != member.customer) {
            ofCustomer = countCustomer(dataset.purchasesOf(member.customer), counting, window, orders);
            everybody.add(ofCustomer, orders);
        }
        ofCluster[member.cluster].add(ofCustomer, orders);
    }
    Attribution attribution;
    for (Counter &cluster : ofCluster)
        attribution.clusters.push_back(cluster.take());
    attribution.unique = everybody.take();
    return attribution;
}

} // namespace groundswell::service
