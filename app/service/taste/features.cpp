#include "app/service/taste/features.h"

#include "app/service/taste/volume.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

constexpr std::size_t proxyNeighbours = 10;
constexpr double recencyScaleDays = 30.0;
constexpr Eigen::Index habitCount = 3; ///< the last features: Frequency, Orders, Recency
static_assert(static_cast<int>(Feature::Frequency) + habitCount == featureCount);

/// Slots of the events nearest by metadata, the target itself left out; ties by slot.
std::vector<std::int32_t> nearestSlots(const CutModel &cut, const TargetColumns &target)
{
    std::vector<std::int32_t> slots;
    for (std::size_t s = 0; s < cut.slots.size(); ++s) {
        const std::uint32_t event = cut.slots.eventOf[s];
        if (event < target.content.size() && event != target.event && target.content[event] > 0)
            slots.push_back(static_cast<std::int32_t>(s));
    }
    const auto nearer = [&](std::int32_t a, std::int32_t b) {
        const float left = target.content[cut.slots.eventOf[static_cast<std::size_t>(a)]];
        const float right = target.content[cut.slots.eventOf[static_cast<std::size_t>(b)]];
        return left != right ? left > right : a < b;
    };
    const std::size_t count = std::min(proxyNeighbours, slots.size());
    std::partial_sort(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(count), slots.end(), nearer);
    slots.resize(count);
    return slots;
}

void standardise(Eigen::MatrixXf &values)
{
    const auto rows = values.rows();
    if (rows == 0)
        return;
    for (Eigen::Index f = 0; f < values.cols(); ++f) {
        double sum = 0;
        double squares = 0;
        for (Eigen::Index r = 0; r < rows; ++r) {
            const double v = values(r, f);
            sum += v;
            squares += v * v;
        }
        const double mean = sum / static_cast<double>(rows);
        const double variance = squares / static_cast<double>(rows) - mean * mean;
        const double scale = variance > 1e-12 * (1.0 + mean * mean) ? 1.0 / std::sqrt(variance) : 0.0;
        for (Eigen::Index r = 0; r < rows; ++r)
            values(r, f) = static_cast<float>((values(r, f) - mean) * scale);
    }
}

} // namespace

CutModel learnCut(const Dataset &dataset, std::optional<std::int64_t> before, int eventsPerCustomer,
                  std::optional<double> ridge)
{
    CutModel cut;
    cut.interactions = collectInteractions(dataset, before, eventsPerCustomer);
    cut.slots = chooseSlots(cut.interactions, 2);
    Eigen::MatrixXf gram = gramMatrix(cut.interactions, cut.slots);
    cut.support = gram.diagonal();
    cut.habits = habitsOf(cut.interactions);
    const float lambda = ridge ? static_cast<float>(std::max(*ridge, 1e-3))
                               : ridgeFor(cut.interactions.knownCustomers, cut.interactions.events.size());
    cut.ease = std::make_shared<const Ease>(std::move(gram), lambda);
    return cut;
}

Eigen::MatrixXf habitsOf(const Interactions &interactions)
{
    const auto customers = static_cast<Eigen::Index>(interactions.customers());
    Eigen::MatrixXf habits = Eigen::MatrixXf::Zero(habitCount, customers);
    for (Eigen::Index c = 0; c < customers; ++c) {
        const auto customer = static_cast<std::size_t>(c);
        const auto events = interactions.eventsOf(customer).size();
        if (events == 0)
            continue;
        const double days = static_cast<double>(interactions.before - interactions.lastAt[customer])
            / static_cast<double>(secondsPerDay);
        habits(0, c) = std::log1p(static_cast<float>(events));
        habits(1, c) = std::log1p(static_cast<float>(interactions.orders[customer]));
        habits(2, c) = static_cast<float>(-std::log1p(days / recencyScaleDays));
    }
    return habits;
}

std::vector<TargetColumns> columnsFor(const CutModel &cut, const Metadata &metadata,
                                      std::span<const std::uint32_t> targets)
{
    std::vector<TargetColumns> result;
    std::vector<std::vector<std::int32_t>> neighbours;
    std::vector<std::int32_t> wanted;
    for (const std::uint32_t event : targets) {
        TargetColumns target;
        target.event = event;
        target.warm = cut.slots.slotOf[event] >= 0;
        target.content = metadata.similarities(event);
        neighbours.push_back(nearestSlots(cut, target));
        wanted.insert(wanted.end(), neighbours.back().begin(), neighbours.back().end());
        if (target.warm)
            wanted.push_back(cut.slots.slotOf[event]);
        result.push_back(std::move(target));
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const Eigen::MatrixXf solved = cut.ease->columns(wanted);
    const auto columnOf = [&](std::int32_t slot) {
        return solved.col(std::lower_bound(wanted.begin(), wanted.end(), slot) - wanted.begin());
    };
    const auto size = static_cast<Eigen::Index>(cut.slots.size());
    for (std::size_t t = 0; t < result.size(); ++t) {
        TargetColumns &target = result[t];
        const std::int32_t own = cut.slots.slotOf[target.event];
        target.affinity = target.warm ? Eigen::VectorXf(columnOf(own)) : Eigen::VectorXf::Zero(size);
        target.proxy = Eigen::VectorXf::Zero(size);
        for (const std::int32_t slot : neighbours[t])
            target.proxy += columnOf(slot);
        if (!neighbours[t].empty())
            target.proxy /= static_cast<float>(neighbours[t].size());
        if (own >= 0) // the target's own buyers are not scored, its weight would only be noise
            target.proxy(own) = 0.0F;
    }
    return result;
}

FeatureTable featuresFor(const CutModel &cut, const TargetColumns &target)
{
    const Interactions &x = cut.interactions;
    FeatureTable table;
    for (std::size_t c = 0; c < x.customers(); ++c) {
        if (!x.eventsOf(c).empty() && !x.holds(c, target.event))
            table.customers.push_back(static_cast<std::uint32_t>(c));
    }
    table.values.setZero(static_cast<Eigen::Index>(table.customers.size()), featureCount);
    for (std::size_t r = 0; r < table.customers.size(); ++r) {
        const std::size_t c = table.customers[r];
        const auto row = x.eventsOf(c);
        float affinity = 0, proxy = 0, content = 0, best = 0;
        for (const std::uint32_t e : row) {
            if (const std::int32_t slot = cut.slots.slotOf[e]; slot >= 0) {
                affinity += target.affinity(slot);
                proxy += target.proxy(slot);
            }
            content += target.content[e];
            best = std::max(best, target.content[e]);
        }
        const auto count = static_cast<float>(row.size());
        const auto i = static_cast<Eigen::Index>(r);
        const auto set = [&](Feature f, float v) { table.values(i, static_cast<Eigen::Index>(f)) = v; };
        set(Feature::Affinity, affinity);
        set(Feature::Proxy, proxy);
        set(Feature::Content, content / std::sqrt(count));
        set(Feature::BestMatch, best);
        table.values.row(i).tail(habitCount) = cut.habits.col(static_cast<Eigen::Index>(c)).transpose();
    }
    standardise(table.values);
    return table;
}

} // namespace groundswell::service
