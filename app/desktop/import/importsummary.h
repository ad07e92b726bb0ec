#pragma once

#include <QString>

namespace groundswell {

struct ImportReport;

/// The service's report on an import in words: in = stored + left out, by file and by reason.
[[nodiscard]] QString importHeadline(const ImportReport &report);
[[nodiscard]] QString importDetails(const ImportReport &report);

} // namespace groundswell
