#pragma once

#include "models/wave/problem.h"

#include <QDateTime>

#include <optional>

namespace groundswell {

/// Whether the draft is stored, as the interface words it in exactly one place. Says nothing of completeness.
struct SaveState {
    enum class Kind {
        Clean, ///< nothing edited since loading
        Unsaved, ///< typed, not yet on disk (under 200 ms)
        OnDisk, ///< in the journal, waiting to be sent
        Saving, ///< a PUT is under way
        Saved, ///< the server acknowledged the current revision
        Offline, ///< no connection; changes are kept on this computer
        Failed, ///< the server refused or failed; see problem and retryIn
        Conflict, ///< somebody else changed the same field
        Frozen, ///< published: edited per cluster
        SignedOut, ///< sign in again to send
    };

    Kind kind = Kind::Clean;
    QDateTime savedAt; ///< of Saved, local time
    std::optional<Problem> problem; ///< of Failed and Offline
    std::optional<int> retryInSeconds; ///< of Failed and Offline
    int pendingChanges = 0; ///< revisions not yet acknowledged
};

} // namespace groundswell
