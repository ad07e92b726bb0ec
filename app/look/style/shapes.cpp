#include "app/look/style/shapes.h"

namespace groundswell::shapes {
namespace {

QPen strokePen(const QRectF &rect, const QColor &colour)
{
    QPen pen(colour, std::max(1.3, rect.width() / 9.0));
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    return pen;
}

void stroke(QPainter &painter, const QRectF &rect, const QColor &colour, const QPolygonF &line)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(strokePen(rect, colour));
    painter.drawPolyline(line);
    painter.restore();
}

QPointF at(const QRectF &rect, double x, double y)
{
    return {rect.left() + rect.width() * x, rect.top() + rect.height() * y};
}

} // namespace

void rounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line,
             double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    if (line.isValid() && lineWidth > 0) {
        painter.setPen(QPen(line, lineWidth));
        const double inset = lineWidth / 2.0;
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    } else {
        painter.setPen(Qt::NoPen);
        painter.drawRoundedRect(rect, radius, radius);
    }
    painter.restore();
}

void chevron(QPainter &painter, const QRectF &rect, Direction direction, const QColor &colour)
{
    switch (direction) {
    case Direction::Up:
        return stroke(painter, rect, colour, {at(rect, 0.2, 0.65), at(rect, 0.5, 0.35), at(rect, 0.8, 0.65)});
    case Direction::Down:
        return stroke(painter, rect, colour, {at(rect, 0.2, 0.35), at(rect, 0.5, 0.65), at(rect, 0.8, 0.35)});
    case Direction::Left:
        return stroke(painter, rect, colour, {at(rect, 0.65, 0.2), at(rect, 0.35, 0.5), at(rect, 0.65, 0.8)});
    case Direction::Right:
        return stroke(painter, rect, colour, {at(rect, 0.35, 0.2), at(rect, 0.65, 0.5), at(rect, 0.35, 0.8)});
    }
}

void check(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    stroke(painter, rect, colour, {at(rect, 0.2, 0.52), at(rect, 0.42, 0.74), at(rect, 0.8, 0.28)});
}

void cross(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    stroke(painter, rect, colour, {at(rect, 0.25, 0.25), at(rect, 0.75, 0.75)});
    stroke(painter, rect, colour, {at(rect, 0.75, 0.25), at(rect, 0.25, 0.75)});
}

} // namespace groundswell::shapes
