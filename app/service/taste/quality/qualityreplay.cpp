#include "app/service/taste/quality/qualityreplay.h"

#include "app/service/taste/clusters/scoring.h"
#include "app/service/taste/numerics/random.h"

#include <algorithm>
#include <array>
#include <map>
#include <thread>

namespace groundswell::service {

namespace {

constexpr double firstCutAt = 0.5; ///< of the sales must be known at the first cut
constexpr double lastCutAt = 0.875;
constexpr std::size_t fewestInteractions = 100;
constexpr std::size_t fewestBuyers = 3; ///< an event with fewer says nothing about a ranking
constexpr std::uint32_t mostPairsPerEvent = 20'000; ///< that calibration keeps of an event
constexpr std::size_t clustersToOrder = 3;
constexpr double fewestPurchasesToOrder = 10; ///< in the audience: the order of fewer is mere chance

enum Ranking { Blend, Taste, Frequency, Recency, Metadata, Chance, Cold, rankingCount };
constexpr std::array<const char *, rankingCount> rankingIds{"blend",    "taste",  "frequency", "recency",
                                                            "metadata", "random", "cold"};

/// One event at one cut.
struct Replayed {
    std::uint32_t event = 0;
    bool beforeSale = false;
    bool ranked = false; ///< has enough buyers to judge a ranking
    bool calibrates = false; ///< was chosen without regard to its buyers
    std::vector<std::uint32_t>
        buyers; ///< known customers without a ticket who bought it afterwards, ascending
    std::array<RankingFigures, rankingCount> figures;
    double clusterOrder = 0;
    bool ordersClusters = false;
    double expected = 0;
    std::vector<ScoredPair> pairs;
};

struct Past {
    const Dataset &dataset;
    Interactions all;
    std::vector<std::int64_t> opens; ///< per event: when its sale began; `all.before` where it never did
};

std::vector<std::int64_t> saleOpenings(const Dataset &dataset, const Interactions &all)
{
    std::vector<std::int64_t> result(dataset.events.size(), all.before);
    for (std::size_t i = 0; i < all.events.size(); ++i)
        result[all.events[i]] = std::min(result[all.events[i]], all.firstAt[i]);
    for (std::size_t e = 0; e < result.size(); ++e)
        result[e] = dataset.events[e].onSaleUtc.value_or(result[e]);
    return result;
}

std::vector<std::vector<std::uint32_t>> buyersAfter(const Past &past, const Interactions &then)
{
    std::vector<std::vector<std::uint32_t>> buyers(past.dataset.events.size());
    for (std::uint32_t c = 0; c < past.all.customers(); ++c) {
        if (then.eventsOf(c).empty())
            continue;
        const auto events = past.all.eventsOf(c);
        const auto times = past.all.firstAtOf(c);
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (times[i] >= then.before && !then.holds(c, events[i]))
                buyers[events[i]].push_back(c);
        }
    }
    return buyers;
}

/// A seeded choice of at most `most`, ascending.
std::vector<std::uint32_t> chosen(std::vector<std::uint32_t> events, std::size_t most, std::uint64_t seed)
{
    if (events.size() > most) {
        Random random(seed);
        random.shuffle(std::span(events));
        events.resize(most);
        std::sort(events.begin(), events.end());
    }
    return events;
}

/// The events that somebody might have planned a campaign for at that instant.
std::vector<Replayed> eventsAt(const Past &past, const Interactions &then,
                               const ClusterQualityOptions &options)
{
    auto buyers = buyersAfter(past, then);
    std::vector<std::uint32_t> planned, bought;
    for (std::uint32_t e = 0; e < buyers.size(); ++e) {
        const std::int64_t end = past.dataset.events[e].overUtc();
        const bool over = end <= then.before && end > past.all.earliest;
        if (over || past.opens[e] >= past.all.before)
            continue;
        planned.push_back(e);
        if (buyers[e].size() >= fewestBuyers)
            bought.push_back(e);
    }
    const auto most = static_cast<std::size_t>(std::max(1, options.eventsPerCut));
    const std::uint64_t seed = options.seed ^ static_cast<std::uint64_t>(then.before);
    std::map<std::uint32_t, Replayed> events;
    for (const std::uint32_t e : chosen(std::move(bought), most, seed))
        events[e].ranked = true;
    for (const std::uint32_t e : chosen(std::move(planned), most, seed + 1))
        events[e].calibrates = true;
    std::vector<Replayed> result;
    for (auto &[e, replayed] : events) {
        replayed.event = e;
        replayed.beforeSale = past.opens[e] >= then.before;
        replayed.buyers = std::move(buyers[e]);
        result.push_back(std::move(replayed));
    }
    return result;
}

void judgeRankings(const TasteRunView &view, const EventScores &scored, std::span<const char> bought,
                   std::uint64_t seed, const std::stop_token &stop, Replayed &replayed)
{
    const auto columnOf = [&](Feature feature) {
        std::vector<double> column;
        for (std::size_t row = 0; row < scored.table.customers.size(); ++row)
            column.push_back(static_cast<double>(scored.table.value(row, feature)));
        return column;
    };
    std::array<std::vector<double>, rankingCount> scores;
    scores[Blend].assign(scored.logOdds.begin(), scored.logOdds.end());
    scores[Taste] = columnOf(scored.target.warm ? Feature::Affinity : Feature::Proxy);
    scores[Frequency] = columnOf(Feature::Frequency);
    scores[Recency] = columnOf(Feature::Recency);
    scores[Metadata] = columnOf(Feature::Content);
    Random random(seed + replayed.event);
    for (std::size_t i = 0; i < bought.size(); ++i)
        scores[Chance].push_back(random.uniform());
    const Eigen::VectorXd cold = blendScores(view.state().blend, scored.table, 0, false);
    scores[Cold].assign(cold.begin(), cold.end());
    for (std::size_t r = 0; r < rankingCount && !stop.stop_requested(); ++r)
        replayed.figures[r] = rankingFigures(scores[r], bought);
}

/// Do the clusters with the higher metric_pred buy more?
void judgeClusters(const EventClusters &split, Replayed &replayed)
{
    std::vector<double> foretold, rate;
    double purchases = 0;
    for (const EventCluster &cluster : split.clusters) {
        double hits = 0;
        for (const ClusterMember &member : cluster.members)
            hits +=
                std::binary_search(replayed.buyers.begin(), replayed.buyers.end(), member.customer) ? 1 : 0;
        foretold.push_back(cluster.metricPred);
        rate.push_back(hits / static_cast<double>(cluster.members.size()));
        purchases += hits;
    }
    replayed.ordersClusters = foretold.size() >= clustersToOrder && purchases >= fewestPurchasesToOrder;
    replayed.clusterOrder = rankCorrelation(foretold, rate);
}

void judge(const Past &past, const TasteRunView &view, std::uint64_t seed, const std::stop_token &stop,
           Replayed &replayed)
{
    const ClusterOptions until{.soldUntil = past.all.before};
    const EventScores scored = scoreEvent(past.dataset, view, replayed.event, until);
    const auto &customers = scored.table.customers;
    std::vector<char> bought;
    for (const std::uint32_t c : customers)
        bought.push_back(std::binary_search(replayed.buyers.begin(), replayed.buyers.end(), c) ? 1 : 0);
    if (replayed.ranked) {
        judgeRankings(view, scored, bought, seed, stop, replayed);
        if (stop.stop_requested())
            return;
        judgeClusters(clustersOf(past.dataset, view, scored), replayed);
    }
    if (!replayed.calibrates)
        return;
    // An even share of the customers, whoever bought, so that the rates stay what they are.
    const auto step = static_cast<std::uint32_t>(customers.size()) / mostPairsPerEvent + 1;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        if (Random(seed + customers[i]).below(step) == 0)
            replayed.pairs.push_back(
                {scored.probability(i), bought[i] != 0, static_cast<int>(replayed.event)});
    }
    replayed.expected = scored.expected;
}

