#include "app/service/http/door.h"

#include <algorithm>

namespace groundswell::service {

namespace {

/// In the order in which they yield: who is only hearing an answer out, who never brought the token, who is
/// idle; among equals who waits longest.
bool yieldsBefore(const std::shared_ptr<Connection> &a, const std::shared_ptr<Connection> &b)
{
    const auto rank = [](const Connection &connection) {
        return connection.lingers() ? 0 : connection.isTrusted ? 2 : 1;
    };
    return rank(*a) != rank(*b) ? rank(*a) < rank(*b) : a->since() < b->since();
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
    ++m_open;
    std::shared_ptr<Connection> connection(new Connection(socket, m_limits.connection),
                                           [this](Connection *gone) {
                                               delete gone;
                                               --m_open;
                                           });
    (void)arrive(std::move(connection));
}

void Door::giveBack(std::shared_ptr<Connection> connection)
{
    connection->endRequest();
    (void)arrive(std::move(connection));
}

void Door::letGo(std::shared_ptr<Connection> connection)
{
    connection->beginLinger();
    (void)arrive(std::move(connection));
}

bool Door::arrive(std::shared_ptr<Connection> connection)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_isClosed)
            return false;
        m_arrivals.push_back(std::move(connection));
    }
    m_wakeUp.ring();
    return true;
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
        takeArrivals(waiting);
        {
            const std::lock_guard lock(m_mutex);
            if (m_isClosed) {
                m_arrivals.clear();
                return;
            }
        }
        makeRoom(waiting);
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

/// A request may have come along with the one before (pipelining): nothing more would tell of it.
void Door::takeArrivals(Waiting &waiting)
{
    Waiting arrivals;
    {
        const std::lock_guard lock(m_mutex);
        arrivals.swap(m_arrivals);
    }
    for (auto &connection : arrivals) {
        if (!connection->lingers() && connection->look() == Connection::Arrival::Head)
            m_ready(std::move(connection));
        else
            waiting.push_back(std::move(connection));
    }
}

void Door::makeRoom(Waiting &waiting)
{
    while (m_open > m_limits.mostConnections && !waiting.empty())
        waiting.erase(std::ranges::min_element(waiting, yieldsBefore));
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
