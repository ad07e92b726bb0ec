#pragma once

#include <QStringList>

namespace groundswell::cli {

/// groundswell-cli serve
int runServe(const QStringList &arguments);

} // namespace groundswell::cli
