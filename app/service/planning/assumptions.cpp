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
    assumptions.floorImpressionsMinor = usualDailyFloor(FloorKind::Impressions, currency).minor;
    assumptions.floorClicksMinor = usualDailyFloor(FloorKind::Actions, currency).minor;
    return assumptions;
}

MarketAssumptions assumptionsFor(const std::optional<MarketAssumptions> &typed, const std::string &currency)
{
    const LocalSettings usual{{}, defaultAssumptions(currency)};
    if (!typed)
        return usual;
    LocalSettings settings{{}, *typed};
    for (const Setting &setting : marketSettings) {
        if (setting.amount && settings.*setting.amount == MarketAssumptions::usual)
            settings.*setting.amount = usual.*setting.amount;
    }
    return settings;
}

} // namespace groundswell::service
