#pragma once

#include "app/desktop/shell/desktopcontext.h"
#include "app/net/rest/requesthandle.h"
#include "app/net/wave/waveclient.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QScrollArea;

namespace groundswell {

class Calendar;
class CampaignsPanel;
class ClustersPanel;
class DeliveryPanel;
class EmptyState;
class EventHeader;
class KpiTile;

/// One event: what it is, its figures, its campaigns and its taste clusters.
class EventPage : public QWidget {
    Q_OBJECT
public:
    EventPage(WaveClient &client, const Calendar &calendar, QWidget *parent = nullptr);
    ~EventPage() override;

    /// Opens another event, or reads the same one again: the old figures stay until the new ones come.
    void open(const EventId &eid);
    void refresh();
    [[nodiscard]] const EventId &eid() const { return m_eid; }
    [[nodiscard]] const Event &event() const { return m_event; }
    void scrollToCampaigns();
    /// Whether ad spend is typed in by hand, because no ad platform tells it.
    void setSpendTyped(bool typed);
    /// Whether the service can say how good its clusters are.
    void setClusterQualityKnown(bool known);

Q_SIGNALS:
    void backRequested();
    void setupRequested(const groundswell::EventId &eid);
    /// The draft is on an earlier run and the user wants to move it to the latest.
    void newerClustersRequested(const groundswell::EventId &eid);
    void editRequested(const groundswell::Event &event, const groundswell::Campaign &campaign);
    void spendRequested(const groundswell::Event &event, const std::vector<groundswell::Campaign> &campaigns);
    void clusterQualityRequested();
    /// Something the user asked for didn't work; what is shown stays.
    void failed(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeFigures();
    void connectParts();
    void readEvent();
    void readDetails();
    void readResults();
    void showEventData(const Event &event);
    void showFigures(const EventStatistics &figures);
    void setFiguresStale(bool stale);
    void showNewerRun();
    void requestRunState(CampaignRunState state);
    void watchTask();
    /// For a write whose answer only matters when it fails; afterwards the event is read again.
    Callback<void> afterWrite(const QString &whatFailed);

    WaveClient &m_client;
    EventId m_eid;
    Event m_event;
    QScrollArea *m_area = nullptr;
    EmptyState *m_error = nullptr;
    EventHeader *m_header = nullptr;
    KpiTile *m_revenue = nullptr;
    KpiTile *m_purchases = nullptr;
    KpiTile *m_spent = nullptr;
    KpiTile *m_roas = nullptr;
    CampaignsPanel *m_campaigns = nullptr;
    ClustersPanel *m_clusters = nullptr;
    DeliveryPanel *m_delivery = nullptr;
    QBoxLayout *m_lower = nullptr;
    QTimer m_taskTimer;
    TcRunId m_draftRun = 0; ///< 0 = no draft, or nothing chosen in it
    TcRunId m_latestRun = 0;

    RequestHandle m_eventRequest, m_setupRequest, m_statisticsRequest, m_campaignsRequest, m_clustersRequest,
        m_modelRequest, m_resultsRequest, m_runStateRequest, m_switchRequest;
};

} // namespace groundswell
