#pragma once

#include "app/service/taste/features/features.h"
#include "app/service/taste/numerics/kmeans.h"
#include "app/service/taste/tasterunparameters.h"

#include <cstdint>
#include <span>
#include <stop_token>

namespace groundswell::service {

/// The events of a model in groups that the same people buy, and how sure that is.
struct TastePartition {
    Partition partition; ///< over the slots
    int rank = 0; ///< of the vectors that were grouped
    double stability = 0; ///< TasteRunQuality::stability
    double lift = 1; ///< TasteRunQuality::lift
};

/// Chooses the number of groups, and of the vectors' dimensions, within the parameters: among
/// those that come back when a fifth of the customers is left out (mean adjusted Rand index ≥
/// 0.5) and when the engine starts from another seed (≥ 0.95), the one whose groups hold most of
/// a left-out customer's pairs of events over chance; if none comes back, the steadiest. Fewer
/// than 6 events make one group. \a gram: gramMatrix() of the cut. Throws Stopped, as the next
/// two do.
[[nodiscard]] TastePartition groupEvents(const CutModel &cut, Eigen::MatrixXf gram, const Metadata &metadata,
                                         const TasteRunParameters &parameters, const std::stop_token &stop);

/// Agreement (adjusted Rand index) of a grouping with those of `draws` random 80 % of the customers, one
/// value for each draw; other draws than those it was chosen by. Empty for a single group.
[[nodiscard]] std::vector<double> agreementOfDraws(const CutModel &cut, const Metadata &metadata,
                                                   const TasteRunParameters &parameters,
                                                   const TastePartition &taste, int draws,
                                                   const std::stop_token &stop);
/// The same with all customers, and other seeds of the engine than those it was chosen by.
[[nodiscard]] std::vector<double> agreementOfSeeds(const CutModel &cut, const Metadata &metadata,
                                                   const TasteRunParameters &parameters,
                                                   const TastePartition &taste, int seeds,
                                                   const std::stop_token &stop);

/// Share of pairs of one customer's events that lie in one group, over the share that chance would give with
/// the same popularities; every customer with two events or more weighs by their number. 1 = no taste.
/// \a customers: whose pairs are counted.
[[nodiscard]] double copurchaseLift(const Interactions &interactions, const EventSlots &slots,
                                    const Partition &partition, std::span<const std::uint32_t> customers);

} // namespace groundswell::service
