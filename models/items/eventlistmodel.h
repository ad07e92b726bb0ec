#pragma once

#include "models/items/roles.h"
#include "models/wave/event.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimeZone>
#include <QTimer>

#include <map>

namespace groundswell {

/// The events of a query, of which only looked-at pages are fetched: every row exists from the first answer
/// on, as a placeholder until its page is here. Rows stand in the service's order; sorting is the service's.
class EventListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { DateColumn, TitleColumn, VenueColumn, SoldColumn, StatusColumn, ColumnCount };
    enum Role {
        FrontendStatusRole = items::FirstOwnRole, ///< wire word
        CampaignStatusRole, ///< wire word
        SetupStateRole, ///< wire word
        SoldShareRole, ///< double 0–1 of the seats; invalid where unknown
    };

    explicit EventListModel(int pageSize = 50, QObject *parent = nullptr);

    /// Forgets all rows, for another query. Page 1 must then be fetched by the caller.
    void clear();
    /// Takes a fetched page. Its `total` says how many rows there are from now on.
    void setPage(const Page<Event> &page);
    /// The page couldn't be fetched: it is asked for again when one of its rows is looked at again.
    void setPageFailed(int page);
    /// An event as it is now, wherever it stands; ignored where its page isn't here.
    void updateEvent(const Event &event);
    /// In which the day and time of events are shown.
    void setTimeZone(const QTimeZone &zone);

    [[nodiscard]] const Event *eventAt(int row) const; ///< null for placeholders; valid until the next change
    [[nodiscard]] int rowOf(const EventId &id) const; ///< −1 where it isn't here
    [[nodiscard]] int pageSize() const { return m_pageSize; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// A placeholder of this page (1-based) is being looked at. Said once per page until it is here or has
    /// failed, never from inside data().
    void pageNeeded(int page);

private:
    void askForPages();
    void setTotal(int total);
    [[nodiscard]] QVariant placeholder(int column, int role) const;

    int m_pageSize;
    int m_total = 0;
    std::map<int, std::vector<Event>> m_pages; ///< by page number; the rest are placeholders
    QTimeZone m_zone;
    // data() is const, and yet what it is asked for decides what is fetched.
    mutable QSet<int> m_wanted;
    mutable QTimer m_ask;
    QSet<int> m_asked;
};

} // namespace groundswell
