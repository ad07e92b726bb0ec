#include "app/service/taste/groups/tastegroups.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/groups/eventvectors.h"
#include "app/service/taste/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr double steadyEnough = 0.5;
constexpr double sameEnough = 0.95; ///< agreement with what another seed gives
constexpr int fewestRestarts = 6;
constexpr int mostRestarts = 200;
constexpr std::size_t mostCore = 600; ///< events that the groups are made of
constexpr std::size_t startsTimesEvents = 60'000;
constexpr int eventsPerGroup = 2; ///< fewer on average say nothing
constexpr std::size_t fewestEvents = 6;
constexpr std::size_t mostConfirmed = 8; ///< candidates that are computed again from other seeds
constexpr std::uint64_t confirmingSeeds = 2, confirmingStep = 104'729;
constexpr std::uint64_t otherStep = 7919; ///< of the seeds that a grouping is judged by afterwards

/// The customers who are left out of a draw, one in five by a hash.
std::vector<std::uint32_t> leftOut(std::size_t customers, int draw, std::uint64_t seed)
{
    constexpr std::uint64_t drawStep = 0x51ed2701;
    constexpr std::uint64_t customerStep = 0x9e3779b1;
    std::vector<std::uint32_t> result;
    for (std::uint32_t customer = 0; customer < customers; ++customer) {
        Random random(seed + static_cast<std::uint64_t>(draw) * drawStep + customer * customerStep);
        if (random.below(5) == 0)
            result.push_back(customer);
    }
    return result;
}

struct Candidate {
    int rank = 0;
    int count = 0;
    Partition partition = {};
    double stability = 0; ///< mean over the draws
    double squares = 0; ///< of the stabilities, likewise
    double lift = 0;

    /// One deviation above the limit: the best of many candidates is partly the luckiest.
    [[nodiscard]] bool isSteady() const
    {
        const double deviation = std::sqrt(std::max(0.0, squares - stability * stability));
        return stability - deviation >= steadyEnough;
    }
};

bool better(const Candidate &a, const Candidate &b)
{
    if (a.isSteady() != b.isSteady())
        return a.isSteady();
    return a.isSteady() ? a.lift > b.lift : a.stability > b.stability;
}

/// The slots with most buyers: an event that few bought has a direction by chance, and would only shake the
/// groups.
std::vector<Eigen::Index> coreOf(const CutModel &cut)
{
    std::vector<Eigen::Index> slots(cut.slots.size());
    std::iota(slots.begin(), slots.end(), Eigen::Index{0});
    if (slots.size() > mostCore) {
        std::stable_sort(slots.begin(), slots.end(),
                         [&](Eigen::Index a, Eigen::Index b) { return cut.support(a) > cut.support(b); });
        slots.resize(mostCore);
        std::sort(slots.begin(), slots.end());
    }
    return slots;
}

/// Assigns every row to the group of the core that it points to; groups are numbered by their first member.
Partition joinNearest(const Eigen::MatrixXf &rows, const Eigen::MatrixXf &core, const Partition &partition)
{
    Eigen::MatrixXf centres = Eigen::MatrixXf::Zero(partition.count, rows.cols());
    for (Eigen::Index i = 0; i < core.rows(); ++i)
        centres.row(partition.groupOf[static_cast<std::size_t>(i)]) += core.row(i);
    centres.rowwise().normalize();
    const Eigen::MatrixXf cosine = centres * rows.transpose();
    std::vector<int> number(static_cast<std::size_t>(partition.count), -1);
    Partition result;
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        Eigen::Index best = 0;
        for (Eigen::Index g = 1; g < centres.rows(); ++g) {
            if (cosine(g, i) > cosine(best, i))
                best = g;
        }
        int &group = number[static_cast<std::size_t>(best)];
        if (group < 0)
            group = result.count++;
        result.groupOf.push_back(group);
    }
    return result;
}

/// Groupings of one model under other customers and other seeds.
class Grouping {
public:
    Grouping(const CutModel &cut, Eigen::MatrixXf gram, const Metadata &metadata,
             const TasteRunParameters &parameters, const std::stop_token &stop)
        : m_cut(cut)
        , m_gram(std::move(gram))
        , m_metadata(metadata)
        , m_parameters(parameters)
        , m_stop(stop)
        , m_bought(boughtSpace(m_gram, parameters.vectorRank, parameters.seed, stop))
        , m_about(aboutSpace(metadata, cut.slots, parameters.vectorRank, parameters.seed, stop))
        , m_core(coreOf(cut))
    {
    }

    [[nodiscard]] Partition whole(int rank, int count, std::uint64_t seed) const
    {
        return grouped(vectorsOf(m_bought, m_about, rank), count, restarts(), seed);
    }

