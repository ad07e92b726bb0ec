#include "app/look/pieces/barlist.h"

#include "app/look/style/shapes.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QPaintEvent>
#include <QPainter>
#include <QStringList>
#include <QStyle>

namespace groundswell {

BarList::BarList(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarList::setBars(const std::vector<Bar> &bars)
{
    if (m_bars == bars)
        return;
    m_bars = bars;
    QStringList spoken;
    for (const Bar &bar : bars)
        spoken << QStringLiteral("%1: %2").arg(bar.name, bar.valueText);
    setAccessibleDescription(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int BarList::rowHeight() const
{
    return fontMetrics().height() + units(this, 2.2);
}

QSize BarList::sizeHint() const
{
    return {characters(this, 44), rowHeight() * static_cast<int>(m_bars.size())};
}

QSize BarList::minimumSizeHint() const
{
    return {characters(this, 20), sizeHint().height()};
}

void BarList::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    double most = 0;
    for (const Bar &bar : m_bars)
        most = std::max({most, bar.value.value_or(0), bar.high.value_or(0)});
    const auto mirrored = [this](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), rect(), part);
    };
    const auto lead =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)) | Qt::AlignVCenter;
    const auto trail =
        static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)) | Qt::AlignVCenter;
    const double thickness = units(this, 0.75);
    for (size_t i = 0; i < m_bars.size(); ++i) {
        const Bar &bar = m_bars[i];
        const QRect row(0, rowHeight() * static_cast<int>(i), width(), rowHeight());
        if (!event->rect().intersects(row))
            continue;
        const QString value = bar.value ? bar.valueText : QStringLiteral("—");
        const int valueWidth = std::min(fontMetrics().horizontalAdvance(value) + units(this, 1), width() / 2);
        const QRect line(row.left(), row.top(), row.width(), fontMetrics().height());
        painter.setPen(colour(palette(), Token::Text));
        const QRect name = line.adjusted(0, 0, -valueWidth, 0);
        painter.drawText(mirrored(name), lead,
                         fontMetrics().elidedText(bar.name, Qt::ElideRight, name.width()));
        painter.setPen(colour(palette(), Token::Muted));
        painter.setFont(tabular(font()));
        painter.drawText(mirrored(line), trail, fontMetrics().elidedText(value, Qt::ElideRight, valueWidth));

        const QRect track(row.left(), line.bottom() + units(this, 0.6), row.width(),
                          static_cast<int>(thickness));
        shapes::rounded(painter, track, thickness / 2, colour(palette(), Token::Track));
        if (!bar.value || most <= 0)
            continue;
        QRect done = track;
        done.setWidth(std::max(track.height(), qRound(track.width() * *bar.value / most)));
        shapes::rounded(painter, mirrored(done), thickness / 2, seriesColour(palette(), 0));
        if (bar.low && bar.high) {
            const int from = qRound(track.width() * *bar.low / most);
            const int to = qRound(track.width() * *bar.high / most);
            const QColor ink = colour(palette(), Token::Text);
            const int cap = track.height() + 2;
            painter.fillRect(mirrored(QRect(from, track.center().y(), to - from, 1)), ink);
            for (const int end : {from, to - 1})
                painter.fillRect(mirrored(QRect(end, track.center().y() - cap / 2, 1, cap)), ink);
        }
    }
}

} // namespace groundswell
