#include "app/service/taste/gram.h"

#include <algorithm>
#include <atomic>
#include <numeric>
#include <thread>

namespace groundswell::service {

namespace {

/// The events of each customer who counts as slots, and the customers of each slot.
struct Incidence {
    std::vector<std::size_t> offsetOfCustomer{0}; ///< entries into slots
    std::vector<std::uint32_t> slots;
    std::vector<std::size_t> offsetOfSlot; ///< entries into customers
    std::vector<std::uint32_t> customers; ///< ascending within a slot
};

Incidence incidenceOf(const Interactions &interactions, const EventSlots &slots, const CustomerFilter &filter)
{
    Incidence result;
    result.slots.reserve(interactions.events.size());
    result.offsetOfSlot.assign(slots.size() + 1, 0);
    for (std::size_t c = 0; c < interactions.customers(); ++c) {
        if (filter && !filter(c))
            continue;
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0) {
                result.slots.push_back(static_cast<std::uint32_t>(slot));
                ++result.offsetOfSlot[static_cast<std::size_t>(slot) + 1];
            }
        }
        result.offsetOfCustomer.push_back(result.slots.size());
    }
    std::partial_sum(result.offsetOfSlot.begin(), result.offsetOfSlot.end(), result.offsetOfSlot.begin());
    result.customers.resize(result.slots.size());
    std::vector<std::size_t> next(result.offsetOfSlot.begin(), result.offsetOfSlot.end() - 1);
    for (std::uint32_t c = 0; c + 1 < result.offsetOfCustomer.size(); ++c) {
        for (std::size_t i = result.offsetOfCustomer[c]; i < result.offsetOfCustomer[c + 1]; ++i)
            result.customers[next[result.slots[i]]++] = c;
    }
    return result;
}

/// How many customers of one slot hold each other one. Column by column the counters stay in the nearest
/// cache, where adding customer by customer would jump about in the whole matrix.
void countColumn(const Incidence &incidence, std::size_t slot, std::vector<std::uint32_t> &counts)
{
    std::fill(counts.begin(), counts.end(), 0U);
    for (std::size_t i = incidence.offsetOfSlot[slot]; i < incidence.offsetOfSlot[slot + 1]; ++i) {
        const std::uint32_t customer = incidence.customers[i];
        const std::size_t end = incidence.offsetOfCustomer[customer + 1];
        for (std::size_t k = incidence.offsetOfCustomer[customer]; k < end; ++k)
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
                           const CustomerFilter &filter)
{
    const auto size = static_cast<Eigen::Index>(slots.size());
    const Incidence incidence = incidenceOf(interactions, slots, filter);
    Eigen::MatrixXf gram(size, size);
    std::atomic<std::size_t> nextSlot = 0;
    const auto work = [&] {
        std::vector<std::uint32_t> counts(slots.size());
        for (std::size_t slot = nextSlot++; slot < slots.size(); slot = nextSlot++) {
            countColumn(incidence, slot, counts);
            std::transform(counts.begin(), counts.end(), gram.col(static_cast<Eigen::Index>(slot)).data(),
                           [](std::uint32_t count) { return static_cast<float>(count); });
        }
    };
    {
        const std::jthread helper(work);
        work();
    }
    return gram;
}

} // namespace groundswell::service
