#pragma once

#include "app/service/store/store.h"

#include <QString>

#include <memory>

namespace groundswell::cli {

/// Opens a workspace that must exist: a command that only reads never makes one by a slip of the pen.
/// Nullptr, and the reason on standard error, where that isn't possible.
[[nodiscard]] std::unique_ptr<service::Store> openWorkspace(const QString &file);

/// A problem of the workspace or the service in one English sentence.
[[nodiscard]] QString describe(const Problem &problem);

/// Says on standard error that a workspace's folder is a network's or is synchronised, where it is.
void warnOfFolder(const QString &workspace);

} // namespace groundswell::cli
