#include "app/desktop/events/standing.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::Standing)
};

} // namespace

Standing standingOf(const Event &event, const Clock &clock)
{
    if (event.frontendStatus.is(FrontendStatus::Cancelled))
        return Standing::Cancelled;
    const QDate day = event.dayIn(clock.zone());
    const bool published =
        event.setupState.is(SetupState::Published) || event.campaignStatus.is(CampaignRollup::Running);
    if (day.isValid() && day < clock.today())
        return Standing::Past;
    if (event.campaignStatus.is(CampaignRollup::Closed))
        return Standing::Closed;
    if (published)
        return event.clientCampaignStatus.is(RunState::Paused) ? Standing::Paused : Standing::Published;
    if (event.setupState.is(SetupState::Draft))
        return Standing::Draft;
    return event.setupState.is(SetupState::None) || event.campaignStatus.is(CampaignRollup::Open)
        ? Standing::NoSetup
        : Standing::Unknown;
}

StandingLook lookOf(Standing standing)
{
    switch (standing) {
    case Standing::NoSetup:
        return {Words::tr("No setup"), u"plus"_s, Tone::Neutral};
    case Standing::Draft:
        return {Words::tr("Draft"), u"edit"_s, Tone::Warn};
    case Standing::Published:
        return {Words::tr("Published"), u"check-circle"_s, Tone::Good};
    case Standing::Paused:
        return {Words::tr("Paused"), u"pause"_s, Tone::Warn};
    case Standing::Closed:
        return {Words::tr("Closed"), u"lock"_s, Tone::Neutral};
    case Standing::Past:
        return {Words::tr("Past"), u"clock"_s, Tone::Neutral};
    case Standing::Cancelled:
        return {Words::tr("Cancelled"), u"close"_s, Tone::Neutral};
    case Standing::Unknown:
        break;
    }
    return {Words::tr("Unknown"), u"help"_s, Tone::Neutral};
}

} // namespace groundswell
