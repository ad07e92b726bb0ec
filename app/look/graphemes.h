#pragma once

#include <QString>

namespace groundswell {

/// Characters as a reader counts them: a family emoji or an umlaut in two code points is one.
[[nodiscard]] int graphemeCount(const QString &text);

/// The first \a count characters as a reader counts them; the whole text where it is no longer.
[[nodiscard]] QString graphemesLeft(const QString &text, int count);

} // namespace groundswell
