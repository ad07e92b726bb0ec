#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli rescue
[[nodiscard]] int runRescue(const QStringList &arguments);

} // namespace groundswell::cli
