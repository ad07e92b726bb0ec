#include "app/desktop/tour/script.h"

#include "app/desktop/tour/input.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QTabWidget>

#include <memory>

using namespace Qt::StringLiterals;

namespace groundswell::tour {

namespace {

/// A widget that can be used now, or why there is none yet.
struct Target {
    QWidget *widget = nullptr;
    QString reason;
};

Target usable(const QString &name)
{
    QWidget *widget = findVisible(name);
    if (widget)
        scrollTo(widget);
    if (const QString reason = obstacle(widget); !reason.isEmpty())
        return {nullptr, u"\"%1\" to be usable, but %2"_s.arg(name, reason)};
    return {widget, {}};
}

Action onRow(const QString &name, int row, bool twice)
{
    return [=]() -> Progress {
        const Target target = usable(name);
        if (!target.widget)
            return Progress::waiting(target.reason);
        auto *view = qobject_cast<QAbstractItemView *>(target.widget);
        if (!view)
            return Progress::failed(u"\"%1\" is no list"_s.arg(name));
        const QModelIndex index = view->model() ? view->model()->index(row, 0) : QModelIndex();
        if (!index.isValid())
            return Progress::waiting(u"\"%1\" to have a row %2"_s.arg(name).arg(row + 1));
        clickItem(view, index, twice);
        return Progress::done();
    };
}

} // namespace

Action typing(const QString &name, const QString &text, bool replace)
{
    auto position = std::make_shared<qsizetype>(-1);
    return [=]() -> Progress {
        if (*position < 0) {
            const Target target = usable(name);
            if (!target.widget)
                return Progress::waiting(target.reason);
            click(target.widget);
            if (!readyForKeys())
                return Progress::waiting(u"a window to have the focus"_s);
            if (replace)
                tour::press(Qt::Key_A, Qt::ControlModifier);
            else
                tour::press(Qt::Key_End, Qt::ControlModifier);
            if (replace && text.isEmpty())
                tour::press(Qt::Key_Delete);
            *position = 0;
            return Progress::waiting(u"\"%1\" to take the text"_s.arg(name));
        }
        if (*position < text.size()) {
            typeCharacter(text.at((*position)++));
            return Progress::waiting(u"\"%1\" to take the text"_s.arg(name));
        }
        return Progress::done();
    };
}

Step &Step::then(const Action &action)
{
    m_actions.append(action);
    return *this;
}

Step &Step::click(const QString &widget)
{
    return then([widget]() -> Progress {
        const Target target = usable(widget);
        if (!target.widget)
            return Progress::waiting(target.reason);
        tour::click(target.widget);
        return Progress::done();
    });
}

Step &Step::clickIfThere(const QString &widget)
{
    return then([widget]() -> Progress {
        if (const Target target = usable(widget); target.widget)
            tour::click(target.widget);
        return Progress::done();
    });
}

Step &Step::type(const QString &widget, const QString &text)
{
    return then(typing(widget, text, true));
}

Step &Step::typeIfUsable(const QString &widget, const QString &text)
{
    auto inner = std::make_shared<Action>();
    return then([=]() -> Progress {
        if (!*inner && !usable(widget).widget)
            return Progress::done();
        if (!*inner)
            *inner = typing(widget, text, true);
        return (*inner)();
    });
}

Step &Step::append(const QString &widget, const QString &text)
{
    return then(typing(widget, text, false));
}

Step &Step::keys(const QString &text)
{
    auto position = std::make_shared<qsizetype>(0);
    return then([text, position]() -> Progress {
        if (*position >= text.size())
            return Progress::done();
        if (!readyForKeys() || !QApplication::focusWidget())
            return Progress::waiting(u"something to have the focus"_s);
        typeCharacter(text.at((*position)++));
        return Progress::waiting(u"the keys to be typed"_s);
    });
}

Step &Step::press(int key, Qt::KeyboardModifiers modifiers)
{
    return then([=]() -> Progress {
        if (!readyForKeys())
            return Progress::waiting(u"a window to have the focus"_s);
        tour::press(key, modifiers);
        return Progress::done();
    });
}

Step &Step::choose(const QString &comboBox, int index)
{
    return then([=]() -> Progress {
        const Target target = usable(comboBox);
        if (!target.widget)
            return Progress::waiting(target.reason);
        auto *combo = qobject_cast<QComboBox *>(target.widget);
        if (!combo)
            return Progress::failed(u"\"%1\" is no combo box"_s.arg(comboBox));
        if (index >= combo->count())
            return Progress::waiting(u"\"%1\" to have a choice %2"_s.arg(comboBox).arg(index + 1));
        if (!readyForKeys())
            return Progress::waiting(u"a window to have the focus"_s);
        combo->setFocus(Qt::TabFocusReason);
        if (combo->currentIndex() == index)
            return Progress::done();
        tour::press(combo->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
        return Progress::waiting(u"\"%1\" to take choice %2"_s.arg(comboBox).arg(index + 1));
    });
}

Step &Step::clickTab(const QString &tabs, int index)
{
    return then([=]() -> Progress {
        QWidget *widget = findVisible(tabs);
        auto *bar = qobject_cast<QTabBar *>(widget);
        if (const auto *pages = qobject_cast<QTabWidget *>(widget))
            bar = pages->tabBar();
        if (!bar || index >= bar->count())
            return Progress::waiting(u"\"%1\" to have a tab %2"_s.arg(tabs).arg(index + 1));
        tour::click(bar, bar->tabRect(index).center());
        return Progress::done();
    });
}

Step &Step::activateRow(const QString &view, int row)
{
    return then(onRow(view, row, true));
}

Step &Step::selectRow(const QString &view, int row)
{
    return then(onRow(view, row, false));
}

Step &Step::waitFor(const QString &widget)
{
    return then([widget]() -> Progress {
        return findVisible(widget) ? Progress::done() : Progress::waiting(u"\"%1\" to appear"_s.arg(widget));
    });
}

Step &Step::waitUntil(const QString &what, const std::function<bool()> &condition)
{
    return then([=]() -> Progress { return condition() ? Progress::done() : Progress::waiting(what); });
}

Step &Step::within(std::chrono::milliseconds timeout)
{
    m_timeout = timeout;
    return *this;
}

Step &Step::withoutScreenshot()
{
    m_screenshot = false;
    return *this;
}

Step &Step::shot(const QString &name)
{
    return then([name] { return Progress{Progress::Kind::Done, {}, name}; });
}

} // namespace groundswell::tour
