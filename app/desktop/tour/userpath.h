#pragma once

#include "app/desktop/shell/desktopcontext.h"
#include "app/desktop/tour/script.h"

#include <QDir>

namespace groundswell {
class Calendar;
class MainWindow;
class WaveClient;
}

namespace groundswell::tour {

struct UserPathOptions {
    WaveClient &client; ///< to find an event with; must outlive the script
    const Calendar &calendar; ///< asked whenever the tour types a date; must outlive the script
    bool local = true; ///< with the steps that only a workspace on this computer has
    bool empty = true; ///< the workspace is new: the tour begins with welcome and import
    QDir folder; ///< sample files, the ad's picture and the saved CSV are written here too
    SampleWriter writeSample; ///< for the import step; only with local
};

/// The whole way of a marketer, as steps in the real windows: welcome, import, event list, event page, every
/// page of the wizard with real typing, autosave, publish, campaigns, one edited again, a package, its CSV
/// and its evaluation.
[[nodiscard]] Script userPath(MainWindow &window, const UserPathOptions &options);

} // namespace groundswell::tour
