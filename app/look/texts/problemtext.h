#pragma once

#include "models/wave/problem.h"

#include <QString>

namespace groundswell {

/// Why a call failed, in one full sentence of the user's language. Never the service's raw key.
[[nodiscard]] QString problemReason(const Problem &problem);

/// What the user can do about it, in one full sentence; empty where there is nothing.
[[nodiscard]] QString problemAdvice(const Problem &problem);

/// The whole message: what happened (a full sentence of the caller's, since only it knows what was tried and
/// where), why, and what to do. "The events couldn't be loaded. The service can't be reached. Check …"
[[nodiscard]] QString problemText(const QString &whatHappened, const Problem &problem);

} // namespace groundswell