/// Two threads, each with every other event: the figures don't depend on them.
void judgeAll(const Past &past, const TasteRunView &view, std::uint64_t seed, const std::stop_token &stop,
              std::vector<Replayed> &events)
{
    const auto work = [&](std::size_t first) {
        for (std::size_t i = first; i < events.size() && !stop.stop_requested(); i += 2)
            judge(past, view, seed, stop, events[i]);
    };
    const std::jthread helper([&] { work(1); });
    work(0);
}

/// One value per event: the mean over its cuts.
template <class Value, class Take>
std::vector<double> perEvent(const std::vector<Replayed> &replays, const Take &take, const Value &value)
{
    std::map<std::uint32_t, std::pair<double, int>> sums;
    for (const Replayed &replayed : replays) {
        if (!take(replayed))
            continue;
        auto &[sum, count] = sums[replayed.event];
        sum += value(replayed);
        ++count;
    }
    std::vector<double> result;
    for (const auto &[event, sum] : sums)
        result.push_back(sum.first / sum.second);
    return result;
}

template <class Take>
RankingCompared compared(const std::vector<Replayed> &replays, Ranking ours, const Take &take,
                         std::uint64_t seed)
{
    const auto ahead = [&](double RankingFigures::*figure) {
        return meanOverEvents(perEvent(replays, take,
                                       [&](const Replayed &r) {
                                           return r.figures[ours].*figure - r.figures[Frequency].*figure;
                                       }),
                              seed);
    };
    const auto lifts = [&](Ranking ranking) {
        return perEvent(replays, take, [&](const Replayed &r) { return r.figures[ranking].lift; });
    };
    return {ahead(&RankingFigures::auc), ahead(&RankingFigures::lift),
            ratioOverEvents(lifts(ours), lifts(Frequency), seed)};
}

