#pragma once

#include "app/look/style/tone.h"
#include "models/time/clock.h"
#include "models/wave/package.h"

namespace groundswell {

/// A package's status as a pill shows it.
struct PackageLook {
    QString word;
    QString icon;
    Tone tone = Tone::Neutral;
};
[[nodiscard]] PackageLook lookOf(const OpenEnum<PackageStatus> &status);
/// "Expires in 27 days", "Expired", or how far the building is.
[[nodiscard]] QString ageText(const AudiencePackage &package, const Clock &clock);
/// Why building failed, from the message key.
[[nodiscard]] QString failureText(const QString &messageKey);
[[nodiscard]] QString modeText(const OpenEnum<TargetingMode> &mode);

} // namespace groundswell
