#pragma once

#include "app/net/rest/scheduler.h"
#include "models/wave/problem.h"

#include <QString>

#include <chrono>
#include <functional>

namespace groundswell {

class Calendar;
class DraftStore;
class Session;
class Settings;
class Theme;
class WaveClient;

/// Writes the sample organiser's events.csv, sales.csv and customers.csv into a folder. Called on a worker
/// thread. A function, because the generator belongs to the service and only the composition root sees that
/// one.
using SampleWriter = std::function<Expected<void>(const QString &folder)>;

/// What the windows need from the rest of the program; built by main, and everything in it outlives the
/// windows.
struct DesktopContext {
    Settings &settings;
    Theme &theme;
    Session &session;
    WaveClient &client;
    DraftStore &draftStore;
    Scheduler &scheduler;
    Calendar &calendar; ///< which day it is for the organiser
    RandomSource random;
    QString journalFolder; ///< of drafts, before they reach the service
    bool isLocal =
        false; ///< the embedded service of a workspace on this computer, with its own settings and imports
    SampleWriter writeSample; ///< empty where there is none
    QString folderWarning = {}; ///< to be shown once, of the workspace's folder; empty = none
    /// How long leaving the program waits for what isn't saved yet; it is on this computer in any case.
    std::chrono::milliseconds lastSave{2'000};
};

} // namespace groundswell
