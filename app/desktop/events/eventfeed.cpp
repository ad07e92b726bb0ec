#include "app/desktop/events/eventfeed.h"

#include "app/net/rest/restclient.h"
#include "app/net/wave/waveclient.h"

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
    m_failures.clear();
    m_reports.clear();
    Q_EMIT restarted();
    fetch(1);
}

void EventFeed::fetch(int page)
{
    EventQuery query = m_query;
    query.page = page;
    m_requests[page] = m_client.events(query, this, [this, page](const Expected<Page<Event>> &answer) {
        if (answer) {
            m_failures.erase(page);
            Q_EMIT arrived(*answer);
        } else {
            report(page, answer.error());
        }
    });
}

// A page that failed is asked for again as soon as somebody looks at its rows. So what isn't the first page,
// for which there is a button, is said to have failed after a pause that grows.
void EventFeed::report(int page, const Problem &problem)
{
    const auto say = [this, page, problem] { Q_EMIT failed(page, problem); };
    if (page == 1) {
        say();
        return;
    }
    const RestClient &rest = m_client.rest();
    auto &timer = m_reports[page] = rest.scheduler().makeTimer(say);
    timer->start(RetryPolicy{.base = 1s}.pauseAfter(++m_failures[page], problem, rest.random()));
}

} // namespace groundswell
