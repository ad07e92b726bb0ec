#include "app/service/taste/replay/replay.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/features/volume.h"
#include "app/service/taste/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr int longestWindowDays = 60;
constexpr std::uint32_t fewestKnownCustomers = 40;
constexpr std::size_t fewestBuyers = 3; ///< an event with fewer says nothing about who buys
constexpr std::size_t mostRowsPerEvent = 1200;
constexpr double oddsAgainst = 20.0; ///< weight of an event's other customers for each of its buyers
/// The prior weighs like so many buyers: a handful of replayed purchases must not turn the ranking round.
constexpr double ridgeToPrior = 600.0;
constexpr int folds = 5;
constexpr std::size_t customersBetweenLooks = 16'384; ///< at the stop token

/// One instant of the past, what was known then, and who bought what in the window after it.
struct Window {
    std::int64_t from = 0;
    std::int64_t to = 0;
    CutModel cut;
    std::vector<std::vector<std::uint32_t>>
        buyers; ///< per event: known customers who bought it new, ascending
};

/// Rows of the regression, grown event by event.
struct Rows {
    std::vector<Eigen::VectorXd> features;
    std::vector<double> labels;
    std::vector<double> weights;
    std::vector<int> group; ///< the (event, window) a row belongs to
    std::vector<bool> warm; ///< per group
};

std::vector<std::pair<std::int64_t, std::int64_t>> windowTimes(const Interactions &all, int count)
{
    const std::int64_t span = all.before - all.earliest;
    const std::int64_t length = std::min<std::int64_t>(span / 4, longestWindowDays * secondsPerDay);
    std::vector<std::pair<std::int64_t, std::int64_t>> times;
    for (int i = count; i >= 1 && length >= secondsPerDay / 2; --i)
        times.emplace_back(all.before - i * length, all.before - (i - 1) * length);
    return times;
}

/// One factorisation for each window, so fewer windows if it is expensive.
int windowCount(const Interactions &all)
{
    const auto sold =
        std::count_if(all.buyers.begin(), all.buyers.end(), [](std::uint32_t n) { return n > 1; });
    return sold > 4000 ? 1 : sold > 2000 ? 2 : 3;
}

void collectBuyers(const Interactions &all, const std::stop_token &stop, Window &window)
{
    const Interactions &then = window.cut.interactions;
    window.buyers.assign(all.buyers.size(), {});
    for (std::size_t c = 0; c < all.customers(); ++c) {
        if (c % customersBetweenLooks == 0)
            throwIfStopped(stop);
        if (then.eventsOf(c).empty())
            continue;
        const auto events = all.eventsOf(c);
        const auto times = all.firstAtOf(c);
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (times[i] >= window.from && times[i] < window.to && !then.holds(c, events[i]))
                window.buyers[events[i]].push_back(static_cast<std::uint32_t>(c));
        }
    }
}

/// The window's events with most buyers, ties by index.
std::vector<std::uint32_t> eventsToReplay(const Window &window, int limit)
{
    std::vector<std::uint32_t> events;
    for (std::uint32_t e = 0; e < window.buyers.size(); ++e) {
        if (window.buyers[e].size() >= fewestBuyers)
            events.push_back(e);
    }
    std::stable_sort(events.begin(), events.end(), [&](std::uint32_t a, std::uint32_t b) {
        return window.buyers[a].size() > window.buyers[b].size();
    });
    events.resize(std::min(events.size(), static_cast<std::size_t>(std::max(0, limit))));
    std::sort(events.begin(), events.end());
    return events;
}

/// All buyers and a sample of the others, whose weights keep the odds the same for every event: the volume
/// model predicts its size.
void addRows(const FeatureTable &table, std::span<const std::uint32_t> buyers, bool warm, Random &random,
             Rows &rows)
{
    std::vector<std::uint32_t> others;
    const auto add = [&](std::uint32_t row, double label, double weight) {
        rows.features.push_back(table.standardised(row));
        rows.labels.push_back(label);
        rows.weights.push_back(weight);
        rows.group.push_back(static_cast<int>(rows.warm.size()));
    };
    double found = 0;
    auto buyer = buyers.begin(); // ascending, like the table
    for (std::uint32_t r = 0; r < table.customers.size(); ++r) {
        while (buyer != buyers.end() && *buyer < table.customers[r])
            ++buyer;
        if (buyer != buyers.end() && *buyer == table.customers[r]) {
            add(r, 1.0, 1.0);
            ++found;
        } else {
            others.push_back(r);
        }
    }
    if (others.size() > mostRowsPerEvent) {
        random.draw(std::span(others), mostRowsPerEvent);
        others.resize(mostRowsPerEvent);
        std::sort(others.begin(), others.end());
    }
    for (const std::uint32_t r : others)
        add(r, 0.0, found * oddsAgainst / static_cast<double>(others.size()));
    rows.warm.push_back(warm);
}

