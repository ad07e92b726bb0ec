#pragma once

#include "app/service/taste/features/ease.h"
#include "app/service/taste/features/gram.h"
#include "app/service/taste/features/interactions.h"
#include "app/service/taste/features/metadata.h"

#include <Eigen/Core>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace groundswell::service {

/// Four features side by side, as vector instructions take them: either those from Affinity on, or those from
/// Frequency on and a zero.
using FeatureQuad = Eigen::Array4f;

/// The sales up to one instant and the affinity model learnt from them.
struct CutModel {
    Interactions interactions;
    EventSlots slots;
    Eigen::VectorXf support; ///< buyers per slot
    std::vector<FeatureQuad> habits; ///< per customer: the features that are the same for every event
    std::shared_ptr<const Ease> ease; ///< shared by the views of a run; it is the largest part
};
/// \a gram: receives the Gram matrix, which takes as long to count as all the rest. Throws Stopped.
[[nodiscard]] CutModel learnCut(const Dataset &dataset, std::optional<std::int64_t> before,
                                int eventsPerCustomer, std::optional<double> ridge,
                                const std::stop_token &stop = {}, Eigen::MatrixXf *gram = nullptr);

/// CutModel::habits; zeros if nothing is known about a customer.
[[nodiscard]] std::vector<FeatureQuad> habitsOf(const Interactions &interactions);

/// What makes a customer likely to buy an event; for all of them, higher = likelier.
enum class Feature {
    Affinity, ///< EASE: what she bought goes with this event
    Proxy, ///< the same for the events nearest by metadata: stands in if the event has few buyers
    Content, ///< her mean event looks like this one
    BestMatch, ///< her most similar event looks like this one
    Frequency, ///< ln of the events she bought
    Orders, ///< ln of her orders
    Recency, ///< how lately she bought
};
inline constexpr int featureCount = 7;

/// What past events say about one target event.
struct TargetColumns {
    std::uint32_t event = 0;
    bool warm = false; ///< the model has a column of its own for it
    Eigen::VectorXf affinity; ///< per slot; zeros where not warm
    Eigen::VectorXf proxy; ///< per slot
    std::vector<float> content; ///< per event: cosine of the metadata
};
/// For several targets at once, because one solve with many right-hand sides is much faster than many solves.
/// Throws Stopped.
[[nodiscard]] std::vector<TargetColumns> columnsFor(const CutModel &cut, const Metadata &metadata,
                                                    std::span<const std::uint32_t> targets,
                                                    const std::stop_token &stop = {});

/// The known customers who don't hold the target yet, with their features.
struct FeatureTable {
    std::vector<std::uint32_t> customers; ///< ascending
    std::vector<FeatureQuad> fits; ///< per row: the features that depend on the target
    const std::vector<FeatureQuad> *habits = nullptr; ///< of the cut, which the table must not outlive
    Eigen::VectorXd mean; ///< per feature
    Eigen::VectorXd scale; ///< per feature: 1 / its deviation, 0 where everybody has the same

    [[nodiscard]] float value(std::size_t row, Feature feature) const;
    /// What the weights of a blend are learnt for: features of mean 0 and deviation 1.
    [[nodiscard]] Eigen::VectorXd standardised(std::size_t row) const;
    /// The weighted sum of the standardised features, per row.
    [[nodiscard]] Eigen::VectorXd weighed(const Eigen::VectorXd &weights) const;
};
[[nodiscard]] FeatureTable featuresFor(const CutModel &cut, const TargetColumns &target);

} // namespace groundswell::service
