#pragma once

#include "models/draft/merge.h"

#include <vector>

namespace groundswell {

/// Whether the content is the same, apart from what the service itself writes.
[[nodiscard]] bool sameContent(const SetupProcess &a, const SetupProcess &b);

/// What a row read from the server means for the draft.
struct Reconciliation {
    enum class Verdict {
        Mine, ///< the row is the draft
        Base, ///< the row is what the server was last known to hold
        OwnEarlier, ///< a late write of our own landed: write again
        Merged, ///< somebody else changed other fields
        Conflict, ///< somebody else changed the same field
    };
    Verdict verdict = Verdict::Mine;
    MergeResult merge; ///< of Merged and Conflict
    SetupProcess base; ///< the row that the merge started from
};

/// What the server made of a write that it accepted.
struct WriteOutcome {
    bool isSame = false; ///< it holds what was sent; the rest is empty then
    std::vector<FieldDifference> changes; ///< see serviceChanges()
    /// The server's values in fields that this write didn't touch, merged into the draft.
    MergeResult merge;
    SetupProcess base; ///< the row that the merge started from
    bool isEdit = false; ///< somebody's, not just the service filling in what nobody had said
};

/// \a before: what the server held before the write of \a sent; \a mine: the draft as it is now.
[[nodiscard]] WriteOutcome outcomeOf(const SetupProcess &before, const SetupProcess &sent,
                                     const SetupProcess &mine, const SetupProcess &server);

/// Tells our own late writes from other people's edits without any help from the server. Somebody else's row
/// descends from a row that the server held at some time: from \a base, or from one of our writes whose fate
/// is unknown (\a sent). The nearest of them becomes the base of the merge, so that our own earlier values in
/// somebody else's row don't count as their edits.
[[nodiscard]] Reconciliation reconcile(const SetupProcess &mine, const SetupProcess &base,
                                       const std::vector<SetupProcess> &sent, const SetupProcess &server);

} // namespace groundswell
