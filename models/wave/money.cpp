#include "models/wave/money.h"

#include "models/wave/currency.h"

#include <cmath>

namespace groundswell {

int Money::minorDigits(const QString &currency)
{
    return currencyOf(currency).digits;
}

qint64 Money::minorPerMajor(const QString &currency)
{
    qint64 factor = 1;
    for (int digit = minorDigits(currency); digit > 0; --digit)
        factor *= 10;
    return factor;
}

std::optional<Money> Money::fromJson(const QJsonValue &value, const QString &currency)
{
    bool ok = value.isDouble();
    const double major = ok ? value.toDouble() : value.toString().trimmed().toDouble(&ok);
    const double minor = major * static_cast<double>(minorPerMajor(currency));
    // Up to 15 digits a double holds every decimal number; beyond, a cent may become another one.
    constexpr double largest = 1e15;
    if (!ok || !std::isfinite(minor) || std::abs(minor) > largest)
        return std::nullopt;
    return Money{std::llround(minor), currency};
}

QJsonValue Money::toJson() const
{
    const qint64 factor = minorPerMajor(currency);
    if (minor % factor == 0)
        return minor / factor;
    return toDouble();
}

double Money::toDouble() const
{
    return static_cast<double>(minor) / static_cast<double>(minorPerMajor(currency));
}

} // namespace groundswell
