#pragma once

#include <QPoint>
#include <QString>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace groundswell::tour {

/// Real input for the tour: events enter where the window system's own do, so that focus, shortcuts, popups
/// and hit-testing take part. Nothing here waits or spins a loop.

/// The visible widget of this object name, in the active modal window first; null where there is none.
[[nodiscard]] QWidget *findVisible(const QString &objectName);
/// Why the widget can't be clicked now (hidden, disabled, covered …), for the report; empty = it can.
[[nodiscard]] QString obstacle(const QWidget *widget);
/// Scrolls every scroll area around the widget until it shows, as a user would.
void scrollTo(QWidget *widget);

void click(QWidget *widget, const QPoint &at);
void click(QWidget *widget); ///< where the widget takes clicks: the indicator of a check box, else the middle
void doubleClick(QWidget *widget, const QPoint &at);
void clickItem(QAbstractItemView *view, const QModelIndex &index, bool twice = false);
/// Whether a window has the focus; where none has, asks for it. Without a window manager nobody gives it back
/// to the main window when a dialog closes.
[[nodiscard]] bool readyForKeys();
/// One press and release, to the focus window.
void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString &text = {});
void typeCharacter(QChar character);

} // namespace groundswell::tour
