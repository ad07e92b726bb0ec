#include "app/service/taste/eventclusters.h"

#include "app/service/taste/ranking.h"
#include "app/service/taste/scoring.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr std::size_t mostBecause = 3;
constexpr std::size_t fewestMembers = 5; ///< a cluster with fewer joins the next best of its people
constexpr double smallestShare = 0.02; ///< of the audience, likewise
constexpr std::size_t smallestAudience = 10; ///< under this everybody is in it

std::vector<std::uint32_t> chooseAudience(const Eigen::VectorXd &scores, double topShare)
{
    const auto wanted = static_cast<std::size_t>(
        std::ceil(std::clamp(topShare, 0.0, 1.0) * static_cast<double>(scores.size())));
    return highest(scores, std::max(wanted, smallestAudience));
}

/// What each past event adds to the affinity of those who bought it: by the target's own column as far as it
/// is trusted, else by that of similar events.
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

/// A customer's affinity by taste group.
class GroupVotes {
public:
    GroupVotes(const RunView &view, const TargetColumns &target)
        : m_view(view)
        , m_target(target)
        , m_contribution(contributions(view.cut(), target))
        , m_votes(view.state().groups.size())
    {
    }

    /// The allowed group with the largest positive contribution; where none is positive, the one whose events
    /// look most like the target; else the one she bought most of. Ties take the lower group.
    [[nodiscard]] std::int32_t groupOf(std::size_t customer, const std::vector<char> &allowed)
    {
        using Weigh = float (GroupVotes::*)(std::uint32_t) const;
        for (const Weigh weigh : {&GroupVotes::byAffinity, &GroupVotes::byContent, &GroupVotes::byCount}) {
            std::fill(m_votes.begin(), m_votes.end(), 0.0F);
            for (const std::uint32_t event : m_view.cut().interactions.eventsOf(customer)) {
                if (const std::int32_t slot = m_view.cut().slots.slotOf[event]; slot >= 0)
                    m_votes[groupOfSlot(slot)] += (this->*weigh)(event);
            }
            std::int32_t best = -1;
            for (std::size_t g = 0; g < m_votes.size(); ++g) {
                if (allowed[g] != 0
                    && m_votes[g] > (best < 0 ? 0.0F : m_votes[static_cast<std::size_t>(best)]))
                    best = static_cast<std::int32_t>(g);
            }
            if (best >= 0)
                return best;
        }
        const auto first = std::find(allowed.begin(), allowed.end(), 1);
        return first == allowed.end() ? -1 : static_cast<std::int32_t>(first - allowed.begin());
    }

    [[nodiscard]] float byAffinity(std::uint32_t event) const
    {
        return std::max(0.0F, m_contribution[event]);
    }
    [[nodiscard]] float byContent(std::uint32_t event) const { return m_target.content[event]; }
    [[nodiscard]] float byCount(std::uint32_t) const { return 1.0F; }
    [[nodiscard]] std::size_t groupOfSlot(std::int32_t slot) const
    {
        return static_cast<std::size_t>(m_view.state().groupOfSlot[static_cast<std::size_t>(slot)]);
    }

private:
    const RunView &m_view;
    const TargetColumns &m_target;
    std::vector<float> m_contribution;
    std::vector<float> m_votes;
};

/// The group of each row of the audience. Groups too small to plan with are dissolved once.
std::vector<std::int32_t> splitAudience(const EventScores &scored, const std::vector<std::uint32_t> &audience,
                                        GroupVotes &votes, std::size_t groups)
{
    std::vector<char> allowed(groups, 1);
    std::vector<std::int32_t> result(audience.size(), -1);
    const auto assign = [&] {
        std::vector<std::size_t> sizes(groups, 0);
        for (std::size_t i = 0; i < result.size(); ++i) {
            result[i] = votes.groupOf(scored.table.customers[audience[i]], allowed);
            if (result[i] >= 0)
                ++sizes[static_cast<std::size_t>(result[i])];
        }
        return sizes;
    };
    const auto sizes = assign();
    const auto least =
        std::max(fewestMembers, static_cast<std::size_t>(smallestShare * static_cast<double>(result.size())));
    const auto isSmall = [&](std::size_t size) { return size < least; };
    if (std::all_of(sizes.begin(), sizes.end(), isSmall) || std::none_of(sizes.begin(), sizes.end(), isSmall))
        return result;
    for (std::size_t g = 0; g < groups; ++g)
        allowed[g] = isSmall(sizes[g]) ? 0 : 1;
    (void)assign();
    return result;
}

