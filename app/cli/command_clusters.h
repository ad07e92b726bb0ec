#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli clusters
int runClusters(const QStringList &arguments);

} // namespace groundswell::cli
