#include "app/service/taste/features/gram.h"

#include "app/service/store/prefetch.h"
#include "app/service/store/stopped.h"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>
#include <thread>

namespace groundswell::service {

namespace {

using Slot = std::uint16_t; // small, so that more of the customers' rows stay in the cache
constexpr std::size_t rowsAhead = 12;
static_assert(mostSlots <= std::numeric_limits<Slot>::max());

/// The events of each customer who counts as slots, and the customers of each slot.
struct Incidence {
    std::vector<std::uint32_t> offsetOfCustomer{0}; ///< entries into slots
    std::vector<Slot> slots;
    std::vector<std::uint32_t> offsetOfSlot; ///< entries into customers
    std::vector<std::uint32_t> customers; ///< ascending within a slot
};

Incidence incidenceOf(const Interactions &interactions, const EventSlots &slots,
                      std::span<const std::uint32_t> customers)
{
    Incidence result;
    result.slots.reserve(interactions.events.size() * customers.size()
                         / std::max<std::size_t>(1, interactions.customers()));
    result.offsetOfSlot.assign(slots.size() + 1, 0);
    for (const std::uint32_t c : customers) {
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0) {
                result.slots.push_back(static_cast<Slot>(slot));
                ++result.offsetOfSlot[static_cast<std::size_t>(slot) + 1];
            }
        }
        result.offsetOfCustomer.push_back(static_cast<std::uint32_t>(result.slots.size()));
    }
    std::partial_sum(result.offsetOfSlot.begin(), result.offsetOfSlot.end(), result.offsetOfSlot.begin());
    result.customers.resize(result.slots.size());
    std::vector<std::uint32_t> next(result.offsetOfSlot.begin(), result.offsetOfSlot.end() - 1);
    for (std::uint32_t c = 0; c + 1 < result.offsetOfCustomer.size(); ++c) {
        for (std::uint32_t i = result.offsetOfCustomer[c]; i < result.offsetOfCustomer[c + 1]; ++i)
            result.customers[next[result.slots[i]]++] = c;
    }
    return result;
}

/// How many customers of one slot hold each other one. Column by column the counters stay in the nearest
/// cache, where adding customer by customer would jump about in the whole matrix.
void countColumn(const Incidence &incidence, std::size_t slot, std::vector<std::uint32_t> &counts)
{
    std::fill(counts.begin(), counts.end(), 0U);
    const std::size_t end = incidence.offsetOfSlot[slot + 1];
    for (std::size_t i = incidence.offsetOfSlot[slot]; i < end; ++i) {
        if (i + rowsAhead < end) {
            const std::uint32_t later = incidence.customers[i + rowsAhead];
            prefetch(&incidence.slots[incidence.offsetOfCustomer[later]]);
        }
        const std::uint32_t customer = incidence.customers[i];
        const std::size_t last = incidence.offsetOfCustomer[customer + 1];
        for (std::size_t k = incidence.offsetOfCustomer[customer]; k < last; ++k)
            ++counts[incidence.slots[k]];
    }
}

} // namespace

EventSlots chooseSlots(const Interactions &interactions, std::uint32_t minBuyers, std::size_t limit)
{
    EventSlots slots;
    for (std::uint32_t e = 0; e < interactions.buyers.size(); ++e) {
        if (interactions.buyers[e] >= minBuyers)
            slots.eventOf.push_back(e);
    }
    if (slots.eventOf.size() > limit) {
        std::stable_sort(slots.eventOf.begin(), slots.eventOf.end(), [&](std::uint32_t a, std::uint32_t b) {
            return interactions.buyers[a] > interactions.buyers[b];
        });
        slots.eventOf.resize(limit);
        std::sort(slots.eventOf.begin(), slots.eventOf.end());
    }
    slots.slotOf.assign(interactions.buyers.size(), -1);
    for (std::size_t s = 0; s < slots.eventOf.size(); ++s)
        slots.slotOf[slots.eventOf[s]] = static_cast<std::int32_t>(s);
    return slots;
}

Eigen::MatrixXf gramMatrix(const Interactions &interactions, const EventSlots &slots,
                           const std::stop_token &stop)
{
    std::vector<std::uint32_t> everybody(interactions.customers());
    std::iota(everybody.begin(), everybody.end(), 0U);
    return gramMatrix(interactions, slots, everybody, stop);
}

Eigen::MatrixXf gramMatrix(const Interactions &interactions, const EventSlots &slots,
                           std::span<const std::uint32_t> customers, const std::stop_token &stop)
{
    const auto size = static_cast<Eigen::Index>(slots.size());
    const Incidence incidence = incidenceOf(interactions, slots, customers);
    Eigen::MatrixXf gram(size, size);
    std::atomic<std::size_t> nextSlot = 0;
    const auto work = [&] {
        std::vector<std::uint32_t> counts(slots.size());
        for (std::size_t slot = nextSlot++; slot < slots.size() && !stop.stop_requested();
             slot = nextSlot++) {
            countColumn(incidence, slot, counts);
            std::transform(counts.begin(), counts.end(), gram.col(static_cast<Eigen::Index>(slot)).data(),
                           [](std::uint32_t count) { return static_cast<float>(count); });
        }
    };
    {
        const std::jthread helper(work);
        work();
    }
    throwIfStopped(stop); // columns are missing
    return gram;
}

} // namespace groundswell::service
