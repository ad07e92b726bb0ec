#include "app/desktop/tour/input.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QWindow>

// Qt's own test library enters the event path through these exported functions; they exist on every
// platform and in every Qt 6, but in no public header. Linking QtTest into the program for them would bring
// its nested event loops along.
extern Q_GUI_EXPORT void qt_handleMouseEvent(QWindow *window, const QPointF &local, const QPointF &global,
                                             Qt::MouseButtons state, Qt::MouseButton button,
                                             QEvent::Type type, Qt::KeyboardModifiers modifiers,
                                             int timestamp);
extern Q_GUI_EXPORT bool qt_sendShortcutOverrideEvent(QObject *receiver, ulong timestamp, int key,
                                                      Qt::KeyboardModifiers modifiers, const QString &text,
                                                      bool repeat, ushort count);
extern Q_GUI_EXPORT void qt_handleKeyEvent(QWindow *window, QEvent::Type type, int key,
                                           Qt::KeyboardModifiers modifiers, const QString &text, bool repeat,
                                           ushort count);

using namespace Qt::StringLiterals;

namespace groundswell::tour {

namespace {

// Qt makes a double click of two presses whose times are near. Between two clicks of a script far more time
// passes on this clock than on the wall.
constexpr int ApartMs = 1000;
constexpr int TogetherMs = 10;

void sendMouse(QWidget *widget, const QPoint &at, QEvent::Type type, Qt::MouseButtons held,
               Qt::MouseButton button, int afterMs = TogetherMs)
{
    QWidget *top = widget->window();
    QWindow *window = top->windowHandle();
    if (!window)
        return;
    static int timestamp = 0;
    timestamp += afterMs;
    const QPointF local = widget->mapTo(top, at);
    qt_handleMouseEvent(window, local, window->mapToGlobal(local), held, button, type, Qt::NoModifier,
                        timestamp);
}

/// The window that keys go to.
QWindow *keyWindow()
{
    if (const QWidget *popup = QApplication::activePopupWidget())
        return popup->windowHandle();
    return QApplication::focusWindow();
}

QPoint clickPoint(QWidget *widget)
{
    const bool hasIndicator = qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget);
    if (!hasIndicator)
        return widget->rect().center();
    const int inset = widget->height() / 2;
    return {widget->isRightToLeft() ? widget->width() - inset : inset, widget->height() / 2};
}

QWidget *searchIn(const QWidget *root, const QString &objectName)
{
    if (root->objectName() == objectName)
        return const_cast<QWidget *>(root);
    for (QWidget *child : root->findChildren<QWidget *>(objectName)) {
        if (child->isVisible())
            return child;
    }
    return nullptr;
}

} // namespace

QWidget *findVisible(const QString &objectName)
{
    if (const QWidget *modal = QApplication::activeModalWidget())
        return searchIn(modal, objectName);
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        if (!top->isVisible())
            continue;
        if (QWidget *found = searchIn(top, objectName))
            return found;
    }
    return nullptr;
}

QString obstacle(const QWidget *widget)
{
    if (!widget)
        return u"it isn't on the screen"_s;
    if (!widget->isVisible())
        return u"it is hidden"_s;
    if (!widget->isEnabled())
        return u"it is disabled"_s;
    const QPoint at = clickPoint(const_cast<QWidget *>(widget));
    const QWidget *top = widget->window();
    const QWidget *hit = top->childAt(widget->mapTo(top, at));
    if (hit && hit != widget && !widget->isAncestorOf(hit) && !hit->isAncestorOf(widget)) {
        return u"%1 \"%2\" covers it"_s.arg(QLatin1StringView(hit->metaObject()->className()),
                                            hit->objectName());
    }
    if (!top->rect().contains(widget->mapTo(top, at)) || widget->visibleRegion().isEmpty())
        return u"it is scrolled out of sight"_s;
    return {};
}

void scrollTo(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent)) {
            if (area->widget() && area->widget()->isAncestorOf(widget))
                area->ensureWidgetVisible(widget);
        }
    }
}

void click(QWidget *widget, const QPoint &at)
{
    const QPointer<QWidget> guard = widget;
    sendMouse(widget, at, QEvent::MouseMove, Qt::NoButton, Qt::NoButton, ApartMs);
    sendMouse(widget, at, QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
    if (guard)
        sendMouse(widget, at, QEvent::MouseButtonRelease, Qt::NoButton, Qt::LeftButton);
}

void click(QWidget *widget)
{
    click(widget, clickPoint(widget));
}

void doubleClick(QWidget *widget, const QPoint &at)
{
    const QPointer<QWidget> guard = widget;
    click(widget, at);
    if (guard)
        sendMouse(widget, at, QEvent::MouseButtonPress, Qt::LeftButton, Qt::LeftButton);
    if (guard)
        sendMouse(widget, at, QEvent::MouseButtonRelease, Qt::NoButton, Qt::LeftButton);
}

void clickItem(QAbstractItemView *view, const QModelIndex &index, bool twice)
{
    view->scrollTo(index);
    const QPoint at = view->visualRect(index).center();
    if (twice)
        doubleClick(view->viewport(), at);
    else
        click(view->viewport(), at);
}

bool readyForKeys()
{
    if (QApplication::activeWindow() && keyWindow())
        return true;
    QWidget *next = QApplication::activeModalWidget();
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (!next && top->isVisible() && top->inherits("QMainWindow"))
            next = top;
    }
    if (next)
        next->activateWindow();
    return false;
}

void press(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const QPointer<QWindow> window = keyWindow();
    if (!window)
        return;
    // As every platform does: the shortcuts are asked first, then the focus gets the key.
    if (qt_sendShortcutOverrideEvent(window->focusObject(), 0, key, modifiers, text, false, 1))
        return;
    qt_handleKeyEvent(window, QEvent::KeyPress, key, modifiers, text, false, 1);
    if (window)
        qt_handleKeyEvent(window, QEvent::KeyRelease, key, modifiers, text, false, 1);
}

void typeCharacter(QChar character)
{
    if (character == u'\n') {
        press(Qt::Key_Return, Qt::NoModifier, u"\r"_s);
        return;
    }
    const QChar upper = character.toUpper();
    const int key = upper.unicode() < 0x80 ? int(upper.unicode()) : int(Qt::Key_unknown);
    press(key, character.isUpper() ? Qt::ShiftModifier : Qt::NoModifier, QString(character));
}

} // namespace groundswell::tour
