#include "models/items/statustext.h"

#include "models/wave/goaltraits.h"

namespace groundswell {

namespace {

template <class E, class Word> QString word(const OpenEnum<E> &value, Word knownWord)
{
    const auto known = value.known();
    return known ? knownWord(*known) : value.wire();
}

} // namespace

QString StatusText::of(const OpenEnum<Goal> &goal)
{
    return word(goal, goalName);
}

QString StatusText::of(const OpenEnum<FrontendStatus> &status)
{
    return word(status, [](FrontendStatus known) {
        switch (known) {
        case FrontendStatus::Default:
            return QString();
        case FrontendStatus::Flagged:
            return tr("Flagged");
        case FrontendStatus::Hidden:
            return tr("Archived");
        case FrontendStatus::Cancelled:
            return tr("Cancelled");
        }
        return QString();
    });
}

QString StatusText::of(const OpenEnum<CampaignRollup> &status)
{
    return word(status, [](CampaignRollup known) {
        switch (known) {
        case CampaignRollup::Running:
            return tr("Running");
        case CampaignRollup::Open:
            return tr("Open");
        case CampaignRollup::Closed:
            return tr("Closed");
        case CampaignRollup::Ignored:
            return tr("Ignored");
        }
        return QString();
    });
}

QString StatusText::of(const OpenEnum<PackageStatus> &status)
{
    return word(status, [](PackageStatus known) {
        switch (known) {
        case PackageStatus::Initializing:
            return tr("Starting");
        case PackageStatus::InProgress:
            return tr("In progress");
        case PackageStatus::Done:
            return tr("Done");
        case PackageStatus::Failed:
            return tr("Failed");
        case PackageStatus::Expired:
            return tr("Expired");
        }
        return QString();
    });
}

QString StatusText::of(const OpenEnum<PackageAttributionModel> &model)
{
    return word(model, [](PackageAttributionModel known) {
        switch (known) {
        case PackageAttributionModel::AllPurchases:
            return tr("Every purchase");
        case PackageAttributionModel::EventsFromPackage:
            return tr("Purchases of the package's events");
        case PackageAttributionModel::EventSeries:
            return tr("Purchases of the same series");
        }
        return QString();
    });
}

QString StatusText::of(const OpenEnum<AttributionModel> &model)
{
    return word(model, [](AttributionModel known) {
        switch (known) {
        case AttributionModel::Fd:
            return tr("Your own sales (live)");
        case AttributionModel::Meta:
            return tr("The ad platform");
        case AttributionModel::External:
            return tr("Somewhere else");
        }
        return QString();
    });
}

QString StatusText::statusOf(const Event &event)
{
    if (event.frontendStatus.is(FrontendStatus::Cancelled) || event.frontendStatus.is(FrontendStatus::Hidden))
        return of(event.frontendStatus);
    if (event.setupState.is(SetupState::Draft) && !event.campaignStatus.is(CampaignRollup::Running))
        return tr("Draft");
    return of(event.campaignStatus);
}

} // namespace groundswell
