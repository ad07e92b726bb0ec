#pragma once

#include "app/service/import/importproblem.h"
#include "app/service/import/importreport.h"

#include <QString>

namespace groundswell::cli {

/// One sentence or two that say what is wrong, where, and what to do.
[[nodiscard]] QString wording(const service::ImportProblem &problem);
/// "value.date_impossible" → "is no day of the calendar".
[[nodiscard]] QString reasonWording(const QString &reason);
/// The report as a person reads it, several lines.
[[nodiscard]] QString wording(const service::ImportReport &report);

} // namespace groundswell::cli
