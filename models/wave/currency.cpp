#include "models/wave/currency.h"

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

// By code: every currency whose minor unit isn't a hundredth (ISO 4217, amendment list of January 2024), and
// those whose major unit is worth much more or less than a euro. All others are as Currency's defaults say.
// clang-format off
constexpr auto table = std::to_array<Currency>({
    {"AED", 2, 4},
    {"ARS", 2, 1500},
    {"BHD", 3, 0.4},
    {"BIF", 0, 3200},
    {"BRL", 2, 6},
    {"CLF", 4, 0.03},
    {"CLP", 0, 1000},
    {"CNY", 2, 8},
    {"COP", 2, 4500},
    {"CZK", 2, 25},
    {"DJF", 0, 190},
    {"DKK", 2, 7.5},
    {"EGP", 2, 50},
    {"EUR", 2, 1, u"€"},
    {"GBP", 2, 1, u"£"},
    {"GNF", 0, 9500},
    {"HKD", 2, 8.5},
    {"HUF", 2, 390},
    {"IDR", 2, 18'000},
    {"ILS", 2, 4},
    {"INR", 2, 95},
    {"IQD", 3, 1400},
    {"ISK", 0, 150},
    {"JOD", 3, 0.75},
    {"JPY", 0, 160, u"¥"},
    {"KES", 2, 140},
    {"KMF", 0, 490},
    {"KRW", 0, 1500},
    {"KWD", 3, 0.35},
    {"KZT", 2, 550},
    {"LYD", 3, 6},
    {"MAD", 2, 11},
    {"MXN", 2, 20},
    {"MYR", 2, 5},
    {"NGN", 2, 1700},
    {"NOK", 2, 11},
    {"OMR", 3, 0.4},
    {"PHP", 2, 65},
    {"PKR", 2, 310},
    {"PLN", 2, 4.3},
    {"PYG", 0, 8000},
    {"QAR", 2, 4},
    {"RON", 2, 5},
    {"RSD", 2, 120},
    {"RUB", 2, 90},
    {"RWF", 0, 1500},
    {"SAR", 2, 4},
    {"SEK", 2, 11},
    {"THB", 2, 37},
    {"TND", 3, 3.4},
    {"TRY", 2, 40},
    {"TWD", 2, 35},
    {"UAH", 2, 45},
    {"UGX", 0, 4200},
    {"UYI", 0, 7.5},
    {"UYW", 4, 0.03},
    {"VND", 0, 28'000},
    {"VUV", 0, 130},
    {"XAF", 0, 656},
    {"XOF", 0, 656},
    {"XPF", 0, 119},
    {"ZAR", 2, 20},
});
// clang-format on
static_assert(std::ranges::is_sorted(table, {}, &Currency::code));

} // namespace

std::span<const Currency> knownCurrencies()
{
    return table;
}

Currency currencyOf(const QString &code)
{
    const std::string wanted = code.toUpper().toStdString();
    const auto found = std::ranges::lower_bound(table, std::string_view(wanted), {}, &Currency::code);
    return found != table.end() && found->code == wanted ? *found : Currency{};
}

} // namespace groundswell
