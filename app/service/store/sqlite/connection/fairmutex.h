#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace groundswell::service {

/// Lets threads in one after the other, in the order in which they came. A std::mutex favours the thread that
/// has just left it: long work that gives way every few milliseconds would take it again before the waiting
/// thread has woken up.
class FairMutex {
public:
    void lock()
    {
        std::unique_lock lock(m_mutex);
        const std::uint64_t mine = m_next++;
        m_changed.wait(lock, [&] { return m_serving == mine; });
    }
    void unlock()
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_serving;
        }
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex; ///< guards the two numbers, each time for a moment
    std::condition_variable m_changed;
    std::uint64_t m_next = 0;
    std::uint64_t m_serving = 0;
};

} // namespace groundswell::service
