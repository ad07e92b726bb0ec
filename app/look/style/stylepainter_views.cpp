#include "app/look/style/shapes.h"
#include "app/look/style/stylepainter.h"
#include "app/look/style/units.h"

#include <QAbstractItemView>
#include <QPainter>

namespace groundswell::stylepainter {
namespace {

bool is(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QFont semibold(const QPainter &painter)
{
    QFont font = painter.font();
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &thumb)
{
    // A thumb on nothing: the bar is there to be seen, not to frame the content.
    QRectF bar = thumb;
    const bool hot = option.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider)
        || is(option, QStyle::State_Sunken) || is(option, QStyle::State_MouseOver);
    const double slim = hot ? 2 : 3;
    if (option.orientation == Qt::Horizontal)
        bar.adjust(1, slim, -1, -slim);
    else
        bar.adjust(slim, 1, -slim, -1);
    const Token ink = hot ? Token::Muted : Token::FieldLine;
    shapes::rounded(painter, bar, std::min(bar.width(), bar.height()) / 2, colour(option.palette, ink));
}

void progressBar(QPainter &painter, const QStyleOptionProgressBar &option)
{
    QRectF track = option.rect;
    const double thickness = std::min(track.height(), double(units(option.fontMetrics, 0.75)));
    track = QRectF(track.left(), track.center().y() - thickness / 2 + 0.5, track.width(), thickness);
    shapes::rounded(painter, track, thickness / 2, colour(option.palette, Token::Track));
    const double range = double(option.maximum) - option.minimum;
    QRectF done = track;
    if (range > 0)
        done.setWidth(track.width() * std::clamp((option.progress - option.minimum) / range, 0.0, 1.0));
    else // busy: a still third; motion would say more than is known
        done.setWidth(track.width() / 3);
    if (option.direction == Qt::RightToLeft)
        done.moveRight(track.right());
    if (done.width() > 0)
        shapes::rounded(painter, done, thickness / 2, colour(option.palette, Token::Accent));
}

void tab(QPainter &painter, const QStyleOptionTab &option)
{
    const QPalette &palette = option.palette;
    const bool selected = is(option, QStyle::State_Selected);
    const QRect rect = option.rect;
    if (!selected && is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled))
        shapes::rounded(painter, rect.adjusted(2, 2, -2, -4), fieldRadius(option),
                        colour(palette, Token::Hover));
    if (selected) {
        const bool vertical = option.shape == QTabBar::RoundedWest || option.shape == QTabBar::RoundedEast;
        const QRectF mark = vertical ? QRectF(rect.left(), rect.top() + 4, 3, rect.height() - 8)
                                     : QRectF(rect.left() + 4, rect.bottom() - 2, rect.width() - 8, 3);
        shapes::rounded(painter, mark, 1.5, colour(palette, Token::Accent));
    }
    painter.save();
    Token ink = selected ? Token::Text : Token::Muted;
    painter.setPen(is(option, QStyle::State_Enabled)
                       ? colour(palette, ink)
                       : palette.color(QPalette::Disabled, QPalette::WindowText));
    if (selected)
        painter.setFont(semibold(painter));
    QRect text = rect;
    if (!option.icon.isNull()) {
        const QSize size = option.iconSize;
        const int gap = units(option.fontMetrics, 0.75);
        const int width = size.width() + gap + painter.fontMetrics().horizontalAdvance(option.text);
        QRect icon(rect.center().x() - width / 2, rect.center().y() - size.height() / 2, size.width(),
                   size.height());
        text.setLeft(icon.right() + gap);
        option.icon.paint(&painter, QStyle::visualRect(option.direction, rect, icon));
        text = QStyle::visualRect(option.direction, rect, text);
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, option.text);
    } else {
        painter.drawText(text, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    }
    painter.restore();
    if (is(option, QStyle::State_HasFocus) && is(option, QStyle::State_KeyboardFocusChange))
        shapes::rounded(painter, rect.adjusted(2, 2, -2, -4), fieldRadius(option), {},
                        colour(palette, Token::Accent), 2);
}

void tabBarBase(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     colour(option.palette, Token::Line));
}

void headerSection(QPainter &painter, const QStyleOptionHeader &option)
{
    painter.fillRect(option.rect, colour(option.palette, Token::Surface));
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                     colour(option.palette, Token::Line));
    if (is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled))
        shapes::rounded(painter, option.rect.adjusted(1, 2, -1, -3), fieldRadius(option),
                        colour(option.palette, Token::Hover));
}

void itemPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(&option);
    if (item && item->backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, item->backgroundBrush);
    const auto *view = qobject_cast<const QAbstractItemView *>(widget);
    const bool rows = view && view->selectionBehavior() == QAbstractItemView::SelectRows;
    const bool selected = is(option, QStyle::State_Selected);
    const bool hot = is(option, QStyle::State_MouseOver) && is(option, QStyle::State_Enabled);
    if (!selected && !hot)
        return;
    const QColor fill = colour(option.palette, selected ? Token::AccentSoft : Token::Hover);
    if (!rows || (item && item->viewItemPosition == QStyleOptionViewItem::OnlyOne)) {
        shapes::rounded(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), fieldRadius(option), fill);
        return;
    }
    painter.fillRect(option.rect, fill);
}

void dockTitle(QPainter &painter, const QStyleOptionDockWidget &option, const QRect &text)
{
    painter.fillRect(option.rect, colour(option.palette, Token::Canvas));
    painter.save();
    painter.setFont(semibold(painter));
    painter.setPen(colour(option.palette, Token::Text));
    const QRect room = text.adjusted(units(option.fontMetrics, 0.5), 0, 0, 0);
    const auto lead = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(room, static_cast<int>(lead),
                     painter.fontMetrics().elidedText(option.title, Qt::ElideRight, room.width()));
    painter.restore();
}

void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    painter.fillRect(option.rect, colour(option.palette, Token::Canvas));
    if (is(option, QStyle::State_Selected) && is(option, QStyle::State_Enabled))
        shapes::rounded(painter, QRectF(option.rect).adjusted(1, 2, -1, -2), fieldRadius(option),
                        colour(option.palette, Token::Hover));
    painter.save();
    painter.setPen(is(option, QStyle::State_Enabled)
                       ? colour(option.palette, Token::Text)
                       : option.palette.color(QPalette::Disabled, QPalette::WindowText));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    painter.restore();
}

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option)
{
    if (is(option, QStyle::State_Selected) && is(option, QStyle::State_Enabled))
        shapes::rounded(painter, QRectF(option.rect).adjusted(2, 1, -2, -1), fieldRadius(option),
                        colour(option.palette, Token::AccentSoft));
}

} // namespace groundswell::stylepainter
