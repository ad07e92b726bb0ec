#pragma once

#include <QString>

namespace groundswell {

/// The words on an ad's button for a call to action, in the ad's own language (BCP 47), not the interface's.
/// A value that the reference data don't know is made readable (`GET_TICKETS` → "Get tickets"), never hidden.
[[nodiscard]] QString callToActionText(const QString &value, const QString &language);

} // namespace groundswell
