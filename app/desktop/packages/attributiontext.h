#pragma once

#include "models/wave/package.h"

namespace groundswell {

/// The result of a package in one sentence, with its uncertainty where the number of customers is known: "312
/// of 4,120 customers bought within 14 days: 7.6% (95% interval 6.8 to 8.4%), 401 tickets, 18,540 €."
[[nodiscard]] QString attributionSentence(const PackageEvaluation &evaluation,
                                          const AttributionSettings &details,
                                          std::optional<qint64> packageCustomers);

/// What to keep in mind about it: the window is still open, few bought, or nothing.
[[nodiscard]] QString attributionCaveat(const PackageEvaluation &evaluation,
                                        const AttributionSettings &details);

} // namespace groundswell
