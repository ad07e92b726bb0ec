#include "app/look/style/style.h"

#include "app/look/style/icons.h"
#include "app/look/style/theme.h"
#include "app/look/style/units.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QTableView>

namespace groundswell {
namespace {

QFontMetrics metricsOf(const QStyleOption *option, const QWidget *widget)
{
    if (widget)
        return widget->fontMetrics();
    return option ? option->fontMetrics : QFontMetrics(QFont());
}

/// WCAG 2.5.8 asks for targets of 24 logical pixels; text of usual size gives more.
int targetHeight(const QFontMetrics &metrics)
{
    return std::max(24, metrics.height() + units(metrics, 1.6));
}

} // namespace

void GroundswellStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    // Controls that lighten under the pointer need to hear that it came.
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
        || widget->inherits("QTextEdit") || widget->inherits("QPlainTextEdit"))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget); header && header->orientation() == Qt::Horizontal)
        header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter); // over texts; numbers set their own
}

int GroundswellStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const QFontMetrics metrics = metricsOf(option, widget);
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return units(metrics, 2);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return units(metrics, 1);
    case PM_DefaultFrameWidth:
        return 2; // the square viewport then lies wholly inside the rounded frame
    case PM_ScrollBarExtent:
        return std::max(10, units(metrics, 1.3));
    case PM_ScrollBarSliderMin:
        return units(metrics, 3);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return units(metrics, 2);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return units(metrics, 1);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return units(metrics, 3);
    case PM_TabBarTabVSpace:
        return units(metrics, 1.6);
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return std::max(24, units(metrics, 3)); // the knob, and its focus ring around it
    case PM_SplitterWidth:
        return std::max(5, units(metrics, 0.75));
    case PM_DockWidgetTitleBarButtonMargin:
        return std::max(4, 24 - units(metrics, 2)); // with the sign a target of 24
    case PM_DockWidgetTitleMargin:
        return units(metrics, 0.75);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return units(metrics, 2);
    case PM_ToolBarIconSize:
        return units(metrics, 2.4);
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return units(metrics, 0.5);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QIcon GroundswellStyle::standardIcon(StandardPixmap which, const QStyleOption *option,
                                     const QWidget *widget) const
{
    switch (which) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
        return icon(QStringLiteral("close"), Token::Muted);
    case SP_TitleBarNormalButton:
        return icon(QStringLiteral("external"), Token::Muted);
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("info"), Token::Accent);
    case SP_MessageBoxQuestion:
        return icon(QStringLiteral("help"), Token::Accent);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("warning"), Token::Warn);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("error"), Token::Bad);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

int GroundswellStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: // nothing of ours waits for a movement
    case SH_ComboBox_Popup:
    case SH_UnderlineShortcut: // Alt with the letter works all the same
    case SH_TabBar_Alignment:
        return hint == SH_TabBar_Alignment ? int(Qt::AlignLeft) : 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0; // verbs say it
    case SH_ItemView_ShowDecorationSelected:
    case SH_Slider_SnapToValue:
        return 1;
    case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;
    case SH_Table_GridLineColor:
        if (option)
            return static_cast<int>(colour(option->palette, Token::Line).rgb());
        break;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        break;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize GroundswellStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const
{
    const QFontMetrics metrics = metricsOf(option, widget);
    const int height = targetHeight(metrics);
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const bool quiet = widget && widget->property(kQuietProperty).toBool();
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int gap = button && !button->icon.isNull() ? units(metrics, 0.75) : 0;
        return {std::max(size.width() + gap + units(metrics, quiet ? 2 : 4), height),
                std::max(height, size.height())};
    }
    case CT_LineEdit:
        return {result.width(), std::max(result.height(), height)};
    case CT_ComboBox:
        return {size.width() + units(metrics, 5), std::max(size.height(), height)};
    case CT_SpinBox:
        return {result.width() + units(metrics, 0.5), std::max(result.height(), height)};
    case CT_CheckBox:
    case CT_RadioButton:
        return {result.width(), std::max(result.height(), 24)};
    case CT_ToolButton:
        return {std::max(size.width() + units(metrics, 1), 24),
                std::max(size.height() + units(metrics, 1), 24)};
    case CT_HeaderSection:
        return {result.width() + units(metrics, 1), std::max(result.height(), height)};
    case CT_ItemViewItem:
        return {result.width(), std::max(result.height(), height)};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            return {result.width() + units(metrics, 2), std::max(result.height(), height)};
        return result;
    case CT_MenuBarItem:
        return {result.width() + units(metrics, 0.5), std::max(result.height(), height - 2)};
    case CT_ProgressBar:
        return {result.width(), units(metrics, 1)};
    case CT_TabBarTab: // the selected tab is semibold: leave room, so that nothing jumps
        return {result.width() + units(metrics, 0.5), std::max(result.height(), height)};
    default:
        return result;
    }
}

