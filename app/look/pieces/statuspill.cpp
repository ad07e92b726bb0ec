#include "app/look/pieces/statuspill.h"

#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QPainter>
#include <QStyle>

namespace groundswell {

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

StatusPill::StatusPill(Tone tone, const QString &text, QWidget *parent)
    : StatusPill(parent)
{
    setState(tone, text);
}

void StatusPill::setState(Tone tone, const QString &text, const QString &iconName)
{
    m_tone = tone;
    m_text = text;
    m_iconName = iconName;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize StatusPill::sizeFor(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(fontFor(TextRole::Caption, font));
    const int icon = metrics.height();
    return {metrics.horizontalAdvance(text) + icon + units(metrics, 2.2),
            metrics.height() + units(metrics, 0.6)};
}

QSize StatusPill::sizeHint() const
{
    return sizeFor(font(), m_text);
}

void StatusPill::paint(QPainter &painter, const QRect &rect, const QPalette &palette, const QFont &font,
                       Tone tone, const QString &text, const QString &iconName)
{
    const QFont small = fontFor(TextRole::Caption, font);
    const QFontMetrics metrics(small);
    const ToneColours colours = toneColours(tone);
    const Qt::LayoutDirection direction = painter.layoutDirection();
    painter.save();
    shapes::rounded(painter, rect, rect.height() / 2.0, colour(palette, colours.background));
    const int side = qRound(metrics.height() * 0.9);
    QRect icon(rect.left() + units(metrics, 0.75), rect.center().y() - side / 2 + 1, side, side);
    QRect label = rect;
    label.setLeft(icon.right() + units(metrics, 0.5));
    label.setRight(rect.right() - units(metrics, 0.75));
    const QColor ink = colour(palette, colours.ink);
    drawIcon(painter, QStyle::visualRect(direction, rect, icon),
             iconName.isEmpty() ? toneIcon(tone) : iconName, ink);
    painter.setFont(small);
    painter.setPen(ink);
    painter.drawText(QStyle::visualRect(direction, rect, label),
                     static_cast<int>(QStyle::visualAlignment(direction, Qt::AlignLeft)) | Qt::AlignVCenter,
                     metrics.elidedText(text, Qt::ElideRight, label.width() + 1));
    painter.restore();
}

void StatusPill::paintEvent(QPaintEvent *)
{
    if (m_text.isEmpty())
        return;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paint(painter, rect(), palette(), font(), m_tone, m_text, m_iconName);
}

} // namespace groundswell
