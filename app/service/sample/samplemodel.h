#pragma once

#include "app/service/sample/samplegenerator.h"

#include <cstdint>
#include <string>
#include <vector>

namespace groundswell::service {

// What the three parts of the generator hand to each other. Times are seconds since 1970 as the clock on the
// wall shows them: no time zone data is needed, which would differ between machines.

struct SampleEvent {
    std::string title;
    std::string artists, composers; ///< divided by ';'
    const char *series = "";
    int genre = 0;
    int venue = 0;
    int hall = 0;
    int capacity = 0;
    int priceMinor = 0;
    std::int64_t startsAt = 0;
    std::int64_t onSaleAt = 0;
    double popularity = 0;
    bool sellsOut = false; ///< the seats that are left in the end were never put on sale
    int mostSold = 0; ///< seats that find a buyer at most; the capacity for a past event
    int sold = 0;
};

struct SampleCustomer {
    int mainTaste = 0;
    int secondTaste = 0;
    int region = 0;
    int town = 0;
    int purchases = 0; ///< how many lines the customer buys
    std::int64_t since = 0; ///< before it nothing is bought
};

enum class SampleCategory : std::uint8_t { Regular, Reduced, Vip, Subscription, Comp };

struct SampleSale {
    std::int64_t at = 0; ///< UTC
    std::uint32_t order = 0; ///< equal for the lines of one invoice
    std::uint32_t customer = 0; ///< index; anonymousCustomer
    std::uint32_t event = 0;
    std::int32_t quantity = 0;
    SampleCategory category = SampleCategory::Regular;
};
inline constexpr std::uint32_t anonymousCustomer = 0xffffffffU;

[[nodiscard]] int categoryPriceMinor(SampleCategory category, int regularMinor);
[[nodiscard]] const char *categoryName(SampleCategory category);

[[nodiscard]] std::vector<SampleEvent> makeSampleEvents(const SampleOptions &options);
[[nodiscard]] std::vector<SampleCustomer> makeSampleCustomers(const SampleOptions &options);
/// Sorted by time; counts the seats sold in \a events, and takes from the capacity of those that sell out
/// what was left.
[[nodiscard]] std::vector<SampleSale> makeSampleSales(const SampleOptions &options,
                                                      std::vector<SampleEvent> &events,
                                                      const std::vector<SampleCustomer> &customers);

} // namespace groundswell::service
