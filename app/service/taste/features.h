#pragma once

#include "app/service/taste/ease.h"
#include "app/service/taste/gram.h"
#include "app/service/taste/interactions.h"
#include "app/service/taste/metadata.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace groundswell::service {

/// The sales up to one instant and the affinity model learnt from them.
struct CutModel {
    Interactions interactions;
    EventSlots slots;
    Eigen::VectorXf support; ///< buyers per slot
    Eigen::MatrixXf habits; ///< per customer: the features that are the same for every event
    std::shared_ptr<const Ease> ease; ///< shared by the views of a run; it is the largest part
};
[[nodiscard]] CutModel learnCut(const Dataset &dataset, std::optional<std::int64_t> before,
                                int eventsPerCustomer, std::optional<double> ridge);

/// CutModel::habits: Frequency, Orders and Recency, a customer a column; zeros where nothing is known.
[[nodiscard]] Eigen::MatrixXf habitsOf(const Interactions &interactions);

/// What speaks for a customer's buying an event; all higher = likelier by themselves.
enum class Feature {
    Affinity, ///< EASE: what she bought goes with this event
    Proxy, ///< the same for the events nearest by metadata: stands in where the event has few buyers
    Content, ///< her mean event looks like this one
    BestMatch, ///< her most similar event looks like this one
    Frequency, ///< ln of the events she bought
    Orders, ///< ln of her orders
    Recency, ///< how lately she bought
};
inline constexpr int featureCount = 7;

/// How past events speak for one target event.
struct TargetColumns {
    std::uint32_t event = 0;
    bool warm = false; ///< the model has a column of its own for it
    Eigen::VectorXf affinity; ///< per slot; zeros where not warm
    Eigen::VectorXf proxy; ///< per slot
    std::vector<float> content; ///< per event: cosine of the metadata
};
/// For several targets at once, because one solve with many right-hand sides is much faster than many solves.
[[nodiscard]] std::vector<TargetColumns> columnsFor(const CutModel &cut, const Metadata &metadata,
                                                    std::span<const std::uint32_t> targets);

/// The known customers who don't hold the target yet, with their features.
struct FeatureTable {
    std::vector<std::uint32_t> customers; ///< ascending
    Eigen::MatrixXf values; ///< a customer a row, featureCount columns; standardised: mean 0, deviation 1
};
[[nodiscard]] FeatureTable featuresFor(const CutModel &cut, const TargetColumns &target);

} // namespace groundswell::service
