#include "app/service/taste/features/features.h"

#include "app/service/taste/features/volume.h"
#include "app/service/taste/numerics/parallel.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr std::size_t proxyNeighbours = 10;
constexpr double recencyScaleDays = 30.0;
constexpr Eigen::Index quad = 4;
static_assert(static_cast<int>(Feature::Frequency) == quad && featureCount == 2 * quad - 1);

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

/// What an event that a customer has bought says about the target: its part of each feature.
std::vector<FeatureQuad> weightsOf(const CutModel &cut, const TargetColumns &target)
{
    std::vector<FeatureQuad> weights(cut.slots.slotOf.size());
    for (std::size_t e = 0; e < weights.size(); ++e) {
        const float content = target.content[e];
        const std::int32_t slot = cut.slots.slotOf[e];
        weights[e] = {slot >= 0 ? target.affinity(slot) : 0.0F, slot >= 0 ? target.proxy(slot) : 0.0F,
                      content, content};
    }
    return weights;
}

/// Customers are processed in chunks, on several threads.
constexpr std::size_t chunkSize = 8192;

std::size_t chunkCount(std::size_t size)
{
    return (size + chunkSize - 1) / chunkSize;
}

/// How many of the chunk's customers are known and don't hold the target.
std::size_t countRows(const Interactions &x, std::uint32_t target, std::size_t chunk)
{
    const auto begin = x.offsets.begin() + static_cast<std::ptrdiff_t>(chunk * chunkSize);
    const auto end =
        begin + static_cast<std::ptrdiff_t>(std::min(chunkSize, x.customers() - chunk * chunkSize));
    std::size_t rows = 0;
    for (auto offset = begin; offset != end; ++offset)
        rows += offset[0] != offset[1] ? 1U : 0U;
    // Nobody holds an event twice.
    const auto events = x.events.begin();
    const auto holders = std::count(events + static_cast<std::ptrdiff_t>(*begin),
                                    events + static_cast<std::ptrdiff_t>(*end), target);
    return rows - static_cast<std::size_t>(holders);
}

/// Sums over customers from which the features are standardised.
struct Moments {
    Eigen::Array4d sum = Eigen::Array4d::Zero();
    Eigen::Array4d squares = Eigen::Array4d::Zero();

    void add(const FeatureQuad &values)
    {
        const Eigen::Array4d exact = values.cast<double>();
        sum += exact;
        squares += exact * exact;
    }
    void add(const Moments &other)
    {
        sum += other.sum;
        squares += other.squares;
    }
};

struct TableMoments {
    Moments fits;
    Moments habits;
};

FeatureQuad habitOf(const Interactions &x, std::size_t customer)
{
    const auto events = x.eventsOf(customer).size();
    if (events == 0)
        return FeatureQuad::Zero();
    const double days =
        static_cast<double>(x.before - x.lastAt[customer]) / static_cast<double>(secondsPerDay);
    return {std::log1p(static_cast<float>(events)), std::log1p(static_cast<float>(x.orders[customer])),
            static_cast<float>(-std::log1p(days / recencyScaleDays)), 0.0F};
}

/// Fills the table's rows from `row` on with the chunk's customers.
TableMoments fillRows(const CutModel &cut, const std::vector<FeatureQuad> &weights, std::uint32_t target,
                      std::size_t chunk, std::size_t row, FeatureTable &table)
{
    const Interactions &x = cut.interactions;
    const std::size_t end = std::min((chunk + 1) * chunkSize, x.customers());
    TableMoments moments;
    for (std::size_t c = chunk * chunkSize; c < end; ++c) {
        const auto events = x.eventsOf(c);
        FeatureQuad sum = FeatureQuad::Zero();
        FeatureQuad most = FeatureQuad::Zero();
        bool unscored = events.empty();
        for (const std::uint32_t e : events) {
            sum += weights[e];
            most = most.max(weights[e]);
            unscored |= e == target;
        }
        if (unscored)
            continue;
        FeatureQuad &fits = table.fits[row];
        fits = {sum(0), sum(1), sum(2) / std::sqrt(static_cast<float>(events.size())), most(3)};
        moments.fits.add(fits);
        moments.habits.add(cut.habits[c]);
        table.customers[row++] = static_cast<std::uint32_t>(c);
    }
    return moments;
}

void standardise(const Moments &moments, Eigen::Index first, Eigen::Index count, FeatureTable &table)
{
    const auto rows = static_cast<double>(table.customers.size());
    for (Eigen::Index f = 0; f < count; ++f) {
        const double mean = moments.sum(f) / rows;
        const double variance = moments.squares(f) / rows - mean * mean;
        table.mean(first + f) = mean;
        table.scale(first + f) = variance > 1e-12 * (1.0 + mean * mean) ? 1.0 / std::sqrt(variance) : 0.0;
    }
}

