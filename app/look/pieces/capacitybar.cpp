#include "app/look/pieces/capacitybar.h"

#include "app/look/style/shapes.h"
#include "app/look/style/units.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace groundswell {

CapacityBar::CapacityBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFigures({}, {});
}

void CapacityBar::setFigures(std::optional<int> sold, std::optional<int> capacity)
{
    m_sold = sold;
    m_capacity = capacity;
    setAccessibleName(text(locale(), sold, capacity));
    setToolTip(m_textVisible ? QString() : text(locale(), sold, capacity));
    update();
}

void CapacityBar::setTextVisible(bool visible)
{
    m_textVisible = visible;
    updateGeometry();
    setFigures(m_sold, m_capacity);
}

QString CapacityBar::text(const QLocale &locale, std::optional<int> sold, std::optional<int> capacity)
{
    if (!sold)
        return tr("— sold");
    if (!capacity || *capacity <= 0)
        return tr("%1 sold").arg(locale.toString(*sold));
    const double share = 100.0 * *sold / *capacity;
    return tr("%1 of %2 sold (%3%)")
        .arg(locale.toString(*sold), locale.toString(*capacity), locale.toString(share, 'f', 1));
}

void CapacityBar::paint(QPainter &painter, const QRectF &rect, const QPalette &palette,
                        std::optional<int> sold, std::optional<int> capacity)
{
    const double radius = rect.height() / 2;
    shapes::rounded(painter, rect, radius, colour(palette, Token::Track));
    if (!sold || !capacity || *capacity <= 0)
        return;
    QRectF done = rect;
    done.setWidth(rect.width() * std::clamp(double(*sold) / *capacity, 0.0, 1.0));
    if (painter.layoutDirection() == Qt::RightToLeft)
        done.moveRight(rect.right());
    if (done.width() <= 0)
        return;
    // Clipped, so that a few tickets are a sliver with the track's round end and not a lens.
    QPainterPath clip;
    clip.addRoundedRect(rect, radius, radius);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(clip);
    painter.fillRect(done, colour(palette, Token::Muted));
    painter.restore();
}

QSize CapacityBar::sizeHint() const
{
    return {characters(this, 28), m_textVisible ? fontMetrics().height() + units(this, 1.5) : units(this, 1)};
}

QSize CapacityBar::minimumSizeHint() const
{
    return {characters(this, 10), sizeHint().height()};
}

void CapacityBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const double thickness = units(this, 0.75);
    double top = (height() - thickness) / 2;
    if (m_textVisible) {
        painter.setPen(colour(palette(), Token::Text));
        const QRect line(0, 0, width(), fontMetrics().height());
        painter.drawText(
            line,
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter,
            fontMetrics().elidedText(text(locale(), m_sold, m_capacity), Qt::ElideRight, width()));
        top = height() - thickness - 1;
    }
    paint(painter, QRectF(0, top, width(), thickness), palette(), m_sold, m_capacity);
}

} // namespace groundswell
