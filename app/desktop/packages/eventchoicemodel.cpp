#include "app/desktop/packages/eventchoicemodel.h"

#include "app/look/texts/phrases.h"
#include "models/time/calendar.h"

#include <algorithm>

namespace groundswell {

EventChoiceModel::EventChoiceModel(const Calendar &calendar, QObject *parent)
    : QAbstractListModel(parent)
    , m_calendar(calendar)
{
}

void EventChoiceModel::setEvents(const std::vector<Event> &events)
{
    beginResetModel();
    m_events = events;
    endResetModel();
}

void EventChoiceModel::addEvents(const std::vector<Event> &events)
{
    if (events.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(events.size()) - 1);
    m_events.insert(m_events.end(), events.begin(), events.end());
    endInsertRows();
}

void EventChoiceModel::dropBefore(const QDate &day)
{
    const auto dropped = std::erase_if(
        m_chosen, [&day](const Chosen &chosen) { return chosen.day.isValid() && chosen.day < day; });
    if (dropped == 0)
        return;
    if (!m_events.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

void EventChoiceModel::toggle(const QModelIndex &index)
{
    setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
            Qt::CheckStateRole);
}

bool EventChoiceModel::isChosen(const EventId &id) const
{
    return std::ranges::find(m_chosen, id, &Chosen::id) != m_chosen.end();
}

int EventChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

QVariant EventChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Event &event = m_events[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return tr("%1 · %2 · %3")
            .arg(phrases::shortDate(event, m_calendar.clock()), event.title, phrases::place(event));
    case Qt::CheckStateRole:
        return isChosen(event.id) ? Qt::Checked : Qt::Unchecked;
    default:
        return {};
    }
}

Qt::ItemFlags EventChoiceModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsUserCheckable : flags;
}

bool EventChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole)
        return false;
    const Event &event = m_events[static_cast<size_t>(index.row())];
    std::erase_if(m_chosen, [&event](const Chosen &chosen) { return chosen.id == event.id; });
    if (value.toInt() == Qt::Checked)
        m_chosen.push_back({event.id, event.title, event.dayIn(m_calendar.zone())});
    Q_EMIT dataChanged(index, index, {role});
    Q_EMIT chosenChanged();
    return true;
}

} // namespace groundswell
