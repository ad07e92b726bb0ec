#pragma once

#include <cstdint>

namespace groundswell::service {

/// What the estimates assume of the ad market, because no organiser's data can know it. Shown beside every
/// figure that rests on it, and editable. The defaults are round figures to start from, not measurements.
struct MarketAssumptions {
    /// Of an amount: nobody typed one in for this currency, what is usual in it holds.
    static constexpr std::int64_t usual = -1;

    std::int64_t cpmMinor = 800; ///< price of 1,000 impressions
    double clickRate = 0.012; ///< clicks an impression
    double frequency = 3.0; ///< impressions after which 63 % of an audience have been reached
    double similarPeople = 20.0; ///< people of like taste an ad platform can find beside each own customer
    double similarConversion = 0.05; ///< their conversion, as a share of the own customers'
    double spendShare = 0.15; ///< most of the expected remaining revenue one would spend on ads
    std::int64_t floorImpressionsMinor = 100; ///< least budget a day and cluster, paid by impression
    std::int64_t floorClicksMinor = 500; ///< the same, paid by click or conversion
    friend bool operator==(const MarketAssumptions &, const MarketAssumptions &) = default;
};

} // namespace groundswell::service
