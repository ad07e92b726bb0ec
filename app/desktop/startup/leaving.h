#pragma once

#include <QDeadlineTimer>

#include <chrono>
#include <functional>
#include <future>
#include <memory>

namespace groundswell {

// Leaving: the windows go at once and what was typed is synced to the disk; the last save gets a moment; then
// the service stops, the workspace's lock is released and the process ends. Together within half a second for
// a workspace on this computer, whatever runs: whoever starts the program again must not be told that it is
// still open.

/// For what isn't saved yet, by the embedded service. It takes some milliseconds; where it can't now, the
/// journal has it, and the next start brings it in.
inline constexpr std::chrono::milliseconds lastSaveHere{120};
/// The same by a service elsewhere. Nobody waits for it: there is no window any more.
inline constexpr std::chrono::milliseconds lastSaveElsewhere{2'000};
/// For everything else, from the end of the event loop on.
inline constexpr std::chrono::milliseconds endingPatience{240};

/// Stops something that may take its time, on a thread of its own, so that it is waited for only so long.
class BoundedStop {
public:
    /// \a stop begins at once.
    explicit BoundedStop(const std::function<void()> &stop);
    /// False where it isn't over by then. There is no going back: end the process.
    [[nodiscard]] bool waitUntil(const QDeadlineTimer &deadline) const;

private:
    std::future<void> m_over;
};

/// Ends the process as it stands, without its destructors, though something of it still works.
///
/// That is as safe as being killed, which the program is built for and tested by: what was acknowledged is
/// committed by SQLite, what was typed is synced by the journal before it comes to this, and what was under
/// way (an import, a run, a package) is all or nothing. To be done before: release the locks, remove
/// temporary files.
[[noreturn]] void endAtOnce(int exitCode);

/// Sees to it that the process has ended by then, whatever is waited for (a destructor, a name that isn't
/// resolved, a thread of a library): what has to be done last is done then on another thread, and the process
/// ends.
class EndBy {
public:
    /// \a last must be free to run on any thread once the deadline has passed.
    EndBy(const QDeadlineTimer &deadline, int exitCode, std::function<void()> last);

    /// Does what has to be done last now, in order. It is done once: where the other thread is at it, this
    /// doesn't come back.
    void doLast();

private:
    struct Share;
    std::shared_ptr<Share> m_share;
};

} // namespace groundswell
