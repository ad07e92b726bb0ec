#pragma once

#include <QString>

namespace groundswell {

/// The first \a count characters as a reader counts them (graphemeCount() of models/rules/textlength.h counts
/// alike); the whole text where it is no longer.
[[nodiscard]] QString graphemesLeft(const QString &text, int count);

} // namespace groundswell
