#pragma once

#include "models/time/clock.h"

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli clusters
int runClusters(const QStringList &arguments, const TimeSource &clock);

} // namespace groundswell::cli
