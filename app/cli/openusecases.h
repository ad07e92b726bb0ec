#pragma once

#include "app/service/usecases/usecases.h"

#include <memory>

namespace groundswell::cli {

/// The use cases of a workspace that must exist; nothing runs in the background. Nullptr, and the reason on
/// standard error, where that isn't possible.
[[nodiscard]] std::unique_ptr<service::UseCases> openUseCases(const QString &file, const TimeSource &clock);

} // namespace groundswell::cli
