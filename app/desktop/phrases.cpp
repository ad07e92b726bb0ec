#include "app/desktop/phrases.h"

#include "models/items/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace groundswell::phrases {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(groundswell::phrases)
};

constexpr double WholeUnitsFrom = 1000;

} // namespace

QString roundMoney(const std::optional<Money> &amount)
{
    if (!amount || std::abs(amount->toDouble()) < WholeUnitsFrom)
        return format::money(amount);
    const int digits = Money::minorDigits(amount->currency);
    const qint64 unit = Money::minorPerMajor(amount->currency);
    const Money rounded{qRound64(double(amount->minor) / double(unit)) * unit, amount->currency};
    const QString exact = format::money(rounded);
    // The locale writes the digits after its decimal sign; for a whole amount they say nothing.
    const QString tail = QLocale().decimalPoint() + QString(digits, u'0');
    const qsizetype at = digits > 0 ? exact.lastIndexOf(tail) : -1;
    return at < 0 ? exact : QString(exact).remove(at, tail.size());
}

QString soldOf(std::optional<int> sold, std::optional<int> capacity)
{
    if (!sold)
        return format::unknown();
    return capacity && *capacity > 0
        ? Words::tr("%1 of %2 sold").arg(format::number(sold), format::number(capacity))
        : Words::tr("%1 sold").arg(format::number(sold));
}

QString shortDate(const QDateTime &moment)
{
    if (!moment.isValid())
        return format::unknown();
    const QDate day = moment.toLocalTime().date();
    // The year only where it isn't the running one.
    const QString pattern =
        day.year() == QDate::currentDate().year() ? Words::tr("ddd d MMM") : Words::tr("d MMM yyyy");
    return QLocale().toString(day, pattern);
}

QString timeAndDistance(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = QDate::currentDate().daysTo(local.date());
    if (days < 0)
        return time;
    const QString distance = days == 0 ? Words::tr("today")
        : days == 1                    ? Words::tr("tomorrow")
                                       : Words::tr("in %n day(s)", nullptr, int(days));
    return Words::tr("%1 · %2").arg(time, distance);
}

QString longDateTime(const QDateTime &moment)
{
    if (!moment.isValid())
        return Words::tr("Date unknown");
    const QDateTime local = moment.toLocalTime();
    return Words::tr("%1, %2").arg(QLocale().toString(local.date(), QLocale::LongFormat),
                                   QLocale().toString(local.time(), QLocale::ShortFormat));
}

QString dateRange(const QDate &start, const QDate &end)
{
    const QLocale locale;
    if (start.isValid() && end.isValid()) {
        return Words::tr("%1 – %2").arg(locale.toString(start, QLocale::ShortFormat),
                                        locale.toString(end, QLocale::ShortFormat));
    }
    if (end.isValid())
        return Words::tr("until %1").arg(locale.toString(end, QLocale::ShortFormat));
    return start.isValid() ? Words::tr("from %1").arg(locale.toString(start, QLocale::ShortFormat))
                           : format::unknown();
}

QString place(const Event &event)
{
    QString result = event.venue;
    if (!event.hall.isEmpty() && event.hall != event.venue)
        result = result.isEmpty() ? event.hall : Words::tr("%1, %2").arg(result, event.hall);
    if (event.city.isEmpty())
        return result;
    return result.isEmpty() ? event.city : Words::tr("%1 · %2").arg(result, event.city);
}

} // namespace groundswell::phrases
