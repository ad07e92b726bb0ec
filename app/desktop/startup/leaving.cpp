#include "app/desktop/startup/leaving.h"

#include <algorithm>
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

void endBy([[maybe_unused]] const QDeadlineTimer &deadline, [[maybe_unused]] int exitCode)
{
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) // their last look takes its time
    std::thread([pause = remaining(deadline), exitCode] {
        std::this_thread::sleep_for(pause);
        endAtOnce(exitCode);
    }).detach();
#endif
}

} // namespace groundswell
