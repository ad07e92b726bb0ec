#pragma once

#include <QDate>
#include <QDateTime>
#include <QStringView>

namespace groundswell {

// Dates and times of the wire (ISO 8601), read to the last character. Qt's own readers take any punctuation
// between the numbers, and anything behind a date.

/// `YYYY-MM-DD` and nothing else; invalid otherwise.
[[nodiscard]] QDate isoDate(QStringView text);
/// A date, or a date and a time of day with or without seconds, fraction and zone; invalid otherwise. Local
/// time where no zone is named, as of Qt; the day's beginning for a bare date.
[[nodiscard]] QDateTime isoDateTime(QStringView text);

} // namespace groundswell