/// Chunk by chunk in order, whichever thread has done them.
void setMoments(const std::vector<TableMoments> &parts, FeatureTable &table)
{
    table.mean = Eigen::VectorXd::Zero(featureCount);
    table.scale = Eigen::VectorXd::Zero(featureCount);
    if (table.customers.empty())
        return;
    TableMoments all;
    for (const TableMoments &part : parts) {
        all.fits.add(part.fits);
        all.habits.add(part.habits);
    }
    standardise(all.fits, 0, quad, table);
    standardise(all.habits, quad, featureCount - quad, table);
}

} // namespace

CutModel learnCut(const Dataset &dataset, std::optional<std::int64_t> before, int eventsPerCustomer,
                  std::optional<double> ridge, const std::stop_token &stop, Eigen::MatrixXf *gram)
{
    CutModel cut;
    cut.interactions = collectInteractions(dataset, before, eventsPerCustomer, stop);
    cut.slots = chooseSlots(cut.interactions, 2);
    Eigen::MatrixXf counted = gramMatrix(cut.interactions, cut.slots, stop);
    cut.support = counted.diagonal();
    if (gram)
        *gram = counted;
    cut.habits = habitsOf(cut.interactions);
    const float lambda = ridge ? static_cast<float>(std::max(*ridge, 1e-3))
                               : ridgeFor(cut.interactions.knownCustomers, cut.interactions.events.size());
    cut.ease = std::make_shared<const Ease>(std::move(counted), lambda, stop);
    return cut;
}

std::vector<FeatureQuad> habitsOf(const Interactions &interactions)
{
    std::vector<FeatureQuad> habits(interactions.customers());
    forEachInParallel(chunkCount(habits.size()), [&](std::size_t chunk) {
        const std::size_t end = std::min((chunk + 1) * chunkSize, habits.size());
        for (std::size_t customer = chunk * chunkSize; customer < end; ++customer)
            habits[customer] = habitOf(interactions, customer);
    });
    return habits;
}

std::vector<TargetColumns> columnsFor(const CutModel &cut, const Metadata &metadata,
                                      std::span<const std::uint32_t> targets, const std::stop_token &stop)
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
    const Eigen::MatrixXf solved = cut.ease->columns(wanted, stop);
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
    const auto weights = weightsOf(cut, target);
    const std::size_t chunks = chunkCount(x.customers());
    std::vector<std::size_t> begin(chunks + 1, 0);
    forEachInParallel(chunks,
                      [&](std::size_t chunk) { begin[chunk + 1] = countRows(x, target.event, chunk); });
    std::partial_sum(begin.begin(), begin.end(), begin.begin());

    FeatureTable table;
    table.customers.resize(begin.back());
    table.fits.resize(begin.back());
    table.habits = &cut.habits;
    std::vector<TableMoments> moments(chunks);
    forEachInParallel(chunks, [&](std::size_t chunk) {
        moments[chunk] = fillRows(cut, weights, target.event, chunk, begin[chunk], table);
    });
    setMoments(moments, table);
    return table;
}

float FeatureTable::value(std::size_t row, Feature feature) const
{
    const auto f = static_cast<Eigen::Index>(feature);
    return f < quad ? fits[row](f) : (*habits)[customers[row]](f - quad);
}

Eigen::VectorXd FeatureTable::standardised(std::size_t row) const
{
    Eigen::VectorXd values(featureCount);
    for (int f = 0; f < featureCount; ++f)
        values(f) = static_cast<double>(value(row, static_cast<Feature>(f)));
    return (values - mean).cwiseProduct(scale);
}

Eigen::VectorXd FeatureTable::weighed(const Eigen::VectorXd &weights) const
{
    const Eigen::VectorXd slopes = weights.cwiseProduct(scale);
    const Eigen::Array4d ofFits = slopes.head<quad>().array();
    Eigen::Array4d ofHabits = Eigen::Array4d::Zero();
    ofHabits.head<featureCount - quad>() = slopes.tail<featureCount - quad>().array();
    const double base = -slopes.dot(mean);
    Eigen::VectorXd sums(static_cast<Eigen::Index>(customers.size()));
    forEachInParallel(chunkCount(customers.size()), [&](std::size_t chunk) {
        const std::size_t end = std::min((chunk + 1) * chunkSize, customers.size());
        for (std::size_t row = chunk * chunkSize; row < end; ++row) {
            const Eigen::Array4d terms =
                ofFits * fits[row].cast<double>() + ofHabits * (*habits)[customers[row]].cast<double>();
            // Exactly as the features: customers with the same standing have the same probability, too.
            sums(static_cast<Eigen::Index>(row)) =
                static_cast<double>(static_cast<float>(base + terms.sum()));
        }
    });
    return sums;
}

} // namespace groundswell::service
