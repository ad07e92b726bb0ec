#pragma once

#include "models/wave/money.h"
#include "models/wave/setupprocess.h"

#include <QLocale>
#include <QString>

namespace groundswell {

// Values in the user's words and locale. "—" stands for unknown, never 0.

[[nodiscard]] QString moneyText(const std::optional<Money> &money, const QLocale &locale);
/// \a share 0–1, with one digit.
[[nodiscard]] QString percentText(std::optional<double> share, const QLocale &locale);
[[nodiscard]] QString countText(std::optional<qint64> count, const QLocale &locale);
[[nodiscard]] QString dateText(const QDate &date, const QLocale &locale);

/// The goal in the marketer's words; an unknown one as the service wrote it.
[[nodiscard]] QString goalText(const OpenEnum<Goal> &goal);
[[nodiscard]] QString goalExplanation(Goal goal);
[[nodiscard]] QString geoTypeText(const OpenEnum<GeoType> &type);
/// A place as it stands on a chip: "München + 50 km".
[[nodiscard]] QString placeText(const GeoPlace &place, const QLocale &locale);
[[nodiscard]] QString genderText(const QString &wire);
/// A language by its own name, which whoever writes in it can read; the code itself where it is unknown.
[[nodiscard]] QString languageText(const QString &code);

} // namespace groundswell
