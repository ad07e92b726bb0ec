#include "app/look/actions/actiontable.h"

#include "app/look/style/icons.h"

#include <QAction>
#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

struct Keys {
    QKeySequence::StandardKey standard = QKeySequence::UnknownKey; ///< those that the platform has for it
    std::array<QKeyCombination, 2> others{}; ///< Qt::Key_unknown: none
};

constexpr Keys keys(QKeySequence::StandardKey standard, QKeyCombination other = {})
{
    return {standard, {other}};
}

constexpr Keys keys(QKeyCombination first, QKeyCombination second = {})
{
    return {QKeySequence::UnknownKey, {first, second}};
}

struct Entry {
    ActionId id;
    const char *name;
    const char *icon; ///< empty: none
    const char *text;
    Keys keys;
    const char *listText = nullptr; ///< where the menu's text says too little without the menu
};

class ActionTable {
    Q_DECLARE_TR_FUNCTIONS(groundswell::ActionTable)
public:
    static const Entry &at(ActionId id);
    static constexpr auto Size = static_cast<size_t>(ActionId::FillDown) + 1;
};

const Entry &ActionTable::at(ActionId id)
{
    // In the order of ActionId.
    static constexpr std::array<Entry, Size> entries{{
        {ActionId::Events, "eventsAction", "list", QT_TR_NOOP("&Events"), keys(Qt::CTRL | Qt::Key_E)},
        {ActionId::ImportData, "importAction", "import", QT_TR_NOOP("&Import ticketing data…"),
         keys(Qt::CTRL | Qt::Key_I)},
        {ActionId::Find, "findAction", "search", QT_TR_NOOP("&Find an event"), keys(QKeySequence::Find)},
        {ActionId::Packages, "packagesAction", "package", QT_TR_NOOP("&Packages && attribution"),
         keys(Qt::CTRL | Qt::Key_P)},
        {ActionId::Refresh, "refreshAction", "refresh", QT_TR_NOOP("&Refresh"), keys(QKeySequence::Refresh)},
        {ActionId::NextPane, "nextPaneAction", "", QT_TR_NOOP("&Next pane"), keys(Qt::Key_F6)},
        {ActionId::PreviousPane, "previousPaneAction", "", QT_TR_NOOP("P&revious pane"),
         keys(Qt::SHIFT | Qt::Key_F6)},
        {ActionId::Back, "backAction", "chevron-left", QT_TR_NOOP("&Back"),
         keys(Qt::Key_Escape, Qt::ALT | Qt::Key_Left)},
        {ActionId::Undo, "editUndoAction", "undo", QT_TR_NOOP("&Undo"), keys(QKeySequence::Undo)},
        {ActionId::Redo, "editRedoAction", "redo", QT_TR_NOOP("&Redo"),
         keys(QKeySequence::Redo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z)},
        {ActionId::History, "historyAction", "clock", QT_TR_NOOP("Version &history…"),
         keys(Qt::CTRL | Qt::SHIFT | Qt::Key_H)},
        {ActionId::SaveNow, "saveNowAction", "save", QT_TR_NOOP("&Save now"), keys(QKeySequence::Save)},
        {ActionId::Preferences, "preferencesAction", "settings", QT_TR_NOOP("&Preferences…"),
         keys(Qt::CTRL | Qt::Key_Comma)},
        {ActionId::Shortcuts, "shortcutsAction", "help", QT_TR_NOOP("&Keyboard shortcuts"),
         keys(Qt::Key_F1, Qt::CTRL | Qt::Key_Slash)},
        {ActionId::Quit, "quitAction", "", QT_TR_NOOP("&Quit"), keys(QKeySequence::Quit)},
        {ActionId::OpenSample, "sampleAction", "sparkle", QT_TR_NOOP("New from &sample"), {}},
        {ActionId::ConnectService, "connectAction", "sign-in", QT_TR_NOOP("&Connect to a Wave service…"), {}},
        {ActionId::ResetLayout, "resetLayoutAction", "", QT_TR_NOOP("Reset &layout"), {}},
        {ActionId::ColoursSystem,
         "coloursSystemAction",
         "",
         QT_TR_NOOP("As the &system"),
         {},
         QT_TR_NOOP("Colours as the system")},
        {ActionId::ColoursLight,
         "coloursLightAction",
         "",
         QT_TR_NOOP("&Light"),
         {},
         QT_TR_NOOP("Light colours")},
        {ActionId::ColoursDark, "coloursDarkAction", "", QT_TR_NOOP("&Dark"), {}, QT_TR_NOOP("Dark colours")},
        {ActionId::Step1, "step1Action", "", QT_TR_NOOP("Go to step 1"), keys(Qt::ALT | Qt::Key_1)},
        {ActionId::Step2, "step2Action", "", QT_TR_NOOP("Go to step 2"), keys(Qt::ALT | Qt::Key_2)},
        {ActionId::Step3, "step3Action", "", QT_TR_NOOP("Go to step 3"), keys(Qt::ALT | Qt::Key_3)},
        {ActionId::Step4, "step4Action", "", QT_TR_NOOP("Go to step 4"), keys(Qt::ALT | Qt::Key_4)},
        {ActionId::Step5, "step5Action", "", QT_TR_NOOP("Go to step 5"), keys(Qt::ALT | Qt::Key_5)},
        {ActionId::Step6, "step6Action", "", QT_TR_NOOP("Go to step 6"), keys(Qt::ALT | Qt::Key_6)},
        {ActionId::Step7, "step7Action", "", QT_TR_NOOP("Go to step 7"), keys(Qt::ALT | Qt::Key_7)},
        {ActionId::NextStep, "nextStepAction", "", QT_TR_NOOP("Next step"),
         keys(Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter)},
        {ActionId::NextProblem, "nextProblemAction", "", QT_TR_NOOP("Next thing to fix"), keys(Qt::Key_F8)},
        {ActionId::FillDown, "fillDownAction", "", QT_TR_NOOP("Fill the column of ads down"),
         keys(Qt::CTRL | Qt::Key_D)},
    }};
    return entries.at(static_cast<size_t>(id));
}

} // namespace

