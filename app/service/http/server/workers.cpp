#include "app/service/http/server/workers.h"

namespace groundswell::service {

Workers::Workers(std::size_t most)
    : m_most(most)
{
}

Workers::~Workers()
{
    stop();
}

void Workers::post(std::function<void()> task)
{
    const std::lock_guard lock(m_mutex);
    m_tasks.push_back(std::move(task));
    if (m_free < m_tasks.size() && m_threads.size() < m_most)
        m_threads.emplace_back([this] { work(); });
    m_wake.notify_one();
}

void Workers::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    for (auto &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void Workers::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_free;
        m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
        --m_free;
        if (m_tasks.empty())
            return;
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        task();
        lock.lock();
    }
}

} // namespace groundswell::service