struct Design {
    Eigen::MatrixXd features;
    Eigen::VectorXd labels;
    Eigen::VectorXd weights;
};

/// The rows of the groups that `take` accepts.
template <class Take> Design designOf(const Rows &rows, Take take, bool hideOwnSales)
{
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < rows.labels.size(); ++i) {
        if (take(rows.group[i]))
            chosen.push_back(i);
    }
    const auto count = static_cast<Eigen::Index>(chosen.size());
    Design design{Eigen::MatrixXd(count, featureCount), Eigen::VectorXd(count), Eigen::VectorXd(count)};
    for (Eigen::Index i = 0; i < count; ++i) {
        const std::size_t row = chosen[static_cast<std::size_t>(i)];
        design.features.row(i) = rows.features[row].transpose();
        design.labels(i) = rows.labels[row];
        design.weights(i) = rows.weights[row];
    }
    if (hideOwnSales)
        design.features.col(static_cast<Eigen::Index>(Feature::Affinity)).setZero();
    return design;
}

LogisticModel fit(const Design &design, const Eigen::VectorXd &prior)
{
    return fitLogistic(design.features, design.labels, design.weights, prior, ridgeToPrior);
}

/// Probability that a buyer is ranked above another customer; ties count half.
double areaUnderCurve(const std::vector<std::pair<double, double>> &scoreAndLabel)
{
    auto sorted = scoreAndLabel;
    std::sort(sorted.begin(), sorted.end());
    double positives = 0, negatives = 0, area = 0;
    for (std::size_t i = 0; i < sorted.size();) {
        double tiedPositives = 0, tiedNegatives = 0;
        const double score = sorted[i].first;
        for (; i < sorted.size() && sorted[i].first == score; ++i)
            (sorted[i].second > 0 ? tiedPositives : tiedNegatives) += 1;
        area += tiedPositives * (negatives + 0.5 * tiedNegatives);
        positives += tiedPositives;
        negatives += tiedNegatives;
    }
    return positives > 0 && negatives > 0 ? area / (positives * negatives) : 0.5;
}

/// Mean over events of the area under the curve, each event scored with weights learnt from the others.
void crossValidate(const Rows &rows, const Blend &prior, const std::stop_token &stop, Blend &blend)
{
    const auto groups = static_cast<int>(rows.warm.size());
    if (groups < folds)
        return;
    std::vector<std::vector<std::pair<double, double>>> blended(rows.warm.size()),
        frequency(rows.warm.size());
    for (int fold = 0; fold < folds; ++fold) {
        const auto learns = [&](bool wantWarm) {
            return [&rows, fold, wantWarm](int g) {
                return g % folds != fold && (!wantWarm || rows.warm[static_cast<std::size_t>(g)]);
            };
        };
        throwIfStopped(stop);
        const LogisticModel warm = fit(designOf(rows, learns(true), false), prior.warm.coefficients);
        throwIfStopped(stop);
        const LogisticModel cold = fit(designOf(rows, learns(false), true), prior.cold.coefficients);
        for (std::size_t i = 0; i < rows.labels.size(); ++i) {
            const auto g = static_cast<std::size_t>(rows.group[i]);
            if (rows.group[i] % folds != fold)
                continue;
            const double score = (rows.warm[g] ? warm : cold).coefficients.dot(rows.features[i]);
            blended[g].emplace_back(score, rows.labels[i]);
            frequency[g].emplace_back(rows.features[i](static_cast<Eigen::Index>(Feature::Frequency)),
                                      rows.labels[i]);
        }
    }
    for (std::size_t g = 0; g < rows.warm.size(); ++g) {
        blend.auc += areaUnderCurve(blended[g]) / groups;
        blend.frequencyAuc += areaUnderCurve(frequency[g]) / groups;
    }
}

/// Whether somebody might have planned a campaign for the event at that instant.
bool eligible(const Dataset &dataset, const Interactions &all, const Window &window, std::uint32_t event,
              std::span<const std::int64_t> firstSale)
{
    const EventFacts &facts = dataset.events[event];
    const bool onSale = window.cut.interactions.buyers[event] > 0;
    const bool over = facts.overUtc() <= window.from && facts.overUtc() > all.earliest;
    const std::int64_t opens = facts.onSaleUtc.value_or(firstSale[event]);
    return !over && (onSale || (opens >= window.from && opens < window.to));
}

struct VolumeRows {
    std::vector<Eigen::VectorXd> features;
    std::vector<double> counts;
    std::vector<double> offsets;
};

