#pragma once

#include "models/wave/event.h"

#include <QString>

#include <optional>

/// Short phrases around figures and dates that several screens of the desktop use, in the user's locale. Bare
/// figures are worded by models/items/format.h.
namespace groundswell::phrases {

[[nodiscard]] QString
roundMoney(const std::optional<Money> &amount); ///< whole units from 1,000 on: to compare
[[nodiscard]] QString soldOf(std::optional<int> sold, std::optional<int> capacity); ///< "812 of 1,200 sold"

[[nodiscard]] QString
shortDate(const QDateTime &moment); ///< "Sat 12 Dec", with the year where it is another one
[[nodiscard]] QString timeAndDistance(const QDateTime &moment); ///< "20:00 · in 21 days"
[[nodiscard]] QString longDateTime(const QDateTime &moment);
[[nodiscard]] QString dateRange(const QDate &start, const QDate &end);
[[nodiscard]] QString place(const Event &event); ///< "Elbphilharmonie, Great Hall · Hamburg"

} // namespace groundswell::phrases
