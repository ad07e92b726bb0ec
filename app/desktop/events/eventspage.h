#pragma once

#include "app/net/rest/requesthandle.h"
#include "models/wave/event.h"

#include <QWidget>

class QStackedLayout;
class QTreeView;

namespace groundswell {

class AttentionStrip;
class Calendar;
class EmptyState;
class EventFeed;
class EventFilterBar;
class EventListModel;
class SkeletonRows;
class TextLabel;
class WaveClient;

/// The event list: what needs the marketer first, then search and filters over all events, read page by page.
class EventsPage : public QWidget {
    Q_OBJECT
public:
    EventsPage(WaveClient &client, const Calendar &calendar, QWidget *parent = nullptr);
    ~EventsPage() override;

    void refresh();
    void focusSearch();

Q_SIGNALS:
    void opened(const groundswell::EventId &eid);
    void setupRequested(const groundswell::EventId &eid);
    void importRequested();

private:
    void buildList();
    void connectFeed();
    void loadOverview();
    void showFigures(const EventStatistics &figures);
    void activate(const QModelIndex &index);
    void takePage(const Page<Event> &page);

    WaveClient &m_client;
    const Calendar &m_calendar;
    EventFeed *m_feed = nullptr;
    EventListModel *m_model = nullptr;
    bool m_fresh = false; ///< the next page 1 belongs to another query than the rows shown
    TextLabel *m_figures = nullptr;
    AttentionStrip *m_attention = nullptr;
    EventFilterBar *m_filter = nullptr;
    QStackedLayout *m_stack = nullptr;
    QTreeView *m_list = nullptr;
    SkeletonRows *m_skeleton = nullptr;
    EmptyState *m_empty = nullptr;
    EmptyState *m_nothingFound = nullptr;
    EmptyState *m_error = nullptr;
    RequestHandle m_upcoming;
    RequestHandle m_statistics;
    RequestHandle m_venues;
};

} // namespace groundswell