    /// The space without some customers.
    [[nodiscard]] Eigenpairs spaceWithout(std::span<const std::uint32_t> customers) const
    {
        Eigen::MatrixXf gram = gramMatrix(m_cut.interactions, m_cut.slots, customers, m_stop);
        gram = m_gram - gram; // whole numbers: the same as counting the others
        return boughtSpace(std::move(gram), m_parameters.vectorRank, m_parameters.seed, m_stop, &m_bought);
    }
    /// \a number: which draw.
    [[nodiscard]] Partition ofDraw(const Eigenpairs &space, int number, int rank, int count) const
    {
        return grouped(vectorsOf(space, m_about, rank), count, std::max(fewestRestarts, restarts() / 8),
                       m_parameters.seed + static_cast<std::uint64_t>(number) + 1);
    }

    /// Everything anew from another seed.
    [[nodiscard]] Partition ofSeed(std::uint64_t seed, int rank, int count) const
    {
        const Eigenpairs bought = boughtSpace(m_gram, m_parameters.vectorRank, seed, m_stop);
        const Eigenpairs about = aboutSpace(m_metadata, m_cut.slots, m_parameters.vectorRank, seed, m_stop);
        return grouped(vectorsOf(bought, about, rank), count, restarts(), seed);
    }

private:
    [[nodiscard]] Eigen::MatrixXf vectorsOf(const Eigenpairs &bought, const Eigenpairs &about, int rank) const
    {
        return eventVectors(bought, about, rank, m_parameters.metadataWeight);
    }

    /// With few events, many starts: they cost nothing, and every one of them counts.
    [[nodiscard]] int restarts() const
    {
        const auto affordable = static_cast<int>(startsTimesEvents / std::min(m_core.size(), mostCore));
        return std::max(m_parameters.restarts, std::min(affordable, mostRestarts));
    }
    [[nodiscard]] Partition grouped(const Eigen::MatrixXf &rows, int count, int starts,
                                    std::uint64_t seed) const
    {
        Eigen::MatrixXf core(static_cast<Eigen::Index>(m_core.size()), rows.cols());
        for (std::size_t i = 0; i < m_core.size(); ++i)
            core.row(static_cast<Eigen::Index>(i)) = rows.row(m_core[i]);
        const Partition partition = sphericalKMeans(core, count, starts, seed, m_stop);
        return core.rows() == rows.rows() ? partition : joinNearest(rows, core, partition);
    }

    const CutModel &m_cut;
    const Eigen::MatrixXf m_gram;
    const Metadata &m_metadata;
    const TasteRunParameters &m_parameters;
    const std::stop_token &m_stop;
    const Eigenpairs m_bought;
    const Eigenpairs m_about;
    std::vector<Eigen::Index> m_core; ///< the slots that the groups are made of, ascending
};

std::vector<Candidate> candidatesFor(const Grouping &grouping, std::size_t events,
                                     const TasteRunParameters &parameters)
{
    const int largest = std::min(parameters.maxClusters, static_cast<int>(events) / eventsPerGroup);
    const int smallest = std::min(std::max(1, parameters.minClusters), largest);
    std::vector<Candidate> candidates;
    for (const int rank : {parameters.vectorRank / 4, parameters.vectorRank / 2}) {
        for (int count = smallest; count <= largest; ++count) {
            // A grouping into so many tastes needs about as many directions.
            const int wide = std::max({1, rank, count > 2 * rank ? parameters.vectorRank : 0});
            candidates.push_back({wide, count, grouping.whole(wide, count, parameters.seed)});
        }
    }
    return candidates;
}

/// The best of the first few that other seeds confirm; if there is none, the one they agree with most.
const Candidate &confirmed(const Grouping &grouping, const std::vector<Candidate> &ordered,
                           const TasteRunParameters &parameters, const std::stop_token &stop)
{
    const Candidate *chosen = &ordered.front();
    double most = -1;
    for (std::size_t i = 0; i < std::min(ordered.size(), mostConfirmed) && !stop.stop_requested(); ++i) {
        const Candidate &candidate = ordered[i];
        if (i > 0 && !candidate.isSteady())
            break;
        double least = 1;
        for (std::uint64_t k = 1; k <= confirmingSeeds; ++k) {
            const Partition again =
                grouping.whole(candidate.rank, candidate.count, parameters.seed + k * confirmingStep);
            least = std::min(least, adjustedRandIndex(candidate.partition.groupOf, again.groupOf));
        }
        if (least > most) {
            most = least;
            chosen = &candidate;
        }
        if (least >= sameEnough)
            break;
    }
    return *chosen;
}

} // namespace

