#include "app/desktop/startup/leaving.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

namespace groundswell {

namespace {

std::chrono::milliseconds remaining(const QDeadlineTimer &deadline)
{
    return std::max(std::chrono::milliseconds(0), std::chrono::milliseconds(deadline.remainingTime()));
}

} // namespace

BoundedStop::BoundedStop(const std::function<void()> &stop)
{
    // Not std::async, whose future would wait in its destructor.
    std::packaged_task<void()> task(stop);
    m_over = task.get_future();
    std::thread(std::move(task)).detach();
}

bool BoundedStop::waitUntil(const QDeadlineTimer &deadline) const
{
    return m_over.wait_for(remaining(deadline)) == std::future_status::ready;
}

void endAtOnce(int exitCode)
{
    std::_Exit(exitCode);
}

struct EndBy::Share {
    std::function<void()> last;
    std::atomic_flag isTaken; ///< by one of the two threads
};

EndBy::EndBy([[maybe_unused]] const QDeadlineTimer &deadline, [[maybe_unused]] int exitCode,
             std::function<void()> last)
    : m_share(std::make_shared<Share>())
{
    m_share->last = std::move(last);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // their last look takes its time
    std::thread([share = m_share, pause = remaining(deadline), exitCode] {
        std::this_thread::sleep_for(pause);
        if (!share->isTaken.test_and_set())
            share->last();
        endAtOnce(exitCode);
    }).detach();
#endif
}

void EndBy::doLast()
{
    if (!m_share->isTaken.test_and_set()) {
        m_share->last();
        return;
    }
    for (;;) // the process is being ended
        std::this_thread::sleep_for(std::chrono::hours(1));
}

} // namespace groundswell
