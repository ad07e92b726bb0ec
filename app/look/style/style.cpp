#include "app/look/style/style.h"

#include "app/look/style/shapes.h"
#include "app/look/style/stylepainter.h"
#include "app/look/style/units.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace groundswell {
namespace {

bool isEditor(const QWidget *widget)
{
    return widget && (widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit"));
}

/// Selected rows keep the colour of their text: the background is a tint, not the accent.
void keepTextOnSelection(QPalette &palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive})
        palette.setColor(group, QPalette::HighlightedText, palette.color(group, QPalette::Text));
}

} // namespace

GroundswellStyle::GroundswellStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void GroundswellStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                     const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        return stylepainter::button(*painter, *option, widget);
    case PE_PanelButtonTool:
        return stylepainter::toolButton(*painter, *option);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            stylepainter::field(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isEditor(widget))
            return stylepainter::field(*painter, *option, widget);
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return shapes::rounded(*painter, option->rect, stylepainter::fieldRadius(*option),
                                   option->palette.color(QPalette::Base),
                                   colour(option->palette, Token::Line));
        break;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepainter::checkBox(*painter, *option, widget);
    case PE_IndicatorRadioButton:
        return stylepainter::radioButton(*painter, *option);
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QAbstractSlider *>(widget))
            return; // their own drawing shows the focus
        return stylepainter::focusRing(*painter, *option, widget);
    case PE_PanelItemViewItem:
        return stylepainter::itemPanel(*painter, *option, widget);
    case PE_PanelItemViewRow:
        return;
    case PE_FrameTabBarBase:
        return stylepainter::tabBarBase(*painter, *option);
    case PE_FrameTabWidget:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colour(option->palette, Token::Raised));
        [[fallthrough]];
    case PE_FrameMenu: {
        painter->save();
        painter->setPen(colour(option->palette, Token::Line));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    case PE_IndicatorArrowDown:
    case PE_IndicatorHeaderArrow:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight: {
        using shapes::Direction;
        Direction direction = element == PE_IndicatorArrowUp ? Direction::Up
            : element == PE_IndicatorArrowLeft               ? Direction::Left
            : element == PE_IndicatorArrowRight              ? Direction::Right
                                                             : Direction::Down;
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
            element == PE_IndicatorHeaderArrow && header)
            direction = header->sortIndicator == QStyleOptionHeader::SortUp ? Direction::Up : Direction::Down;
        const double side =
            std::min({option->rect.width(), option->rect.height(), units(option->fontMetrics, 1.2)});
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(option->rect).center());
        return shapes::chevron(*painter, square, direction, colour(option->palette, Token::Muted));
    }
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void GroundswellStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                   const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton own = *button;
            const bool on = own.state.testFlag(State_Enabled);
            if (on && widget && widget->property(kPrimaryProperty).toBool())
                own.palette.setColor(QPalette::ButtonText, colour(option->palette, Token::OnAccent));
            else if (on && widget && widget->property(kDangerProperty).toBool())
                own.palette.setColor(QPalette::ButtonText, colour(option->palette, Token::Bad));
            else if (on && widget && widget->property(kQuietProperty).toBool())
                own.palette.setColor(QPalette::ButtonText, colour(option->palette, Token::Accent));
            if (!own.icon.isNull() && !own.text.isEmpty()
                && !own.features.testFlag(QStyleOptionButton::HasMenu))
                return stylepainter::iconAndText(*painter, own);
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            QStyleOptionViewItem own = *item;
            keepTextOnSelection(own.palette);
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return stylepainter::tab(*painter, *tab);
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return stylepainter::headerSection(*painter, *header);
        painter->fillRect(option->rect, colour(option->palette, Token::Surface));
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          colour(option->palette, Token::Line));
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            QStyleOptionHeader own = *header;
            own.palette.setColor(QPalette::ButtonText, colour(option->palette, Token::Muted));
            own.state.setFlag(State_On, false); // no bold header over the selected cell
            const int pad = units(header->fontMetrics, 0.5);
            own.rect.adjust(pad, 0, -pad, 0);
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return stylepainter::progressBar(*painter, *bar);
        break;
    case CE_MenuItem:
        if (const auto *menu = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            stylepainter::menuItem(*painter, *menu);
            QStyleOptionMenuItem own = *menu;
            own.state.setFlag(State_Selected, false); // the background is drawn; text keeps its colour
            return QProxyStyle::drawControl(element, &own, painter, widget);
        }
        break;
    case CE_DockWidgetTitle:
        if (const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option))
            return stylepainter::dockTitle(*painter, *dock,
                                           subElementRect(SE_DockWidgetTitleBarText, option, widget));
        break;
    case CE_MenuBarItem:
        if (const auto *menu = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return stylepainter::menuBarItem(*painter, *menu);
        break;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, colour(option->palette, Token::Canvas));
        return;
    case CE_Splitter: {
        const bool upright = option->state.testFlag(State_Horizontal);
        const QPoint middle = option->rect.center();
        painter->fillRect(upright ? QRect(middle.x(), option->rect.top(), 1, option->rect.height())
                                  : QRect(option->rect.left(), middle.y(), option->rect.width(), 1),
                          colour(option->palette, Token::Line));
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void GroundswellStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                          QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            combo && combo->frame)
            return stylepainter::comboBox(*painter, *combo,
                                          subControlRect(control, option, SC_ComboBoxArrow, widget), widget);
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option); spin && spin->frame)
            return stylepainter::spinBox(*painter, *spin,
                                         subControlRect(control, option, SC_SpinBoxUp, widget),
                                         subControlRect(control, option, SC_SpinBoxDown, widget), widget);
        break;
    case CC_Slider:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return stylepainter::slider(*painter, *slider,
                                        subControlRect(control, option, SC_SliderGroove, widget),
                                        subControlRect(control, option, SC_SliderHandle, widget));
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            if (bar->maximum > bar->minimum)
                stylepainter::scrollBar(*painter, *bar,
                                        subControlRect(control, option, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace groundswell
