#include "app/service/taste/gram.h"

#include <algorithm>
#include <thread>

namespace groundswell::service {

namespace {

/// Adds the customers [from, to) to the upper triangle.
void accumulate(const Interactions &interactions, const EventSlots &slots, const CustomerFilter &filter,
                std::size_t from, std::size_t to, Eigen::MatrixXf &gram)
{
    std::vector<Eigen::Index> row;
    for (std::size_t c = from; c < to; ++c) {
        if (filter && !filter(c))
            continue;
        row.clear();
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0)
                row.push_back(slot);
        }
        // Events ascend and slots follow them, so (i ≤ j) is the upper triangle, column by column.
        for (std::size_t j = 0; j < row.size(); ++j) {
            float *column = gram.col(row[j]).data();
            for (std::size_t i = 0; i <= j; ++i)
                column[row[i]] += 1.0F;
        }
    }
}

/// The customer that splits the pairs in two halves of like size.
std::size_t middleCustomer(const Interactions &interactions)
{
    const std::uint64_t half = interactions.events.size() / 2;
    const auto it = std::lower_bound(interactions.offsets.begin(), interactions.offsets.end(), half);
    return std::min<std::size_t>(static_cast<std::size_t>(it - interactions.offsets.begin()),
                                 interactions.customers());
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
    const std::size_t middle = middleCustomer(interactions);
    Eigen::MatrixXf first = Eigen::MatrixXf::Zero(size, size);
    Eigen::MatrixXf second = Eigen::MatrixXf::Zero(size, size);
    {
        const std::jthread helper(
            [&] { accumulate(interactions, slots, filter, middle, interactions.customers(), second); });
        accumulate(interactions, slots, filter, 0, middle, first);
    }
    first += second;
    first.triangularView<Eigen::StrictlyLower>() = first.transpose();
    return first;
}

} // namespace groundswell::service
