#pragma once

#include "app/service/taste/run/tasterunmodel.h"

#include <Eigen/Core>

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace groundswell::service {

/// A customer's affinity for a target event by taste group: each event that she bought votes for its group.
class GroupVotes {
public:
    enum By { Affinity, Content, Count };

    GroupVotes(const TasteRunView &view, const TargetColumns &target);

    [[nodiscard]] std::size_t groups() const { return m_groups; }
    [[nodiscard]] std::size_t events() const { return m_groupOfEvent.size(); }
    [[nodiscard]] std::span<const std::uint32_t> eventsOf(std::size_t customer) const
    {
        return m_interactions.eventsOf(customer);
    }
    /// −1: the event is in none.
    [[nodiscard]] std::int32_t groupOfEvent(std::uint32_t event) const { return m_groupOfEvent[event]; }
    /// What an event says, never below 0; 0 if it is in no group.
    [[nodiscard]] float weight(By by, std::uint32_t event) const;

    /// The allowed group with the largest positive contribution; if none is positive, the group whose events
    /// look most like the target; otherwise the one she bought most of. Ties take the lower group. \a
    /// allowed: not 0 for each allowed group. −1 if there is none.
    [[nodiscard]] std::int32_t groupOf(std::size_t customer, std::span<const char> allowed) const;

private:
    /// The votes for eight groups side by side, as vector instructions add them.
    static constexpr Eigen::Index lanes = 8;
    using Lanes = Eigen::Array<float, lanes, 1>;

    void setVote(By by, std::size_t event, float weight);
    [[nodiscard]] std::int32_t groupBy(By by, std::size_t customer, std::span<const char> allowed) const;

    const Interactions &m_interactions;
    std::vector<std::int32_t> m_groupOfEvent;
    std::size_t m_groups;
    /// For each kind, eight groups after eight groups, for each event: its weight in its group's lane.
    std::array<std::vector<Lanes>, 3> m_votes;
};

} // namespace groundswell::service
