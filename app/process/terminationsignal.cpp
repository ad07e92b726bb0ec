#include "app/process/terminationsignal.h"

#include <atomic>
#include <utility>

#ifdef _WIN32
#include <QWinEventNotifier>
#include <windows.h>
#else
#include <QSocketNotifier>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace groundswell {

#ifdef _WIN32

namespace {

std::atomic<HANDLE> asked{nullptr}; // a handler has no context of its own

BOOL WINAPI onConsoleEvent(DWORD kind)
{
    SetEvent(asked);
    // The system ends the process when this returns; it waits some seconds for a program that ends by itself.
    if (kind == CTRL_CLOSE_EVENT || kind == CTRL_LOGOFF_EVENT || kind == CTRL_SHUTDOWN_EVENT)
        Sleep(INFINITE);
    return TRUE;
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    asked = CreateEventW(nullptr, TRUE, FALSE, nullptr);
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

TerminationSignal::~TerminationSignal()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    CloseHandle(asked.exchange(nullptr));
}

void TerminationSignal::wait()
{
    WaitForSingleObject(asked, INFINITE);
}

void TerminationSignal::watch()
{
    auto *notifier = new QWinEventNotifier(asked, this);
    connect(notifier, &QWinEventNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false); // the event stays set
        Q_EMIT requested();
    });
}

#else

namespace {

constexpr std::array endingSignals{SIGTERM, SIGINT, SIGHUP};

// A handler has no context of its own, and may do next to nothing: it writes into a pipe.
int readEnd = -1;
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);
std::array<struct sigaction, endingSignals.size()> before;

extern "C" void groundswellOnTermination(int)
{
    const int errorBefore = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
    errno = errorBefore;
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0)
        qFatal("no pipe for the signals that end the program");
    for (const int end : ends)
        ::fcntl(end, F_SETFD, FD_CLOEXEC);
    ::fcntl(ends[1], F_SETFL, O_NONBLOCK); // one byte is enough; if the pipe is full, there are enough of
                                           // them
    readEnd = ends[0];
    writeEnd = ends[1];
    struct sigaction action { };
    action.sa_handler = groundswellOnTermination;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < endingSignals.size(); ++i) {
        ::sigaction(endingSignals[i], nullptr, &before[i]);
        if (before[i].sa_handler != SIG_IGN)
            ::sigaction(endingSignals[i], &action, nullptr);
    }
}

TerminationSignal::~TerminationSignal()
{
    for (size_t i = 0; i < endingSignals.size(); ++i)
        ::sigaction(endingSignals[i], &before[i], nullptr);
    ::close(writeEnd.exchange(-1));
    ::close(std::exchange(readEnd, -1));
}

void TerminationSignal::wait()
{
    char byte = 0;
    while (::read(readEnd, &byte, 1) < 0 && errno == EINTR) { }
}

void TerminationSignal::watch()
{
    auto *notifier = new QSocketNotifier(readEnd, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        wait(); // takes the byte that is there
        Q_EMIT requested();
    });
}

#endif

} // namespace groundswell
