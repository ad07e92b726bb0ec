#pragma once

#include "models/time/clock.h"

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli sample
[[nodiscard]] int runSample(const QStringList &arguments, const TimeSource &clock);

} // namespace groundswell::cli
