#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/sqlite/database.h"

namespace groundswell::service {

[[nodiscard]] Dataset readDataset(Database &database);

} // namespace groundswell::service
