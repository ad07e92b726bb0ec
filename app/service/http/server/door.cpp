#include "app/service/http/server/door.h"

#include <algorithm>

namespace groundswell::service {

namespace {

/// A connection that is still sending its head, and has never brought the token.
bool isStranger(const std::shared_ptr<Connection> &connection)
{
    return !connection->lingers() && !connection->isTrusted;
}

} // namespace

Door::Door(const Limits &limits, Ready ready)
    : m_limits(limits)
    , m_ready(std::move(ready))
    , m_thread([this] { watch(); })
{
}

Door::~Door()
{
    close();
}

void Door::admit(SocketHandle socket)
{
    std::shared_ptr<Connection> connection(new Connection(socket, m_limits.connection),
                                           [this](Connection *gone) {
                                               delete gone;
                                               --m_open;
                                           });
    arrive(std::move(connection), 1);
}

void Door::giveBack(std::shared_ptr<Connection> connection)
{
    connection->endRequest();
    arrive(std::move(connection));
}

void Door::letGo(std::shared_ptr<Connection> connection)
{
    connection->beginLinger();
    arrive(std::move(connection));
}

void Door::arrive(std::shared_ptr<Connection> connection, std::size_t isNew)
{
    {
        const std::lock_guard lock(m_mutex);
        m_open += isNew;
        if (m_isClosed)
            return;
        m_arrivals.push_back(std::move(connection));
    }
    m_wakeUp.ring();
}

void Door::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_wakeUp.ring();
    if (m_thread.joinable())
        m_thread.join();
}

void Door::watch()
{
    Waiting waiting;
    std::vector<Watched> watched;
    for (;;) {
        const std::size_t open = takeArrivals(waiting);
        {
            const std::lock_guard lock(m_mutex);
            if (m_isClosed) {
                m_arrivals.clear();
                return;
            }
        }
        makeRoom(waiting, open);
        const auto now = SocketClock::now();
        std::erase_if(waiting, [&](const auto &connection) { return connection->deadline() <= now; });
        auto until = now + std::chrono::hours(1);
        watched.assign(1, {m_wakeUp.handle()});
        for (const auto &connection : waiting) {
            watched.push_back({connection->handle()});
            until = std::min(until, connection->deadline());
        }
        waitForAny(watched, until);
        if (watched.front().isReady)
            m_wakeUp.quiet();
        serveReady(waiting, watched);
    }
}

/// How many connections are open; the kind of later ones isn't known yet. A request may have come along with
/// the one before (pipelining), and nothing more would announce it.
std::size_t Door::takeArrivals(Waiting &waiting)
{
    Waiting arrivals;
    std::size_t open = 0;
    {
        const std::lock_guard lock(m_mutex);
        arrivals.swap(m_arrivals);
        open = m_open;
    }
    for (auto &connection : arrivals) {
        if (!connection->lingers() && connection->look() == Connection::Arrival::Head)
            m_ready(std::move(connection));
        else
            waiting.push_back(std::move(connection));
    }
    return open;
}

void Door::makeRoom(Waiting &waiting, std::size_t open)
{
    for (; open > m_limits.mostConnections && !waiting.empty(); --open)
        waiting.erase(firstToYield(waiting));
}

/// Connections that only wait for the end of their answer go first. Strangers go before idle connections, but
/// a quarter of the places is theirs: a client with the token is a stranger too until its first head is
/// there. Among several, the one that waits longest goes.
Door::Waiting::iterator Door::firstToYield(Waiting &waiting) const
{
    const auto strangers = static_cast<std::size_t>(std::ranges::count_if(waiting, isStranger));
    const bool areMany = strangers > m_limits.mostConnections / 4;
    const auto rank = [&](const std::shared_ptr<Connection> &connection) {
        return connection->lingers() ? 0 : isStranger(connection) == areMany ? 1 : 2;
    };
    return std::ranges::min_element(waiting, [&](const auto &a, const auto &b) {
        return rank(a) != rank(b) ? rank(a) < rank(b) : a->since() < b->since();
    });
}

/// \a watched: the wake-up, then \a waiting in its order.
void Door::serveReady(Waiting &waiting, const std::vector<Watched> &watched)
{
    for (std::size_t i = 0; i < waiting.size(); ++i) {
        if (!watched[i + 1].isReady)
            continue;
        switch (waiting[i]->takeIn()) {
        case Connection::Arrival::Waiting:
            break;
        case Connection::Arrival::Head:
            m_ready(std::move(waiting[i]));
            [[fallthrough]];
        case Connection::Arrival::Gone:
            waiting[i].reset();
            break;
        }
    }
    std::erase(waiting, nullptr);
}

} // namespace groundswell::service
