#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/sqlite/connection/database.h"

#include <stop_token>

namespace groundswell::service {

/// Throws Stopped.
[[nodiscard]] Dataset readDataset(Database &database, const std::stop_token &stop);

} // namespace groundswell::service
