#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace groundswell::service {

/// A few threads for work that takes longer than a request may: taste runs, packages, imports. Jobs start in
/// the order they were given. A job hears of the end through its stop token.
class JobPool {
public:
    using Job = std::function<void(std::stop_token)>;

    explicit JobPool(unsigned threads = 2);
    JobPool(const JobPool &) = delete;
    JobPool &operator=(const JobPool &) = delete;
    ~JobPool(); ///< stops

    void post(Job job); ///< dropped after stop()
    /// Asks running jobs to stop and drops waiting ones; returns at once.
    void requestStop() { m_stop.request_stop(); }
    /// The same, and returns when no job runs any more. To be called before what the jobs use goes away.
    void stop();
    /// What every job gets: also for others whose work ends with the pool's.
    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }

private:
    void work(const std::stop_token &stop);
    std::stop_source m_stop;
    std::mutex m_mutex; ///< guards the queue between the givers and the threads
    std::condition_variable_any m_wake;
    std::deque<Job> m_jobs;
    std::vector<std::jthread> m_threads; ///< last member: joined before the queue goes
};

} // namespace groundswell::service
