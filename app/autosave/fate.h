#pragma once

#include "models/wave/problem.h"

namespace groundswell {

/// Whether a write that ended so may have been applied all the same.
[[nodiscard]] bool mayHaveArrived(const Problem &problem);

} // namespace groundswell
