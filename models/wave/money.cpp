#include "models/wave/money.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace groundswell {

namespace {

// ISO 4217, amendment list of January 2024: every currency whose minor unit isn't 2.
constexpr std::array<std::string_view, 17> withoutMinorUnit{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY",
                                                            "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
                                                            "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> withThreeDigits{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
constexpr std::array<std::string_view, 2> withFourDigits{"CLF", "UYW"};

template <size_t N> bool contains(const std::array<std::string_view, N> &codes, std::string_view code)
{
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

int Money::minorDigits(const QString &currency)
{
    const std::string code = currency.toUpper().toStdString();
    if (contains(withoutMinorUnit, code))
        return 0;
    if (contains(withThreeDigits, code))
        return 3;
    if (contains(withFourDigits, code))
        return 4;
    return 2;
}

qint64 Money::minorPerMajor(const QString &currency)
{
    qint64 factor = 1;
    for (int digit = minorDigits(currency); digit > 0; --digit)
        factor *= 10;
    return factor;
}

QStringList Money::currenciesWithoutTwoDigits()
{
    QStringList codes;
    const auto add = [&](const auto &table) {
        for (const std::string_view code : table)
            codes.append(QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size())));
    };
    add(withoutMinorUnit);
    add(withThreeDigits);
    add(withFourDigits);
    codes.sort();
    return codes;
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
