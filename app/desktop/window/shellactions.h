#pragma once

#include "app/look/actions/actionset.h"

#include <QObject>

class QAction;
class QActionGroup;
class QDockWidget;
class QMainWindow;
class QUndoGroup;

namespace groundswell {

/// The window's commands with their words, icons and shortcuts, in menus and on the tool bar. What they do is
/// connected by the main window.
class ShellActions : public QObject {
    Q_OBJECT
public:
    ShellActions(QMainWindow &window, QUndoGroup &undo, QDockWidget &packages, const Shortcuts &shortcuts);

    QAction *importData = nullptr;
    QAction *openSample = nullptr;
    QAction *connectService = nullptr;
    QAction *preferences = nullptr;
    QAction *quit = nullptr;
    QAction *saveNow = nullptr;
    QAction *undo = nullptr;
    QAction *redo = nullptr;
    QAction *history = nullptr; ///< versions of the setup being edited
    QAction *find = nullptr;
    QAction *events = nullptr; ///< to the list
    QAction *packages = nullptr; ///< shows the dock, checkable
    QAction *refresh = nullptr;
    QAction *nextPane = nullptr;
    QAction *previousPane = nullptr;
    QAction *back = nullptr;
    QAction *resetLayout = nullptr;
    QActionGroup *colours = nullptr; ///< data: Theme::Choice
    QAction *shortcuts = nullptr;

    void setKeys(const Shortcuts &shortcuts);
    /// Undo, redo and save belong to the wizard: without it they aren't on the tool bar.
    void setEditing(bool editing);
    /// Whether there is a draft that can be edited now: its history and saving are about it.
    void setDraftOpen(bool open);

private:
    void makeActions(QUndoGroup &undoGroup, QDockWidget &packagesDock);
    void makeUndo(QUndoGroup &undoGroup);
    void fillMenus();
    void fillToolBar();
    void showDraftActions();

    QMainWindow &m_window;
    ActionSet m_actions;
    bool m_editing = false;
    bool m_draftOpen = false;
};

} // namespace groundswell
