#include "app/desktop/eventpage/eventpage.h"

#include "app/desktop/eventpage/campaignspanel.h"
#include "app/desktop/eventpage/clusterspanel.h"
#include "app/desktop/eventpage/deliverypanel.h"
#include "app/desktop/eventpage/eventheader.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/pieces/kpitile.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/style.h"
#include "app/look/style/units.h"
#include "app/look/texts/phrases.h"
#include "app/look/texts/problemtext.h"
#include "models/draft/newerclusters.h"
#include "models/items/format.h"
#include "models/wave/calls/taskstate.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {

constexpr int ColumnCharacters = 150;
constexpr int SideBySideCharacters = 110;
constexpr auto TaskPause =
    3s; // one look at the task, then on a user's action or after a pause (wave-api 2.6)

} // namespace

EventPage::EventPage(WaveClient &client, const Calendar &calendar, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_area(new QScrollArea)
    , m_error(new EmptyState(u"cloud-off"_s, {}, tr("Try again")))
    , m_header(new EventHeader(calendar))
    , m_campaigns(new CampaignsPanel)
    , m_clusters(new ClustersPanel)
    , m_delivery(new DeliveryPanel)
    , m_lower(new QHBoxLayout)
{
    setObjectName(u"eventPage"_s);
    setAccessibleName(tr("Event"));

    auto *column = new QWidget;
    column->setMaximumWidth(characters(this, ColumnCharacters));
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 3));
    rows->addWidget(m_header);
    rows->addWidget(makeFigures());
    rows->addWidget(m_campaigns);
    m_lower->setSpacing(units(this, 3));
    m_lower->addWidget(m_clusters, 5);
    m_lower->addWidget(m_delivery, 2);
    rows->addLayout(m_lower);
    rows->addStretch(1);

    auto *centre = new QWidget;
    auto *centring = new QHBoxLayout(centre);
    centring->setContentsMargins({});
    centring->addStretch(1);
    centring->addWidget(column, 1000);
    centring->addStretch(1);
    nameWidget(m_area, u"eventScroll"_s, tr("Event"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(centre);

    m_error->setObjectName(u"eventError"_s);
    auto *stack = new QStackedLayout(this);
    stack->addWidget(m_area);
    stack->addWidget(m_error);
    m_taskTimer.setSingleShot(true);
    m_taskTimer.setInterval(TaskPause);
    connectParts();
}

EventPage::~EventPage() = default;

QWidget *EventPage::makeFigures()
{
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins({});
    row->setSpacing(units(this, 1.5));
    const auto tile = [row](const QString &name, const QString &label) {
        auto *result = new KpiTile(label);
        result->setObjectName(name);
        row->addWidget(result, 1);
        return result;
    };
    m_revenue = tile(u"revenueTile"_s, tr("Revenue"));
    m_purchases = tile(u"purchasesTile"_s, tr("Purchases"));
    m_spent = tile(u"spentTile"_s, tr("Ad spend"));
    m_roas = tile(u"roasTile"_s, tr("ROAS"));
    return box;
}

void EventPage::connectParts()
{
    connect(m_header, &EventHeader::backRequested, this, &EventPage::backRequested);
    connect(m_header, &EventHeader::setupRequested, this, [this] { Q_EMIT setupRequested(m_eid); });
    connect(m_header, &EventHeader::campaignsRequested, this, &EventPage::scrollToCampaigns);
    connect(m_campaigns, &CampaignsPanel::runStateRequested, this, &EventPage::requestRunState);
    connect(m_campaigns, &CampaignsPanel::editRequested, this,
            [this](const Campaign &campaign) { Q_EMIT editRequested(m_event, campaign); });
    connect(m_campaigns, &CampaignsPanel::spendRequested, this,
            [this] { Q_EMIT spendRequested(m_event, m_campaigns->campaigns()); });
    connect(m_clusters, &ClustersPanel::moveRequested, this,
            [this] { Q_EMIT newerClustersRequested(m_eid); });
    connect(m_clusters, &ClustersPanel::qualityRequested, this, &EventPage::clusterQualityRequested);
    connect(m_error, &EmptyState::triggered, this, &EventPage::refresh);
    connect(&m_taskTimer, &QTimer::timeout, this, &EventPage::watchTask);
    connect(m_delivery, &DeliveryPanel::campaignOptimisationChosen, this, [this](bool on) {
        m_switchRequest =
            m_client.setCampaignOptimisation(m_eid, on ? Switch::On : Switch::Off, this,
                                             afterWrite(tr("The optimisation couldn't be switched.")));
    });
    connect(m_delivery, &DeliveryPanel::adOptimisationChosen, this, [this](bool on) {
        m_switchRequest =
            m_client.setAdOptimisation(m_eid, on ? Switch::On : Switch::Off, this,
                                       afterWrite(tr("The optimisation couldn't be switched.")));
    });
    connect(m_delivery, &DeliveryPanel::modelChosen, this, [this](AttributionModel model) {
        m_switchRequest = m_client.setAttributionModel(
            m_eid, model, this, afterWrite(tr("The attribution model couldn't be changed.")));
    });
}

void EventPage::open(const EventId &eid)
{
    if (eid != m_eid) {
        m_eid = eid;
        m_event = {};
        m_taskTimer.stop();
        m_header->setSetup(SetupState::None);
        m_draftRun = m_latestRun = 0;
        showNewerRun();
        m_campaigns->showCampaigns({});
        m_campaigns->showResults({});
        // Its dialogs are about the event, which may come after the campaigns.
        setUsable(m_campaigns, false, tr("The event is being loaded."));
        m_clusters->showReason(tr("Computing the taste clusters…"));
        showFigures({});
        m_area->verticalScrollBar()->setValue(0);
    }
    refresh();
}

void EventPage::refresh()
{
    if (m_eid.isEmpty())
        return;
    setFiguresStale(true);
    readEvent();
    readDetails();
    readResults();
}

void EventPage::readEvent()
{
    m_eventRequest = m_client.event(m_eid, this, [this](const Expected<Event> &event) {
        auto *stack = static_cast<QStackedLayout *>(layout());
        if (event) {
            showEventData(*event);
            stack->setCurrentWidget(m_area);
        } else if (m_event.id.isEmpty()) {
            m_error->setSentence(problemText(tr("The event couldn't be loaded."), event.error()));
            stack->setCurrentWidget(m_error);
        } else {
            Q_EMIT failed(problemText(tr("The event couldn't be refreshed."), event.error()));
        }
    });
}

void EventPage::readDetails()
{
    m_campaignsRequest =
        m_client.campaigns(m_eid, this, [this](const Expected<std::vector<Campaign>> &campaigns) {
            if (!campaigns)
                return;
            m_campaigns->showCampaigns(*campaigns);
            showNewerRun();
            if (!campaigns->empty())
                m_header->setSetup(SetupState::Published);
        });
    m_setupRequest = m_client.setup(m_eid, this, [this](const Expected<SetupRow> &row) {
        if (m_campaigns->isEmpty() && (row || row.error().kind == Problem::Kind::NotFound))
            m_header->setSetup(row ? SetupState::Draft : SetupState::None);
        m_draftRun = row ? runOf(row->row) : 0;
        showNewerRun();
    });
    m_clustersRequest = m_client.clusters(m_eid, this, [this](const Expected<ClusterRun> &run) {
        if (run)
            m_clusters->setRun(*run);
        else
            m_clusters->showReason(problemText(tr("The taste clusters couldn't be loaded."), run.error()));
        m_latestRun = run ? run->tcRunId : 0;
        showNewerRun();
    });
}

void EventPage::showNewerRun()
{
    // Published campaigns keep their run for good; there is nothing to move.
    m_clusters->setNewerThanDraft(m_campaigns->isEmpty() && m_draftRun > 0 && m_latestRun > m_draftRun);
}

void EventPage::readResults()
{
    m_statisticsRequest =
        m_client.eventStatistics(m_eid, this, [this](const Expected<EventStatistics> &figures) {
            setFiguresStale(false);
            if (figures)
                showFigures(*figures);
        });
    m_modelRequest =
        m_client.attributionModel(m_eid, this, [this](const Expected<OpenEnum<AttributionModel>> &model) {
            if (model)
                m_delivery->showModel(*model);
        });
    m_resultsRequest =
        m_client.campaignResults(m_eid, this, [this](const Expected<CampaignResults> &results) {
            if (!results)
                return;
            m_campaigns->showResults(*results);
            const QString asOf = results->event.asOf.isValid()
                ? tr("As of %1").arg(format::dateTime(results->event.asOf))
                : QString();
            for (KpiTile *tile : {m_revenue, m_purchases, m_spent, m_roas})
                tile->setAsOf(asOf);
        });
}

void EventPage::showEventData(const Event &event)
{
    m_event = event;
    m_header->setEvent(event);
    m_delivery->setEvent(event);
    m_campaigns->setCampaignRunState(event.clientCampaignStatus);
    setUsable(m_campaigns, true, {});
}

void EventPage::showFigures(const EventStatistics &figures)
{
    m_revenue->setFigure(phrases::roundMoney(figures.revenue));
    m_purchases->setFigure(format::number(figures.purchases));
    m_spent->setFigure(phrases::roundMoney(figures.spent));
    m_roas->setFigure(format::decimal(figures.roas, 1));
}

void EventPage::setFiguresStale(bool stale)
{
    for (KpiTile *tile : {m_revenue, m_purchases, m_spent, m_roas})
        tile->setStale(stale);
}

Callback<void> EventPage::afterWrite(const QString &whatFailed)
{
    return [this, whatFailed](const Expected<void> &done) {
        if (!done)
            Q_EMIT failed(problemText(whatFailed, done.error()));
        refresh();
    };
}

void EventPage::requestRunState(CampaignRunState state)
{
    m_campaigns->setBusy(true);
    m_runStateRequest =
        m_client.setCampaignRunState(m_eid, state, this, [this, state](const Expected<void> &done) {
            if (done) {
                watchTask();
                return;
            }
            m_campaigns->setBusy(false);
            Q_EMIT failed(problemText(state == CampaignRunState::Paused
                                          ? tr("The campaigns couldn't be paused.")
                                          : tr("The campaigns couldn't be resumed."),
                                      done.error()));
        });
}

void EventPage::watchTask()
{
    m_runStateRequest =
        m_client.runStateTask(m_eid, this, [this](const Expected<OpenEnum<TaskState>> &state) {
            const bool running = state && (state->is(TaskState::Pending) || state->is(TaskState::Started));
            if (running && isVisible()) {
                m_taskTimer.start();
                return;
            }
            m_campaigns->setBusy(false);
            refresh();
        });
}

void EventPage::scrollToCampaigns()
{
    m_area->ensureWidgetVisible(m_campaigns);
}

void EventPage::setClusterQualityKnown(bool known)
{
    m_clusters->setQualityKnown(known);
}

void EventPage::setSpendTyped(bool typed)
{
    m_campaigns->setSpendTyped(typed);
}

void EventPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_lower->setDirection(width() < characters(this, SideBySideCharacters) ? QBoxLayout::TopToBottom
                                                                           : QBoxLayout::LeftToRight);
}

} // namespace groundswell
