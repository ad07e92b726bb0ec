#include "support/sweep.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QToolBar>

#include <algorithm>

namespace groundswell::sweep {
namespace {

QString described(const QWidget *widget)
{
    QStringList path;
    for (const QWidget *at = widget; at; at = at->parentWidget())
        path.prepend(at->objectName().isEmpty() ? QString::fromLatin1(at->metaObject()->className())
                                                : at->objectName());
    return path.join(QLatin1Char('/'));
}

QList<QWidget *> visibleWidgets(QWidget *root)
{
    QList<QWidget *> found{root};
    const QList<QWidget *> all = root->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->isVisibleTo(root) && !widget->isWindow())
            found << widget;
    }
    return found;
}

/// Qt's own parts of a composed control (the line edit in a spin box, a scroll bar) are named by their owner.
bool isInnerPart(const QWidget *widget)
{
    return widget->objectName().startsWith(QLatin1StringView("qt_")) || widget->inherits("QScrollBar")
        || widget->inherits("QComboBoxPrivateContainer")
        || (widget->focusProxy() && !widget->inherits("QAbstractSpinBox"));
}

bool takesFocus(const QWidget *widget)
{
    return widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !isInnerPart(widget);
}

QString spokenName(QWidget *widget)
{
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name).trimmed() : QString();
}

/// Widgets that one would type into, pick from or press.
bool isControl(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    const bool isPart = isInnerPart(widget) || qobject_cast<const QAbstractSpinBox *>(parent)
        || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QLineEdit *>(parent)
        || qobject_cast<const QTabBar *>(parent) || widget->focusPolicy() == Qt::NoFocus;
    return !isPart
        && (qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QLineEdit *>(widget)
            || qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractSlider *>(widget));
}

/// The widget itself, or a container that is disabled with it, or the note above a page of the wizard.
bool saysWhyUnusable(const QWidget *control)
{
    for (const QWidget *at = control; at; at = at->parentWidget()) {
        if (!at->property("reasonUnusable").toString().isEmpty())
            return true;
        if (at->inherits("QWizardPage"))
            return !at->accessibleDescription().isEmpty();
    }
    return false;
}

/// In a menu or a tool bar: elsewhere an action is only a key.
bool isOffered(const QAction *action)
{
    const QObjectList places = action->associatedObjects();
    return action->isVisible() && !action->isSeparator() && !action->objectName().isEmpty()
        && std::any_of(places.begin(), places.end(), [](const QObject *place) {
               return qobject_cast<const QMenu *>(place) || qobject_cast<const QToolBar *>(place);
           });
}

QStringList unexplained(QWidget *root)
{
    QStringList findings;
    const QList<QWidget *> widgets = visibleWidgets(root);
    for (const QWidget *widget : widgets) {
        if (!widget->isEnabled() && isControl(widget) && !saysWhyUnusable(widget))
            findings << QStringLiteral("doesn't say why it can't be used: %1").arg(described(widget));
    }
    const QList<QAction *> actions = root->findChildren<QAction *>();
    for (const QAction *action : actions) {
        if (!action->isEnabled() && isOffered(action)
            && action->property("reasonUnusable").toString().isEmpty())
            findings << QStringLiteral("doesn't say why it can't be used: %1").arg(action->objectName());
    }
    return findings;
}

bool fits(const QWidget *widget, const QString &text, int room)
{
    return widget->fontMetrics().size(Qt::TextShowMnemonic, text).width() <= room + 1;
}

} // namespace

QStringList accessibilityFindings(QWidget *root)
{
    constexpr int target = 24; // WCAG 2.5.8
    QStringList findings = unexplained(root);
    const QList<QWidget *> widgets = visibleWidgets(root);
    for (QWidget *widget : widgets) {
        if (!takesFocus(widget))
            continue;
        if (spokenName(widget).isEmpty())
            findings << QStringLiteral("no accessible name: %1").arg(described(widget));
        if (widget->objectName().isEmpty())
            findings << QStringLiteral("no object name: %1").arg(described(widget));
        if (const auto *button = qobject_cast<QAbstractButton *>(widget)) {
            const bool box = qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget);
            if (button->width() < target || button->height() < target)
                findings << QStringLiteral("target of %1x%2: %3")
                                .arg(button->width())
                                .arg(button->height())
                                .arg(described(widget));
            if (!box && button->text().isEmpty() && button->icon().isNull())
                findings << QStringLiteral("button shows nothing: %1").arg(described(widget));
        }
    }
    return findings;
}

QStringList tabOrder(QWidget *first, int limit)
{
    QStringList names;
    first->setFocus(Qt::TabFocusReason);
    QWidget *start = QApplication::focusWidget();
    int stays = 0;
    for (QWidget *at = start; at && names.size() < limit; at = QApplication::focusWidget()) {
        if (stays == 0)
            names << (at->objectName().isEmpty() ? described(at) : at->objectName());
        QTest::keyClick(at, Qt::Key_Tab);
        // A date has three parts and Tab visits each of them, so it keeps the focus for several presses.
        stays = QApplication::focusWidget() == at ? stays + 1 : 0;
        if (stays > 3) {
            names << QStringLiteral("focus trap: %1").arg(described(at));
            break;
        }
        if (stays == 0 && QApplication::focusWidget() == start)
            break;
    }
    return names;
}

QStringList clippedTexts(QWidget *root)
{
    QStringList findings;
    const QList<QWidget *> widgets = visibleWidgets(root);
    for (QWidget *widget : widgets) {
        if (const auto *area = qobject_cast<QScrollArea *>(widget); area && area->widget()
            && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
            && area->widget()->width() > area->viewport()->width())
            findings << QStringLiteral("%1 px wide in a view of %2: %3")
                            .arg(area->widget()->width())
                            .arg(area->viewport()->width())
                            .arg(described(widget));
        if (auto *label = qobject_cast<QLabel *>(widget)) {
            if (label->text().isEmpty() || !label->toolTip().isEmpty()
                || label->inherits("groundswell::ElidedLabel"))
                continue;
            const bool wide = label->wordWrap() || fits(label, label->text(), label->contentsRect().width());
            const int needed =
                label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
            if (!wide || needed > label->height() + 1)
                findings << QStringLiteral("clipped “%1”: %2").arg(label->text().left(40), described(label));
        } else if (auto *button = qobject_cast<QAbstractButton *>(widget)) {
            const bool standard = button->inherits("QPushButton") || button->inherits("QCheckBox")
                || button->inherits("QRadioButton");
            if (standard && button->toolTip().isEmpty() && button->width() < button->sizeHint().width() - 1)
                findings << QStringLiteral("clipped “%1”: %2").arg(button->text(), described(button));
        }
    }
    return findings;
}

void shot(QWidget *widget, const QString &name)
{
    const QString folder = qEnvironmentVariable("GROUNDSWELL_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    widget->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

} // namespace groundswell::sweep
