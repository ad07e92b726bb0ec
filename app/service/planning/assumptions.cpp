#include "app/service/planning/planning.h"

#include "models/rules/dailyfloor.h"
#include "models/wave/currency.h"

#include <QString>

#include <algorithm>
#include <cmath>

namespace groundswell::service {

MarketAssumptions defaultAssumptions(const std::string &code)
{
    constexpr double centsPerEuro = 100;
    const QString currency = QString::fromStdString(code);
    MarketAssumptions assumptions;
    const double cpm = static_cast<double>(assumptions.cpmMinor) / centsPerEuro * currencyOf(currency).perEuro
        * static_cast<double>(Money::minorPerMajor(currency));
    assumptions.cpmMinor = std::max<std::int64_t>(1, std::llround(cpm));
    assumptions.floorImpressionsMinor = usualDailyFloor(Goal::Visibility, currency).minor;
    assumptions.floorClicksMinor = usualDailyFloor(Goal::LinkClicks, currency).minor;
    return assumptions;
}

MarketAssumptions withUsualAmounts(MarketAssumptions typed, const std::string &currency)
{
    const MarketAssumptions usual = defaultAssumptions(currency);
    for (std::int64_t MarketAssumptions::*amount :
         {&MarketAssumptions::cpmMinor, &MarketAssumptions::floorImpressionsMinor,
          &MarketAssumptions::floorClicksMinor}) {
        if (typed.*amount == MarketAssumptions::usual)
            typed.*amount = usual.*amount;
    }
    return typed;
}

} // namespace groundswell::service
