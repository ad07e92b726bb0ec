#pragma once

#include "models/time/clock.h"
#include "models/wave/event.h"

#include <QString>

#include <optional>

/// Short phrases around figures and dates that several screens of the desktop use, in the user's locale. Bare
/// figures are worded by models/items/format.h.
namespace groundswell::phrases {

[[nodiscard]] QString
roundMoney(const std::optional<Money> &amount); ///< whole units from 1,000 on: to compare
[[nodiscard]] QString soldOf(std::optional<int> sold, std::optional<int> capacity); ///< "812 of 1,200 sold"

// An event's day and time, as people in the clock's zone say them. One without a time of day shows none.
[[nodiscard]] QString shortDate(const Event &event,
                                const Clock &clock); ///< "Sat 12 Dec", with the year where it is another one
[[nodiscard]] QString timeAndDistance(const Event &event, const Clock &clock); ///< "20:00 · in 21 days"
/// With the zone's name where the computer's own clock shows another time.
[[nodiscard]] QString longDateTime(const Event &event, const Clock &clock);
[[nodiscard]] QString dateRange(const QDate &start, const QDate &end);
[[nodiscard]] QString place(const Event &event); ///< "Elbphilharmonie, Great Hall · Hamburg"

} // namespace groundswell::phrases
