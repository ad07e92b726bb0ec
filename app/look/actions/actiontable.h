#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

class QAction;
class QObject;

namespace groundswell {

/// What the user can tell the program by menu or key, in the order of the list of shortcuts. A new one has an
/// entry in the table of the .cpp, and is made with makeAction() or an ActionSet where it is carried out.
enum class ActionId {
    Events,
    ImportData,
    Find,
    Packages,
    Refresh,
    NextPane,
    PreviousPane,
    Back,
    Undo,
    Redo,
    History,
    SaveNow,
    Preferences,
    Shortcuts,
    Quit,
    OpenSample,
    ConnectService,
    ResetLayout,
    ColoursSystem,
    ColoursLight,
    ColoursDark,
    // In the campaign wizard:
    Step1,
    Step2,
    Step3,
    Step4,
    Step5,
    Step6,
    Step7,
    NextStep,
    NextProblem,
    FillDown,
};

/// All of them, in the order of the table.
[[nodiscard]] const QList<ActionId> &allActions();
/// The action's object name, and its key in the settings.
[[nodiscard]] QString actionName(ActionId id);
/// As in a menu, in the user's language.
[[nodiscard]] QString actionMenuText(ActionId id);
/// The same as it is read: without the mark of the letter to press, and without "…".
[[nodiscard]] QString actionText(ActionId id);
/// The keys that it has unless the user chose another; none for some.
[[nodiscard]] QList<QKeySequence> defaultKeys(ActionId id);

/// With name, text and icon; without keys.
[[nodiscard]] QAction *makeAction(ActionId id, QObject *parent);

} // namespace groundswell
