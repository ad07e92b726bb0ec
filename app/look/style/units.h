#pragma once

#include <QFontMetrics>
#include <QMargins>
#include <QWidget>

class QLayout;

namespace groundswell {

/// Spacing in units: one unit is half the height of the widget's font, so that everything grows with the
/// text. Used multiples are 0.5, 1, 1.5, 2, 3, 4 and 6.
[[nodiscard]] inline int units(const QFontMetrics &metrics, double count)
{
    return qRound(metrics.height() / 2.0 * count);
}
[[nodiscard]] inline int units(const QWidget *widget, double count)
{
    return units(widget->fontMetrics(), count);
}
[[nodiscard]] inline QMargins unitMargins(const QWidget *widget, double horizontal, double vertical)
{
    const int h = units(widget, horizontal);
    const int v = units(widget, vertical);
    return {h, v, h, v};
}

/// Width of \a characters average characters: the measure for text columns and for fields that are as wide as
/// what they hold.
[[nodiscard]] inline int characters(const QWidget *widget, int count)
{
    return widget->fontMetrics().averageCharWidth() * count;
}

} // namespace groundswell
