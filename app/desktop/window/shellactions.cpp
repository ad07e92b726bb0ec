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

ShellActions::ShellActions(QMainWindow &window, QUndoGroup &undoGroup, QDockWidget &packagesDock,
                           const Shortcuts &shortcutKeys)
    : QObject(&window)
    , m_window(window)
    , m_actions(window, Qt::WindowShortcut)
{
    makeActions(undoGroup, packagesDock);
    setKeys(shortcutKeys);
    fillMenus();
    fillToolBar();
    setEditing(false);
}

void ShellActions::makeActions(QUndoGroup &undoGroup, QDockWidget &packagesDock)
{
    importData = m_actions.make(ActionId::ImportData);
    openSample = m_actions.make(ActionId::OpenSample);
    connectService = m_actions.make(ActionId::ConnectService);
    preferences = m_actions.make(ActionId::Preferences);
    preferences->setMenuRole(QAction::PreferencesRole);
    quit = m_actions.make(ActionId::Quit);
    quit->setMenuRole(QAction::QuitRole);
    saveNow = m_actions.make(ActionId::SaveNow);
    makeUndo(undoGroup);
    history = m_actions.make(ActionId::History);
    find = m_actions.make(ActionId::Find);

    events = m_actions.make(ActionId::Events);
    packages = packagesDock.toggleViewAction();
    packages->setObjectName(actionName(ActionId::Packages));
    packages->setText(actionMenuText(ActionId::Packages));
    packages->setIcon(icon(u"package"_s));
    m_actions.add(ActionId::Packages, packages);
    refresh = m_actions.make(ActionId::Refresh);
    nextPane = m_actions.make(ActionId::NextPane);
    previousPane = m_actions.make(ActionId::PreviousPane);
    back = m_actions.make(ActionId::Back);
    resetLayout = m_actions.make(ActionId::ResetLayout);

    colours = new QActionGroup(this);
    const auto colour = [this](ActionId id, Theme::Choice value) {
        QAction *action = m_actions.make(id);
        action->setCheckable(true);
        action->setData(int(value));
        colours->addAction(action);
    };
    colour(ActionId::ColoursSystem, Theme::Choice::System);
    colour(ActionId::ColoursLight, Theme::Choice::Light);
    colour(ActionId::ColoursDark, Theme::Choice::Dark);

    shortcuts = m_actions.make(ActionId::Shortcuts);
}

void ShellActions::makeUndo(QUndoGroup &undoGroup)
{
    // Without keys of their own: the wizard has them where they hold, and two would cancel each other out.
    undo = makeAction(ActionId::Undo, this);
    redo = makeAction(ActionId::Redo, this);
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
    m_window.addActions({undo, redo});
}

void ShellActions::setKeys(const Shortcuts &shortcutKeys)
{
    m_actions.setKeys(shortcutKeys);
    const auto showKey = [&shortcutKeys](QAction *action, ActionId id) {
        const QKeySequence key = shortcutKeys.keys(id).value(0);
        action->setText(actionMenuText(id) + u'\t' + key.toString(QKeySequence::NativeText));
    };
    showKey(undo, ActionId::Undo);
    showKey(redo, ActionId::Redo);
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
