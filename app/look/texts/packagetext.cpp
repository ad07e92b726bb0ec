#include "app/look/texts/packagetext.h"

#include "models/items/format.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::AudiencePackage)
};

} // namespace

PackageLook lookOf(const OpenEnum<PackageStatus> &status)
{
    if (!status.known())
        return {status.wire(), u"help"_s, Tone::Neutral};
    switch (*status.known()) {
    case PackageStatus::Initializing:
    case PackageStatus::InProgress:
        return {Words::tr("In progress"), u"refresh"_s, Tone::Accent};
    case PackageStatus::Done:
        return {Words::tr("Done"), u"check-circle"_s, Tone::Good};
    case PackageStatus::Failed:
        return {Words::tr("Failed"), u"error"_s, Tone::Bad};
    case PackageStatus::Expired:
        return {Words::tr("Expired"), u"clock"_s, Tone::Neutral};
    }
    return {};
}

QString ageText(const AudiencePackage &package, const Clock &clock)
{
    if (package.status.is(PackageStatus::Expired))
        return package.failureReason.isEmpty() ? Words::tr("The customer lists were deleted")
                                               : Words::tr("The customer lists couldn't be deleted yet");
    if (!package.isTerminal())
        return package.progress ? Words::tr("%1 done").arg(format::percent(package.progress))
                                : Words::tr("Being built");
    if (!package.expiresAt.isValid())
        return {};
    const qint64 days = clock.today().daysTo(clock.dayOf(package.expiresAt));
    return days <= 0 ? Words::tr("Expires today") : Words::tr("Expires in %n day(s)", nullptr, int(days));
}

QString failureText(const QString &messageKey)
{
    if (messageKey == "error.package.cancelled"_L1)
        return Words::tr("Building was stopped. Regenerate the package to start again.");
    if (messageKey == "error.package.expiry_failed"_L1)
        return Words::tr("The package has expired, but its customer lists couldn't be deleted. "
                         "It is tried again every few minutes.");
    if (messageKey.isEmpty())
        return Words::tr("The package couldn't be built. Regenerate it to try again.");
    return Words::tr("The package couldn't be built (%1). Regenerate it to try again.").arg(messageKey);
}

QString modeText(const OpenEnum<TargetingMode> &mode)
{
    if (mode.is(TargetingMode::Selective))
        return Words::tr("Selective: fits all of the events");
    if (mode.is(TargetingMode::Inclusive))
        return Words::tr("Inclusive: fits most of the events");
    return mode.wire();
}

} // namespace groundswell
