#include "app/service/evaluation/purchasecounts.h"

#include "app/service/store/prefetch.h"
#include "app/service/store/stopped.h"

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

/// A flag for each event: does a sale of it count? None = every event's does.
using EventFlags = std::vector<bool>;

EventFlags flagsOf(const Dataset &dataset, std::span<const std::uint32_t> events)
{
    EventFlags flags(dataset.events.size(), false);
    for (const std::uint32_t event : events) {
        if (event < flags.size())
            flags[event] = true;
    }
    return flags;
}

/// The flags, and those of all events of the same series.
EventFlags withSeries(const Dataset &dataset, EventFlags flags)
{
    std::set<std::string_view> series;
    for (std::size_t event = 0; event < flags.size(); ++event) {
        // Events without a series are no series of their own.
        if (flags[event] && !dataset.events[event].series.empty())
            series.insert(dataset.events[event].series);
    }
    for (std::size_t event = 0; event < flags.size(); ++event) {
        if (series.contains(dataset.events[event].series))
            flags[event] = true;
    }
    return flags;
}

/// The rule of each model.
EventFlags countingEvents(const Dataset &dataset, PackageAttributionModel model,
                          std::span<const std::uint32_t> packageEvents)
{
    switch (model) {
    case PackageAttributionModel::AllPurchases:
        return {};
    case PackageAttributionModel::EventsFromPackage:
        return flagsOf(dataset, packageEvents);
    case PackageAttributionModel::EventSeries:
        return withSeries(dataset, flagsOf(dataset, packageEvents));
    }
    return {};
}

constexpr std::size_t membersAhead = 12;
constexpr std::size_t membersBetweenLooks = 65'536; ///< at the stop token; the rest is as long together
constexpr std::size_t purchasesAhead = 32;
constexpr std::size_t fewPurchases = 16; ///< up to here looking through them beats searching

/// How many different ones there are; \a numbers are dense, as Purchase::order.
std::int64_t distinct(std::vector<std::uint32_t> &numbers)
{
    if (numbers.empty())
        return 0;
    const size_t end = std::size_t{std::ranges::max(numbers)} + 1;
    constexpr size_t bitsWorthANumber = 512; // emptying so many is quicker than sorting one
    if (end / bitsWorthANumber > numbers.size()) {
        std::ranges::sort(numbers);
        return std::ranges::unique(numbers).begin() - numbers.begin();
    }
    std::vector<bool> seen(end, false);
    std::int64_t count = 0;
    for (const std::uint32_t number : numbers) {
        count += seen[number] ? 0 : 1;
        seen[number] = true;
    }
    return count;
}

/// Counts that grow customer by customer.
class Counter {
public:
    void addMember() { ++m_counts.members; }
    void add(const PurchaseCounts &ofCustomer, std::span<const std::uint32_t> orders)
    {
        m_counts.customers += ofCustomer.customers;
        m_counts.items += ofCustomer.items;
        m_counts.revenueMinor += ofCustomer.revenueMinor;
        m_orders.insert(m_orders.end(), orders.begin(), orders.end());
    }
    [[nodiscard]] PurchaseCounts take()
    {
        // An order may hold tickets of several customers; it is one all the same.
        m_counts.purchases = distinct(m_orders);
        return m_counts;
    }

private:
    PurchaseCounts m_counts;
    std::vector<std::uint32_t> m_orders;
};

/// What counts, and where the results go.
class Evaluation {
public:
    Evaluation(const Dataset &dataset, std::vector<Member> members, size_t clusters,
               std::vector<bool> counting, const AttributionWindow &window, const std::stop_token &stop)
        : m_dataset(dataset)
        , m_members(std::move(members))
        , m_counting(std::move(counting))
        , m_window(window)
        , m_stop(stop)
        , m_ofCluster(clusters)
    {
    }

    PackageCounts run()
    {
        countMembers();
        const auto days = m_dataset.byDay.around(m_window.from, m_window.to);
        // A look at a member is worth some looks at a purchase, which lie in a row.
        if (!m_dataset.byDay.entries.empty() && days.size() / 4 < m_members.size())
            walkDays(days);
        else
            walkMembers();
        PackageCounts attribution;
        for (Counter &cluster : m_ofCluster)
            attribution.clusters.push_back(cluster.take());
        attribution.unique = m_everybody.take();
        return attribution;
    }

private:
    void countMembers();
    void walkDays(std::span<const DayIndex::Entry> days);
    void noteClusters();
    void takePurchase(const DayIndex::Entry &entry);
    void walkMembers();
    [[nodiscard]] bool counts(const Purchase &purchase) const
    {
        return purchase.at >= m_window.from && purchase.at < m_window.to
            && (m_counting.empty() || m_counting[purchase.event]);
    }
    void startCustomer()
    {
        m_customer = {};
        m_orders.clear();
    }
    void addPurchase(const Purchase &purchase)
    {
        m_customer.items += purchase.quantity;
        m_customer.revenueMinor += purchase.amountMinor;
        if (purchase.quantity > 0) {
            m_customer.customers = 1;
            m_orders.push_back(purchase.order);
        }
    }
    void walkPurchasesOf(std::uint32_t customer);

