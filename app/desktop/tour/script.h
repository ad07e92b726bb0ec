#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace groundswell::tour {

/// How one small action stands: it is asked again and again until it is Done, Failed, or its step's time is
/// up.
struct Progress {
    enum class Kind { Waiting, Done, Failed };
    Kind kind = Kind::Waiting;
    QString reason; ///< what it waits for, or why it failed
    QString shot; ///< name of a picture to take now; only with Done
    [[nodiscard]] static Progress done() { return {Kind::Done, {}, {}}; }
    [[nodiscard]] static Progress waiting(QString reason) { return {Kind::Waiting, std::move(reason), {}}; }
    [[nodiscard]] static Progress failed(QString reason) { return {Kind::Failed, std::move(reason), {}}; }
};
using Action = std::function<Progress()>;

/// One named stretch of the tour: actions in order, then a screenshot of the window.
class Step {
public:
    explicit Step(QString name)
        : m_name(std::move(name))
    {
    }

    // Each of these appends an action and returns the step, so that a script reads as a list of what a user
    // does.
    Step &click(const QString &widget); ///< waits until it can be clicked
    Step &clickIfThere(const QString &widget); ///< for what only some servers show
    Step &type(const QString &widget, const QString &text); ///< replaces the content, a key at a time
    Step &typeIfUsable(const QString &widget,
                       const QString &text); ///< for a field that another one may have filled
    Step &append(const QString &widget, const QString &text); ///< types at the end of the content
    Step &keys(const QString &text); ///< to whatever has the focus
    Step &press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    Step &choose(const QString &comboBox,
                 int index); ///< with the keyboard, as a combo box is used without looking
    Step &clickTab(const QString &tabs, int index); ///< a QTabWidget or a QTabBar
    Step &activateRow(const QString &view, int row); ///< double click
    Step &selectRow(const QString &view, int row);
    Step &waitFor(const QString &widget); ///< until it is on the screen
    Step &waitUntil(const QString &what, const std::function<bool()> &condition);
    Step &then(const Action &action);
    Step &within(std::chrono::milliseconds timeout);
    Step &withoutScreenshot();
    /// A picture in the middle of a step, for instance of a dialog about to close.
    Step &shot(const QString &name);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QList<Action> &actions() const { return m_actions; }
    [[nodiscard]] std::chrono::milliseconds timeout() const { return m_timeout; }
    [[nodiscard]] bool wantsScreenshot() const { return m_screenshot; }

private:
    friend class Player;
    QString m_name;
    QList<Action> m_actions;
    std::chrono::milliseconds m_timeout{20'000};
    bool m_screenshot = true;
};

/// Types \a text into a widget, one key per call; what the steps are made of, for scripts that learn the text
/// late.
[[nodiscard]] Action typing(const QString &widget, const QString &text, bool replace);

using Script = QList<Step>;

} // namespace groundswell::tour
