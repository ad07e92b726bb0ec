#pragma once

#include "models/wave/setupprocess.h"

#include <QLocale>
#include <QString>

namespace groundswell {

// Words of the contract that only forms and lists of the interface need; figures and states are worded by
// models/items/format.h and models/items/statustext.h.

[[nodiscard]] QString geoTypeText(const OpenEnum<GeoType> &type);
/// A place as it stands on a chip: "München + 50 km".
[[nodiscard]] QString placeText(const GeoPlace &place, const QLocale &locale);
[[nodiscard]] QString genderText(const QString &wire);
/// A language by its own name, which whoever writes in it can read; the code itself where it is unknown.
[[nodiscard]] QString languageText(const QString &code);

} // namespace groundswell
