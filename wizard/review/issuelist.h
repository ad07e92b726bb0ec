#pragma once

#include "models/items/issuelistmodel.h"

#include <QStyledItemDelegate>

namespace groundswell {

class IssueBoard;

/// The review's issues: errors and warnings, errors first, worded, each with where it is.
class ReviewIssueModel : public IssueListModel {
    Q_OBJECT
public:
    enum OwnRole { WhereRole = items::FirstOwnRole + 50 };

    explicit ReviewIssueModel(IssueBoard &board, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void refresh();
    IssueBoard &m_board;
};

class IssueDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace groundswell
