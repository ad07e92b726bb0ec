#pragma once

#include "app/service/taste/clusters/groupvotes.h"

#include <cstdint>
#include <span>
#include <vector>

namespace groundswell::service {

/// An audience by taste group.
struct AudienceSplit {
    std::vector<std::int32_t> groupOf; ///< per customer of the audience; −1 = none
    std::vector<std::size_t> sizes; ///< per group
    std::vector<std::uint32_t> buyers; ///< group by group, per event: members who bought it
};

/// \a audience: dense indexes of customers. A group too small to plan with is dissolved: each of its people
/// joins the group that suits them next best.
[[nodiscard]] AudienceSplit splitAudience(std::span<const std::uint32_t> audience, const GroupVotes &votes);

} // namespace groundswell::service
