#include "app/service/planning/planning.h"

#include "models/wave/money.h"

#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace groundswell::service {

namespace {

struct CurrencyScale {
    std::string_view code;
    double perEuro; ///< rough, to start from; assumptions are there to be edited
};
constexpr std::array scales{
    CurrencyScale{"JPY", 160}, CurrencyScale{"KRW", 1500}, CurrencyScale{"SEK", 11},
    CurrencyScale{"NOK", 11},  CurrencyScale{"DKK", 7.5},  CurrencyScale{"TWD", 35},
    CurrencyScale{"HKD", 8.5}, CurrencyScale{"ILS", 4},    CurrencyScale{"CZK", 25},
    CurrencyScale{"HUF", 390}, CurrencyScale{"PLN", 4.3},  CurrencyScale{"RON", 5},
    CurrencyScale{"RUB", 90},  CurrencyScale{"UAH", 45},   CurrencyScale{"TRY", 40},
    CurrencyScale{"INR", 95},  CurrencyScale{"MXN", 20},   CurrencyScale{"BRL", 6},
    CurrencyScale{"ZAR", 20},  CurrencyScale{"THB", 37},
};
/// Where ad platforms ask the full floor; elsewhere half of it.
constexpr std::array<std::string_view, 16> fullFloor{"USD", "AUD", "CAD", "SGD", "JPY", "NZD", "TWD", "EUR",
                                                     "CHF", "SEK", "HKD", "GBP", "ILS", "NOK", "KRW", "DKK"};

} // namespace

MarketAssumptions defaultAssumptions(const std::string &currency)
{
    MarketAssumptions assumptions;
    const auto scale = std::find_if(scales.begin(), scales.end(),
                                    [&](const CurrencyScale &s) { return s.code == currency; });
    const double perEuro = scale == scales.end() ? 1.0 : scale->perEuro;
    const int digits = Money::minorDigits(QString::fromStdString(currency));
    const auto converted = [&](std::int64_t euroCents, double share) {
        const double minor =
            static_cast<double>(euroCents) / 100.0 * perEuro * std::pow(10.0, digits) * share;
        return std::max<std::int64_t>(1, std::llround(minor));
    };
    const bool full = std::find(fullFloor.begin(), fullFloor.end(), currency) != fullFloor.end();
    assumptions.cpmMinor = converted(assumptions.cpmMinor, 1.0);
    assumptions.floorImpressionsMinor = converted(assumptions.floorImpressionsMinor, full ? 1.0 : 0.5);
    assumptions.floorClicksMinor = converted(assumptions.floorClicksMinor, full ? 1.0 : 0.5);
    return assumptions;
}

} // namespace groundswell::service
