#include "models/items/format.h"

#include "models/wave/currency.h"

#include <cmath>

namespace groundswell::format {

namespace {

constexpr QChar noBreakSpace(0x00A0);

QString currencySign(const QString &currency, const QLocale &locale)
{
    if (currency == locale.currencySymbol(QLocale::CurrencyIsoCode))
        return locale.currencySymbol();
    const QStringView sign = currencyOf(currency).sign;
    return sign.isEmpty() ? currency : sign.toString();
}

bool writesSpaceBeforePercent(const QLocale &locale)
{
    switch (locale.language()) {
    case QLocale::German:
    case QLocale::French:
    case QLocale::Spanish:
    case QLocale::Swedish:
    case QLocale::NorwegianBokmal:
    case QLocale::NorwegianNynorsk:
    case QLocale::Danish:
    case QLocale::Finnish:
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Russian:
        return true;
    default:
        return false;
    }
}

} // namespace

QString unknown()
{
    return QStringLiteral("—");
}

QString money(const std::optional<Money> &money, const QLocale &locale)
{
    if (!money)
        return unknown();
    const int digits = Money::minorDigits(money->currency);
    if (money->currency.isEmpty())
        return locale.toString(money->toDouble(), 'f', digits);
    QString sign = currencySign(money->currency, locale);
    if (sign.size() > 1)
        sign += noBreakSpace; // "CHF 500"; where the sign stands behind the number the space falls away below
    return locale.toCurrencyString(money->toDouble(), sign, digits).trimmed();
}

QString number(const std::optional<qint64> &number, const QLocale &locale)
{
    return number ? locale.toString(*number) : unknown();
}

QString number(const std::optional<int> &number, const QLocale &locale)
{
    return number ? locale.toString(*number) : unknown();
}

QString decimal(const std::optional<double> &number, int digits, const QLocale &locale)
{
    return number && std::isfinite(*number) ? locale.toString(*number, 'f', digits) : unknown();
}

QString percent(const std::optional<double> &share, const QLocale &locale)
{
    if (!share || !std::isfinite(*share))
        return unknown();
    QString text = locale.toString(*share * 100, 'f', 1);
    if (writesSpaceBeforePercent(locale))
        text += noBreakSpace;
    return text + locale.percent();
}

QString date(const QDate &date, const QLocale &locale)
{
    return date.isValid() ? locale.toString(date, QLocale::ShortFormat) : unknown();
}

QString dateTime(const QDateTime &moment, const QTimeZone &zone, const QLocale &locale)
{
    if (!moment.isValid())
        return unknown();
    const QDateTime shown = zone.isValid()
        ? moment.toTimeZone(zone)
        : moment.toLocalTime(); // allowed: what isn't an event's is told by the reader's own clock
    return locale.toString(shown, QLocale::ShortFormat);
}

QString text(const QString &text)
{
    return text.isEmpty() ? unknown() : text;
}

} // namespace groundswell::format
