#include "wizard/clusters/clusterdelegates.h"

#include "app/look/pieces/statuspill.h"
#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/setuptext.h"
#include "models/items/format.h"
#include "wizard/clusters/clustermodels.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace groundswell {
namespace {

struct ChoiceRects {
    QRect box, label, because, bar, barText, figures;
};

ChoiceRects layOut(const QStyleOptionViewItem &option)
{
    const QFontMetrics &metrics = option.fontMetrics;
    const int pad = units(metrics, 1.25);
    const int side = units(metrics, 2);
    const QRect inner = option.rect.adjusted(pad, pad, -pad, -pad);
    const int line = metrics.height();
    const int right = std::min(metrics.averageCharWidth() * 28, inner.width() / 3);
    ChoiceRects rects;
    rects.box = QRect(inner.left(), inner.top() + (line - side) / 2, side, side);
    const int left = rects.box.right() + units(metrics, 1.25);
    const int textWidth = inner.right() - right - units(metrics, 2) - left;
    rects.label = QRect(left, inner.top(), textWidth, line);
    rects.because = QRect(left, rects.label.bottom() + units(metrics, 0.4), textWidth, line);
    const int rightLeft = inner.right() - right;
    rects.barText = QRect(rightLeft, inner.top(), right, line);
    rects.bar = QRect(rightLeft, rects.barText.bottom() + units(metrics, 0.3), right,
                      std::max(4, units(metrics, 0.6)));
    rects.figures = QRect(rightLeft, rects.because.top() + units(metrics, 0.6), right, line);
    return rects;
}

bool rowHasFocus(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const QRectF background = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const double radius = units(option.fontMetrics, 0.5);
    QColor fill;
    if (option.state.testFlag(QStyle::State_Selected))
        fill = colour(option.palette, Token::AccentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        fill = colour(option.palette, Token::Hover);
    shapes::rounded(*painter, background, radius, fill,
                    rowHasFocus(option) ? colour(option.palette, Token::Accent) : QColor(), 2);
}

/// One line of text, mirrored right to left, with "…" where it is too long.
void write(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, Qt::Alignment side,
           const QFont &font, Token ink, const QString &text)
{
    painter->setFont(font);
    painter->setPen(colour(option.palette, ink));
    const auto align = QStyle::visualAlignment(option.direction, side | Qt::AlignVCenter);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, rect), static_cast<int>(align),
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width() + 1));
}

void paintBox(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, bool checked)
{
    QStyleOptionButton box;
    box.palette = option.palette;
    box.rect = rect;
    box.state = QStyle::State_Enabled | (checked ? QStyle::State_On : QStyle::State_Off);
    option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
}

} // namespace

QSize ClusterChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QFontMetrics &metrics = option.fontMetrics;
    return {metrics.averageCharWidth() * 40, 2 * metrics.height() + units(metrics, 3.4)};
}

void ClusterChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                                  const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(option.direction);
    paintBackground(painter, option);
    const ChoiceRects rects = layOut(option);
    paintBox(painter, option, QStyle::visualRect(option.direction, option.rect, rects.box),
             index.data(Qt::CheckStateRole).toInt() == Qt::Checked);
    paintWords(painter, option, index);
    paintFigures(painter, option, index);
    painter->restore();
}

void ClusterChoiceDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    const ChoiceRects rects = layOut(option);
    const QFontMetrics &metrics = option.fontMetrics;
    const QFont strong = fontFor(TextRole::Strong, option.font);
    const QFontMetrics strongMetrics(strong);
    QRect label = rects.label;
    if (index.data(ClusterChoiceModel::SuggestedRole).toBool()) {
        const QString word = tr("Suggested");
        const QSize pill = StatusPill::sizeFor(option.font, word);
        label.setWidth(label.width() - pill.width() - units(metrics, 1));
        const int taken = std::min(strongMetrics.horizontalAdvance(option.text), label.width());
        const QRect spot(label.left() + taken + units(metrics, 1), label.center().y() - pill.height() / 2,
                         pill.width(), pill.height());
        StatusPill::paint(*painter, QStyle::visualRect(option.direction, option.rect, spot), option.palette,
                          option.font, Tone::Accent, word, QStringLiteral("sparkle"));
    }
    write(painter, option, label, Qt::AlignLeft, strong, Token::Text, option.text);
    const QStringList because = index.data(ClusterChoiceModel::BecauseRole).toStringList();
    if (!because.isEmpty())
        write(painter, option, rects.because, Qt::AlignLeft, option.font, Token::Muted,
              tr("Bought %1").arg(because.join(QStringLiteral(" · "))));
}

