#pragma once

#include "models/time/clock.h"
#include "models/wave/event.h"

#include <vector>

namespace groundswell {

/// Why an upcoming event wants the marketer now. Data, not text: the list words it.
enum class AttentionReason {
    None,
    SellingOut, ///< a campaign runs although hardly a seat is left
    Paused, ///< published, but its campaigns are paused
    DraftIncomplete, ///< a draft is waiting to be finished
    NoSetup, ///< nothing planned yet and seats are left
};

struct Attention {
    AttentionReason reason = AttentionReason::None;
    int daysLeft = 0; ///< whole days from today to the day of the event
    std::optional<int> seatsLeft;
};

/// What an event needs today; None for past, cancelled and hidden ones and for those too far away to
/// plan.
[[nodiscard]] Attention attentionFor(const Event &event, const Clock &clock);

struct AttentionItem {
    Event event;
    Attention attention;
};
/// The events that need something, the nearest first. At most \a limit.
[[nodiscard]] std::vector<AttentionItem> attentionList(const std::vector<Event> &upcoming, const Clock &clock,
                                                       size_t limit);

/// An event counts as selling out when at least this share is sold. The optimiser of the real service
/// switches campaigns off at 95 %; the marketer should hear of it a little before.
inline constexpr double SellingOutShare = 0.92;
/// A campaign runs in the last weeks before an event; earlier than this nothing is urgent.
inline constexpr int PlanningHorizonDays = 60;

} // namespace groundswell
