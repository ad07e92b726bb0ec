#pragma once

#include "app/service/taste/features/features.h"
#include "app/service/taste/numerics/logistic.h"
#include "app/service/taste/tasterunparameters.h"

#include <Eigen/Core>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace groundswell::service {

/// What the organiser's own past teaches about who buys and how many: for a few instants in the past, train
/// on the sales before, then see which of the known customers bought what afterwards.
struct Blend {
    LogisticModel warm; ///< weights of the standardised features for events that have buyers
    LogisticModel cold; ///< the same where the event's own sales are hidden
    LogisticModel volume; ///< Poisson: expected new buyers among the known customers in a window
    bool volumeLearnt = false;
    double windowDays = 30; ///< length of the replayed windows
    double forecastSpread = 0.7; ///< deviation of ln(actual / expected buyers)
    int replayedEvents = 0;
    int replayedBuyers = 0;
    double auc = 0; ///< of the blend on events its weights weren't learnt from; 0 = not measured
    double frequencyAuc = 0;
};

/// Weights before any replay: taste first, then how much a customer buys at all.
[[nodiscard]] Blend priorBlend();

/// `progress` gets 0–1. Throws Stopped.
[[nodiscard]] Blend learnBlend(const Dataset &dataset, const Metadata &metadata,
                               const Interactions &interactions, const TasteRunParameters &parameters,
                               const std::function<void(double)> &progress, const std::stop_token &stop);

/// The blended score of each row of a table, as log-odds up to a constant.
[[nodiscard]] Eigen::VectorXd blendScores(const Blend &blend, const FeatureTable &table, double support,
                                          bool warm);

/// New buyers to expect among the known customers from the cut's instant on, for an event.
/// \a recent: recentBuyers() of the blend's window. \a days: how long it will be sold.
[[nodiscard]] double expectedBuyers(const Blend &blend, const Dataset &dataset,
                                    const Interactions &interactions, std::span<const std::uint32_t> recent,
                                    std::uint32_t event, double days);

/// The constant that turns log-odds into probabilities which sum up to `expected`.
[[nodiscard]] double calibrationShift(const Eigen::VectorXd &scores, double expected);

} // namespace groundswell::service
