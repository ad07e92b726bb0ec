#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <compare>
#include <optional>

namespace groundswell {

/// An amount in minor units of a currency (cents; yen have none). Arithmetic on integers only.
struct Money {
    qint64 minor = 0;
    QString currency; ///< ISO 4217; empty where the service didn't say

    friend bool operator==(const Money &, const Money &) = default;

    /// Digits after the decimal point: 0 for JPY, KRW …, 3 for KWD …, else 2 (ISO 4217).
    [[nodiscard]] static int minorDigits(const QString &currency);
    /// Minor units in one major unit: 1, 100, 1,000 or 10,000.
    [[nodiscard]] static qint64 minorPerMajor(const QString &currency);
    /// From the decimal number or numeric string that the API uses; nullopt where it is neither, not finite,
    /// or too large.
    [[nodiscard]] static std::optional<Money> fromJson(const QJsonValue &value, const QString &currency);
    [[nodiscard]] QJsonValue toJson() const; ///< decimal number
    [[nodiscard]] double toDouble() const; ///< in major units, for charts and for text
};

} // namespace groundswell
