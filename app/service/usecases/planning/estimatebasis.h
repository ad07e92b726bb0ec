#pragma once

#include "app/service/planning/planning.h"
#include "models/wave/cluster.h"

#include <vector>

namespace groundswell::service {

/// Every number that an estimate of this goal rests on, what the organiser's own data says first, then what
/// is assumed (wave-api 9.4). \a quality is that of the run (TasteRuns::quality).
[[nodiscard]] std::vector<EstimateBasis> estimateBasis(const PlanningInput &input, const Estimate &estimate,
                                                       Goal goal, const QJsonObject &quality,
                                                       const Organiser &organiser);

} // namespace groundswell::service
