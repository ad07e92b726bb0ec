#include "app/net/once/aftermath.h"

#include "app/net/rest/retrypolicy.h"

#include <array>
#include <utility>

using namespace std::chrono_literals;

namespace groundswell {

namespace {

// A service that was still at work when the connection ended is through with it by then.
constexpr std::array laterLooks{5s, 15s};
// A captive portal's page and a strange certificate go with the network; a service that is broken stays.
constexpr int mostUnreadable = 3;

/// Whether the service may still be at it.
bool mayBeUnderWay(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Offline:
    case Problem::Kind::Proxy:
    case Problem::Kind::Timeout:
    case Problem::Kind::Conflict: // the service's word to whoever asks while it is at work, too
        return true;
    default:
        return problem.httpStatus == 502 || problem.httpStatus == 504;
    }
}

} // namespace

bool isUnclear(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Unauthorized:
    case Problem::Kind::Forbidden:
    case Problem::Kind::NotFound:
    case Problem::Kind::Gone:
    case Problem::Kind::Rejected:
    case Problem::Kind::RateLimited:
        return false;
    default:
        return true;
    }
}

bool isUnanswered(const Problem &problem)
{
    const QString &key = problem.messageKey;
    const bool isTheServices = !key.isEmpty() && !key.startsWith(QLatin1StringView("error.client."));
    return isUnclear(problem) && problem.kind != Problem::Kind::Conflict && !isTheServices;
}

Aftermath::Aftermath(Scheduler &scheduler, RandomSource random, Look look, QObject *parent)
    : QObject(parent)
    , m_random(std::move(random))
    , m_look(std::move(look))
    , m_again(scheduler.makeTimer([this] { this->look(); }))
{
}

void Aftermath::start(const std::optional<Problem> &doubt)
{
    m_doubt = doubt;
    m_looks = 0;
    lookNow();
}

void Aftermath::lookNow()
{
    m_failedLooks = 0;
    m_unreadable = 0;
    m_told = false;
    look();
}

void Aftermath::look()
{
    m_again->stop();
    m_request = m_look(this, [this](const Expected<Sight> &sight) { take(sight); });
}

bool Aftermath::mayChange() const
{
    return m_doubt && mayBeUnderWay(*m_doubt) && m_looks < laterLooks.size();
}

void Aftermath::take(const Expected<Sight> &sight)
{
    if (!sight)
        takeFailure(sight.error());
    else if (*sight != Sight::Whole && mayChange())
        lookAgain(laterLooks.at(m_looks++), *m_doubt);
    else if (*sight == Sight::Nothing && m_doubt)
        Q_EMIT notDone(*m_doubt);
    else
        Q_EMIT done();
}

void Aftermath::takeFailure(const Problem &problem)
{
    const bool mayPass = problem.kind == Problem::Kind::Protocol || problem.kind == Problem::Kind::Tls
        || problem.kind == Problem::Kind::Conflict;
    const bool isWorthWaiting = problem.isTransient() || (mayPass && ++m_unreadable < mostUnreadable);
    if (!isWorthWaiting) {
        Q_EMIT notKnown(problem);
        return;
    }
    const RetryPolicy policy{.base = 2s};
    lookAgain(policy.pauseAfter(++m_failedLooks, problem, m_random), problem);
}

void Aftermath::lookAgain(std::chrono::milliseconds pause, const Problem &reason)
{
    m_again->start(pause);
    if (!std::exchange(m_told, true))
        Q_EMIT waiting(reason);
}

} // namespace groundswell
