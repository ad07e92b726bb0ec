#pragma once

#include "app/service/usecases/rooms.h"

#include <memory>

namespace groundswell::cli {

/// The rooms of a workspace that must exist; nothing runs in the background. Nullptr, and the reason on
/// standard error, where that isn't possible.
[[nodiscard]] std::unique_ptr<service::Rooms> openRooms(const QString &file, const TimeSource &clock);

} // namespace groundswell::cli
