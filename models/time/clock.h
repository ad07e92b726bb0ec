#pragma once

#include <QDateTime>
#include <QTimeZone>

#include <functional>

namespace groundswell {

/// Reads what time it is, UTC. Handed to whatever asks for it, so that a program can run on another day than
/// the computer's. Called from any thread.
using TimeSource = std::function<QDateTime()>;

/// The computer's time. The only place of the program that reads it; a lint bans all others.
[[nodiscard]] TimeSource systemTime();
/// A clock that stands at \a moment now and runs on from there, for tours and tests of other days.
[[nodiscard]] TimeSource timeStartingAt(const QDateTime &moment);

/// The zone of an IANA name; UTC where the name is empty or unknown to this computer.
[[nodiscard]] QTimeZone zoneNamed(const QString &iana);

/// What time it is and which day, in one time zone: the organiser's, because that is where a day of the plan
/// begins and ends. A value; copies agree.
class Clock {
public:
    /// \a source must be callable; an invalid \a zone means UTC.
    explicit Clock(TimeSource source, const QTimeZone &zone = QTimeZone::utc());

    [[nodiscard]] QDateTime now() const; ///< UTC
    [[nodiscard]] QDate today() const { return dayOf(now()); }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] QDateTime local(const QDateTime &moment) const; ///< the same moment in the zone
    [[nodiscard]] QDate dayOf(const QDateTime &moment) const; ///< invalid of an invalid moment
    /// The same clock in another zone.
    [[nodiscard]] Clock in(const QTimeZone &zone) const { return Clock(m_source, zone); }
    [[nodiscard]] const TimeSource &source() const { return m_source; }

private:
    TimeSource m_source;
    QTimeZone m_zone;
};

} // namespace groundswell
