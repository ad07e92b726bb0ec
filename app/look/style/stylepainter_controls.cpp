#include "app/look/style/shapes.h"
#include "app/look/style/style.h"
#include "app/look/style/stylepainter.h"
#include "app/look/style/units.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace groundswell::stylepainter {
namespace {

constexpr double kRing = 2.0;

bool has(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

bool enabled(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled);
}

/// Buttons show the ring for keyboard users only; fields always, since one types there.
bool keyboardFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor pressedShade(const QColor &fill, const QStyleOption &option)
{
    const QColor ink = colour(option.palette, Token::Text);
    if (option.state.testFlag(QStyle::State_Sunken))
        return blended(ink, fill, 0.18);
    if (option.state.testFlag(QStyle::State_MouseOver))
        return blended(ink, fill, 0.09);
    return fill;
}

struct ButtonColours {
    QColor fill;
    QColor line;
};

ButtonColours buttonColours(const QStyleOption &option, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    if (!enabled(option)) {
        if (has(widget, kQuietProperty))
            return {};
        return {blended(colour(palette, Token::Line), colour(palette, Token::Surface), 0.35),
                colour(palette, Token::Line)};
    }
    if (has(widget, kPrimaryProperty))
        return {pressedShade(colour(palette, Token::Accent), option), {}};
    const bool active =
        option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Sunken);
    if (has(widget, kQuietProperty))
        return {active ? pressedShade(colour(palette, Token::Hover), option) : QColor(), {}};
    if (option.state.testFlag(QStyle::State_On))
        return {colour(palette, Token::AccentSoft), colour(palette, Token::Accent)};
    const QColor fill =
        active ? pressedShade(colour(palette, Token::Raised), option) : colour(palette, Token::Raised);
    return {fill, colour(palette, has(widget, kDangerProperty) ? Token::Bad : Token::FieldLine)};
}

QRectF centredSquare(const QRectF &rect, double side)
{
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    return square;
}

} // namespace

double fieldRadius(const QStyleOption &option)
{
    return units(option.fontMetrics, 0.5);
}

void button(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const ButtonColours colours = buttonColours(option, widget);
    const double radius = fieldRadius(option);
    shapes::rounded(painter, option.rect, radius, colours.fill, colours.line);
    if (!keyboardFocus(option))
        return;
    const QPalette &palette = option.palette;
    if (!has(widget, kPrimaryProperty)) {
        shapes::rounded(painter, option.rect, radius, {}, colour(palette, Token::Accent), kRing);
        return;
    }
    // On the accent itself the ring has to be told from the fill: text colour outside, a gap inside.
    shapes::rounded(painter, option.rect, radius, {}, colour(palette, Token::Text), kRing);
    shapes::rounded(painter, QRectF(option.rect).adjusted(kRing, kRing, -kRing, -kRing), radius - kRing, {},
                    colour(palette, Token::OnAccent));
}

void iconAndText(QPainter &painter, const QStyleOptionButton &option)
{
    const int gap = units(option.fontMetrics, 0.75);
    const QSize icon = option.iconSize;
    const int words = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const int width = std::min(icon.width() + gap + words, option.rect.width());
    const QRect place(option.rect.left() + (option.rect.width() - width) / 2,
                      option.rect.center().y() - icon.height() / 2, icon.width(), icon.height());
    const QRect text(place.right() + gap, option.rect.top(), width - icon.width() - gap + 2,
                     option.rect.height());
    option.icon.paint(&painter, QStyle::visualRect(option.direction, option.rect, place), Qt::AlignCenter,
                      enabled(option) ? QIcon::Normal : QIcon::Disabled);
    painter.save();
    painter.setPen(
        option.palette.color(enabled(option) ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText));
    const auto lead = QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter);
    painter.drawText(QStyle::visualRect(option.direction, option.rect, text),
                     static_cast<int>(lead) | Qt::TextHideMnemonic, option.text);
    painter.restore();
}

void toolButton(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    QColor fill;
    if (option.state.testFlag(QStyle::State_On))
        fill = colour(palette, Token::AccentSoft);
    else if (enabled(option)
             && (option.state.testFlag(QStyle::State_MouseOver)
                 || option.state.testFlag(QStyle::State_Sunken)))
        fill = pressedShade(colour(palette, Token::Hover), option);
    shapes::rounded(painter, option.rect, fieldRadius(option), fill);
    if (keyboardFocus(option))
        shapes::rounded(painter, option.rect, fieldRadius(option), {}, colour(palette, Token::Accent), kRing);
}

void field(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const QPalette &palette = option.palette;
    const bool readOnly = option.state.testFlag(QStyle::State_ReadOnly);
    const bool invalid = has(widget, kInvalidProperty);
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) && enabled(option);
    const QColor fill = colour(palette, enabled(option) && !readOnly ? Token::Surface : Token::Canvas);
    QColor line = colour(palette, enabled(option) ? Token::FieldLine : Token::Line);
    if (invalid)
        line = colour(palette, Token::Bad);
    else if (focused)
        line = colour(palette, Token::Accent);
    else if (enabled(option) && option.state.testFlag(QStyle::State_MouseOver))
        line = colour(palette, Token::Muted);
    shapes::rounded(painter, option.rect, fieldRadius(option), fill, line, focused ? kRing : 1.0);
}

