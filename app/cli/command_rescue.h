#pragma once

#include "models/time/clock.h"

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli rescue
[[nodiscard]] int runRescue(const QStringList &arguments, const TimeSource &clock);

} // namespace groundswell::cli
