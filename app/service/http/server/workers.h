#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace groundswell::service {

/// Threads that are made when there is work and no free thread, up to a limit, and then kept: some requests
/// take long, and in a fixed small pool they would lock out the quick ones.
class Workers {
public:
    explicit Workers(std::size_t most);
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;
    ~Workers(); ///< stops

    void post(std::function<void()> task);
    void stop(); ///< when everything that was posted is done

private:
    void work();
    std::mutex m_mutex; ///< guards the queue and the counts between posting and working threads
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::thread> m_threads;
    std::size_t m_most;
    std::size_t m_free = 0;
    bool m_stopping = false;
};

} // namespace groundswell::service
