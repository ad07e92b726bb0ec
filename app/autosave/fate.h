#pragma once

#include "models/wave/problem.h"

namespace groundswell {

/// Whether a write that ended in this way may still have been applied.
[[nodiscard]] bool mayHaveArrived(const Problem &problem);

} // namespace groundswell
