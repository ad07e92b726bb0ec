#pragma once

#include <QStyledItemDelegate>

namespace groundswell {

class Calendar;
class EventListModel;

/// Draws the rows of the event list: date, title over venue, a bar of sold seats, a pill for the standing.
/// All from tokens and font metrics. The text of every cell comes from the model, so that screen readers get
/// sentences.
class EventDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// \a calendar must outlive the delegate.
    explicit EventDelegate(const Calendar &calendar, QObject *parent = nullptr)
        : QStyledItemDelegate(parent)
        , m_calendar(calendar)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Calendar &m_calendar;
};

} // namespace groundswell
