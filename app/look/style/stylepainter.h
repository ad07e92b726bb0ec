#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

/// What GroundswellStyle draws, one function per control; the style itself only decides and measures.
namespace groundswell::stylepainter {

void button(QPainter &painter, const QStyleOption &option, const QWidget *widget);
/// A button's icon and words with air between them, centred together.
void iconAndText(QPainter &painter, const QStyleOptionButton &option);
void toolButton(QPainter &painter, const QStyleOption &option);
void field(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void checkBox(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void radioButton(QPainter &painter, const QStyleOption &option);
void comboBox(QPainter &painter, const QStyleOptionComboBox &option, const QRect &arrow,
              const QWidget *widget);
void spinBox(QPainter &painter, const QStyleOptionSpinBox &option, const QRect &up, const QRect &down,
             const QWidget *widget);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove, const QRect &handle);
void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &thumb);
void progressBar(QPainter &painter, const QStyleOptionProgressBar &option);
void tab(QPainter &painter, const QStyleOptionTab &option);
void tabBarBase(QPainter &painter, const QStyleOption &option);
void headerSection(QPainter &painter, const QStyleOptionHeader &option);
void itemPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void dockTitle(QPainter &painter, const QStyleOptionDockWidget &option, const QRect &text);
void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option);
void menuItem(QPainter &painter, const QStyleOptionMenuItem &option);
void focusRing(QPainter &painter, const QStyleOption &option, const QWidget *widget);

[[nodiscard]] double fieldRadius(const QStyleOption &option);

} // namespace groundswell::stylepainter
