#pragma once

#include <QStyledItemDelegate>

namespace groundswell {

class Calendar;

/// A package in the list: title and pill, size and age below.
class PackageDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// \a calendar must outlive the delegate.
    explicit PackageDelegate(const Calendar &calendar, QObject *parent = nullptr)
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
