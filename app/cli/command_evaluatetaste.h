#pragma once

#include "models/time/clock.h"

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli evaluate-taste
int runEvaluateTaste(const QStringList &arguments, const TimeSource &clock);

} // namespace groundswell::cli
