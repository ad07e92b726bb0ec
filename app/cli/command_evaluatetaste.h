#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli evaluate-taste
int runEvaluateTaste(const QStringList &arguments);

} // namespace groundswell::cli
