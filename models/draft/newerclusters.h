#pragma once

#include "models/wave/cluster.h"
#include "models/wave/setupprocess.h"

#include <optional>
#include <vector>

namespace groundswell {

/// How alike an older and a newer cluster are.
struct Likeness {
    double value = 0; ///< 0–1
    bool byPeople = false; ///< the share of common people; else judged by explaining events, label and name
    friend bool operator==(const Likeness &, const Likeness &) = default;
};
/// \a older may be null or lack the cluster, and \a overlaps may be empty.
[[nodiscard]] Likeness likenessOf(const ClusterRef &from, const ClusterRun *older, const TasteCluster &to,
                                  const std::vector<ClusterOverlap> &overlaps);

/// An older cluster and the newer one that takes over from it.
struct ClusterPair {
    ClusterRef from;
    std::optional<ClusterRef> to; ///< unset = no counterpart
    Likeness likeness = {};
    friend bool operator==(const ClusterPair &, const ClusterPair &) = default;
};

/// Two clusters less alike than this are no counterparts: four of five people would be others.
inline constexpr double leastLikeness = 0.2;

/// The run that a row was planned with: that of its first chosen cluster; 0 where none is chosen.
[[nodiscard]] TcRunId runOf(const SetupProcess &row);

/// The clusters of runs other than \a run that the row speaks of: the chosen ones in their order, then those
/// that are not chosen but have texts, targeting or accounts.
[[nodiscard]] std::vector<ClusterRef> clustersToMove(const SetupProcess &row, TcRunId run);

/// Finds each older cluster's counterpart, one to one, the most alike first: what a person would do by hand,
/// and no two are left apart that are more alike than what either of them got. The rest is as for
/// likenessOf().
[[nodiscard]] std::vector<ClusterPair> matchClusters(const std::vector<ClusterRef> &from,
                                                     const ClusterRun *older, const ClusterRun &newer,
                                                     const std::vector<ClusterOverlap> &overlaps);

/// What a pair takes along.
struct CarriedContent {
    bool chosen = false;
    std::optional<double> budgetShare;
    int creatives = 0;
    bool targeting = false;
    bool integration = false;
    friend bool operator==(const CarriedContent &, const CarriedContent &) = default;
};
[[nodiscard]] CarriedContent contentOf(const SetupProcess &row, const ClusterRef &cluster);

/// The row on the newer run: choice, budget share, texts, targeting and accounts go along with each pair.
/// Nothing is thrown away: what has no counterpart is no longer chosen, but its texts, targeting and accounts
/// stay in the row; so do targeting and accounts where the counterpart has some already. Several clusters may
/// go to one: their texts become variants of it and their shares add up. Where every chosen cluster had a
/// share, the remaining ones are scaled to the same sum.
[[nodiscard]] SetupProcess movedToRun(const SetupProcess &row, const std::vector<ClusterPair> &pairs);

} // namespace groundswell