void addVolumeRows(const Dataset &dataset, const Interactions &all, const Window &window, double days,
                   std::span<const std::int64_t> firstSale, const std::stop_token &stop, VolumeRows &rows)
{
    const Interactions &then = window.cut.interactions;
    const auto recent = recentBuyers(then, days);
    for (std::uint32_t e = 0; e < all.buyers.size(); ++e) {
        throwIfStopped(stop);
        if (!eligible(dataset, all, window, e, firstSale))
            continue;
        const std::int64_t over = dataset.events[e].overUtc();
        const std::int64_t end = over > window.from ? std::min(window.to, over) : window.to;
        const double exposure =
            static_cast<double>(end - window.from) / static_cast<double>(window.to - window.from);
        rows.features.push_back(volumeFeatures(dataset, then, recent, e));
        rows.counts.push_back(static_cast<double>(window.buyers[e].size()));
        rows.offsets.push_back(std::log(std::max(exposure, 0.05)));
    }
}

void learnVolume(const VolumeRows &rows, Blend &blend)
{
    const auto count = static_cast<Eigen::Index>(rows.counts.size());
    Eigen::MatrixXd features(count, volumeFeatureCount);
    Eigen::VectorXd counts(count), offsets(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        const auto r = static_cast<std::size_t>(i);
        features.row(i) = rows.features[r].transpose();
        counts(i) = rows.counts[r];
        offsets(i) = rows.offsets[r];
    }
    if (count < 8 || counts.sum() < 20)
        return;
    blend.volume = fitPoisson(features, counts, offsets, 1.0);
    blend.volumeLearnt = true;
    double squares = 0;
    double weight = 0;
    for (Eigen::Index i = 0; i < count; ++i) {
        const double expected = std::exp(offsets(i) + blend.volume.linear(features.row(i).transpose()));
        if (expected < 2.0)
            continue; // a handful of buyers is chance, which the forecast adds by itself
        const double miss = std::log((counts(i) + 0.5) / (expected + 0.5));
        squares += miss * miss;
        weight += 1.0;
    }
    if (weight >= 5)
        blend.forecastSpread = std::clamp(std::sqrt(squares / weight), 0.1, 1.5);
}

std::vector<std::int64_t> firstSales(const Interactions &all)
{
    std::vector<std::int64_t> result(all.buyers.size(), all.before);
    for (std::size_t i = 0; i < all.events.size(); ++i)
        result[all.events[i]] = std::min(result[all.events[i]], all.firstAt[i]);
    return result;
}

} // namespace

Blend learnBlend(const Dataset &dataset, const Metadata &metadata, const Interactions &interactions,
                 const TasteRunParameters &parameters, const std::function<void(double)> &progress,
                 const std::stop_token &stop)
{
    const Blend prior = priorBlend();
    Blend blend = prior;
    Random random(parameters.seed ^ 0x7265706c6179ULL);
    Rows rows;
    VolumeRows volumeRows;
    const auto firstSale = firstSales(interactions);
    const auto times = windowTimes(interactions, windowCount(interactions));
    for (std::size_t w = 0; w < times.size(); ++w) {
        throwIfStopped(stop);
        progress(static_cast<double>(w) / static_cast<double>(times.size()));
        Window window;
        std::tie(window.from, window.to) = times[w];
        blend.windowDays = static_cast<double>(window.to - window.from) / static_cast<double>(secondsPerDay);
        window.cut = learnCut(dataset, window.from, parameters.eventsPerCustomer, parameters.ridge, stop);
        if (window.cut.interactions.knownCustomers < fewestKnownCustomers)
            continue;
        collectBuyers(interactions, stop, window);
        addVolumeRows(dataset, interactions, window, blend.windowDays, firstSale, stop, volumeRows);
        const auto events = eventsToReplay(window, parameters.replayEvents);
        const auto columns = columnsFor(window.cut, metadata, events, stop);
        for (const TargetColumns &target : columns) {
            throwIfStopped(stop);
            const auto &buyers = window.buyers[target.event];
            addRows(featuresFor(window.cut, target), buyers, target.warm, random, rows);
            blend.replayedBuyers += static_cast<int>(buyers.size());
        }
        blend.replayedEvents += static_cast<int>(events.size());
    }
    const auto warmOnly = [&rows](int g) { return rows.warm[static_cast<std::size_t>(g)]; };
    const auto every = [](int) { return true; };
    throwIfStopped(stop);
    blend.warm = fit(designOf(rows, warmOnly, false), prior.warm.coefficients);
    throwIfStopped(stop);
    blend.cold = fit(designOf(rows, every, true), prior.cold.coefficients);
    crossValidate(rows, prior, stop, blend);
    learnVolume(volumeRows, blend);
    progress(1.0);
    return blend;
}

} // namespace groundswell::service
