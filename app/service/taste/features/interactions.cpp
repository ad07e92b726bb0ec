#include "app/service/taste/features/interactions.h"

#include "app/service/store/stopped.h"

#include <algorithm>
#include <limits>

namespace groundswell::service {

namespace {

constexpr std::size_t customersBetweenLooks = 4096; // at the stop token

struct Pair {
    std::uint32_t event = 0;
    std::int64_t firstAt = std::numeric_limits<std::int64_t>::max();
    std::int64_t lastAt = 0;
    std::int64_t quantity = 0;
};

/// One customer's pairs with a positive balance, ascending by event.
void collectPairs(std::span<const Purchase> purchases, std::vector<Pair> &pairs)
{
    pairs.clear();
    for (const Purchase &p : purchases)
        pairs.push_back({p.event, p.at, p.at, p.quantity});
    // In no particular order within an event: the result doesn't depend on it.
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.event < b.event; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < pairs.size();) {
        Pair sum = pairs[i];
        for (++i; i < pairs.size() && pairs[i].event == sum.event; ++i) {
            sum.firstAt = std::min(sum.firstAt, pairs[i].firstAt);
            sum.lastAt = std::max(sum.lastAt, pairs[i].lastAt);
            sum.quantity += pairs[i].quantity;
        }
        if (sum.quantity > 0)
            pairs[kept++] = sum;
    }
    pairs.resize(kept);
}

void capPairs(std::vector<Pair> &pairs, std::size_t limit)
{
    if (pairs.size() <= limit)
        return;
    const auto byLatest = [](const Pair &a, const Pair &b) {
        return a.lastAt != b.lastAt ? a.lastAt > b.lastAt : a.event < b.event;
    };
    std::nth_element(pairs.begin(), pairs.begin() + static_cast<std::ptrdiff_t>(limit), pairs.end(),
                     byLatest);
    pairs.resize(limit);
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) { return a.event < b.event; });
}

/// The customer's purchases strictly before the instant; they are sorted by time.
std::span<const Purchase> purchasesBefore(std::span<const Purchase> all, std::int64_t before)
{
    const auto end =
        std::partition_point(all.begin(), all.end(), [before](const Purchase &p) { return p.at < before; });
    return all.first(static_cast<std::size_t>(end - all.begin()));
}

std::uint32_t distinctOrders(std::span<const Purchase> purchases, std::vector<std::uint32_t> &scratch)
{
    scratch.clear();
    for (const Purchase &p : purchases) {
        if (p.quantity > 0)
            scratch.push_back(p.order);
    }
    std::sort(scratch.begin(), scratch.end());
    return static_cast<std::uint32_t>(std::unique(scratch.begin(), scratch.end()) - scratch.begin());
}

} // namespace

bool Interactions::holds(std::size_t customer, std::uint32_t event) const
{
    const auto row = eventsOf(customer);
    return std::binary_search(row.begin(), row.end(), event);
}

Interactions collectInteractions(const Dataset &dataset, std::optional<std::int64_t> before,
                                 int eventsPerCustomer, const std::stop_token &stop)
{
    Interactions result;
    const std::size_t customers = dataset.customerIds.size();
    const std::int64_t limit = before.value_or(std::numeric_limits<std::int64_t>::max());
    result.offsets.reserve(customers + 1);
    result.offsets.push_back(0);
    result.events.reserve(dataset.purchases.size());
    result.firstAt.reserve(dataset.purchases.size());
    result.orders.assign(customers, 0);
    result.lastAt.assign(customers, 0);
    result.buyers.assign(dataset.events.size(), 0);

    std::int64_t earliest = std::numeric_limits<std::int64_t>::max();
    std::int64_t latest = std::numeric_limits<std::int64_t>::min();
    std::vector<Pair> pairs;
    std::vector<std::uint32_t> scratch;
    for (std::size_t c = 0; c < customers; ++c) {
        if (c % customersBetweenLooks == 0)
            throwIfStopped(stop);
        const auto purchases = purchasesBefore(dataset.purchasesOf(c), limit);
        collectPairs(purchases, pairs);
        capPairs(pairs, static_cast<std::size_t>(std::max(1, eventsPerCustomer)));
        for (const Pair &pair : pairs) {
            result.events.push_back(pair.event);
            result.firstAt.push_back(pair.firstAt);
            ++result.buyers[pair.event];
            earliest = std::min(earliest, pair.firstAt);
            latest = std::max(latest, pair.lastAt);
            result.lastAt[c] = std::max(result.lastAt[c], pair.lastAt);
        }
        result.orders[c] = distinctOrders(purchases, scratch);
        result.knownCustomers += pairs.empty() ? 0U : 1U;
        result.offsets.push_back(result.events.size());
    }
    // Without an as-of, "now" is just after the last sale: the engine has no clock.
    const bool empty = result.events.empty();
    result.before = before.value_or(empty ? 0 : latest + 1);
    result.earliest = empty ? result.before : earliest;
    return result;
}

} // namespace groundswell::service
