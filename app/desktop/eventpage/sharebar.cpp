#include "app/desktop/eventpage/sharebar.h"

#include "app/look/style/shapes.h"
#include "app/look/style/units.h"

#include <QPainter>

#include <algorithm>

namespace groundswell {

ShareBar::ShareBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ShareBar::setShare(std::optional<double> share)
{
    m_share = share;
    update();
}

QSize ShareBar::sizeHint() const
{
    return {characters(this, 20), units(this, 0.75)};
}

void ShareBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF bar(0, 0, width(), height());
    shapes::rounded(painter, bar, bar.height() / 2, colour(palette(), Token::Track));
    if (!m_share || *m_share <= 0)
        return;
    const double filled = std::max(bar.height(), bar.width() * std::min(1.0, *m_share));
    if (isRightToLeft())
        bar.setLeft(bar.right() - filled);
    else
        bar.setWidth(filled);
    shapes::rounded(painter, bar, bar.height() / 2, seriesColour(palette(), 0));
}

} // namespace groundswell