void ClusterChoiceDelegate::paintFigures(QPainter *painter, const QStyleOptionViewItem &option,
                                         const QModelIndex &index) const
{
    const ChoiceRects rects = layOut(option);
    const QVariant likelihood = index.data(ClusterChoiceModel::LikelihoodRole);
    const QString percent = index.data(ClusterChoiceModel::LikelihoodTextRole).toString();
    QString chance = likelihood.isValid() ? tr("%1 likely to buy").arg(percent) : format::unknown();
    const QFont figures = tabular(option.font);
    if (QFontMetrics(figures).horizontalAdvance(chance) > rects.barText.width())
        chance = percent; // the bar and the details say the rest
    write(painter, option, rects.barText, Qt::AlignLeft, figures, Token::Text, chance);

    const double radius = rects.bar.height() / 2.0;
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    shapes::rounded(*painter, place(rects.bar), radius, colour(option.palette, Token::Track));
    const double most = index.data(ClusterChoiceModel::ScaleRole).toDouble();
    if (likelihood.isValid() && most > 0) {
        QRect done = rects.bar;
        done.setWidth(std::max(done.height(), qRound(rects.bar.width() * likelihood.toDouble() / most)));
        shapes::rounded(*painter, place(done), radius, seriesColour(option.palette, 0));
    }

    const QLocale numbers; // the view's own leaves out group separators; people read better with them
    const QVariant reach = index.data(ClusterChoiceModel::ReachRole);
    const QVariant share = index.data(ClusterChoiceModel::ShareRole);
    const QFont small = fontFor(TextRole::Caption, option.font);
    const QString people =
        reach.isValid() ? tr("%1 people").arg(numbers.toString(reach.toLongLong())) : format::unknown();
    write(painter, option, rects.figures, Qt::AlignLeft, small, Token::Muted, people);
    if (!share.isValid())
        return;
    const QString part = tr("%1 of budget").arg(format::percent(share.toDouble(), numbers));
    const QFontMetrics metrics(small);
    if (metrics.horizontalAdvance(people + part) + units(metrics, 2) < rects.figures.width())
        write(painter, option, rects.figures, Qt::AlignRight, small, Token::Muted, part);
}

bool ClusterChoiceDelegate::editorEvent(QEvent *event, QAbstractItemModel *model,
                                        const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    bool toggles = false;
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        // A generous target: the whole left end of the row, not only the box.
        QRect target = layOut(option).box.adjusted(-units(option.fontMetrics, 1.25), 0,
                                                   units(option.fontMetrics, 0.75), 0);
        target.setTop(option.rect.top());
        target.setBottom(option.rect.bottom());
        toggles = mouse->button() == Qt::LeftButton
            && QStyle::visualRect(option.direction, option.rect, target).contains(mouse->pos());
    } else if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        toggles = key == Qt::Key_Space || key == Qt::Key_Select;
    }
    if (!toggles)
        return false;
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

QSize ChosenClusterDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {option.fontMetrics.averageCharWidth() * 18,
            option.fontMetrics.height() + units(option.fontMetrics, 2)};
}

void ChosenClusterDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                                  const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintBackground(painter, option);
    const QFontMetrics &metrics = option.fontMetrics;
    const int pad = units(metrics, 1);
    const int side = units(metrics, 1.8);
    const QRect inner = option.rect.adjusted(pad, 0, -pad, 0);
    const QRect mark(inner.left(), inner.center().y() - side / 2, side, side);
    const int errors = index.data(ChosenClusterModel::ErrorsRole).toInt();
    const int warnings = index.data(ChosenClusterModel::WarningsRole).toInt();
    const auto place = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const QString sign = errors > 0 ? QStringLiteral("edit")
        : warnings > 0              ? QStringLiteral("warning")
                                    : QStringLiteral("check-circle");
    const Token ink = errors > 0 ? Token::Muted : warnings > 0 ? Token::Warn : Token::Good;
    drawIcon(*painter, place(mark), sign, colour(option.palette, ink));
    QRect text = inner;
    text.setLeft(mark.right() + units(metrics, 0.75));
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setFont(fontFor(selected ? TextRole::Strong : TextRole::Body, option.font));
    painter->setPen(colour(option.palette, Token::Text));
    const auto lead =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignVCenter;
    painter->drawText(place(text), lead,
                      painter->fontMetrics().elidedText(option.text, Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace groundswell
