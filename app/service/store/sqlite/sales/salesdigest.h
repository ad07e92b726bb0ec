#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <string>

namespace groundswell::service {

/// Fingerprint of all stored sales, for migrations.
[[nodiscard]] std::string salesDigest(Database &database);

} // namespace groundswell::service