    const Dataset &m_dataset;
    std::vector<Member> m_members;
    std::vector<bool> m_counting; ///< by event; empty = all
    AttributionWindow m_window;
    const std::stop_token &m_stop;
    std::vector<Counter> m_ofCluster;
    Counter m_everybody;
    static constexpr std::uint8_t inNone = 0; ///< otherwise the cluster's position + 1, or
    static constexpr std::uint8_t inSeveral = 255; ///< to be looked up; also where it is too high
    std::vector<std::uint8_t> m_clusterOf; ///< by customer
    std::vector<bool> m_isBuyer; ///< by customer
    // What the customer bought who is being looked at, and her orders.
    PurchaseCounts m_customer;
    std::vector<std::uint32_t> m_orders;
};

void Evaluation::countMembers()
{
    for (size_t i = 0; i < m_members.size(); ++i) {
        m_ofCluster[m_members[i].cluster].addMember();
        if (i == 0 || m_members[i - 1].customer != m_members[i].customer)
            m_everybody.addMember();
    }
}

/// From the window's purchases to the members who made them.
void Evaluation::walkDays(std::span<const DayIndex::Entry> days)
{
    noteClusters();
    m_isBuyer.assign(m_dataset.customers.size(), false);
    std::vector<DayIndex::Entry> found;
    size_t taken = 0;
    for (const DayIndex::Entry &entry : days) {
        // Events first: what is known of them lies in the nearest cache.
        if ((!m_counting.empty() && !m_counting[entry.event]) || m_clusterOf[entry.customer] == inNone)
            continue;
        prefetch(&m_dataset.purchases[entry.purchase]);
        found.push_back(entry);
        if (found.size() > taken + purchasesAhead)
            takePurchase(found[taken++]);
    }
    for (; taken < found.size(); ++taken)
        takePurchase(found[taken]);
}

void Evaluation::noteClusters()
{
    m_clusterOf.assign(m_dataset.customers.size(), inNone);
    for (const Member &member : m_members) {
        std::uint8_t &cluster = m_clusterOf[member.customer];
        cluster = cluster == inNone && member.cluster < inSeveral - 1
            ? static_cast<std::uint8_t>(member.cluster + 1)
            : inSeveral;
    }
}

void Evaluation::takePurchase(const DayIndex::Entry &entry)
{
    const Purchase &purchase = m_dataset.purchases[entry.purchase];
    if (!counts(purchase))
        return;
    startCustomer();
    addPurchase(purchase);
    if (m_isBuyer[entry.customer])
        m_customer.customers = 0; // counted before
    else if (purchase.quantity > 0)
        m_isBuyer[entry.customer] = true;
    m_everybody.add(m_customer, m_orders);
    if (const std::uint8_t cluster = m_clusterOf[entry.customer]; cluster != inSeveral) {
        m_ofCluster[cluster - 1U].add(m_customer, m_orders);
        return;
    }
    auto member = std::ranges::lower_bound(m_members, Member{entry.customer, 0});
    for (; member != m_members.end() && member->customer == entry.customer; ++member)
        m_ofCluster[member->cluster].add(m_customer, m_orders);
}

/// From the members to what they bought.
void Evaluation::walkMembers()
{
    const std::vector<std::uint64_t> &offsets = m_dataset.offsets;
    for (size_t i = 0; i < m_members.size(); ++i) {
        if (i % membersBetweenLooks == 0)
            throwIfStopped(m_stop);
        const Member &member = m_members[i];
        if (i + 2 * membersAhead < m_members.size())
            prefetch(&offsets[m_members[i + 2 * membersAhead].customer]);
        if (i + membersAhead < m_members.size()) {
            if (const auto end = offsets[m_members[i + membersAhead].customer + 1]; end > 0)
                prefetch(&m_dataset.purchases[end - 1]);
        }
        if (i == 0 || m_members[i - 1].customer != member.customer) {
            walkPurchasesOf(member.customer);
            m_everybody.add(m_customer, m_orders);
        }
        m_ofCluster[member.cluster].add(m_customer, m_orders);
    }
}

void Evaluation::walkPurchasesOf(std::uint32_t customer)
{
    startCustomer();
    const std::span<const Purchase> purchases = m_dataset.purchasesOf(customer);
    // From the latest backwards: windows are recent, and of most customers one look is enough.
    auto last = purchases.end();
    if (purchases.size() > fewPurchases)
        last = std::ranges::lower_bound(purchases, m_window.to, {}, &Purchase::at);
    while (last != purchases.begin() && (--last)->at >= m_window.from) {
        if (counts(*last))
            addPurchase(*last);
    }
}

} // namespace

PackageCounts countPurchases(const Dataset &dataset, std::span<const std::vector<std::uint32_t>> clusters,
                             PackageAttributionModel model, std::span<const std::uint32_t> packageEvents,
                             const AttributionWindow &window, const std::stop_token &stop)
{
    return Evaluation(dataset, membersOf(clusters, dataset.customers.size()), clusters.size(),
                      countingEvents(dataset, model, packageEvents), window, stop)
        .run();
}

} // namespace groundswell::service