void checkBox(QPainter &painter, const QStyleOption &option, const QWidget *)
{
    const QPalette &palette = option.palette;
    const QRectF box = option.rect;
    const bool on = option.state.testFlag(QStyle::State_On);
    const bool partly = option.state.testFlag(QStyle::State_NoChange);
    const double radius = box.width() * 0.22;
    if (!on && !partly) {
        shapes::rounded(painter, box, radius,
                        colour(palette, enabled(option) ? Token::Surface : Token::Canvas),
                        colour(palette, enabled(option) ? Token::FieldLine : Token::Line), 1.3);
    } else {
        shapes::rounded(painter, box, radius,
                        colour(palette, enabled(option) ? Token::Accent : Token::FieldLine));
        const QColor ink = colour(palette, enabled(option) ? Token::OnAccent : Token::Surface);
        if (on)
            shapes::check(painter, box.adjusted(1, 1, -1, -1), ink);
        else
            shapes::rounded(
                painter, QRectF(box.left() + box.width() * 0.25, box.center().y() - 1, box.width() * 0.5, 2),
                1, ink);
    }
    if (keyboardFocus(option))
        shapes::rounded(painter, box.adjusted(-3, -3, 3, 3), radius + 3, {}, colour(palette, Token::Accent),
                        kRing);
}

void radioButton(QPainter &painter, const QStyleOption &option)
{
    const QPalette &palette = option.palette;
    const QRectF box = option.rect;
    const double radius = box.width() / 2;
    const bool on = option.state.testFlag(QStyle::State_On);
    const Token line = !enabled(option) ? Token::Line : on ? Token::Accent : Token::FieldLine;
    shapes::rounded(painter, box, radius, colour(palette, Token::Surface), colour(palette, line),
                    on ? kRing : 1.3);
    if (on)
        shapes::rounded(painter, centredSquare(box, box.width() * 0.5), box.width() * 0.25,
                        colour(palette, enabled(option) ? Token::Accent : Token::FieldLine));
    if (keyboardFocus(option))
        shapes::rounded(painter, box.adjusted(-3, -3, 3, 3), radius + 3, {}, colour(palette, Token::Accent),
                        kRing);
}

void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow,
              const QWidget *widget)
{
    QStyleOption frame = option;
    field(painter, frame, widget);
    const QColor ink = colour(option.palette, enabled(option) ? Token::Muted : Token::Line);
    shapes::chevron(painter, centredSquare(arrow, units(option.fontMetrics, 1.1)), shapes::Direction::Down,
                    ink);
}

void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const QWidget *widget)
{
    QStyleOption frame = option;
    field(painter, frame, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](const QRect &rect, shapes::Direction direction, QStyle::SubControl part,
                           QAbstractSpinBox::StepEnabledFlag flag) {
        const bool can = enabled(option) && option.stepEnabled.testFlag(flag);
        const bool hot = can && option.activeSubControls.testFlag(part);
        const Token ink = !can ? Token::Line : hot ? Token::Accent : Token::Muted;
        shapes::chevron(painter, centredSquare(rect, units(option.fontMetrics, 0.9)), direction,
                        colour(option.palette, ink));
    };
    arrow(up, shapes::Direction::Up, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    arrow(down, shapes::Direction::Down, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove, const QRect &handle)
{
    const QPalette &palette = option.palette;
    const QColor filled = colour(palette, enabled(option) ? Token::Accent : Token::FieldLine);
    QRectF track = groove;
    const bool horizontal = option.orientation == Qt::Horizontal;
    if (horizontal)
        track = QRectF(groove.left(), groove.center().y() - 1.5, groove.width(), 4);
    else
        track = QRectF(groove.center().x() - 1.5, groove.top(), 4, groove.height());
    shapes::rounded(painter, track, 2, colour(palette, Token::Track));
    QRectF done = track;
    if (horizontal && option.direction == Qt::LeftToRight)
        done.setRight(handle.center().x());
    else if (horizontal)
        done.setLeft(handle.center().x());
    else
        done.setTop(handle.center().y());
    shapes::rounded(painter, done, 2, filled);

    const double side = std::min(handle.width(), handle.height()) - 8;
    const QRectF knob = centredSquare(handle, side);
    shapes::rounded(painter, knob, side / 2, colour(palette, Token::Surface), filled, kRing);
    if (keyboardFocus(option))
        shapes::rounded(painter, knob.adjusted(-3, -3, 3, 3), side / 2 + 3, {}, filled, kRing);
}

void focusRing(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    if (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QLineEdit *>(widget))
        return; // the field's own outline is the ring
    shapes::rounded(painter, option.rect, fieldRadius(option), {}, colour(option.palette, Token::Accent),
                    kRing);
}

} // namespace groundswell::stylepainter
