#pragma once

#include "app/net/rest/scheduler.h"

#include <map>

namespace groundswell::test {

/// A clock that stands still until the test advances it; timers run in the order in which they are due.
class ManualScheduler : public Scheduler {
public:
    [[nodiscard]] std::chrono::milliseconds now() const override { return m_now; }
    [[nodiscard]] QDateTime wallClock() const override;
    [[nodiscard]] std::unique_ptr<Timer> makeTimer(std::function<void()> action) override;

    void advance(std::chrono::milliseconds by);
    /// Time until the next timer is due; nullopt if none runs.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextDue() const;

private:
    friend class ManualTimer;
    using Key = std::pair<std::chrono::milliseconds, quint64>;
    std::map<Key, class ManualTimer *> m_active;
    std::chrono::milliseconds m_now{0};
    quint64 m_sequence = 0;
};

} // namespace groundswell::test
