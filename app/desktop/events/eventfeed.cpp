#include "app/desktop/events/eventfeed.h"

#include "app/net/waveclient.h"

using namespace std::chrono_literals;

namespace groundswell {

namespace {
constexpr auto TypingPause = 250ms;
}

EventFeed::EventFeed(WaveClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &EventFeed::reload);
}

void EventFeed::setQuery(const EventQuery &query, bool typing)
{
    if (query == m_query)
        return;
    m_query = query;
    if (typing)
        m_pause.start();
    else
        reload();
}

void EventFeed::reload()
{
    m_pause.stop();
    m_requests.clear();
    Q_EMIT restarted();
    fetch(1);
}

void EventFeed::fetch(int page)
{
    EventQuery query = m_query;
    query.page = page;
    m_requests[page] = m_client.events(query, this, [this, page](const Expected<Page<Event>> &answer) {
        if (answer)
            Q_EMIT arrived(*answer);
        else
            Q_EMIT failed(page, answer.error());
    });
}

} // namespace groundswell
