#pragma once

#include "models/wave/money.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <optional>

/// Values as text in the user's locale, for cells, tiles and sentences. What is unknown is a dash, never a
/// zero.
namespace groundswell::format {

[[nodiscard]] QString unknown(); ///< "—"

/// With the digits and the sign or code of the currency: "€5,000.00", "5.000,00 €", "CHF 500.00", "¥5,000".
[[nodiscard]] QString money(const std::optional<Money> &money, const QLocale &locale = QLocale());
[[nodiscard]] QString number(const std::optional<qint64> &number, const QLocale &locale = QLocale());
[[nodiscard]] QString number(const std::optional<int> &number, const QLocale &locale = QLocale());
/// With exactly \a digits after the decimal sign.
[[nodiscard]] QString decimal(const std::optional<double> &number, int digits,
                              const QLocale &locale = QLocale());
/// Of a share 0–1, one digit after the decimal sign: "21.4%", "21,4 %".
[[nodiscard]] QString percent(const std::optional<double> &share, const QLocale &locale = QLocale());
[[nodiscard]] QString date(const QDate &date, const QLocale &locale = QLocale());
/// Day and time of day in \a zone; in the computer's where it is invalid.
[[nodiscard]] QString dateTime(const QDateTime &moment, const QTimeZone &zone = {},
                               const QLocale &locale = QLocale());
[[nodiscard]] QString text(const QString &text); ///< itself, or the dash

} // namespace groundswell::format
