#pragma once

#include <QString>

namespace groundswell {

/// What the reader sees as one character each: a family emoji is one, a letter with its accent is one.
[[nodiscard]] int graphemeCount(const QString &text);
/// Unicode code points.
[[nodiscard]] int codePointCount(const QString &text);

} // namespace groundswell
