#pragma once

#include "models/wave/money.h"
#include "models/wave/openenum.h"

#include <optional>

namespace groundswell {

struct BudgetLimits;
struct EstimateBasis;

/// Why a budget may not be larger.
enum class UpperLimitReason { RemainingRevenue, Reach, Floor };
template <> struct WireNames<UpperLimitReason> {
    static constexpr std::array<std::pair<UpperLimitReason, const char *>, 3> names{
        {{UpperLimitReason::RemainingRevenue, "remaining_revenue"},
         {UpperLimitReason::Reach, "reach"},
         {UpperLimitReason::Floor, "floor"}}};
};

/// What both limits of a budget are reckoned from (wave-api 9.4). An extension: what is missing, or of
/// another type than described, is unset.
struct LimitsExplanation {
    std::optional<Money> floorPerDay; ///< of one cluster
    int days = 0;
    int clusters = 0;
    OpenEnum<UpperLimitReason> upperReason;
    std::optional<int> freeSeats;
    std::optional<Money> ticketPrice;
    std::optional<double> spendShare; ///< 0–1 of the worth of the free seats
    qint64 audience = 0; ///< people
    [[nodiscard]] static LimitsExplanation of(const BudgetLimits &limits);
};

/// What a measured figure of an estimate was counted from (wave-api 9.4); likewise.
struct EstimateSample {
    int events = 0;
    qint64 buyers = 0;
    qint64 people = 0;
    double promised = 0; ///< buyers that were expected
    bool isOfAllEvents = false; ///< rather than of this event
    [[nodiscard]] static EstimateSample of(const EstimateBasis &basis);
};

} // namespace groundswell
