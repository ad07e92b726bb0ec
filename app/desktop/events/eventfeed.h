#pragma once

#include "app/net/rest/requesthandle.h"
#include "app/net/rest/scheduler.h"
#include "models/wave/event.h"

#include <QObject>
#include <QTimer>

#include <map>

namespace groundswell {

class WaveClient;

/// Brings the events of a query, page by page as they are asked for. A change of the query waits for a short
/// pause in typing, aborts what is under way, and starts over with page 1.
class EventFeed : public QObject {
    Q_OBJECT
public:
    explicit EventFeed(WaveClient &client, QObject *parent = nullptr);

    [[nodiscard]] const EventQuery &query() const { return m_query; }
    /// \a typing: the change comes from a key and more may follow.
    void setQuery(const EventQuery &query, bool typing = false);
    /// Page 1 again; answers for other pages are no longer wanted.
    void reload();
    void fetch(int page);

Q_SIGNALS:
    void restarted();
    void arrived(const groundswell::Page<groundswell::Event> &page);
    void failed(int page, const groundswell::Problem &problem);

private:
    void report(int page, const Problem &problem);

    WaveClient &m_client;
    EventQuery m_query;
    QTimer m_pause;
    std::map<int, RequestHandle> m_requests;
    std::map<int, int> m_failures; ///< by page, one after the other
    std::map<int, std::unique_ptr<Timer>> m_reports; ///< of failed pages, later
};

} // namespace groundswell