double copurchaseLift(const Interactions &interactions, const EventSlots &slots, const Partition &partition,
                      std::span<const std::uint32_t> customers)
{
    std::vector<double> inGroup(static_cast<std::size_t>(std::max(1, partition.count)), 0.0);
    std::vector<double> ofEvent(slots.size(), 0.0);
    std::vector<double> own(inGroup.size());
    double together = 0, weight = 0;
    for (const std::uint32_t c : customers) {
        std::fill(own.begin(), own.end(), 0.0);
        double count = 0;
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0) {
                own[static_cast<std::size_t>(partition.groupOf[static_cast<std::size_t>(slot)])] += 1;
                count += 1;
            }
        }
        if (count < 2)
            continue;
        for (const std::uint32_t event : interactions.eventsOf(c)) {
            if (const std::int32_t slot = slots.slotOf[event]; slot >= 0)
                ofEvent[static_cast<std::size_t>(slot)] += 1;
        }
        for (std::size_t g = 0; g < own.size(); ++g) {
            together += own[g] * (own[g] - 1) / (count - 1);
            inGroup[g] += own[g];
        }
        weight += count;
    }
    if (weight <= 0)
        return 1.0;
    double sameGroup = 0, sameEvent = 0;
    for (const double n : inGroup)
        sameGroup += (n / weight) * (n / weight);
    for (const double n : ofEvent)
        sameEvent += (n / weight) * (n / weight);
    // Two events of one customer are never the same event; the chance must not count that either.
    const double chance = sameEvent < 1 ? (sameGroup - sameEvent) / (1 - sameEvent) : 1;
    return chance > 0 ? together / weight / chance : 1.0;
}

TastePartition groupEvents(const CutModel &cut, Eigen::MatrixXf gram, const Metadata &metadata,
                           const TasteRunParameters &parameters, const std::stop_token &stop)
{
    TastePartition result;
    const std::size_t size = cut.slots.size();
    if (size < fewestEvents || parameters.maxClusters < 2) {
        result.partition = {std::vector<int>(size, 0), size > 0 ? 1 : 0};
        return result;
    }
    const Grouping grouping(cut, std::move(gram), metadata, parameters, stop);
    auto candidates = candidatesFor(grouping, size, parameters);
    const int draws = std::max(1, parameters.stabilityDraws);
    for (int draw = 0; draw < draws && !stop.stop_requested(); ++draw) {
        const auto out = leftOut(cut.interactions.customers(), draw, parameters.seed);
        const Eigenpairs space = grouping.spaceWithout(out);
        for (Candidate &candidate : candidates) {
            throwIfStopped(stop);
            const Partition again = grouping.ofDraw(space, draw, candidate.rank, candidate.count);
            const double agreement = adjustedRandIndex(candidate.partition.groupOf, again.groupOf);
            candidate.stability += agreement / static_cast<double>(draws);
            candidate.squares += agreement * agreement / static_cast<double>(draws);
            candidate.lift +=
                copurchaseLift(cut.interactions, cut.slots, again, out) / static_cast<double>(draws);
        }
    }
    throwIfStopped(stop);
    std::stable_sort(candidates.begin(), candidates.end(), better);
    const Candidate &best = confirmed(grouping, candidates, parameters, stop);
    return {best.partition, best.rank, best.stability, best.lift};
}

std::vector<double> agreementOfDraws(const CutModel &cut, const Metadata &metadata,
                                     const TasteRunParameters &parameters, const TastePartition &taste,
                                     int draws, const std::stop_token &stop)
{
    std::vector<double> result;
    if (taste.partition.count < 2)
        return result;
    const Grouping grouping(cut, gramMatrix(cut.interactions, cut.slots, stop), metadata, parameters, stop);
    for (int i = 0; i < draws && !stop.stop_requested(); ++i) {
        const int draw = parameters.stabilityDraws + i;
        const auto out = leftOut(cut.interactions.customers(), draw, parameters.seed);
        const Partition again =
            grouping.ofDraw(grouping.spaceWithout(out), draw, taste.rank, taste.partition.count);
        result.push_back(adjustedRandIndex(taste.partition.groupOf, again.groupOf));
    }
    return result;
}

std::vector<double> agreementOfSeeds(const CutModel &cut, const Metadata &metadata,
                                     const TasteRunParameters &parameters, const TastePartition &taste,
                                     int seeds, const std::stop_token &stop)
{
    std::vector<double> result;
    if (taste.partition.count < 2)
        return result;
    const Grouping grouping(cut, gramMatrix(cut.interactions, cut.slots, stop), metadata, parameters, stop);
    for (int i = 1; i <= seeds && !stop.stop_requested(); ++i) {
        const std::uint64_t seed = parameters.seed + static_cast<std::uint64_t>(i) * otherStep;
        const Partition again = grouping.ofSeed(seed, taste.rank, taste.partition.count);
        result.push_back(adjustedRandIndex(taste.partition.groupOf, again.groupOf));
    }
    return result;
}

} // namespace groundswell::service
