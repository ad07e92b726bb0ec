#pragma once

namespace groundswell::service {
class Database;
}

/// The SQL of every migration, one definition in each file of this folder, and the steps that SQL can't do.
namespace groundswell::service::steps {

extern const char *const catalogue; ///< 1: organiser, events, customers, sales
extern const char *const service; ///< 2: drafts, campaigns, runs, packages
extern const char *const clusterQuality; ///< 3: how good a run is
extern const char *const saleBlocks; ///< 4: an event's sales in blocks instead of rows
/// The second half of 4.
void convertSalesToBlocks(Database &database);
extern const char *const eventDay; ///< 5: events without a time of day
extern const char *const staging; ///< 6: an import becomes visible as a whole
/// The second half of 6. Takes fingerprints by today's functions: a step that changes what they read has to
/// take that over.
void takeFingerprints(Database &database);
extern const char *const packageLists; ///< 7: customer lists packed instead of a row a person
void convertPackageLists(Database &database); ///< the second half of 7
extern const char *const pageChecks; ///< 8: checksums in every page

} // namespace groundswell::service::steps
