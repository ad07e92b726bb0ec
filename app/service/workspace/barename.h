#pragma once

#include <QString>

namespace groundswell::service {

/// What is left of a file name that a client sent when it may be shown, and used for a file, on any system:
/// its last part, without control and direction characters and without what Windows forbids; nothing that is
/// a device there (`CON`, `lpt1.png`), no dots or spaces around it, 120 characters at most. Empty where
/// nothing is left.
[[nodiscard]] QString bareName(const QString &sent);

} // namespace groundswell::service
