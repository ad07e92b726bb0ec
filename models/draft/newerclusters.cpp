#include "models/draft/newerclusters.h"

#include <QHash>

#include <algorithm>

namespace groundswell {

namespace {

/// Where nobody knows the people: the same words are a hint, the same explaining events a better one.
constexpr double sameName = 0.5;

const TasteCluster *find(const ClusterRun *run, const ClusterRef &ref)
{
    if (!run)
        return nullptr;
    const auto found = std::find_if(run->clusters.begin(), run->clusters.end(),
                                    [&](const TasteCluster &cluster) { return cluster.cluster == ref; });
    return found == run->clusters.end() ? nullptr : &*found;
}

/// Weights of the explaining events that both name, of those that either names.
double commonEvents(const TasteCluster &a, const TasteCluster &b)
{
    QHash<EventId, std::pair<double, double>> weights;
    for (const ExplainingEvent &event : a.because)
        weights[event.eid].first = event.weight.value_or(1.0);
    for (const ExplainingEvent &event : b.because)
        weights[event.eid].second = event.weight.value_or(1.0);
    double common = 0;
    double all = 0;
    for (const auto &[first, second] : std::as_const(weights)) {
        common += std::min(first, second);
        all += std::max(first, second);
    }
    return all > 0 ? common / all : 0;
}

double guessedLikeness(const ClusterRef &from, const TasteCluster *older, const TasteCluster &newer)
{
    const bool named =
        from.tc == newer.cluster.tc || (older && !older->label.isEmpty() && older->label == newer.label);
    return std::max(named ? sameName : 0.0, older ? commonEvents(*older, newer) : 0.0);
}

struct Candidate {
    size_t from = 0;
    size_t to = 0;
    Likeness likeness;
};

bool hasShares(const std::vector<ChosenCluster> &clusters)
{
    return !clusters.empty()
        && std::all_of(clusters.begin(), clusters.end(),
                       [](const ChosenCluster &chosen) { return chosen.budgetShare.has_value(); });
}

double sumOfShares(const std::vector<ChosenCluster> &clusters)
{
    double sum = 0;
    for (const ChosenCluster &chosen : clusters)
        sum += chosen.budgetShare.value_or(0);
    return sum;
}

using Moves = QHash<ClusterRef, std::optional<ClusterRef>>;

std::vector<ChosenCluster> movedChoice(const std::vector<ChosenCluster> &clusters, const Moves &moves)
{
    std::vector<ChosenCluster> result;
    for (ChosenCluster chosen : clusters) {
        if (const auto move = moves.constFind(chosen.cluster); move != moves.constEnd()) {
            if (!move->has_value())
                continue;
            chosen.cluster = **move;
        }
        const auto there = std::find_if(result.begin(), result.end(), [&](const ChosenCluster &other) {
            return other.cluster == chosen.cluster;
        });
        if (there == result.end())
            result.push_back(std::move(chosen));
        else if (there->budgetShare && chosen.budgetShare)
            there->budgetShare = std::min(1.0, *there->budgetShare + *chosen.budgetShare);
        else
            there->budgetShare.reset();
    }
    if (hasShares(clusters) && sumOfShares(result) > 0) {
        const double scale = sumOfShares(clusters) / sumOfShares(result);
        for (ChosenCluster &chosen : result)
            *chosen.budgetShare *= scale;
    }
    return result;
}

/// One entry a cluster: who comes second stays where it is.
template <class Entry> void moveEntries(std::vector<Entry> &entries, const Moves &moves)
{
    for (Entry &entry : entries) {
        const auto move = moves.constFind(entry.cluster);
        if (move == moves.constEnd() || !move->has_value())
            continue;
        const bool taken = std::any_of(entries.begin(), entries.end(),
                                       [&](const Entry &other) { return other.cluster == **move; });
        if (!taken)
            entry.cluster = **move;
    }
}

} // namespace

TcRunId runOf(const SetupProcess &row)
{
    return row.clusters.empty() ? 0 : row.clusters.front().cluster.tcRunId;
}

std::vector<ClusterRef> clustersToMove(const SetupProcess &row, TcRunId run)
{
    std::vector<ClusterRef> result;
    const auto note = [&](const ClusterRef &cluster) {
        // Accounts without a cluster hold for all of them.
        if (!cluster.tc.isEmpty() && cluster.tcRunId != run
            && std::find(result.begin(), result.end(), cluster) == result.end())
            result.push_back(cluster);
    };
    for (const ChosenCluster &chosen : row.clusters)
        note(chosen.cluster);
    for (const Creative &creative : row.creatives)
        note(creative.cluster);
    for (const Targeting &targeting : row.targeting)
        note(targeting.cluster);
    for (const IntegrationDetails &details : row.integrationDetails)
        note(details.cluster);
    return result;
}

Likeness likenessOf(const ClusterRef &from, const ClusterRun *older, const TasteCluster &to,
                    const std::vector<ClusterOverlap> &overlaps)
{
    bool peopleKnown = false;
    for (const ClusterOverlap &overlap : overlaps) {
        peopleKnown = peopleKnown || overlap.from == from.tc;
        if (overlap.from == from.tc && overlap.to == to.cluster.tc)
            return {overlap.overlap, true};
    }
    return peopleKnown ? Likeness{0, true} : Likeness{guessedLikeness(from, find(older, from), to), false};
}

std::vector<ClusterPair> matchClusters(const std::vector<ClusterRef> &from, const ClusterRun *older,
                                       const ClusterRun &newer, const std::vector<ClusterOverlap> &overlaps)
{
    std::vector<ClusterPair> pairs;
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < from.size(); ++i) {
        pairs.push_back({from[i], std::nullopt, {}});
        for (size_t j = 0; j < newer.clusters.size(); ++j) {
            const Likeness likeness = likenessOf(from[i], older, newer.clusters[j], overlaps);
            if (likeness.value >= leastLikeness)
                candidates.push_back({i, j, likeness});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.likeness.value > b.likeness.value;
    });
    std::vector<bool> taken(newer.clusters.size(), false);
    for (const Candidate &candidate : candidates) {
        ClusterPair &pair = pairs[candidate.from];
        if (pair.to || taken[candidate.to])
            continue;
        pair.to = newer.clusters[candidate.to].cluster;
        pair.likeness = candidate.likeness;
        taken[candidate.to] = true;
    }
    return pairs;
}

CarriedContent contentOf(const SetupProcess &row, const ClusterRef &cluster)
{
    CarriedContent content;
    for (const ChosenCluster &chosen : row.clusters) {
        if (chosen.cluster == cluster) {
            content.chosen = true;
            content.budgetShare = chosen.budgetShare;
        }
    }
    content.creatives = static_cast<int>(row.creativesOf(cluster).size());
    content.targeting = row.targetingOf(cluster) != nullptr;
    content.integration =
        std::any_of(row.integrationDetails.begin(), row.integrationDetails.end(),
                    [&](const IntegrationDetails &details) { return details.cluster == cluster; });
    return content;
}

SetupProcess movedToRun(const SetupProcess &row, const std::vector<ClusterPair> &pairs)
{
    Moves moves;
    for (const ClusterPair &pair : pairs)
        moves.insert(pair.from, pair.to);
    SetupProcess moved = row;
    moved.clusters = movedChoice(row.clusters, moves);
    for (Creative &creative : moved.creatives) {
        if (const auto move = moves.constFind(creative.cluster);
            move != moves.constEnd() && move->has_value())
            creative.cluster = **move;
    }
    moveEntries(moved.targeting, moves);
    moveEntries(moved.integrationDetails, moves);
    return moved;
}

} // namespace groundswell
