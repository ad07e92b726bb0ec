#pragma once

#include "models/wave/setupprocess.h"

namespace groundswell {

/// What a plan's budget means for each of its clusters. The one place where a budget is divided: the wizard
/// shows it, the client and the planner estimate with it, pre-flight judges it and publishing writes it.
///
/// The rule:
/// - A share that is set is a part of the whole budget.
/// - Clusters without a share divide evenly what the set ones leave, which may be nothing.
/// - Where every cluster has a share and they come to less than the whole, the rest isn't spent.
/// - Where the set ones come to more than the whole (pre-flight refuses that), all give way in proportion.
/// - Amounts are whole minor units by the largest remainder. Equal remainders go by the cluster's key: the
///   order of the list never matters.
struct PlanMoney {
    struct Part {
        ClusterRef cluster;
        double asked = 0; ///< 0–1 of the budget: the share as it is set, or its even part of what is left
        double share = 0; ///< 0–1 of the budget: what it gets; the sum is never above 1
        std::optional<Money> amount; ///< unset while the plan has no budget
        bool belowFloor = false; ///< it gets nothing, or less than the floor of its whole runtime
    };

    std::optional<Money> total; ///< the budget; a negative one counts as none to divide
    std::vector<Part> parts; ///< in the order of the plan's clusters
    std::optional<Money> remainder; ///< of the budget, not spent; unset while the plan has no budget
    std::optional<Money> floor; ///< least for each cluster in its runtime; unset where nobody knows it
    double sumOfShares = 0; ///< of those that are set
    bool anyShareSet = false;
    bool everyShareSet = false; ///< false where there is no cluster

    [[nodiscard]] bool isOver() const; ///< the set shares come to more than the whole
    [[nodiscard]] bool isUnder() const; ///< all are set and come to less than the whole
    /// Whether the budget has a floor for everybody, or a minor unit where no floor is known.
    [[nodiscard]] bool coversEveryFloor() const;
    /// Null where the plan doesn't have the cluster.
    [[nodiscard]] const Part *of(const ClusterRef &cluster) const;
};

/// Of clusters and a budget. \a floor is the least for each cluster in the whole runtime; one in another
/// currency than the budget's is as good as unknown.
[[nodiscard]] PlanMoney planMoney(const std::vector<ChosenCluster> &clusters,
                                  const std::optional<Money> &budget, const std::optional<Money> &floor = {});
/// Of a draft. \a floorPerDay counts for each of its days; without valid dates no floor is known.
[[nodiscard]] PlanMoney planMoney(const SetupProcess &setup, const std::optional<Money> &floorPerDay = {});

/// First to last day, both counted; 0 where one is unset or they stand in the wrong order.
[[nodiscard]] int planDays(const SetupProcess &setup);

/// The same choice with shares in which every cluster has its floor: who is short gets just that, and the
/// others give in proportion to what they have above theirs. In whole tenths of a percent where the budget
/// allows. Nullopt where the budget has not enough for all, or nobody is short.
[[nodiscard]] std::optional<std::vector<ChosenCluster>>
withEveryFloor(const std::vector<ChosenCluster> &clusters, const std::optional<Money> &budget,
               const std::optional<Money> &floor);

} // namespace groundswell
