#include "app/desktop/events/eventdelegate.h"

#include "app/desktop/events/eventstatus.h"
#include "app/look/pieces/capacitybar.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/phrases.h"
#include "models/items/eventlistmodel.h"
#include "models/items/format.h"
#include "models/time/calendar.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

/// What one cell is painted with.
struct Cell {
    QPainter &painter;
    QRect rect; ///< inside the padding
    QPalette palette;
    QFont font;
    double unit;
    bool muted; ///< of a past event
};

QColor ink(const Cell &cell, Token token)
{
    return colour(cell.palette, cell.muted && token == Token::Text ? Token::Muted : token);
}

void drawLine(const Cell &cell, const QRect &rect, const QString &text, TextRole role, Token token)
{
    cell.painter.setFont(fontFor(role, cell.font));
    cell.painter.setPen(ink(cell, token));
    const QString shown = cell.painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    cell.painter.drawText(rect, int(Qt::AlignVCenter) | int(Qt::AlignLeading), shown);
}

/// Two lines, the first one strong.
void drawPair(const Cell &cell, const QString &first, const QString &second)
{
    const int middle = cell.rect.center().y();
    QRect upper = cell.rect;
    upper.setBottom(middle);
    QRect lower = cell.rect;
    lower.setTop(middle + 1);
    drawLine(cell, upper, first, TextRole::Strong, Token::Text);
    drawLine(cell, lower, second, TextRole::Caption, Token::Muted);
}

void drawSold(const Cell &cell, const Event &event)
{
    if (!event.ticketsSold) {
        drawLine(cell, cell.rect, format::unknown(), TextRole::Body, Token::Muted);
        return;
    }
    const int middle = cell.rect.center().y();
    QRect text = cell.rect;
    text.setBottom(middle);
    drawLine(cell, text, phrases::soldOf(event.ticketsSold, event.capacity), TextRole::Body, Token::Text);
    if (!event.capacity || *event.capacity <= 0)
        return;
    const QRectF bar(cell.rect.left(), middle + 0.5 * cell.unit, cell.rect.width(), 0.6 * cell.unit);
    CapacityBar::paint(cell.painter, bar, cell.palette, event.ticketsSold, event.capacity);
}

void drawPill(const Cell &cell, const EventStatusLook &look)
{
    const QSize wanted = StatusPill::sizeFor(cell.font, look.word);
    const QSize size(std::min(wanted.width(), cell.rect.width()),
                     std::min(wanted.height(), cell.rect.height()));
    const QRect pill = QStyle::alignedRect(cell.painter.layoutDirection(),
                                           Qt::AlignLeading | Qt::AlignVCenter, size, cell.rect);
    StatusPill::paint(cell.painter, pill, cell.palette, cell.font, look.tone, look.word, look.icon);
}

/// A row whose page is on its way.
void paintPlaceholder(QPainter &painter, const QStyleOptionViewItem &option, int column)
{
    if (column != EventListModel::DateColumn && column != EventListModel::TitleColumn)
        return;
    const double unit = option.fontMetrics.height() / 2.0;
    const QRectF bar(option.rect.left() + 1.5 * unit, option.rect.center().y() - 0.4 * unit,
                     std::min(option.rect.width() - 3 * unit, 24 * unit), 0.8 * unit);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    shapes::rounded(painter, bar, bar.height() / 2, colour(option.palette, Token::Track));
    painter.restore();
}

} // namespace

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem panel = option;
    initStyleOption(&panel, index);
    panel.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &panel, painter, option.widget);

    const auto *model = qobject_cast<const EventListModel *>(index.model());
    const Event *row = model ? model->eventAt(index.row()) : nullptr;
    if (!row) {
        paintPlaceholder(*painter, option, index.column());
        return;
    }
    const Event &event = *row;
    const double unit = option.fontMetrics.height() / 2.0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const EventStatus standing = eventStatusOf(event, m_calendar.clock());
    const bool muted = standing == EventStatus::Past || standing == EventStatus::Cancelled;
    const Cell cell{
        *painter,       option.rect.adjusted(int(unit * 1.5), int(unit * 0.8), int(-unit), int(-unit * 0.8)),
        option.palette, option.font,
        unit,           muted};
    switch (index.column()) {
    case EventListModel::DateColumn:
        drawPair(cell, phrases::shortDate(event, m_calendar.clock()),
                 phrases::timeAndDistance(event, m_calendar.clock()));
        break;
    case EventListModel::TitleColumn:
        drawPair(cell, event.title, phrases::place(event));
        break;
    case EventListModel::SoldColumn:
        drawSold(cell, event);
        break;
    case EventListModel::StatusColumn:
        drawPill(cell, lookOf(standing));
        break;
    default:
        break;
    }
    painter->setPen(colour(option.palette, Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 10, option.fontMetrics.height() * 7 / 2};
}

} // namespace groundswell