/// The events of the group that explain most of its members' affinity.
std::vector<Because> explain(const RunView &view, const GroupVotes &votes, std::size_t group,
                             const std::vector<ClusterMember> &members)
{
    const CutModel &cut = view.cut();
    for (const bool byAffinity : {true, false}) {
        std::vector<double> weight(cut.slots.slotOf.size(), 0.0);
        double total = 0;
        for (const ClusterMember &member : members) {
            for (const std::uint32_t event : cut.interactions.eventsOf(member.customer)) {
                const std::int32_t slot = cut.slots.slotOf[event];
                if (slot < 0)
                    continue;
                const auto part =
                    static_cast<double>(byAffinity ? votes.byAffinity(event) : votes.byContent(event));
                total += part;
                if (votes.groupOfSlot(slot) == group)
                    weight[event] += part;
            }
        }
        std::vector<Because> because;
        for (std::uint32_t e = 0; e < weight.size(); ++e) {
            if (weight[e] > 0)
                because.push_back({e, weight[e] / total});
        }
        std::stable_sort(because.begin(), because.end(),
                         [](const Because &a, const Because &b) { return a.weight > b.weight; });
        because.resize(std::min(because.size(), mostBecause));
        if (!because.empty())
            return because;
    }
    return {};
}

void fillShares(std::vector<EventCluster> &clusters)
{
    std::int64_t reach = 0;
    std::size_t members = 0;
    for (const EventCluster &cluster : clusters) {
        reach += cluster.reach;
        members += cluster.members.size();
    }
    for (EventCluster &cluster : clusters) {
        cluster.share = reach > 0
            ? static_cast<double>(cluster.reach) / static_cast<double>(reach)
            : static_cast<double>(cluster.members.size()) / static_cast<double>(members);
    }
}

EventCluster makeCluster(const Dataset &dataset, const RunView &view, const GroupVotes &votes,
                         std::size_t group, std::vector<ClusterMember> members)
{
    EventCluster cluster;
    cluster.tc = view.state().groups[group].tc;
    cluster.label = view.state().groups[group].label;
    for (const ClusterMember &member : members) {
        cluster.probability += static_cast<double>(member.probability);
        const CustomerFacts &facts = dataset.customers[member.customer];
        cluster.reach += facts.consentAds && !facts.optedOut ? 1 : 0;
    }
    cluster.probability /= static_cast<double>(members.size());
    cluster.metricPred = metricFromProbability(cluster.probability);
    cluster.because = explain(view, votes, group, members);
    cluster.members = std::move(members);
    return cluster;
}

} // namespace

double metricFromProbability(double probability)
{
    return 5.0 * std::cbrt(std::clamp(probability, 0.0, 1.0));
}

double probabilityFromMetric(double metric)
{
    const double root = std::clamp(metric, 0.0, 5.0) / 5.0;
    return root * root * root;
}

ScoredCustomers clustersOf(const Dataset &dataset, const RunView &view, const EventScores &scored,
                           const ClusterOptions &options)
{
    ScoredCustomers result;
    result.clusters.runKey = view.state().key;
    result.clusters.notice = view.state().notice;
    result.clusters.coldStart = !scored.target.warm;
    result.clusters.scoredCustomers = static_cast<std::int64_t>(scored.table.customers.size());
    result.scores.reserve(scored.table.customers.size());
    for (std::size_t r = 0; r < scored.table.customers.size(); ++r)
        result.scores.push_back({scored.table.customers[r], -1, scored.affinity[r],
                                 static_cast<float>(scored.probability(static_cast<Eigen::Index>(r)))});

    const std::size_t groups = view.state().groups.size();
    GroupVotes votes(view, scored.target);
    const auto audience = chooseAudience(scored.logOdds, options.topShare);
    const auto groupOfRow = splitAudience(scored, audience, votes, groups);
    std::vector<std::vector<ClusterMember>> members(groups);
    for (std::size_t i = 0; i < groupOfRow.size(); ++i) {
        const CustomerScore &score = result.scores[audience[i]];
        if (groupOfRow[i] >= 0)
            members[static_cast<std::size_t>(groupOfRow[i])].push_back(
                {score.customer, score.affinity, score.probability});
    }
    std::vector<EventCluster> &clusters = result.clusters.clusters;
    for (std::size_t g = 0; g < groups; ++g) {
        if (!members[g].empty())
            clusters.push_back(makeCluster(dataset, view, votes, g, std::move(members[g])));
    }
    std::stable_sort(clusters.begin(), clusters.end(), [](const EventCluster &a, const EventCluster &b) {
        return a.probability > b.probability;
    });
    fillShares(clusters);
    for (std::size_t k = 0; k < clusters.size(); ++k) {
        auto score = result.scores.begin(); // both in order of customer
        for (const ClusterMember &member : clusters[k].members) {
            while (score->customer != member.customer)
                ++score;
            score->cluster = static_cast<std::int32_t>(k);
        }
    }
    return result;
}

ScoredCustomers scoresFor(const Dataset &dataset, const TasteRun &run, std::uint32_t event,
                          const ClusterOptions &options)
{
    const RunView view(dataset, run);
    if (event >= dataset.events.size() || view.cut().interactions.knownCustomers == 0) {
        ScoredCustomers result;
        result.clusters.runKey = run.key();
        result.clusters.notice = "few_sales";
        result.clusters.coldStart = true;
        return result;
    }
    return clustersOf(dataset, view, scoreEvent(dataset, view, event, options), options);
}

EventClusters clustersFor(const Dataset &dataset, const TasteRun &run, std::uint32_t event,
                          const ClusterOptions &options)
{
    return scoresFor(dataset, run, event, options).clusters;
}

} // namespace groundswell::service
