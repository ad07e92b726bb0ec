#pragma once

/// The SQL of every migration, one definition in each file of this folder.
namespace groundswell::service::steps {

extern const char *const catalogue; ///< 1: organiser, events, customers, sales
extern const char *const service; ///< 2: drafts, campaigns, runs, packages
extern const char *const evaluation; ///< 3: how good a run is

} // namespace groundswell::service::steps
