#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli package
int runPackage(const QStringList &arguments);

} // namespace groundswell::cli
