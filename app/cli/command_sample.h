#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli sample
[[nodiscard]] int runSample(const QStringList &arguments);

} // namespace groundswell::cli
