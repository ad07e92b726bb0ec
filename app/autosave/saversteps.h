#pragma once

#include "app/autosave/draftsaver.h"

#include <algorithm>
#include <array>

namespace groundswell {

/// One phase of the saver and one that may follow it.
struct SaverStep {
    DraftSaver::Phase from;
    DraftSaver::Phase to;

    constexpr bool operator==(const SaverStep &other) const = default;
};

/// Every step that the saver takes; a build with assertions stops at any other. "The saver's states" in
/// README.md shows the same, and a test compares the two.
inline constexpr auto saverSteps = [] {
    using enum DraftSaver::Phase;
    return std::to_array<SaverStep>({
        {Idle, Waiting}, // an edit
        {Idle, Comparing}, // saved by hand, or sent again: the row is read first
        {Idle, Writing}, // saved by hand, or sent again
        {Idle, Verifying}, // an extra look, or the one before publishing
        {Idle, BackingOff}, // too many requests in a minute
        {Waiting, Idle}, // undone before it was due
        {Waiting, Comparing}, // due; the row is read first
        {Waiting, Writing}, // due
        {Waiting, Verifying}, // signed in; the row had still to be read back
        {Waiting, BackingOff}, // too many requests in a minute
        {Comparing, Idle}, // the server holds the draft already
        {Comparing, Writing}, // nobody else has changed the row, or it was merged
        {Comparing, Verifying}, // nothing to write, but an earlier write may still arrive
        {Comparing, BackingOff}, // the reading failed for now
        {Comparing, Refused}, // the reading failed for good
        {Comparing, Conflict}, // somebody else changed the same field
        {Comparing, SignedOut}, // the token isn't accepted
        {Writing, Idle}, // acknowledged
        {Writing, Waiting}, // acknowledged, and edited since
        {Writing, Comparing}, // the row has changed, or must be read before the next write
        {Writing, Writing}, // given up for a newer edit
        {Writing, Judging}, // acknowledged with a large row
        {Writing, Verifying}, // acknowledged after an aborted or failed write
        {Writing, BackingOff}, // failed for now
        {Writing, Refused}, // failed for good
        {Writing, Conflict}, // the answer holds somebody else's edit of the same field
        {Writing, Frozen}, // published meanwhile
        {Writing, SignedOut}, // the token isn't accepted
        {Judging, Idle}, // the row is as it was sent, or was taken over
        {Judging, Waiting}, // the same, and edited since
        {Judging, Judging}, // edited while it was compared
        {Judging, Verifying}, // the same, after an aborted or failed write
        {Judging, BackingOff}, // too many requests in a minute
        {Judging, Conflict}, // the answer holds somebody else's edit of the same field
        {Verifying, Idle}, // the row is as it was sent
        {Verifying, Waiting}, // the same, and edited since
        {Verifying, Comparing}, // an edit is due; the row is read first
        {Verifying, Writing}, // the row isn't as it was sent, or an edit is due
        {Verifying, BackingOff}, // the reading failed for now
        {Verifying, Refused}, // the reading failed for good
        {Verifying, Conflict}, // somebody else changed the same field
        {Verifying, SignedOut}, // the token isn't accepted
        {BackingOff, Idle}, // undone meanwhile
        {BackingOff, Comparing}, // the pause is over; the row is read first
        {BackingOff, Writing}, // the pause is over
        {BackingOff, Verifying}, // the pause is over; the row had still to be read back
        {BackingOff, BackingOff}, // too many requests in a minute
        {Refused, Idle}, // undone meanwhile
        {Refused, Comparing}, // an edit, or tried again by hand; the row is read first
        {Refused, Writing}, // an edit, or tried again by hand
        {Refused, Verifying}, // tried again by hand; the row had still to be read back
        {Refused, BackingOff}, // too many requests in a minute
        {Conflict, Comparing}, // the user has chosen
        {SignedOut, Waiting}, // signed in
    });
}();

constexpr bool isSaverStep(DraftSaver::Phase from, DraftSaver::Phase to)
{
    return std::ranges::find(saverSteps, SaverStep{from, to}) != saverSteps.end();
}

} // namespace groundswell
