#include "app/net/rest/scheduler.h"

#include <QRandomGenerator>
#include <QTimer>

namespace groundswell {

Timer::~Timer() = default;
Scheduler::~Scheduler() = default;

namespace {

class SystemTimer final : public Timer {
public:
    explicit SystemTimer(std::function<void()> action)
        : m_action(std::move(action))
    {
        m_timer.setSingleShot(true);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            // A copy: the action may destroy this timer.
            const auto run = m_action;
            run();
        });
    }
    void start(std::chrono::milliseconds delay) override { m_timer.start(delay); }
    void stop() override { m_timer.stop(); }
    [[nodiscard]] bool isActive() const override { return m_timer.isActive(); }

private:
    std::function<void()> m_action;
    QTimer m_timer;
};

} // namespace

std::chrono::milliseconds SystemScheduler::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

QDateTime SystemScheduler::wallClock() const
{
    return m_clock().toLocalTime(); // allowed: says when the user did something, where the user is
}

std::unique_ptr<Timer> SystemScheduler::makeTimer(std::function<void()> action)
{
    return std::make_unique<SystemTimer>(std::move(action));
}

RandomSource systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

} // namespace groundswell
