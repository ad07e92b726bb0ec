#include "app/desktop/events/attention.h"

#include <algorithm>
#include <tuple>

namespace groundswell {

namespace {

AttentionReason reasonFor(const Event &event, int daysLeft, const std::optional<int> &seatsLeft)
{
    if (daysLeft > PlanningHorizonDays)
        return AttentionReason::None;
    const bool running =
        event.campaignStatus.is(CampaignRollup::Running) || event.setupState.is(SetupState::Published);
    const bool full = seatsLeft && event.capacity && *event.capacity > 0
        && double(*event.capacity - *seatsLeft) >= SellingOutShare * double(*event.capacity);
    if (running) {
        if (event.clientCampaignStatus.is(CampaignRunState::Paused))
            return AttentionReason::Paused;
        return full ? AttentionReason::SellingOut : AttentionReason::None;
    }
    if (event.setupState.is(SetupState::Draft))
        return AttentionReason::DraftIncomplete;
    // Only where the service says that nothing is there: the plain contract leaves it open.
    const bool nothingPlanned = event.setupState.is(SetupState::None);
    return nothingPlanned && !full ? AttentionReason::NoSetup : AttentionReason::None;
}

} // namespace

Attention attentionFor(const Event &event, const Clock &clock)
{
    Attention result;
    const QDate today = clock.today();
    const QDate day = event.dayIn(clock.zone());
    const bool outOfSight =
        event.frontendStatus.is(FrontendStatus::Hidden) || event.frontendStatus.is(FrontendStatus::Cancelled);
    if (!day.isValid() || day < today || outOfSight)
        return result;
    result.daysLeft = int(today.daysTo(day));
    if (event.capacity && event.ticketsSold)
        result.seatsLeft = std::max(0, *event.capacity - *event.ticketsSold);
    result.reason = reasonFor(event, result.daysLeft, result.seatsLeft);
    return result;
}

std::vector<AttentionItem> attentionList(const std::vector<Event> &upcoming, const Clock &clock, size_t limit)
{
    std::vector<AttentionItem> items;
    for (const Event &event : upcoming) {
        const Attention attention = attentionFor(event, clock);
        if (attention.reason != AttentionReason::None)
            items.push_back({event, attention});
    }
    const auto rank = [](const AttentionItem &item) {
        return std::tuple(item.attention.daysLeft, item.attention.reason, item.event.id);
    };
    std::sort(items.begin(), items.end(),
              [rank](const AttentionItem &a, const AttentionItem &b) { return rank(a) < rank(b); });
    if (items.size() > limit)
        items.resize(limit);
    return items;
}

} // namespace groundswell
