#pragma once

#include "models/time/clock.h"

#include <chrono>
#include <functional>
#include <memory>

namespace groundswell {

/// A single-shot timer made by a Scheduler. Destroying it stops it. Must not outlive its scheduler.
class Timer {
public:
    Timer() = default;
    Timer(const Timer &) = delete;
    Timer &operator=(const Timer &) = delete;
    virtual ~Timer();

    /// (Re)starts: any earlier due time is forgotten.
    virtual void start(std::chrono::milliseconds delay) = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual bool isActive() const = 0;
};

/// Where time comes from: everything that waits (deadlines, back-off, debounce) asks here, so that a test can
/// move the clock itself and waits for nothing.
class Scheduler {
public:
    Scheduler() = default;
    Scheduler(const Scheduler &) = delete;
    Scheduler &operator=(const Scheduler &) = delete;
    virtual ~Scheduler();

    /// Monotonic, from an arbitrary origin.
    [[nodiscard]] virtual std::chrono::milliseconds now() const = 0;
    /// Wall clock, local time; for showing, and for dates that a server names.
    [[nodiscard]] virtual QDateTime wallClock() const = 0;
    /// \a action runs on the thread that made the timer; it may destroy or restart the timer.
    [[nodiscard]] virtual std::unique_ptr<Timer> makeTimer(std::function<void()> action) = 0;
};

/// The real one, on QTimer and the steady clock; the wall clock is handed in.
class SystemScheduler final : public Scheduler {
public:
    explicit SystemScheduler(TimeSource clock)
        : m_clock(std::move(clock))
    {
    }
    [[nodiscard]] std::chrono::milliseconds now() const override;
    [[nodiscard]] QDateTime wallClock() const override;
    [[nodiscard]] std::unique_ptr<Timer> makeTimer(std::function<void()> action) override;

private:
    TimeSource m_clock;
};

/// A random number in [0, 1) for jitter; handed in, so that a run can be repeated.
using RandomSource = std::function<double()>;
[[nodiscard]] RandomSource systemRandom();

} // namespace groundswell
