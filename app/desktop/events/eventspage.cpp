#include "app/desktop/events/eventspage.h"

#include "app/desktop/events/attentionstrip.h"
#include "app/desktop/events/eventdelegate.h"
#include "app/desktop/events/eventfeed.h"
#include "app/desktop/events/eventfilterbar.h"
#include "app/look/pieces/emptystate.h"
#include "app/look/pieces/skeletonrows.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/phrases.h"
#include "app/look/texts/problemtext.h"
#include "app/net/wave/waveclient.h"
#include "models/items/eventlistmodel.h"
#include "models/items/format.h"
#include "models/time/calendar.h"
#include "models/wave/calls/venues.h"

#include <QHeaderView>
#include <QStackedLayout>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int DateCharacters = 19;
constexpr int SoldCharacters = 24;
constexpr int StatusCharacters = 20;
constexpr int AttentionPool = 50; // upcoming events looked through; one page of the service

} // namespace

EventsPage::EventsPage(WaveClient &client, const Calendar &calendar, QWidget *parent)
    : QWidget(parent)
    , m_client(client)
    , m_calendar(calendar)
    , m_feed(new EventFeed(client, this))
    , m_model(new EventListModel(EventQuery().limit, this))
{
    setObjectName(u"eventsPage"_s);
    setAccessibleName(tr("Events"));

    auto *title = new TextLabel(TextRole::Title, tr("Events"));
    title->setObjectName(u"eventsTitle"_s);
    m_figures = new TextLabel(TextRole::Body);
    m_figures->setObjectName(u"eventsFigures"_s);
    m_figures->setToken(Token::Muted);
    m_figures->setWordWrap(false);
    auto *heading = new QHBoxLayout;
    heading->addWidget(title);
    heading->addStretch(1);
    heading->addWidget(m_figures, 0, Qt::AlignBottom);

    m_attention = new AttentionStrip;
    m_filter = new EventFilterBar;
    buildList();

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(unitMargins(this, 3, 2));
    rows->setSpacing(units(this, 2));
    rows->addLayout(heading);
    rows->addWidget(m_attention);
    rows->addWidget(m_filter);
    rows->addLayout(m_stack, 1);

    connect(m_attention, &AttentionStrip::opened, this, &EventsPage::opened);
    connect(m_attention, &AttentionStrip::setupRequested, this, &EventsPage::setupRequested);
    connect(m_filter, &EventFilterBar::changed, this,
            [this](bool typing) { m_feed->setQuery(m_filter->query(m_calendar.today()), typing); });
    m_model->setTimeZone(m_calendar.zone());
    connect(&m_calendar, &Calendar::changed, this, [this] {
        m_model->setTimeZone(m_calendar.zone());
        if (isVisible()) // else it is read anew when it is turned to
            refresh();
    });
    connectFeed();
}

EventsPage::~EventsPage() = default;

