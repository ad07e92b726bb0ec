#include "app/look/texts/phrases.h"

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

/// Empty where nobody knows it.
QString timeOfDay(const Event &event, const Clock &clock)
{
    return event.hasTimeOfDay() ? QLocale().toString(clock.local(event.start).time(), QLocale::ShortFormat)
                                : QString();
}

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

QString shortDate(const Event &event, const Clock &clock)
{
    const QDate day = event.dayIn(clock.zone());
    if (!day.isValid())
        return format::unknown();
    // The year only where it isn't the running one.
    const QString pattern =
        day.year() == clock.today().year() ? Words::tr("ddd d MMM") : Words::tr("d MMM yyyy");
    return QLocale().toString(day, pattern);
}

QString timeAndDistance(const Event &event, const Clock &clock)
{
    const QDate day = event.dayIn(clock.zone());
    if (!day.isValid())
        return {};
    const qint64 days = clock.today().daysTo(day);
    const QString distance = days < 0 ? QString()
        : days == 0                   ? Words::tr("today")
        : days == 1                   ? Words::tr("tomorrow")
                                      : Words::tr("in %n day(s)", nullptr, int(days));
    const QString time = timeOfDay(event, clock);
    if (time.isEmpty() || distance.isEmpty())
        return time.isEmpty() ? distance : time;
    return Words::tr("%1 · %2").arg(time, distance);
}

QString longDateTime(const Event &event, const Clock &clock)
{
    const QDate day = event.dayIn(clock.zone());
    if (!day.isValid())
        return Words::tr("Date unknown");
    const QString date = QLocale().toString(day, QLocale::LongFormat);
    const QString time = timeOfDay(event, clock);
    if (time.isEmpty())
        return date;
    const bool elsewhere = clock.zone().offsetFromUtc(event.start)
        != event.start.toLocalTime().offsetFromUtc(); // allowed: whether the computer's clock says the same
    const QString zone = clock.zone().displayName(event.start, QTimeZone::ShortName, QLocale());
    return elsewhere ? Words::tr("%1, %2 (%3)", "date, time, time zone").arg(date, time, zone)
                     : Words::tr("%1, %2").arg(date, time);
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
