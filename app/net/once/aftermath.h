#pragma once

#include "app/net/rest/requesthandle.h"
#include "app/net/rest/scheduler.h"
#include "models/wave/problem.h"

#include <QObject>

#include <optional>

namespace groundswell {

/// Whether a failure leaves open what became of the request: it may have been carried out. A service that
/// refuses in so many words has done nothing.
[[nodiscard]] bool isUnclear(const Problem &problem);
/// The same where doing it again does no harm, so that it isn't looked up: what the service itself says, in
/// whatever status, is believed then.
[[nodiscard]] bool isUnanswered(const Problem &problem);

/// Finds out what became of a request that makes something and must not be made twice, where its answer left
/// that open: looks at what the service has. Where the service may still be at it, it looks again 5 and 15 s
/// later; where it can't be reached, at growing pauses for as long as it takes. A look that is refused, or
/// that can't be read three times, is the end of looking by itself.
class Aftermath : public QObject {
    Q_OBJECT
public:
    enum class Sight { Whole, Part, Nothing };
    using LookCallback = std::function<void(const Expected<Sight> &)>;
    /// One reading, never from memory.
    using Look = std::function<RequestHandle(QObject *context, LookCallback callback)>;

    /// \a scheduler must outlive it.
    Aftermath(Scheduler &scheduler, RandomSource random, Look look, QObject *parent = nullptr);

    /// \a doubt: how the request ended; nullopt: with a success that didn't say what it made.
    void start(const std::optional<Problem> &doubt);
    /// Looks at once instead of after the pause, or once more after notKnown().
    void lookNow();

Q_SIGNALS:
    /// It was done; the last look saw what came of it.
    void done();
    /// It was not done, because of \a problem.
    void notDone(const groundswell::Problem &problem);
    /// It can't be found out, because of \a problem of looking. Not the end: lookNow() goes on.
    void notKnown(const groundswell::Problem &problem);
    /// Not known yet, because of \a problem; said once for each start() and lookNow().
    void waiting(const groundswell::Problem &problem);

private:
    void look();
    void take(const Expected<Sight> &sight);
    void takeFailure(const Problem &problem);
    void lookAgain(std::chrono::milliseconds pause, const Problem &reason);
    [[nodiscard]] bool mayChange() const;

    RandomSource m_random;
    Look m_look;
    std::unique_ptr<Timer> m_again;
    std::optional<Problem> m_doubt;
    size_t m_looks = 0; ///< that saw less than the whole
    int m_failedLooks = 0;
    int m_unreadable = 0; ///< of these, for a reason that may pass with the network, or not
    bool m_told = false;
    RequestHandle m_request;
};

} // namespace groundswell
