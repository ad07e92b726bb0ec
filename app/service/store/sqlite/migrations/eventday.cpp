#include "app/service/store/sqlite/migrations/steps.h"

namespace groundswell::service::steps {

// An event whose time of day is unknown has a day and ends with it. An event that was imported before is
// taken to begin when it says; importing the file again tells the two apart.
const char *const eventDay = R"sql(
ALTER TABLE event ADD COLUMN day TEXT NOT NULL DEFAULT ''; -- ISO date where no time of day is known
ALTER TABLE event ADD COLUMN over_at INTEGER NOT NULL DEFAULT 0; -- from when on it is past
UPDATE event SET over_at = starts_at;
)sql";

} // namespace groundswell::service::steps
