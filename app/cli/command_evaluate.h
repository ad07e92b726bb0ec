#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli evaluate
int runEvaluate(const QStringList &arguments);

} // namespace groundswell::cli
