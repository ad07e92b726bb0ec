#include "app/autosave/draftsaver.h"

#include "app/autosave/saversteps.h"

#include <algorithm>
#include <utility>

// How a save ends, and what the saver tells others: the state in words, the settling of conflicts, the gates
// of leaving and publishing.

namespace groundswell {

// --- Ending

void DraftSaver::acknowledgeDraft(const SetupRow &server)
{
    m_acknowledgedRow = m_draft.data();
    m_acknowledgedRevision = m_draft.revision();
    m_onDiskRevision = std::max(m_onDiskRevision, m_acknowledgedRevision);
    Q_EMIT acknowledged(m_acknowledgedRevision, server);
}

// If a write of unknown fate may still land on top, the acknowledged edits are kept on this computer.
void DraftSaver::settle()
{
    if (!m_sent.empty() || !m_exists || m_settledRevision == m_acknowledgedRevision)
        return;
    m_settledRevision = m_acknowledgedRevision;
    Q_EMIT settled(m_acknowledgedRevision, m_base);
}

void DraftSaver::becomeIdle()
{
    m_pace.settled();
    m_due->stop();
    m_retry->stop();
    m_problem.reset();
    m_retryIn.reset();
    m_failures = 0;
    m_conflictRounds = 0;
    if (!m_rechecking && (m_counters.sent > 0 || m_savedAt.isValid()))
        m_savedAt = m_scheduler.wallClock();
    if (!m_rechecking)
        m_rechecks = 0;
    m_rechecking = false;
    scheduleRecheck();
    enter(Phase::Idle);
}

// A server without ETag can't refuse a late write, so one look right after the last answer isn't enough.
void DraftSaver::scheduleRecheck()
{
    if (m_sent.empty() || !m_base.etag.isEmpty() || m_rechecks >= m_timing.recheckAfter.size()) {
        m_sent.clear();
        settle();
        return;
    }
    m_recheck->start(m_timing.recheckAfter[m_rechecks++]);
}

void DraftSaver::setPhase(Phase phase)
{
    Q_ASSERT(isSaverStep(m_phase, phase));
    m_phase = phase;
}

void DraftSaver::enter(Phase phase)
{
    setPhase(phase);
    if (phase == Phase::Idle || phase == Phase::Waiting || !isBusy()) {
        m_showSaving->stop();
        m_savingShown = false;
    } else if (!m_savingShown && !m_showSaving->isActive() && !m_rechecking) {
        m_showSaving->start(m_timing.savingShownAfter);
    }
    updateState();
    answerWaiting();
}

bool DraftSaver::isBusy() const
{
    return m_phase == Phase::Comparing || m_phase == Phase::Writing || m_phase == Phase::Judging
        || m_phase == Phase::Verifying;
}

SaveState::Kind DraftSaver::shownKind() const
{
    switch (m_phase) {
    case Phase::Conflict:
        return SaveState::Kind::Conflict;
    case Phase::Frozen:
        return SaveState::Kind::Frozen;
    case Phase::SignedOut:
        return SaveState::Kind::SignedOut;
    case Phase::Refused:
        return SaveState::Kind::Failed;
    case Phase::BackingOff:
        return m_problem && m_problem->kind == Problem::Kind::Offline ? SaveState::Kind::Offline
                                                                      : SaveState::Kind::Failed;
    default:
        break;
    }
    if (m_savingShown && isBusy())
        return SaveState::Kind::Saving;
    if (hasPendingEdits()) {
        return m_onDiskRevision >= m_draft.revision() ? SaveState::Kind::OnDisk : SaveState::Kind::Unsaved;
    }
    // Acknowledged but not yet read back: an edit counts as saved only when it was seen there.
    if (isBusy() && !m_rechecking && m_shown.kind != SaveState::Kind::Clean
        && m_shown.kind != SaveState::Kind::Saved) {
        return SaveState::Kind::Saving;
    }
    return m_savedAt.isValid() ? SaveState::Kind::Saved : SaveState::Kind::Clean;
}

void DraftSaver::updateState()
{
    SaveState state;
    state.kind = shownKind();
    state.pendingChanges =
        hasPendingEdits() ? static_cast<int>(m_draft.revision() - m_acknowledgedRevision) : 0;
    if (state.kind == SaveState::Kind::Saved)
        state.savedAt = m_savedAt;
    if (m_phase == Phase::BackingOff || m_phase == Phase::Refused) {
        state.problem = m_problem;
        state.retryInSeconds = m_retryIn;
    }
    const bool same = state.kind == m_shown.kind && state.pendingChanges == m_shown.pendingChanges
        && state.savedAt == m_shown.savedAt && state.retryInSeconds == m_shown.retryInSeconds
        && state.problem.has_value() == m_shown.problem.has_value()
        && (!state.problem || state.problem->kind == m_shown.problem->kind);
    if (same)
        return;
    m_shown = state;
    Q_EMIT stateChanged(state);
}

const MergeResult *DraftSaver::conflict() const
{
    return m_conflict ? &m_conflict->result : nullptr;
}

const SetupProcess *DraftSaver::conflictingRow() const
{
    return m_conflict ? &m_conflict->theirs.row : nullptr;
}

void DraftSaver::resolve(const ConflictChoice &choice)
{
    if (!m_conflict)
        return;
    const OpenConflict open = *std::exchange(m_conflict, std::nullopt);
    m_conflictRounds = 0;
    // Merged again: the draft may have been edited while the choice was open.
    const MergeResult result = merge(open.base, m_draft.data(), open.theirs.row);
    SetupProcess row = result.merged;
    std::vector<FieldPath> taken = result.takenFromTheirs;
    for (const MergeConflict &field : result.conflicts) {
        auto side = choice.forAll;
        for (const auto &[path, chosen] : choice.byField) {
            if (path == field.path)
                side = chosen;
        }
        if (side == ConflictChoice::Side::Mine)
            continue;
        row = withField(row, field.path, field.theirs);
        taken.push_back(field.path);
    }
    setPhase(Phase::Comparing);
    takeMerge(open.theirs, row, std::move(taken));
    Q_EMIT conflictChanged();
}

void DraftSaver::flush(QObject *context, std::function<void(bool saved)> done)
{
    m_flushes.push_back({context, std::move(done)});
    saveNow();
    answerWaiting();
}

void DraftSaver::prepareToPublish(QObject *context, PublishCallback callback)
{
    m_publishing = Publishing{context, std::move(callback)};
    saveNow();
    answerWaiting();
}

// Callers who wait for the end of a save are answered as soon as the phase says how it ended.
void DraftSaver::answerWaiting()
{
    const bool ended = m_phase == Phase::Idle && !needsWrite();
    const bool stuck = m_phase == Phase::BackingOff || m_phase == Phase::Refused || m_phase == Phase::Conflict
        || m_phase == Phase::Frozen || m_phase == Phase::SignedOut;
    if (!ended && !stuck)
        return;
    const auto flushes = std::exchange(m_flushes, {});
    for (const Flush &flush : flushes) {
        if (flush.context)
            flush.done(ended);
    }
    if (!m_publishing)
        return;
    if (ended) {
        answerPublishing();
    } else {
        Problem problem = m_problem.value_or(Problem());
        if (m_phase == Phase::Conflict) {
            problem.kind = Problem::Kind::Conflict;
            problem.messageKey = QStringLiteral("error.setup.changed");
        }
        finishPublishing(tl::unexpected(std::move(problem)));
    }
}

// Everything is sent. Only another look at the server's row tells what will be published.
void DraftSaver::answerPublishing()
{
    if (m_publishing->changedByOthers) {
        Problem problem;
        problem.kind = Problem::Kind::Conflict;
        problem.messageKey = QStringLiteral("error.setup.changed");
        finishPublishing(tl::unexpected(std::move(problem)));
    } else if (m_publishing->confirming) {
        finishPublishing(m_base.row);
    } else {
        m_publishing->confirming = true;
        read(Phase::Verifying);
    }
}

void DraftSaver::finishPublishing(Expected<SetupProcess> result)
{
    const auto publishing = std::exchange(m_publishing, std::nullopt);
    if (publishing->context)
        publishing->callback(std::move(result));
}

} // namespace groundswell