const QList<ActionId> &allActions()
{
    static const QList<ActionId> all = [] {
        QList<ActionId> ids;
        for (size_t i = 0; i < ActionTable::Size; ++i)
            ids.append(ActionTable::at(ActionId(i)).id);
        return ids;
    }();
    return all;
}

QString actionName(ActionId id)
{
    return QLatin1StringView(ActionTable::at(id).name);
}

QString actionMenuText(ActionId id)
{
    return ActionTable::tr(ActionTable::at(id).text);
}

QString actionText(ActionId id)
{
    if (const char *text = ActionTable::at(id).listText)
        return ActionTable::tr(text);
    const QString placeholder(QChar(1));
    return actionMenuText(id)
        .replace("&&"_L1, placeholder)
        .remove(u'&')
        .remove(u'…')
        .replace(placeholder, "&"_L1)
        .trimmed();
}

QList<QKeySequence> defaultKeys(ActionId id)
{
    const Keys &keys = ActionTable::at(id).keys;
    QList<QKeySequence> result;
    if (keys.standard != QKeySequence::UnknownKey)
        result = QKeySequence::keyBindings(keys.standard);
    for (const QKeyCombination &key : keys.others) {
        if (key.key() != Qt::Key_unknown && !result.contains(QKeySequence(key)))
            result.append(QKeySequence(key));
    }
    return result;
}

QAction *makeAction(ActionId id, QObject *parent)
{
    auto *action = new QAction(actionMenuText(id), parent);
    action->setObjectName(actionName(id));
    if (const QLatin1StringView name(ActionTable::at(id).icon); !name.isEmpty())
        action->setIcon(icon(name));
    return action;
}

} // namespace groundswell
