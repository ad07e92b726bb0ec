#pragma once

#include "app/desktop/tour/script.h"
#include "app/desktop/tour/userpath.h"
#include "models/wave/calls/planquestion.h"

#include <memory>

namespace groundswell::tour {

// The stages of the user's path, in the order in which it takes them.

/// What the stages tell each other.
struct Notes {
    EventId eid; ///< the event that a campaign is planned for
    QString title;
    PlanQuestion plan; ///< what is typed in for it; `clusters` may be others in the end
};
using SharedNotes = std::shared_ptr<Notes>;

/// The welcome page, the sample's files and their import.
[[nodiscard]] Script newWorkspace(const UserPathOptions &options);
/// Where the campaigns would run: typed in, as the local workspace has no ad platform to ask.
[[nodiscard]] Step preferences();
/// An event that a campaign can be planned for, by the service's word, searched for in the list.
[[nodiscard]] Step findEvent(const UserPathOptions &options, const SharedNotes &notes);
[[nodiscard]] Step openEvent(const SharedNotes &notes);
/// Every page of the wizard, and what autosave made of it.
[[nodiscard]] Script wizard(const UserPathOptions &options, const MainWindow &window,
                            const SharedNotes &notes);
/// Publishing, and one campaign edited afterwards.
[[nodiscard]] Script campaigns();
/// An audience package, its customers as a file and its evaluation.
[[nodiscard]] Script packages(const UserPathOptions &options);

} // namespace groundswell::tour
