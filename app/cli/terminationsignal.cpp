#include "app/cli/terminationsignal.h"

#include <csignal>

#ifdef _WIN32
#include <atomic>
#else
#include <pthread.h>
#endif

namespace groundswell::cli {

#ifdef _WIN32

namespace {

std::atomic_flag asked; // a handler has no context of its own

} // namespace

TerminationSignal::TerminationSignal()
{
    const auto handler = [](int) {
        asked.test_and_set();
        asked.notify_all();
    };
    std::signal(SIGINT, handler);
    std::signal(SIGTERM, handler);
}

void TerminationSignal::wait()
{
    asked.wait(false);
}

#else

namespace {

sigset_t endingSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGHUP);
    return set;
}

} // namespace

TerminationSignal::TerminationSignal()
{
    const sigset_t set = endingSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void TerminationSignal::wait()
{
    const sigset_t set = endingSignals();
    int signal = 0;
    while (sigwait(&set, &signal) != 0) { }
}

#endif

} // namespace groundswell::cli
