#include "models/time/clock.h"

#include <QElapsedTimer>

namespace groundswell {

TimeSource systemTime()
{
    return [] {
        return QDateTime::currentDateTimeUtc(); // allowed: the one place that reads the computer's clock
    };
}

TimeSource timeStartingAt(const QDateTime &moment)
{
    QElapsedTimer since;
    since.start();
    return [start = moment.toUTC(), since] { return start.addMSecs(since.elapsed()); };
}

QTimeZone zoneNamed(const QString &iana)
{
    // Qt takes an empty name for the computer's own zone.
    const QTimeZone zone(iana.isEmpty() ? QByteArrayLiteral("UTC") : iana.toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

Clock::Clock(TimeSource source, const QTimeZone &zone)
    : m_source(std::move(source))
    , m_zone(zone.isValid() ? zone : QTimeZone::utc())
{
}

QDateTime Clock::now() const
{
    return m_source().toUTC();
}

QDateTime Clock::local(const QDateTime &moment) const
{
    return moment.isValid() ? moment.toTimeZone(m_zone) : moment;
}

QDate Clock::dayOf(const QDateTime &moment) const
{
    return local(moment).date();
}

} // namespace groundswell
