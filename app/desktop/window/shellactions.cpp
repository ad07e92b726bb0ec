#include "app/desktop/window/shellactions.h"

#include "app/desktop/shell/settings.h"
#include "app/look/inputs/usable.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"

#include <QActionGroup>
#include <QDockWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <QUndoGroup>

using namespace Qt::StringLiterals;

namespace groundswell {

ShellActions::ShellActions(QMainWindow &window, QUndoGroup &undoGroup, QDockWidget &packagesDock)
    : QObject(&window)
    , m_window(window)
{
    makeActions(undoGroup, packagesDock);
    fillMenus();
    fillToolBar();
    setEditing(false);
}

QAction *ShellActions::make(const QString &name, const QString &text, const QString &iconName)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    if (!iconName.isEmpty())
        action->setIcon(icon(iconName));
    m_window.addAction(action);
    return action;
}

void ShellActions::makeActions(QUndoGroup &undoGroup, QDockWidget &packagesDock)
{
    importData = make(u"importAction"_s, tr("&Import ticketing data…"), u"import"_s);
    importData->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    openSample = make(u"sampleAction"_s, tr("New from &sample"), u"sparkle"_s);
    connectService = make(u"connectAction"_s, tr("&Connect to a Wave service…"), u"sign-in"_s);
    preferences = make(u"preferencesAction"_s, tr("&Preferences…"), u"settings"_s);
    preferences->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    preferences->setMenuRole(QAction::PreferencesRole);
    quit = make(u"quitAction"_s, tr("&Quit"));
    quit->setShortcuts(QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);

    saveNow = make(u"saveNowAction"_s, tr("&Save now"), u"save"_s);
    saveNow->setShortcuts(QKeySequence::Save);
    // Without shortcuts of their own: the wizard has them where they hold, and two would cancel each other
    // out.
    undo = make(u"editUndoAction"_s,
                tr("&Undo") + u'\t' + QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText),
                u"undo"_s);
    redo = make(u"editRedoAction"_s,
                tr("&Redo") + u'\t' + QKeySequence(QKeySequence::Redo).toString(QKeySequence::NativeText),
                u"redo"_s);
    const auto showUndo = [this](bool can) { setUsable(undo, can, tr("There is nothing to undo.")); };
    const auto showRedo = [this](bool can) { setUsable(redo, can, tr("There is nothing to redo.")); };
    showUndo(undoGroup.canUndo());
    showRedo(undoGroup.canRedo());
    undo->setIconText(tr("Undo"));
    redo->setIconText(tr("Redo"));
    connect(undo, &QAction::triggered, &undoGroup, &QUndoGroup::undo);
    connect(redo, &QAction::triggered, &undoGroup, &QUndoGroup::redo);
    connect(&undoGroup, &QUndoGroup::canUndoChanged, undo, showUndo);
    connect(&undoGroup, &QUndoGroup::canRedoChanged, redo, showRedo);
    history = make(u"historyAction"_s, tr("Version &history…"), u"clock"_s);
    history->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H));
    find = make(u"findAction"_s, tr("&Find an event"), u"search"_s);
    find->setShortcuts(QKeySequence::Find);

    events = make(u"eventsAction"_s, tr("&Events"), u"list"_s);
    events->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_E));
    packages = packagesDock.toggleViewAction();
    packages->setObjectName(u"packagesAction"_s);
    packages->setText(tr("&Packages && attribution"));
    packages->setIcon(icon(u"package"_s));
    packages->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
    refresh = make(u"refreshAction"_s, tr("&Refresh"), u"refresh"_s);
    refresh->setShortcuts(QKeySequence::Refresh);
    nextPane = make(u"nextPaneAction"_s, tr("&Next pane"));
    nextPane->setShortcut(QKeySequence(Qt::Key_F6));
    previousPane = make(u"previousPaneAction"_s, tr("P&revious pane"));
    previousPane->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F6));
    back = make(u"backAction"_s, tr("&Back"), u"chevron-left"_s);
    back->setShortcuts({QKeySequence(Qt::Key_Escape), QKeySequence(Qt::ALT | Qt::Key_Left)});
    resetLayout = make(u"resetLayoutAction"_s, tr("Reset &layout"));

    colours = new QActionGroup(this);
    const auto colour = [this](const QString &name, const QString &text, Settings::Colours value) {
        QAction *action = make(name, text);
        action->setCheckable(true);
        action->setData(int(value));
        colours->addAction(action);
    };
    colour(u"coloursSystemAction"_s, tr("As the &system"), Settings::Colours::System);
    colour(u"coloursLightAction"_s, tr("&Light"), Settings::Colours::Light);
    colour(u"coloursDarkAction"_s, tr("&Dark"), Settings::Colours::Dark);

    shortcuts = make(u"shortcutsAction"_s, tr("&Keyboard shortcuts"), u"help"_s);
    shortcuts->setShortcuts({QKeySequence(Qt::Key_F1), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
}

void ShellActions::fillMenus()
{
    QMenuBar *bar = m_window.menuBar();
    nameWidget(bar, u"menuBar"_s, tr("Menus"));
    const auto menu = [bar](const QString &name, const QString &title, const QList<QAction *> &actions) {
        QMenu *result = bar->addMenu(title);
        result->setObjectName(name);
        result->setToolTipsVisible(true); // they say why something can't be done now
        for (QAction *action : actions) {
            if (action)
                result->addAction(action);
            else
                result->addSeparator();
        }
        return result;
    };
    menu(u"fileMenu"_s, tr("&File"),
         {importData, openSample, nullptr, connectService, nullptr, preferences, nullptr, quit});
    menu(u"editMenu"_s, tr("&Edit"), {undo, redo, history, nullptr, saveNow, nullptr, find});
    QMenu *view =
        menu(u"viewMenu"_s, tr("&View"),
             {back, events, packages, nullptr, refresh, nextPane, previousPane, nullptr, resetLayout});
    QMenu *look = view->addMenu(tr("&Colours"));
    look->setObjectName(u"coloursMenu"_s);
    look->addActions(colours->actions());
    menu(u"helpMenu"_s, tr("&Help"), {shortcuts});
}

void ShellActions::fillToolBar()
{
    QToolBar *bar = m_window.addToolBar(tr("Main tool bar"));
    nameWidget(bar, u"mainToolBar"_s, tr("Main tool bar"));
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addActions({events, importData});
    auto *gap = new QWidget(bar);
    gap->setObjectName(u"toolBarGap"_s);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    bar->addAction(packages);
    for (QAction *action : bar->actions()) {
        if (QWidget *button = bar->widgetForAction(action); button && !action->objectName().isEmpty())
            button->setObjectName(action->objectName() + u"Button"_s);
    }
}

QList<QAction *> ShellActions::withShortcuts() const
{
    QList<QAction *> result;
    for (QAction *action : {events, importData, find, packages, refresh, nextPane, previousPane, back, undo,
                            redo, history, saveNow, preferences, shortcuts, quit}) {
        if (!action->shortcut().isEmpty())
            result.append(action);
    }
    return result;
}

void ShellActions::setDraftOpen(bool open)
{
    m_draftOpen = open;
    showDraftActions();
}

void ShellActions::showDraftActions()
{
    for (QAction *action : {saveNow, history})
        setUsable(action, m_editing && m_draftOpen,
                  m_editing ? tr("The campaign setup can't be edited right now.")
                            : tr("Open a campaign setup first."));
}

void ShellActions::setEditing(bool editing)
{
    m_editing = editing;
    showDraftActions();
    auto *bar = m_window.findChild<QToolBar *>(u"mainToolBar"_s);
    if (editing)
        bar->insertActions(packages, {undo, redo});
    for (QAction *action : {undo, redo}) {
        if (!editing)
            bar->removeAction(action);
        else if (QWidget *button = bar->widgetForAction(action))
            button->setObjectName(action->objectName() + u"Button"_s);
    }
}

} // namespace groundswell
