#pragma once

#include "app/look/style/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QRectF>

namespace groundswell::shapes {

/// Fills and outlines a rounded rectangle so that the line lies wholly inside \a rect. A line width of 0
/// draws no outline.
void rounded(QPainter &painter, const QRectF &rect, double radius, const QColor &fill,
             const QColor &line = {}, double lineWidth = 1.0);

enum class Direction { Up, Down, Left, Right };
void chevron(QPainter &painter, const QRectF &rect, Direction direction, const QColor &colour);
void check(QPainter &painter, const QRectF &rect, const QColor &colour);
void cross(QPainter &painter, const QRectF &rect, const QColor &colour);

} // namespace groundswell::shapes
