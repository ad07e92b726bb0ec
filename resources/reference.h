#pragma once

#include <QJsonDocument>
#include <QStringView>

namespace groundswell {

/// Reference data that ships with the program: facts about the world and the ad platform which change without
/// our code changing, kept as data with source and confidence beside each figure. \a name is the file without
/// its ending: `countries`, `calls-to-action`, `platform-limits`. A null document where there is no such
/// file.
[[nodiscard]] QJsonDocument referenceData(QStringView name);

} // namespace groundswell
