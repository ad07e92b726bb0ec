#include "app/service/taste/run/tasterun.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/features/volume.h"
#include "app/service/taste/groups/labels.h"
#include "app/service/taste/groups/tastegroups.h"
#include "app/service/taste/run/tasterunmodel.h"

#include <QCryptographicHash>
#include <QString>

#include <algorithm>
#include <thread>

namespace groundswell::service {

namespace {

/// Below these, the figures are mostly chance.
constexpr std::int64_t fewestCustomers = 50;
constexpr std::int64_t fewestInteractions = 150;
constexpr std::int64_t fewestEvents = 6;
/// Shuffled sales stay below these (measured: lift 0.99–1.03, stability up to 0.13), real ones above.
constexpr double leastLift = 1.1;
constexpr double leastStability = 0.25;

/// Collects the members of a key in a form that no two different inputs share.
class KeyHash {
public:
    void add(std::string_view text)
    {
        addNumber(static_cast<std::int64_t>(text.size()));
        m_hash.addData(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    }
    void addNumber(std::int64_t number) { addText(QByteArray::number(static_cast<qlonglong>(number))); }
    void addReal(double number) { addText(QByteArray::number(number, 'g', 17)); }
    template <class T> void addOptional(const std::optional<T> &value)
    {
        addNumber(value ? 1 : 0);
        if constexpr (std::is_floating_point_v<T>)
            addReal(value.value_or(0));
        else
            addNumber(value.value_or(0));
    }
    [[nodiscard]] std::string hex() const { return m_hash.result().toHex().toStdString(); }

private:
    void addText(const QByteArray &text)
    {
        m_hash.addData(text);
        m_hash.addData(QByteArrayView(";", 1));
    }
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void fillGroups(TasteRunModel &state, const TastePartition &taste, const Dataset &dataset)
{
    const EventSlots &slots = state.cut.slots;
    state.groupOfSlot = taste.partition.groupOf;
    state.vectorRank = taste.rank;
    state.labels = groupLabels(state.metadata, slots, state.cut.support, taste.partition);
    std::vector<std::string> texts;
    for (const GroupLabel &label : state.labels)
        texts.push_back(label.text);
    const auto names = uniqueSlugs(texts);
    for (std::size_t g = 0; g < texts.size(); ++g)
        state.groups.push_back({names[g], texts[g], {}});
    for (std::size_t s = 0; s < slots.size(); ++s) {
        const std::string &id = dataset.events[slots.eventOf[s]].id;
        state.slotIds.push_back(id);
        state.groups[static_cast<std::size_t>(state.groupOfSlot[s])].eventIds.push_back(id);
    }
}

} // namespace

Problem tasteCancelled()
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = QStringLiteral("error.taste.cancelled");
    return problem;
}

std::string noticeFor(const TasteRunQuality &quality)
{
    if (quality.customers < fewestCustomers || quality.interactions < fewestInteractions
        || quality.events < fewestEvents)
        return "few_sales";
    if (quality.lift < leastLift || quality.stability < leastStability)
        return "no_clear_taste_groups";
    return {};
}

TasteRunQuality groupingQuality(const CutModel &cut, const TastePartition &taste)
{
    const Interactions &x = cut.interactions;
    TasteRunQuality quality;
    quality.customers = x.knownCustomers;
    quality.events = std::count_if(x.buyers.begin(), x.buyers.end(), [](std::uint32_t n) { return n > 0; });
    quality.interactions = static_cast<std::int64_t>(x.events.size());
    quality.stability = taste.stability;
    quality.lift = taste.lift;
    return quality;
}

TasteRun::TasteRun(std::unique_ptr<const TasteRunModel> state)
    : m_state(std::move(state))
{
}
TasteRun::~TasteRun() = default;

const std::string &TasteRun::key() const
{
    return m_state->key;
}
const TasteRunParameters &TasteRun::parameters() const
{
    return m_state->parameters;
}
const TasteRunQuality &TasteRun::quality() const
{
    return m_state->quality;
}
std::span<const TasteGroup> TasteRun::groups() const
{
    return m_state->groups;
}
const std::string &TasteRun::notice() const
{
    return m_state->notice;
}

std::string runKey(const Dataset &dataset, const TasteRunParameters &parameters)
{
    KeyHash hash;
    hash.addNumber(tasteEngineVersion);
    hash.add(dataset.snapshotId);
    hash.addOptional(parameters.asOf);
    hash.addNumber(static_cast<std::int64_t>(parameters.seed));
    hash.addNumber(parameters.eventsPerCustomer);
    hash.addOptional(parameters.ridge);
    hash.addNumber(parameters.vectorRank);
    hash.addReal(parameters.metadataWeight);
    hash.addNumber(parameters.minClusters);
    hash.addNumber(parameters.maxClusters);
    hash.addNumber(parameters.restarts);
    hash.addNumber(parameters.stabilityDraws);
    hash.addNumber(parameters.replayEvents);
    return hash.hex();
}

namespace {

std::shared_ptr<const TasteRun> compute(const Dataset &dataset, const TasteRunParameters &parameters,
                                        const ProgressFn &progress, const std::stop_token &stop)
{
    const auto report = [&](double part, std::string_view step) {
        if (progress)
            progress(part, step);
    };
    auto state = std::make_unique<TasteRunModel>();
    state->key = runKey(dataset, parameters);
    state->snapshotId = dataset.snapshotId;
    state->parameters = parameters;
    report(0.0, "load");
    state->metadata = Metadata(dataset);
    report(0.1, "affinity");
    Eigen::MatrixXf gram;
    state->cut =
        learnCut(dataset, parameters.asOf, parameters.eventsPerCustomer, parameters.ridge, stop, &gram);
    report(0.3, "clusters");

    // The groups and the replay don't depend on each other: they run side by side, each with its own random
    // numbers.
    TastePartition taste;
    {
        const std::jthread grouping([&] {
            try {
                taste = groupEvents(state->cut, std::move(gram), state->metadata, parameters, stop);
            } catch (const Stopped &) { // seen below
            }
        });
        state->blend = learnBlend(
            dataset, state->metadata, state->cut.interactions, parameters,
            [&](double part) { report(0.3 + 0.6 * part, "replay"); }, stop);
    }
    throwIfStopped(stop);
    state->recent = recentBuyers(state->cut.interactions, state->blend.windowDays);
    fillGroups(*state, taste, dataset);
    TasteRunQuality &quality = state->quality = groupingQuality(state->cut, taste);
    quality.replayedEvents = state->blend.replayedEvents;
    quality.replayedBuyers = state->blend.replayedBuyers;
    quality.replayAuc = state->blend.auc;
    quality.replayFrequencyAuc = state->blend.frequencyAuc;
    quality.forecastSpread = state->blend.forecastSpread;
    state->notice = noticeFor(state->quality);
    report(1.0, "done");
    return std::make_shared<const TasteRun>(std::move(state));
}

} // namespace

Expected<std::shared_ptr<const TasteRun>> computeTasteRun(const Dataset &dataset,
                                                          const TasteRunParameters &parameters,
                                                          const ProgressFn &progress, std::stop_token stop)
{
    try {
        return compute(dataset, parameters, progress, stop);
    } catch (const Stopped &) {
        return tl::unexpected(tasteCancelled());
    }
}

} // namespace groundswell::service
