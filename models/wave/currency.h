#pragma once

#include <QString>
#include <QStringView>

#include <span>
#include <string_view>

namespace groundswell {

/// What the program knows of a currency; the defaults hold for one that it doesn't know. Adding a currency is
/// one line of the table in currency.cpp.
struct Currency {
    std::string_view code; ///< ISO 4217
    int digits = 2; ///< after the decimal point: 0 for JPY, KRW …, 3 for KWD …
    /// How many major units are worth about one euro: a rough round figure, so that amounts which start from
    /// euros (floors, the price of a thousand views) are of the right size everywhere. No exchange rate, and
    /// never used to convert anybody's money.
    double perEuro = 1;
    QStringView sign{}; ///< where it means this currency only; empty = the code is clearer than "$" or "kr"
};

/// In the order of their codes.
[[nodiscard]] std::span<const Currency> knownCurrencies();

/// In capital or small letters; one without a code where it isn't known.
[[nodiscard]] Currency currencyOf(const QString &code);

} // namespace groundswell
