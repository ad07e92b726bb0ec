#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace groundswell::service {

/// Lets one thread do a long work while the others wait for what comes of it. No mutex: those who wait hear
/// of the end of the service, and leave.
class Turn {
public:
    /// Waits until nobody else is at it; false where stopped before that.
    [[nodiscard]] bool take(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_free.wait(lock, stop, [this] { return !m_isTaken; }) || stop.stop_requested())
            return false;
        m_isTaken = true;
        return true;
    }
    void giveBack()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isTaken = false;
        }
        m_free.notify_one();
    }

private:
    std::mutex m_mutex; ///< guards the flag, for moments
    std::condition_variable_any m_free;
    bool m_isTaken = false;
};

/// Takes it for as long as this lives; test it before working.
class TurnHolder {
public:
    TurnHolder(Turn &turn, const std::stop_token &stop)
        : m_turn(turn)
        , m_isHeld(turn.take(stop))
    {
    }
    TurnHolder(const TurnHolder &) = delete;
    TurnHolder &operator=(const TurnHolder &) = delete;
    ~TurnHolder()
    {
        if (m_isHeld)
            m_turn.giveBack();
    }
    explicit operator bool() const { return m_isHeld; }

private:
    Turn &m_turn;
    bool m_isHeld;
};

} // namespace groundswell::service
