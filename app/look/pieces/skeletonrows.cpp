#include "app/look/pieces/skeletonrows.h"

#include "app/look/style/shapes.h"
#include "app/look/style/units.h"

#include <QPainter>

#include <array>

namespace groundswell {

SkeletonRows::SkeletonRows(int rows, QWidget *parent)
    : QWidget(parent)
    , m_rows(rows)
{
    setObjectName(QStringLiteral("skeletonRows"));
    setAccessibleName(tr("Loading"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        m_drawn = true;
        update();
    });
}

QSize SkeletonRows::sizeHint() const
{
    return {characters(this, 40), units(this, 5) * m_rows};
}

void SkeletonRows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_drawn = false;
    m_delay.start();
}

void SkeletonRows::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_delay.stop();
}

void SkeletonRows::paintEvent(QPaintEvent *)
{
    if (!m_drawn)
        return;
    constexpr std::array<double, 4> widths{0.72, 0.55, 0.64, 0.48};
    QPainter painter(this);
    const QColor fill = colour(palette(), Token::Track);
    for (int row = 0; row < m_rows; ++row) {
        const double top = row * units(this, 5) + units(this, 1);
        const double share = widths[static_cast<size_t>(row) % widths.size()];
        shapes::rounded(painter, QRectF(units(this, 1), top, width() * share, units(this, 1.2)),
                        units(this, 0.5), fill);
        shapes::rounded(painter,
                        QRectF(units(this, 1), top + units(this, 2), width() * share * 0.6, units(this, 1)),
                        units(this, 0.5), fill);
    }
}

} // namespace groundswell