void EventsPage::buildList()
{
    m_list = new QTreeView;
    nameWidget(m_list, u"eventList"_s, tr("Events"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EventDelegate(m_calendar, m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(units(this, 20));
    // The columns explain themselves; their names are still there for screen readers. The venue stands below
    // the title.
    m_list->setHeaderHidden(true);
    m_list->hideColumn(EventListModel::VenueColumn);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(EventListModel::TitleColumn, QHeaderView::Stretch);
    header->resizeSection(EventListModel::DateColumn, characters(this, DateCharacters));
    header->resizeSection(EventListModel::SoldColumn, characters(this, SoldCharacters));
    header->resizeSection(EventListModel::StatusColumn, characters(this, StatusCharacters));
    connect(m_list, &QTreeView::clicked, this, &EventsPage::activate);
    connect(m_list, &QTreeView::activated, this, &EventsPage::activate);

    m_skeleton = new SkeletonRows;
    m_empty = new EmptyState(u"event"_s, tr("There are no events here yet."), tr("Import ticketing data…"));
    m_empty->setObjectName(u"eventsEmpty"_s);
    m_nothingFound =
        new EmptyState(u"search"_s, tr("No event fits this search."), tr("Show all upcoming events"));
    m_nothingFound->setObjectName(u"eventsNothingFound"_s);
    m_error = new EmptyState(u"cloud-off"_s, {}, tr("Try again"));
    m_error->setObjectName(u"eventsError"_s);
    connect(m_empty, &EmptyState::triggered, this, &EventsPage::importRequested);
    connect(m_nothingFound, &EmptyState::triggered, m_filter, &EventFilterBar::clear);
    connect(m_error, &EmptyState::triggered, this, &EventsPage::refresh);

    m_stack = new QStackedLayout;
    for (QWidget *page :
         {static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_skeleton), static_cast<QWidget *>(m_empty),
          static_cast<QWidget *>(m_nothingFound), static_cast<QWidget *>(m_error)})
        m_stack->addWidget(page);
}

void EventsPage::connectFeed()
{
    connect(m_model, &EventListModel::pageNeeded, m_feed, &EventFeed::fetch);
    connect(m_feed, &EventFeed::restarted, this, [this] {
        m_fresh = true;
        if (m_model->rowCount() == 0)
            m_stack->setCurrentWidget(m_skeleton);
    });
    connect(m_feed, &EventFeed::arrived, this, &EventsPage::takePage);
    connect(m_feed, &EventFeed::failed, this, [this](int page, const Problem &problem) {
        if (page > 1) {
            m_model->setPageFailed(page); // what is there stays; scrolling on asks again
            return;
        }
        m_error->setSentence(problemText(tr("The events couldn't be loaded."), problem));
        m_stack->setCurrentWidget(m_error);
    });
}

void EventsPage::takePage(const Page<Event> &page)
{
    // The old rows stay until the first page of the new query is here, so that nothing jumps.
    if (std::exchange(m_fresh, false))
        m_model->clear();
    m_model->setPage(page);
    m_filter->setCount(tr("%n event(s)", nullptr, page.total));
    if (m_model->rowCount() > 0)
        m_stack->setCurrentWidget(m_list);
    else
        m_stack->setCurrentWidget(m_filter->isNarrowed() ? m_nothingFound : m_empty);
}

void EventsPage::refresh()
{
    const EventQuery query = m_filter->query(m_calendar.today());
    if (query == m_feed->query())
        m_feed->reload();
    else
        m_feed->setQuery(query);
    loadOverview();
}

void EventsPage::loadOverview()
{
    EventQuery upcoming;
    upcoming.since = m_calendar.today();
    upcoming.limit = AttentionPool;
    m_upcoming = m_client.events(upcoming, this, [this](const Expected<Page<Event>> &page) {
        if (page)
            m_attention->setItems(attentionList(page->items, m_calendar.clock(), AttentionStrip::MostCards));
    });
    m_statistics = m_client.statistics(this, [this](const Expected<EventStatistics> &figures) {
        if (figures)
            showFigures(*figures);
    });
    m_venues = m_client.venues({}, this, [this](const Expected<std::vector<CityVenues>> &venues) {
        QStringList cities;
        for (const CityVenues &row : venues.value_or(std::vector<CityVenues>()))
            cities.append(row.city);
        cities.removeAll(QString());
        cities.removeDuplicates();
        cities.sort(Qt::CaseInsensitive);
        m_filter->setCities(cities);
    });
}

void EventsPage::showFigures(const EventStatistics &figures)
{
    m_figures->setText(tr("Revenue %1 · Ad spend %2 · ROAS %3")
                           .arg(phrases::roundMoney(figures.revenue), phrases::roundMoney(figures.spent),
                                format::decimal(figures.roas, 1)));
}

void EventsPage::activate(const QModelIndex &index)
{
    if (const Event *event = m_model->eventAt(index.row()))
        Q_EMIT opened(event->id);
}

void EventsPage::focusSearch()
{
    m_filter->focusSearch();
}

} // namespace groundswell
