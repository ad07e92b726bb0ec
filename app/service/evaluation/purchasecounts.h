#pragma once

#include "app/service/store/dataset.h"
#include "models/wave/package.h"

#include <QDate>

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// Half-open: [from, to), UTC seconds.
struct AttributionWindow {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// Whole calendar days in the organiser's zone, the sending day included: from its first instant to the first
/// instant `days` days later, so that 14 days are 14 days across a change of the clocks. Null where the zone
/// is unknown, the date invalid or `days` < 1.
[[nodiscard]] std::optional<AttributionWindow> attributionWindow(QDate sentDate, int days,
                                                                 std::string_view timeZone);
/// Days of the window that have begun at `now`, at most `days`; 0 before it opens. Fewer than `days` =
/// provisional.
[[nodiscard]] int daysElapsed(QDate sentDate, int days, std::string_view timeZone, std::int64_t nowUtc);
/// True from the window's last instant on: before it the figures are provisional.
[[nodiscard]] bool windowIsOver(const AttributionWindow &window, std::int64_t nowUtc);

/// One row of an evaluation.
struct PurchaseCounts {
    std::int64_t members = 0; ///< customers of the cluster, distinct
    std::int64_t customers = 0; ///< distinct buyers: with at least one sale (quantity > 0) that counts
    std::int64_t items = 0; ///< tickets, returns subtracted
    std::int64_t purchases = 0; ///< distinct orders with at least one sale that counts
    std::int64_t revenueMinor = 0; ///< refunds subtracted
    friend bool operator==(const PurchaseCounts &, const PurchaseCounts &) = default;
};

struct PackageCounts {
    std::vector<PurchaseCounts> clusters; ///< as given
    PurchaseCounts unique; ///< everybody once, also who is in several clusters
};

/// Counts what the members bought in the window. Returns subtract from items and revenue where they happen in
/// the window, also when the sale lies before it; they never make a buyer or an order, and they don't unmake
/// one: a purchase that is returned in full still was a purchase, with 0 items and 0 revenue. `clusters` hold
/// dense customer indexes in any order; repetitions count once, indexes outside the dataset not at all.
/// \a model says which events' sales count: of all events, of the package's own, or of these and of events of
/// the same series. Throws Stopped.
[[nodiscard]] PackageCounts countPurchases(const Dataset &dataset,
                                           std::span<const std::vector<std::uint32_t>> clusters,
                                           PackageAttributionModel model,
                                           std::span<const std::uint32_t> packageEvents,
                                           const AttributionWindow &window, const std::stop_token &stop = {});

} // namespace groundswell::service
