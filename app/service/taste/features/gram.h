#pragma once

#include "app/service/taste/features/interactions.h"

#include <Eigen/Core>

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace groundswell::service {

/// The events that a model knows, numbered without gaps: those with enough buyers; if too many, the most
/// bought.
struct EventSlots {
    std::vector<std::int32_t> slotOf; ///< per dense event; −1 = not in the model
    std::vector<std::uint32_t> eventOf; ///< per slot, ascending

    [[nodiscard]] std::size_t size() const { return eventOf.size(); }
};
/// At most so many events, so that the matrices (the square in floats) stay in memory.
inline constexpr std::size_t mostSlots = 6000;
/// Events with at least `minBuyers`; at most `limit` ≤ mostSlots.
[[nodiscard]] EventSlots chooseSlots(const Interactions &interactions, std::uint32_t minBuyers,
                                     std::size_t limit = mostSlots);

/// G = XᵀX over the slots: how many customers bought both of two events. Counted in whole numbers, each
/// column by one thread, so that the bytes never depend on the machine or on which thread came first. Throws
/// Stopped.
[[nodiscard]] Eigen::MatrixXf gramMatrix(const Interactions &interactions, const EventSlots &slots,
                                         const std::stop_token &stop = {});
/// The same for some customers.
[[nodiscard]] Eigen::MatrixXf gramMatrix(const Interactions &interactions, const EventSlots &slots,
                                         std::span<const std::uint32_t> customers,
                                         const std::stop_token &stop = {});

} // namespace groundswell::service