QRect GroundswellStyle::subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const
{
    const QFontMetrics metrics = metricsOf(option, widget);
    switch (element) {
    case SE_LineEditContents: {
        const int pad = units(metrics, 0.75);
        return QProxyStyle::subElementRect(element, option, widget).adjusted(pad - 2, 0, 2 - pad, 0);
    }
    case SE_ItemViewItemText: {
        const int pad = qobject_cast<const QTableView *>(widget) ? units(metrics, 0.5) : units(metrics, 0.25);
        return QProxyStyle::subElementRect(element, option, widget).adjusted(pad, 0, -pad, 0);
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect GroundswellStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const
{
    const QFontMetrics metrics = metricsOf(option, widget);
    const QRect all = option->rect;
    const int pad = units(metrics, 0.75);
    if (control == CC_ComboBox) {
        const int arrow = units(metrics, 3);
        if (subControl == SC_ComboBoxArrow)
            return visualRect(option->direction, all,
                              QRect(all.right() - arrow, all.top(), arrow, all.height()));
        if (subControl == SC_ComboBoxEditField) {
            // An editable box holds a line edit, which brings a padding of its own.
            const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
            const int lead = box && box->editable ? 1 : pad;
            return visualRect(option->direction, all, all.adjusted(lead, 2, -arrow, -2));
        }
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const bool bare = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons;
        const int width = bare ? 0 : std::max(units(metrics, 2.2), 20);
        const QRect column(all.right() - width - 2, all.top() + 2, width, all.height() - 4);
        if (subControl == SC_SpinBoxUp)
            return visualRect(option->direction, all,
                              QRect(column.topLeft(), QSize(width, column.height() / 2)));
        if (subControl == SC_SpinBoxDown)
            return visualRect(option->direction, all,
                              QRect(column.left(), column.top() + column.height() / 2, width,
                                    column.height() - column.height() / 2));
        if (subControl == SC_SpinBoxEditField)
            return visualRect(option->direction, all, all.adjusted(1, 2, -width - 4, -2));
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine)
            return {};
        if (subControl == SC_ScrollBarGroove)
            return all;
        const bool horizontal = bar && bar->orientation == Qt::Horizontal;
        const int length = horizontal ? all.width() : all.height();
        const int least = pixelMetric(PM_ScrollBarSliderMin, option, widget);
        if (!bar || length <= 0)
            return {};
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        const int thumb = range <= 0
            ? length
            : std::clamp(int(qint64(length) * bar->pageStep / (range + bar->pageStep)),
                         std::min(least, length), length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                  length - thumb, bar->upsideDown);
        const auto span = [&](int from, int size) {
            return horizontal
                ? visualRect(option->direction, all, QRect(all.left() + from, all.top(), size, all.height()))
                : QRect(all.left(), all.top() + from, all.width(), size);
        };
        if (subControl == SC_ScrollBarSlider)
            return span(start, thumb);
        if (subControl == SC_ScrollBarSubPage)
            return span(0, start);
        if (subControl == SC_ScrollBarAddPage)
            return span(start + thumb, length - start - thumb);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

} // namespace groundswell
