#include "app/service/workspace/jobpool.h"

#include <QLoggingCategory>

namespace groundswell::service {

namespace {
Q_LOGGING_CATEGORY(lcJobs, "groundswell.service.jobs")

} // namespace

JobPool::JobPool(unsigned threads)
{
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(m_stop.get_token()); });
}

JobPool::~JobPool()
{
    stop();
}

void JobPool::stop()
{
    requestStop();
    m_threads.clear();
}

void JobPool::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void JobPool::work(const std::stop_token &stop)
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait(lock, stop, [this] { return !m_jobs.empty(); });
        if (stop.stop_requested())
            return;
        const Job job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        try {
            job(stop);
        } catch (const std::exception &exception) {
            qCCritical(lcJobs, "a job ended with: %s", exception.what());
        }
    }
}

} // namespace groundswell::service
