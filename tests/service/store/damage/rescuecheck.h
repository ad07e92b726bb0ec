#pragma once

#include "app/service/store/rescue.h"
#include "tests/service/store/damage/workspacefile.h"

#include <QStringList>

namespace groundswell::test {

/// What is wrong with a rescued workspace, one line a finding; empty = nothing: each row was in \a originals
/// (originalRowsOf()), or is what is left of one; and \a report counts what is there, and no more than there
/// was.
[[nodiscard]] QStringList rescueFindings(const Rows &originals, const QString &rescued,
                                         const service::RescueReport &report);

/// Amounts of all lines of sales, in minor units.
[[nodiscard]] qint64 revenueOf(const Rows &rows);

} // namespace groundswell::test