void summarise(std::vector<Replayed> replays, ClusterQuality &evaluation)
{
    const std::uint64_t seed = evaluation.options.seed;
    const auto ranked = [](const Replayed &r) { return r.ranked; };
    const auto rankedBefore = [](const Replayed &r) { return r.ranked && r.beforeSale; };
    for (std::size_t i = 0; i < rankingCount; ++i) {
        evaluation.rankings.push_back(
            {rankingIds[i],
             meanOverEvents(perEvent(replays, ranked, [&](const Replayed &r) { return r.figures[i].auc; }),
                            seed),
             meanOverEvents(perEvent(replays, ranked, [&](const Replayed &r) { return r.figures[i].lift; }),
                            seed)});
    }
    evaluation.blendOverFrequency = compared(replays, Blend, ranked, seed);
    evaluation.beforeSaleOverFrequency = compared(replays, Blend, rankedBefore, seed);
    evaluation.coldOverFrequency = compared(replays, Cold, ranked, seed);
    evaluation.events = evaluation.blendOverFrequency.liftAhead.count;
    evaluation.eventsBeforeSale = evaluation.beforeSaleOverFrequency.liftAhead.count;
    evaluation.clusterOrder = meanOverEvents(perEvent(
                                                 replays, [](const Replayed &r) { return r.ordersClusters; },
                                                 [](const Replayed &r) { return r.clusterOrder; }),
                                             seed);

    std::map<int, int> numbers;
    std::vector<ScoredPair> pairs;
    for (Replayed &replayed : replays) {
        if (replayed.ranked)
            evaluation.purchases += static_cast<int>(replayed.buyers.size());
        if (!replayed.calibrates)
            continue;
        evaluation.expectedPurchases += replayed.expected;
        evaluation.actualPurchases += static_cast<double>(replayed.buyers.size());
        for (ScoredPair &pair : replayed.pairs) {
            pair.event = numbers.try_emplace(pair.event, static_cast<int>(numbers.size())).first->second;
            pairs.push_back(pair);
        }
        replayed.pairs = {};
    }
    evaluation.calibration = calibrationOf(std::move(pairs), static_cast<int>(numbers.size()), seed);
}

} // namespace

std::vector<std::int64_t> replayCuts(const Dataset &dataset, int most)
{
    const Interactions all =
        collectInteractions(dataset, std::nullopt, TasteRunParameters().eventsPerCustomer);
    std::vector<std::int64_t> times = all.firstAt;
    std::sort(times.begin(), times.end());
    std::vector<std::int64_t> cuts;
    if (times.size() < fewestInteractions)
        return cuts;
    for (int i = 0; i < most; ++i) {
        const double share = most > 1 ? firstCutAt + (lastCutAt - firstCutAt) * i / (most - 1)
                                      : 0.5 * (firstCutAt + lastCutAt);
        const auto position = static_cast<std::size_t>(share * static_cast<double>(times.size()));
        const std::int64_t cut = times[std::min(position, times.size() - 1)];
        if (cut > all.earliest && (cuts.empty() || cuts.back() < cut))
            cuts.push_back(cut);
    }
    return cuts;
}

Expected<void> replayPast(const Dataset &dataset, const std::function<void(double)> &progress,
                          const std::stop_token &stop, ClusterQuality &evaluation)
{
    const ClusterQualityOptions &options = evaluation.options;
    Past past{
        dataset, collectInteractions(dataset, std::nullopt, TasteRunParameters().eventsPerCustomer), {}};
    past.opens = saleOpenings(dataset, past.all);
    evaluation.cuts = replayCuts(dataset, options.cuts);
    std::vector<Replayed> replays;
    for (std::size_t i = 0; i < evaluation.cuts.size(); ++i) {
        progress(static_cast<double>(i) / static_cast<double>(evaluation.cuts.size()));
        const auto run =
            computeTasteRun(dataset, {.asOf = evaluation.cuts[i], .seed = options.seed}, {}, stop);
        if (!run)
            return tl::unexpected(run.error());
        const TasteRunView view(dataset, **run);
        auto events = eventsAt(past, view.cut().interactions, options);
        judgeAll(past, view, options.seed, stop, events);
        if (stop.stop_requested())
            return tl::unexpected(tasteCancelled());
        std::move(events.begin(), events.end(), std::back_inserter(replays));
    }
    summarise(std::move(replays), evaluation);
    return {};
}

} // namespace groundswell::service
