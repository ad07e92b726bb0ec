#pragma once

#include <QStringList>

namespace groundswell::cli {

[[nodiscard]] int runImport(const QStringList &arguments);

} // namespace groundswell::cli
