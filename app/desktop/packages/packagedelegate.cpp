#include "app/desktop/packages/packagedelegate.h"

#include "app/look/pieces/statuspill.h"
#include "app/look/style/typography.h"
#include "app/look/texts/packagetext.h"
#include "models/items/format.h"
#include "models/items/packagelistmodel.h"
#include "models/time/calendar.h"

#include <QApplication>
#include <QPainter>

namespace groundswell {

void PackageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &panel, painter, option.widget);

    const auto *model = qobject_cast<const PackageListModel *>(index.model());
    const AudiencePackage *row = model ? model->packageAt(index.row()) : nullptr;
    if (!row)
        return;
    const AudiencePackage &package = *row;
    const int unit = option.fontMetrics.height() / 2;
    const QRect inside = option.rect.adjusted(unit * 3 / 2, unit, -unit * 3 / 2, -unit);
    const PackageLook look = lookOf(package.status);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);

    const QSize pillSize = StatusPill::sizeFor(option.font, look.word);
    const QRect upper(inside.left(), inside.top(), inside.width(), pillSize.height());
    const QRect pill =
        QStyle::alignedRect(option.direction, Qt::AlignTrailing | Qt::AlignVCenter, pillSize, upper);
    StatusPill::paint(*painter, pill, option.palette, option.font, look.tone, look.word, look.icon);

    QRect title = upper;
    if (option.direction == Qt::RightToLeft)
        title.setLeft(pill.right() + unit);
    else
        title.setRight(pill.left() - unit);
    painter->setFont(fontFor(TextRole::Strong, option.font));
    painter->setPen(colour(option.palette, Token::Text));
    painter->drawText(title, int(Qt::AlignVCenter) | int(Qt::AlignLeading),
                      painter->fontMetrics().elidedText(package.title, Qt::ElideRight, title.width()));

    QRect lower = inside;
    lower.setTop(upper.bottom() + unit / 2);
    painter->setFont(fontFor(TextRole::Caption, option.font));
    painter->setPen(colour(option.palette, Token::Muted));
    const QString facts =
        tr("%1 customers · %2").arg(format::number(package.customers), ageText(package, m_calendar.clock()));
    painter->drawText(lower, int(Qt::AlignTop) | int(Qt::AlignLeading),
                      painter->fontMetrics().elidedText(facts, Qt::ElideRight, lower.width()));
    painter->setPen(colour(option.palette, Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize PackageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 24, option.fontMetrics.height() * 7 / 2};
}

} // namespace groundswell
