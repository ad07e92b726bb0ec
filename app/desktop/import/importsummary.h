#pragma once

#include <QJsonObject>
#include <QString>

namespace groundswell {

/// The service's report on an import in words: in = stored + left out, by file and by reason.
[[nodiscard]] QString importHeadline(const QJsonObject &report);
[[nodiscard]] QString importDetails(const QJsonObject &report);
[[nodiscard]] qint64 importRejected(const QJsonObject &report);

} // namespace groundswell
