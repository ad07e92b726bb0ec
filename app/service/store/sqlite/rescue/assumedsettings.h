#pragma once

#include "app/service/store/rescue.h"
#include "app/service/store/sqlite/connection/database.h"

#include <optional>

namespace groundswell::service {

/// For a workspace whose settings are lost in part: if the organiser is among them, writes one who answers
/// for nobody's consent, in the currency that the rescued setups and campaigns agree on, or in the default
/// one if they don't. The currency may be changed once, whatever amounts there are. Nullopt if the organiser
/// is there. \a database is of today's version. Throws SqlError.
[[nodiscard]] std::optional<AssumedSettings> assumeSettings(Database &database);

} // namespace groundswell::service
