#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace groundswell::cli {

/// An ISO 8601 time as UTC seconds. Without a zone it is the organiser's; a date alone is its first instant.
/// Nullopt where the text is no time.
[[nodiscard]] std::optional<std::int64_t> instantFromText(const QString &text, const QString &timeZone);

} // namespace groundswell::cli
