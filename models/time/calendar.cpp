#include "models/time/calendar.h"

namespace groundswell {

using namespace std::chrono_literals;

namespace {
constexpr auto LookEvery = 30s;
} // namespace

Calendar::Calendar(TimeSource source, QObject *parent)
    : QObject(parent)
    , m_clock(std::move(source),
              QTimeZone::systemTimeZone()) // allowed: a guess until the service names the zone
    , m_seen(m_clock.today())
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setInterval(LookEvery);
    connect(&m_timer, &QTimer::timeout, this, &Calendar::look);
    m_timer.start();
}

void Calendar::setZone(const QString &iana)
{
    const QTimeZone zone(iana.toUtf8());
    if (iana.isEmpty() || !zone.isValid() || zone == m_clock.zone())
        return;
    m_clock = m_clock.in(zone);
    m_seen = m_clock.today();
    Q_EMIT changed();
}

void Calendar::look()
{
    const QDate today = m_clock.today();
    if (today == m_seen)
        return;
    m_seen = today;
    Q_EMIT changed();
}

} // namespace groundswell
