#pragma once

#include "models/time/clock.h"

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli serve
int runServe(const QStringList &arguments, const TimeSource &clock);

} // namespace groundswell::cli
