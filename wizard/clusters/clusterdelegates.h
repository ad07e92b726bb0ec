#pragma once

#include <QStyledItemDelegate>

namespace groundswell {

/// A cluster to choose: box, label, why these people belong together, and a bar of how likely they are to buy
/// on the scale of the whole list. Painted, so that two hundred rows cost no widgets.
class ClusterChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintFigures(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

/// A chosen cluster in the list beside a form: label and a mark of how it stands.
class ChosenClusterDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace groundswell
