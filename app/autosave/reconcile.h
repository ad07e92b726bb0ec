#pragma once

#include "models/draft/merge.h"

#include <vector>

namespace groundswell {

/// Same content, but for what the service writes itself.
[[nodiscard]] bool sameContent(const SetupProcess &a, const SetupProcess &b);

/// What a row read from the server means for the draft.
struct Reconciliation {
    enum class Verdict {
        Mine, ///< it is the draft
        Base, ///< it is what the server was last known to hold
        OwnEarlier, ///< a late write of our own landed: write again
        Merged, ///< somebody else changed other fields
        Conflict, ///< somebody else changed the same field
    };
    Verdict verdict = Verdict::Mine;
    MergeResult merge; ///< of Merged and Conflict
    SetupProcess base; ///< that the merge started from
};

/// Tells our own late writes from other people's edits without any help of the server. Somebody else's row
/// descends from a row that the server held at some time: from \a base, or from one of the writes of ours
/// whose fate is unknown (\a sent). The nearest of them is taken as the base of the merge, so that our own
/// earlier values in somebody else's row don't count as their edits.
[[nodiscard]] Reconciliation reconcile(const SetupProcess &mine, const SetupProcess &base,
                                       const std::vector<SetupProcess> &sent, const SetupProcess &server);

} // namespace groundswell
