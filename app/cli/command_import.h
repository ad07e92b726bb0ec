#pragma once

#include "models/time/clock.h"

#include <QStringList>

namespace groundswell::cli {

[[nodiscard]] int runImport(const QStringList &arguments, const TimeSource &clock);

} // namespace groundswell::cli
