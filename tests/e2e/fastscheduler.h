#pragma once

#include "app/net/rest/scheduler.h"

namespace groundswell::test {

/// The real scheduler with time running \a factor times as fast: seconds of debounce and back-off pass in
/// milliseconds, in their real order and with real sockets.
class FastScheduler final : public Scheduler {
public:
    explicit FastScheduler(int factor)
        : m_factor(factor)
    {
    }
    [[nodiscard]] std::chrono::milliseconds now() const override { return m_real.now() * m_factor; }
    [[nodiscard]] QDateTime wallClock() const override { return m_real.wallClock(); }
    [[nodiscard]] std::unique_ptr<Timer> makeTimer(std::function<void()> action) override
    {
        return std::make_unique<FastTimer>(m_real.makeTimer(std::move(action)), m_factor);
    }

private:
    class FastTimer final : public Timer {
    public:
        FastTimer(std::unique_ptr<Timer> real, int factor)
            : m_real(std::move(real))
            , m_factor(factor)
        {
        }
        void start(std::chrono::milliseconds delay) override { m_real->start(delay / m_factor); }
        void stop() override { m_real->stop(); }
        [[nodiscard]] bool isActive() const override { return m_real->isActive(); }

    private:
        std::unique_ptr<Timer> m_real;
        int m_factor;
    };

    SystemScheduler m_real{systemTime()};
    int m_factor;
};

} // namespace groundswell::test
