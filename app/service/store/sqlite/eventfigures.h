#pragma once

#include "app/service/store/sqlite/database.h"

namespace groundswell::service {

/// Derives every event's tickets, revenue, orders and first sale from the stored sales, anonymous ones
/// included.
void refreshEventFigures(Database &database);

} // namespace groundswell::service
