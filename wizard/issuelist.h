#pragma once

#include "models/rules/issue.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace groundswell {

class IssueBoard;

/// Errors and warnings for the review, errors first, each with its sentence and where it is.
class IssueListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { SeverityRole = Qt::UserRole, WhereRole };

    explicit IssueListModel(IssueBoard &board, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] const Issue &issue(int row) const { return m_issues.at(static_cast<size_t>(row)); }

private:
    void rebuild();
    IssueBoard &m_board;
    Issues m_issues;
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
