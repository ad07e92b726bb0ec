#include "models/items/eventlistmodel.h"

#include "models/items/format.h"
#include "models/items/statustext.h"

#include <algorithm>

namespace groundswell {

namespace {

std::optional<double> soldShare(const Event &event)
{
    if (!event.ticketsSold || !event.capacity || *event.capacity <= 0)
        return std::nullopt;
    return static_cast<double>(*event.ticketsSold) / *event.capacity;
}

QString venueText(const Event &event)
{
    if (event.venue.isEmpty() || event.city.isEmpty())
        return format::text(event.venue.isEmpty() ? event.city : event.venue);
    return EventListModel::tr("%1, %2", "venue, city").arg(event.venue, event.city);
}

QString soldText(const Event &event)
{
    if (!event.ticketsSold)
        return format::unknown();
    if (!event.capacity)
        return format::number(event.ticketsSold);
    return EventListModel::tr("%1 of %2", "tickets sold of seats")
        .arg(format::number(event.ticketsSold), format::number(event.capacity));
}

QVariant display(const Event &event, int column, const QTimeZone &zone)
{
    switch (column) {
    case EventListModel::DateColumn:
        return event.hasTimeOfDay() ? format::dateTime(event.start, zone) : format::date(event.day);
    case EventListModel::TitleColumn:
        return format::text(event.title);
    case EventListModel::VenueColumn:
        return venueText(event);
    case EventListModel::SoldColumn:
        return soldText(event);
    case EventListModel::StatusColumn:
        return StatusText::statusOf(event);
    default:
        return {};
    }
}

QVariant raw(const Event &event, int column)
{
    switch (column) {
    case EventListModel::DateColumn:
        return event.start;
    case EventListModel::TitleColumn:
        return event.title;
    case EventListModel::VenueColumn:
        return event.venue;
    case EventListModel::SoldColumn:
        return event.ticketsSold ? QVariant(*event.ticketsSold) : QVariant();
    case EventListModel::StatusColumn:
        return event.campaignStatus.wire();
    default:
        return {};
    }
}

} // namespace

EventListModel::EventListModel(int pageSize, QObject *parent)
    : QAbstractTableModel(parent)
    , m_pageSize(std::max(pageSize, 1))
{
    m_ask.setSingleShot(true);
    QObject::connect(&m_ask, &QTimer::timeout, this, &EventListModel::askForPages);
}

void EventListModel::clear()
{
    beginResetModel();
    m_pages.clear();
    m_total = 0;
    m_wanted.clear();
    m_asked.clear();
    m_ask.stop();
    endResetModel();
}

void EventListModel::setPage(const Page<Event> &page)
{
    const int number = std::max(page.page, 1);
    const int first = (number - 1) * m_pageSize;
    const auto size = std::min(page.items.size(), static_cast<size_t>(m_pageSize));
    m_asked.remove(number);
    m_wanted.remove(number);

    const int last = first + static_cast<int>(size) - 1;
    m_pages[number].assign(page.items.begin(), page.items.begin() + static_cast<std::ptrdiff_t>(size));
    const int knownBefore = m_total;
    setTotal(std::max(page.total, last + 1));
    // Rows that setTotal() has just inserted came with their content.
    const int lastChanged = std::min(last, knownBefore - 1);
    if (first <= lastChanged && lastChanged < m_total)
        Q_EMIT dataChanged(index(first, 0), index(lastChanged, ColumnCount - 1));
}

void EventListModel::setPageFailed(int page)
{
    m_asked.remove(page);
}

void EventListModel::updateEvent(const Event &event)
{
    const int row = rowOf(event.id);
    if (row < 0)
        return;
    Event &present = m_pages[row / m_pageSize + 1][static_cast<size_t>(row % m_pageSize)];
    if (present == event)
        return;
    present = event;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void EventListModel::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (m_total > 0)
        Q_EMIT dataChanged(index(0, DateColumn), index(m_total - 1, DateColumn));
}

const Event *EventListModel::eventAt(int row) const
{
    if (row < 0 || row >= m_total)
        return nullptr;
    const auto page = m_pages.find(row / m_pageSize + 1);
    const auto position = static_cast<size_t>(row % m_pageSize);
    if (page == m_pages.end() || position >= page->second.size())
        return nullptr;
    return &page->second[position];
}

int EventListModel::rowOf(const EventId &id) const
{
    for (const auto &[number, events] : m_pages) {
        const auto found =
            std::find_if(events.begin(), events.end(), [&](const Event &event) { return event.id == id; });
        if (found != events.end())
            return (number - 1) * m_pageSize + static_cast<int>(found - events.begin());
    }
    return -1;
}

int EventListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_total;
}

int EventListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole && index.column() == SoldColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    const Event *event = eventAt(index.row());
    if (role == items::LoadingRole)
        return event == nullptr;
    if (!event) {
        const int page = index.row() / m_pageSize + 1;
        const bool isHere =
            m_pages.count(page) > 0; // shorter than its total promised: asking again won't help
        if (role == Qt::DisplayRole && !isHere && !m_asked.contains(page) && !m_wanted.contains(page)) {
            m_wanted.insert(page);
            m_ask.start();
        }
        return placeholder(index.column(), role);
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*event, index.column(), m_zone);
    case items::RawRole:
        return raw(*event, index.column());
    case items::IdRole:
        return event->id.value();
    case items::StateRole:
    case CampaignStatusRole:
        return event->campaignStatus.wire();
    case FrontendStatusRole:
        return event->frontendStatus.wire();
    case SetupStateRole:
        return event->setupState.wire();
    case SoldShareRole: {
        const auto share = soldShare(*event);
        return share ? QVariant(*share) : QVariant();
    }
    default:
        return {};
    }
}

QVariant EventListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DateColumn:
        return tr("Date");
    case TitleColumn:
        return tr("Event");
    case VenueColumn:
        return tr("Venue");
    case SoldColumn:
        return tr("Sold");
    case StatusColumn:
        return tr("Status");
    default:
        return {};
    }
}

QVariant EventListModel::placeholder(int column, int role) const
{
    return role == Qt::DisplayRole && column == TitleColumn ? QVariant(tr("Loading…")) : QVariant();
}

void EventListModel::askForPages()
{
    QList<int> pages(m_wanted.begin(), m_wanted.end());
    std::sort(pages.begin(), pages.end());
    m_wanted.clear();
    for (const int page : pages) {
        m_asked.insert(page);
        Q_EMIT pageNeeded(page);
    }
}

void EventListModel::setTotal(int total)
{
    if (total > m_total) {
        beginInsertRows({}, m_total, total - 1);
        m_total = total;
        endInsertRows();
    } else if (total < m_total) {
        beginRemoveRows({}, total, m_total - 1);
        m_total = total;
        // What lay beyond the new end must not come back as it was when the list grows again.
        std::erase_if(m_pages, [&](const auto &page) { return (page.first - 1) * m_pageSize >= total; });
        for (auto &[number, events] : m_pages) {
            const int room = total - (number - 1) * m_pageSize;
            if (static_cast<int>(events.size()) > room)
                events.resize(static_cast<size_t>(room));
        }
        endRemoveRows();
    }
}

} // namespace groundswell
