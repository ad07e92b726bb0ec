#include "models/plan/pricelevel.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace groundswell {

namespace {

struct PriceLevel {
    std::string_view code;
    double perEuro;
};

// By code. Those near one euro (USD, GBP, CHF, CAD, AUD …) are left out.
constexpr std::array levels{
    PriceLevel{"AED", 4},      PriceLevel{"ARS", 1500}, PriceLevel{"BHD", 0.4},    PriceLevel{"BIF", 3200},
    PriceLevel{"BRL", 6},      PriceLevel{"CLF", 0.03}, PriceLevel{"CLP", 1000},   PriceLevel{"CNY", 8},
    PriceLevel{"COP", 4500},   PriceLevel{"CZK", 25},   PriceLevel{"DJF", 190},    PriceLevel{"DKK", 7.5},
    PriceLevel{"EGP", 50},     PriceLevel{"GNF", 9500}, PriceLevel{"HKD", 8.5},    PriceLevel{"HUF", 390},
    PriceLevel{"IDR", 18'000}, PriceLevel{"ILS", 4},    PriceLevel{"INR", 95},     PriceLevel{"IQD", 1400},
    PriceLevel{"ISK", 150},    PriceLevel{"JOD", 0.75}, PriceLevel{"JPY", 160},    PriceLevel{"KES", 140},
    PriceLevel{"KMF", 490},    PriceLevel{"KRW", 1500}, PriceLevel{"KWD", 0.35},   PriceLevel{"KZT", 550},
    PriceLevel{"LYD", 6},      PriceLevel{"MAD", 11},   PriceLevel{"MXN", 20},     PriceLevel{"MYR", 5},
    PriceLevel{"NGN", 1700},   PriceLevel{"NOK", 11},   PriceLevel{"OMR", 0.4},    PriceLevel{"PHP", 65},
    PriceLevel{"PKR", 310},    PriceLevel{"PLN", 4.3},  PriceLevel{"PYG", 8000},   PriceLevel{"QAR", 4},
    PriceLevel{"RON", 5},      PriceLevel{"RSD", 120},  PriceLevel{"RUB", 90},     PriceLevel{"RWF", 1500},
    PriceLevel{"SAR", 4},      PriceLevel{"SEK", 11},   PriceLevel{"THB", 37},     PriceLevel{"TND", 3.4},
    PriceLevel{"TRY", 40},     PriceLevel{"TWD", 35},   PriceLevel{"UAH", 45},     PriceLevel{"UGX", 4200},
    PriceLevel{"UYI", 7.5},    PriceLevel{"UYW", 0.03}, PriceLevel{"VND", 28'000}, PriceLevel{"VUV", 130},
    PriceLevel{"XAF", 656},    PriceLevel{"XOF", 656},  PriceLevel{"XPF", 119},    PriceLevel{"ZAR", 20},
};

const PriceLevel *find(const QString &currency)
{
    const std::string code = currency.toUpper().toStdString();
    const auto found = std::ranges::find(levels, std::string_view(code), &PriceLevel::code);
    return found == levels.end() ? nullptr : &*found;
}

} // namespace

double roughlyPerEuro(const QString &currency)
{
    const PriceLevel *level = find(currency);
    return level ? level->perEuro : 1.0;
}

bool isPriceLevelKnown(const QString &currency)
{
    return find(currency) != nullptr;
}

} // namespace groundswell
