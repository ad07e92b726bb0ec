#include "support/manualscheduler.h"

#include <QTimeZone>

namespace groundswell::test {

class ManualTimer final : public Timer {
public:
    ManualTimer(ManualScheduler &scheduler, std::function<void()> action)
        : m_scheduler(scheduler)
        , m_action(std::move(action))
    {
    }
    ~ManualTimer() override { stopNow(); }

    void start(std::chrono::milliseconds delay) override
    {
        stopNow();
        m_key = {m_scheduler.m_now + delay, ++m_scheduler.m_sequence};
        m_scheduler.m_active.emplace(m_key, this);
    }
    void stop() override { stopNow(); }
    [[nodiscard]] bool isActive() const override { return m_scheduler.m_active.contains(m_key); }

    void fire()
    {
        stopNow();
        // A copy: the action may destroy this timer.
        const auto run = m_action;
        run();
    }

private:
    void stopNow() { m_scheduler.m_active.erase(m_key); }
    ManualScheduler &m_scheduler;
    std::function<void()> m_action;
    ManualScheduler::Key m_key{std::chrono::milliseconds(-1), 0};
};

QDateTime ManualScheduler::wallClock() const
{
    return QDateTime(QDate(2026, 5, 4), QTime(14, 30), QTimeZone::utc()).addMSecs(m_now.count());
}

std::unique_ptr<Timer> ManualScheduler::makeTimer(std::function<void()> action)
{
    return std::make_unique<ManualTimer>(*this, std::move(action));
}

void ManualScheduler::advance(std::chrono::milliseconds by)
{
    const auto until = m_now + by;
    while (!m_active.empty() && m_active.begin()->first.first <= until) {
        m_now = m_active.begin()->first.first;
        m_active.begin()->second->fire();
    }
    m_now = until;
}

std::optional<std::chrono::milliseconds> ManualScheduler::nextDue() const
{
    if (m_active.empty())
        return std::nullopt;
    return m_active.begin()->first.first - m_now;
}

} // namespace groundswell::test
