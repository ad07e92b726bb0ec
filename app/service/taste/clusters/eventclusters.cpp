#include "app/service/taste/clusters/eventclusters.h"

#include "app/service/taste/clusters/audiencesplit.h"
#include "app/service/taste/clusters/scoring.h"
#include "app/service/taste/numerics/parallel.h"
#include "app/service/taste/numerics/ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string_view>
#include <unordered_map>

namespace groundswell::service {

namespace {

constexpr std::size_t mostBecause = 3;

void sortByWeight(std::vector<Because> &because)
{
    std::stable_sort(because.begin(), because.end(),
                     [](const Because &a, const Because &b) { return a.weight > b.weight; });
}

/// Leaves one event for each title, the weightiest, with the weight of all; best first.
void joinSameTitles(const Dataset &dataset, std::vector<Because> &because)
{
    sortByWeight(because);
    std::unordered_map<std::string_view, std::size_t> known;
    std::vector<Because> joined;
    for (const Because &event : because) {
        const std::string_view title = dataset.events[event.event].title;
        const auto [place, isNew] = known.try_emplace(title, joined.size());
        if (isNew || title.empty())
            joined.push_back(event);
        else
            joined[place->second].weight += event.weight;
    }
    sortByWeight(joined);
    because = std::move(joined);
}

/// The events of the group that explain most of its members' affinity; one with several dates counts once,
/// with all of them. \a buyers: for each event, how many of the members bought it; it says the same of each.
std::vector<Because> explain(const Dataset &dataset, const GroupVotes &votes, std::size_t group,
                             std::span<const std::uint32_t> buyers)
{
    for (const auto by : {GroupVotes::Affinity, GroupVotes::Content}) {
        std::vector<Because> because;
        double total = 0;
        for (std::uint32_t event = 0; event < buyers.size(); ++event) {
            const double weight = buyers[event] * static_cast<double>(votes.weight(by, event));
            if (weight <= 0)
                continue;
            total += weight;
            if (votes.groupOfEvent(event) == static_cast<std::int32_t>(group))
                because.push_back({event, weight});
        }
        joinSameTitles(dataset, because);
        because.resize(std::min(because.size(), mostBecause));
        for (Because &event : because)
            event.weight /= total;
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

/// The audience as members, in order of customer.
std::vector<ClusterMember> membersOf(const EventScores &scored)
{
    const auto affinity = percentiles(scored.logOdds, scored.audience);
    std::vector<ClusterMember> members(scored.audience.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::uint32_t row = scored.audience[i];
        members[i] = {scored.table.customers[row], affinity[i], scored.probability(row)};
    }
    return members;
}

/// The members of each group, in order of customer.
std::vector<std::vector<ClusterMember>> byGroup(const AudienceSplit &split,
                                                const std::vector<ClusterMember> &audience)
{
    std::vector<std::vector<ClusterMember>> members(split.sizes.size());
    for (std::size_t group = 0; group < members.size(); ++group)
        members[group].reserve(split.sizes[group]);
    for (std::size_t i = 0; i < audience.size(); ++i) {
        if (split.groupOf[i] >= 0)
            members[static_cast<std::size_t>(split.groupOf[i])].push_back(audience[i]);
    }
    return members;
}

/// Everything but the explanations.
EventCluster makeCluster(const Dataset &dataset, const TasteGroup &group, std::vector<ClusterMember> members)
{
    EventCluster cluster;
    cluster.tc = group.tc;
    cluster.label = group.label;
    for (const ClusterMember &member : members) {
        cluster.probability += static_cast<double>(member.probability);
        const CustomerFacts &facts = dataset.customers[member.customer];
        cluster.reach += facts.consentAds && !facts.optedOut ? 1 : 0;
    }
    cluster.probability /= static_cast<double>(members.size());
    cluster.metricPred = metricFromProbability(cluster.probability);
    cluster.members = std::move(members);
    return cluster;
}

EventClusters fewSales(const TasteRun &run)
{
    EventClusters clusters;
    clusters.runKey = run.key();
    clusters.notice = "few_sales";
    clusters.coldStart = true;
    return clusters;
}

bool knowsNobody(const Dataset &dataset, const TasteRunView &view, std::uint32_t event)
{
    return event >= dataset.events.size() || view.cut().interactions.knownCustomers == 0;
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

EventClusters clustersOf(const Dataset &dataset, const TasteRunView &view, const EventScores &scored)
{
    EventClusters result;
    result.runKey = view.state().key;
    result.notice = view.state().notice;
    result.coldStart = !scored.target.warm;
    result.scoredCustomers = static_cast<std::int64_t>(scored.table.customers.size());

    const GroupVotes votes(view, scored.target);
    const std::size_t events = votes.events();
    std::vector<std::uint32_t> customers(scored.audience.size());
    std::ranges::transform(scored.audience, customers.begin(),
                           [&](std::uint32_t row) { return scored.table.customers[row]; });
    AudienceSplit split;
    std::vector<ClusterMember> audience;
    forEachInParallel(2, [&](std::size_t part) {
        if (part == 0)
            split = splitAudience(customers, votes);
        else
            audience = membersOf(scored);
    });
    auto members = byGroup(split, audience);
    std::vector<EventCluster> &clusters = result.clusters;
    clusters.resize(votes.groups());
    forEachInParallel(clusters.size(), [&](std::size_t group) {
        if (split.sizes[group] == 0)
            return;
        clusters[group] = makeCluster(dataset, view.state().groups[group], std::move(members[group]));
        clusters[group].because =
            explain(dataset, votes, group, std::span(split.buyers).subspan(group * events, events));
    });
    std::erase_if(clusters, [](const EventCluster &cluster) { return cluster.members.empty(); });
    std::stable_sort(clusters.begin(), clusters.end(), [](const EventCluster &a, const EventCluster &b) {
        return a.probability > b.probability;
    });
    fillShares(clusters);
    return result;
}

ScoredCustomers scoresFor(const Dataset &dataset, const TasteRun &run, std::uint32_t event,
                          const ClusterOptions &options)
{
    const TasteRunView view(dataset, run);
    if (knowsNobody(dataset, view, event))
        return {fewSales(run), {}};
    const EventScores scored = scoreEvent(dataset, view, event, options);
    std::vector<std::uint32_t> everybody(scored.table.customers.size());
    std::iota(everybody.begin(), everybody.end(), 0U);
    const auto affinity = percentiles(scored.logOdds, everybody);
    ScoredCustomers result;
    result.scores.reserve(everybody.size());
    for (const std::uint32_t row : everybody)
        result.scores.push_back({scored.table.customers[row], -1, affinity[row], scored.probability(row)});
    result.clusters = clustersOf(dataset, view, scored);
    const auto &clusters = result.clusters.clusters;
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

EventClusters clustersFor(const Dataset &dataset, const TasteRun &run, std::uint32_t event,
                          const ClusterOptions &options)
{
    const TasteRunView view(dataset, run);
    if (knowsNobody(dataset, view, event))
        return fewSales(run);
    return clustersOf(dataset, view, scoreEvent(dataset, view, event, options));
}

} // namespace groundswell::service
