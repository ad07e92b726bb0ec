#include "app/desktop/events/eventstatus.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::EventStatus)
};

} // namespace

EventStatus eventStatusOf(const Event &event, const Clock &clock)
{
    if (event.frontendStatus.is(FrontendStatus::Cancelled))
        return EventStatus::Cancelled;
    const QDate day = event.dayIn(clock.zone());
    const bool published =
        event.setupState.is(SetupState::Published) || event.campaignStatus.is(CampaignRollup::Running);
    if (day.isValid() && day < clock.today())
        return EventStatus::Past;
    if (event.campaignStatus.is(CampaignRollup::Closed))
        return EventStatus::Closed;
    if (published)
        return event.clientCampaignStatus.is(CampaignRunState::Paused) ? EventStatus::Paused
                                                                       : EventStatus::Published;
    if (event.setupState.is(SetupState::Draft))
        return EventStatus::Draft;
    return event.setupState.is(SetupState::None) || event.campaignStatus.is(CampaignRollup::Open)
        ? EventStatus::NoSetup
        : EventStatus::Unknown;
}

EventStatusLook lookOf(EventStatus standing)
{
    switch (standing) {
    case EventStatus::NoSetup:
        return {Words::tr("No setup"), u"plus"_s, Tone::Neutral};
    case EventStatus::Draft:
        return {Words::tr("Draft"), u"edit"_s, Tone::Warn};
    case EventStatus::Published:
        return {Words::tr("Published"), u"check-circle"_s, Tone::Good};
    case EventStatus::Paused:
        return {Words::tr("Paused"), u"pause"_s, Tone::Warn};
    case EventStatus::Closed:
        return {Words::tr("Closed"), u"lock"_s, Tone::Neutral};
    case EventStatus::Past:
        return {Words::tr("Past"), u"clock"_s, Tone::Neutral};
    case EventStatus::Cancelled:
        return {Words::tr("Cancelled"), u"close"_s, Tone::Neutral};
    case EventStatus::Unknown:
        break;
    }
    return {Words::tr("Unknown"), u"help"_s, Tone::Neutral};
}

} // namespace groundswell
