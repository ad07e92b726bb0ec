#include "app/service/taste/quality/clusterquality.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/groups/tastegroups.h"
#include "app/service/taste/numerics/random.h"
#include "app/service/taste/quality/qualityreplay.h"
#include "app/service/taste/run/tasterunmodel.h"

#include <algorithm>
#include <set>

namespace groundswell::service {

namespace {

/// Parts of the whole at which the steps begin; the replay computes a run for each cut and takes longest.
constexpr double replayFrom = 0.12, stabilityFrom = 0.8, controlFrom = 0.9;

void judgeStability(const TasteRunModel &state, const std::stop_token &stop, ClusterQuality &evaluation)
{
    const ClusterQualityOptions &options = evaluation.options;
    const TastePartition partition{{state.groupOfSlot, static_cast<int>(state.groups.size())},
                                   state.vectorRank};
    const auto draws =
        agreementOfDraws(state.cut, state.metadata, state.parameters, partition, options.draws, stop);
    const auto seeds =
        agreementOfSeeds(state.cut, state.metadata, state.parameters, partition, options.seeds, stop);
    evaluation.stabilityDraws = meanOverEvents(draws, options.seed);
    evaluation.stabilitySeeds = meanOverEvents(seeds, options.seed);
}

void judgeLabels(const Dataset &dataset, const TasteRunModel &state, ClusterQuality &evaluation)
{
    std::set<std::string> texts;
    for (std::size_t g = 0; g < state.labels.size(); ++g) {
        float most = -1;
        LabelJudged judged{state.labels[g].text, state.labels[g].term, state.labels[g].lift, {}};
        for (std::size_t s = 0; s < state.groupOfSlot.size(); ++s) {
            const float buyers = state.cut.support(static_cast<Eigen::Index>(s));
            if (state.groupOfSlot[s] != static_cast<int>(g) || buyers <= most)
                continue;
            most = buyers;
            judged.because = dataset.events[state.cut.slots.eventOf[s]].title;
        }
        texts.insert(judged.label);
        evaluation.labels.push_back(std::move(judged));
    }
    evaluation.labelsUnique = texts.size() == state.labels.size();
}

/// Sales without taste must be reported as such.
void judgeControl(const Dataset &dataset, const TasteRunModel &state,
                  const std::function<void(double)> &progress, const std::stop_token &stop,
                  ClusterQuality &evaluation)
{
    std::vector<double> lifts;
    const ClusterQualityOptions &options = evaluation.options;
    for (int i = 0; i < options.shuffles && !stop.stop_requested(); ++i) {
        progress(static_cast<double>(i) / options.shuffles);
        const Dataset shuffled = withShuffledEvents(dataset, options.seed + static_cast<std::uint64_t>(i));
        const TasteRunParameters &parameters = state.parameters;
        const CutModel cut =
            learnCut(shuffled, parameters.asOf, parameters.eventsPerCustomer, parameters.ridge, stop);
        const TasteRunQuality quality =
            groupingQuality(cut,
                            groupEvents(cut, gramMatrix(cut.interactions, cut.slots, stop), state.metadata,
                                        parameters, stop));
        lifts.push_back(quality.lift);
        evaluation.controlsThatSaySo += noticeFor(quality).empty() ? 0 : 1;
    }
    if (state.groups.size() > 1)
        evaluation.controlLift = meanOverEvents(lifts, options.seed);
}

} // namespace

Dataset withShuffledEvents(Dataset dataset, std::uint64_t seed)
{
    std::vector<std::uint32_t> events;
    events.reserve(dataset.purchases.size());
    for (const Purchase &p : dataset.purchases)
        events.push_back(p.event);
    Random random(seed);
    random.shuffle(std::span(events));
    for (std::size_t i = 0; i < events.size(); ++i)
        dataset.purchases[i].event = events[i];
    dataset.snapshotId += "-shuffled";
    return dataset;
}

Expected<ClusterQuality> measureClusterQuality(const Dataset &dataset, const ClusterQualityOptions &options,
                                               const ProgressFn &progress, std::stop_token stop,
                                               std::shared_ptr<const TasteRun> computed)
{
    const auto report = [&](double from, double to, const char *step) {
        return [&progress, from, to, step](double part) {
            if (progress)
                progress(from + (to - from) * part, step);
        };
    };
    report(0, replayFrom, "run")(0);
    if (!computed) {
        auto run = computeTasteRun(dataset, {.seed = options.seed}, {}, stop);
        if (!run)
            return tl::unexpected(run.error());
        computed = std::move(*run);
    }
    const TasteRunModel &state = computed->state();
    ClusterQuality evaluation;
    evaluation.runKey = state.key;
    evaluation.options = options;
    evaluation.notice = state.notice;
    evaluation.quality = state.quality;
    evaluation.groups = static_cast<int>(state.groups.size());
    if (auto replayed = replayPast(dataset, report(replayFrom, stabilityFrom, "replay"), stop, evaluation);
        !replayed)
        return tl::unexpected(replayed.error());
    try {
        report(stabilityFrom, controlFrom, "stability")(0);
        judgeStability(state, stop, evaluation);
        judgeLabels(dataset, state, evaluation);
        judgeControl(dataset, state, report(controlFrom, 1, "control"), stop, evaluation);
        throwIfStopped(stop);
    } catch (const Stopped &) {
        return tl::unexpected(tasteCancelled());
    }
    evaluation.gates = gatesOf(evaluation);
    report(1, 1, "done")(0);
    return evaluation;
}

} // namespace groundswell::service
