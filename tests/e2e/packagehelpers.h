#pragma once

#include "tests/e2e/csvtable.h"
#include "tests/e2e/httpuser.h"

namespace groundswell::test {

/// A body for POST /package_builder/packages, complete as the contract names it.
[[nodiscard]] QJsonObject packageRequest(const QStringList &events);
[[nodiscard]] bool isTerminal(const QJsonObject &package);
/// Polls until the package is finished; returns the last state if that takes longer than two minutes.
[[nodiscard]] QJsonObject whenTerminal(HttpUser &user, const QString &package);
[[nodiscard]] QJsonObject buildPackage(HttpUser &user, const QJsonObject &request);
[[nodiscard]] CsvTable customerList(HttpUser &user, const QString &package, const QString &tc);

} // namespace groundswell::test
