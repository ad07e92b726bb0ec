#pragma once

/// The SQL of every migration, one definition in each file of this folder.
namespace groundswell::service::steps {

extern const char *const catalogue; ///< 1: organiser, events, customers, sales

} // namespace groundswell::service::steps
