#include "app/service/taste/clusters/groupvotes.h"

#include <algorithm>

namespace groundswell::service {

namespace {

/// What each past event adds to the affinity of those who bought it: by the target's own column as far as
/// that is trusted, otherwise by the columns of similar events.
std::vector<float> contributions(const CutModel &cut, const TargetColumns &target)
{
    const double support = target.warm ? cut.interactions.buyers[target.event] : 0.0;
    const auto trust = static_cast<float>(support / (support + 5.0));
    std::vector<float> result(cut.slots.slotOf.size(), 0.0F);
    for (std::size_t e = 0; e < result.size(); ++e) {
        if (const std::int32_t slot = cut.slots.slotOf[e]; slot >= 0)
            result[e] = trust * target.affinity(slot) + (1.0F - trust) * target.proxy(slot);
    }
    return result;
}

} // namespace

GroupVotes::GroupVotes(const TasteRunView &view, const TargetColumns &target)
    : m_interactions(view.cut().interactions)
    , m_groupOfEvent(view.cut().slots.slotOf.size(), -1)
    , m_groups(view.state().groups.size())
{
    const std::size_t blocks = (m_groups + lanes - 1) / lanes;
    for (auto &votes : m_votes)
        votes.assign(blocks * events(), Lanes::Zero());
    const auto contribution = contributions(view.cut(), target);
    for (std::size_t e = 0; e < events(); ++e) {
        const std::int32_t slot = view.cut().slots.slotOf[e];
        if (slot < 0)
            continue;
        m_groupOfEvent[e] = view.state().groupOfSlot[static_cast<std::size_t>(slot)];
        setVote(Affinity, e, std::max(0.0F, contribution[e]));
        setVote(Content, e, target.content[e]);
        setVote(Count, e, 1.0F);
    }
}

void GroupVotes::setVote(By by, std::size_t event, float weight)
{
    const std::int32_t group = m_groupOfEvent[event];
    m_votes[by][static_cast<std::size_t>(group / lanes) * events() + event](group % lanes) = weight;
}

float GroupVotes::weight(By by, std::uint32_t event) const
{
    const std::int32_t group = m_groupOfEvent[event];
    return group < 0 ? 0.0F
                     : m_votes[by][static_cast<std::size_t>(group / lanes) * events() + event](group % lanes);
}

std::int32_t GroupVotes::groupBy(By by, std::size_t customer, std::span<const char> allowed) const
{
    std::int32_t best = -1;
    float most = 0;
    for (std::size_t first = 0; first < m_groups; first += lanes) {
        const Lanes *votes = m_votes[by].data() + first / lanes * events();
        Lanes sums = Lanes::Zero();
        for (const std::uint32_t event : eventsOf(customer))
            sums += votes[event];
        for (std::size_t g = first; g < std::min(m_groups, first + lanes); ++g) {
            const float sum = sums(static_cast<Eigen::Index>(g - first));
            if (allowed[g] != 0 && sum > most) {
                best = static_cast<std::int32_t>(g);
                most = sum;
            }
        }
    }
    return best;
}

std::int32_t GroupVotes::groupOf(std::size_t customer, std::span<const char> allowed) const
{
    for (const By by : {Affinity, Content, Count}) {
        if (const std::int32_t group = groupBy(by, customer, allowed); group >= 0)
            return group;
    }
    const auto first = std::find_if(allowed.begin(), allowed.end(), [](char may) { return may != 0; });
    return first == allowed.end() ? -1 : static_cast<std::int32_t>(first - allowed.begin());
}

} // namespace groundswell::service
