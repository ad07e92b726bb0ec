#include "app/autosave/draftsaver.h"

#include "app/autosave/fate.h"

// How the saver reads the server's row, before and after writing, and what follows from what it finds.

namespace groundswell {

namespace {

// Somebody who types without a pause must not keep a comparison from ever fitting the draft.
constexpr int mostComparisons = 3;

Problem neverSettles()
{
    Problem problem;
    problem.kind = Problem::Kind::ServerFault;
    problem.messageKey = QStringLiteral("error.client.never_settles");
    return problem;
}

} // namespace

void DraftSaver::read(Phase phase)
{
    m_due->stop();
    m_retry->stop();
    m_recheck->stop(); // this is a look too, and a look that somebody waits for must not count as an extra
                       // one
    if (waitForTurn())
        return;
    m_limit.sent(m_scheduler.now());
    enter(phase);
    m_deadline->start(m_timing.deadline);
    m_request =
        m_store.read(m_base.row.eid, this, [this](const Expected<SetupRow> &answer) { readDone(answer); });
}

void DraftSaver::readDone(const Expected<SetupRow> &answer)
{
    m_deadline->stop();
    if (!answer) {
        readFailed(answer.error());
        return;
    }
    if (m_phase == Phase::Verifying)
        ++m_counters.verified;
    m_exists = true;
    m_unheard = false;
    compareWith(completedBy(m_base.row, *answer));
}

// A large row is compared on another thread: for the saver, that is part of reading it.
void DraftSaver::compareWith(const SetupRow &server, int comparisons)
{
    if (server.bytes < Comparer::largeRow || comparisons >= mostComparisons) {
        takeReconciliation(server, reconcile(m_draft.data(), m_base.row, m_sent, server.row));
        return;
    }
    const auto compare = [mine = m_draft.data(), base = m_base.row, sent = m_sent, row = server.row] {
        return reconcile(mine, base, sent, row);
    };
    m_request = m_comparer.run<Reconciliation>(
        compare, [this, server, comparisons, revision = m_draft.revision()](const Reconciliation &found) {
            if (revision == m_draft.revision())
                takeReconciliation(server, found);
            else
                compareWith(server, comparisons + 1); // typed on meanwhile
        });
}

void DraftSaver::readFailed(const Problem &problem)
{
    if (problem.kind == Problem::Kind::NotFound) {
        rowIsGone();
        return;
    }
    if (m_rechecking) {
        // This was an extra look after everything was found in order; the next one will do.
        m_rechecking = false;
        scheduleRecheck();
        enter(Phase::Idle);
        return;
    }
    if (problem.kind == Problem::Kind::Unauthorized)
        stopWith(Phase::SignedOut, problem);
    else if (problem.isTransient() || mayHaveArrived(problem) || problem.kind == Problem::Kind::Conflict)
        backOff(problem);
    else
        stopWith(Phase::Refused, problem);
}

// The row was cancelled elsewhere, or never created. If it is being edited here, it is written anew; a row
// that was already found in order stays cancelled until the next edit.
void DraftSaver::rowIsGone()
{
    const bool justWritten = m_phase == Phase::Verifying && !m_rechecking;
    m_exists = false;
    m_unheard = false;
    m_suspect = false;
    m_sent.clear();
    Q_EMIT rowMissing();
    if (justWritten || needsWrite())
        write();
    else
        becomeIdle();
}

void DraftSaver::takeReconciliation(const SetupRow &server, const Reconciliation &found)
{
    if (found.verdict != Reconciliation::Verdict::Conflict)
        m_base = server;
    if (found.verdict != Reconciliation::Verdict::Mine && found.verdict != Reconciliation::Verdict::Base)
        m_acknowledgedRow.reset(); // no longer what the server holds
    switch (found.verdict) {
    case Reconciliation::Verdict::Mine:
        acknowledgeDraft(server);
        m_suspect = false;
        if (!server.etag.isEmpty())
            m_sent.clear(); // late ones are refused by the server
        settle();
        goOnAfterReading();
        return;
    case Reconciliation::Verdict::Base:
        if (m_phase == Phase::Verifying) {
            m_suspect = false;
            if (!server.etag.isEmpty())
                m_sent.clear();
            settle();
        }
        goOnAfterReading();
        return;
    case Reconciliation::Verdict::OwnEarlier:
        m_suspect = true; // where one came late, another may
        Q_EMIT rebased(server);
        writeAgain();
        return;
    case Reconciliation::Verdict::Merged:
        takeMerge(server, found.merge.merged, found.merge.takenFromTheirs);
        return;
    case Reconciliation::Verdict::Conflict:
        openConflict(found.base, server, found.merge);
        return;
    }
}

void DraftSaver::openConflict(const SetupProcess &base, const SetupRow &server, const MergeResult &result)
{
    if (m_publishing)
        m_publishing->changedByOthers = true;
    m_conflict = OpenConflict{base, server, result};
    m_rechecking = false;
    m_due->stop();
    enter(Phase::Conflict);
    Q_EMIT conflictChanged();
}

void DraftSaver::replaceDraft(const SetupProcess &merged)
{
    m_applyingMerge = true;
    m_draft.replace(merged, Origin::Merged);
    m_applyingMerge = false;
}

void DraftSaver::takeMerge(const SetupRow &server, const SetupProcess &merged, std::vector<FieldPath> taken)
{
    const SetupProcess before = m_draft.data();
    m_base = server;
    m_rechecking = false;
    replaceDraft(merged);
    Q_EMIT rebased(server);
    if (!taken.empty()) {
        if (m_publishing)
            m_publishing->changedByOthers = true;
        Q_EMIT this->merged({std::move(taken), before, server.row});
    }
    if (sameContent(m_draft.data(), server.row)) {
        acknowledgeDraft(server);
        m_suspect = false;
        goOnAfterReading();
    } else {
        writeAgain();
    }
}

// What was found calls for another write. If that never ends, the server counts as failing.
void DraftSaver::writeAgain()
{
    if (++m_conflictRounds > maximumConflictRounds) {
        m_unheard = true; // after the pause, look before writing
        backOff(neverSettles());
        return;
    }
    write();
}

// True if the next request must wait for its turn; the saver then pauses until its turn has come.
bool DraftSaver::waitForTurn()
{
    const auto pause = m_limit.pause(m_scheduler.now());
    if (pause)
        backOffFor(*pause, neverSettles());
    return pause.has_value();
}

// Until this is over nothing is sent and nothing is settled: the server may hold somebody else's edit that
// the draft doesn't have, and both the next write and a journal that stands on that row would undo it.
void DraftSaver::compareWritten(const SetupRow &server, const SetupProcess &before, const SetupProcess &sent,
                                int comparisons)
{
    if (server.bytes < Comparer::largeRow || comparisons >= mostComparisons) {
        takeOutcome(server, outcomeOf(before, sent, m_draft.data(), server.row));
        return;
    }
    const auto compare = [mine = m_draft.data(), before, sent, row = server.row] {
        return outcomeOf(before, sent, mine, row);
    };
    m_request = m_comparer.run<WriteOutcome>(compare,
                                             [this, server, before, sent, comparisons,
                                              revision = m_draft.revision()](const WriteOutcome &outcome) {
                                                 if (revision == m_draft.revision())
                                                     takeOutcome(server, outcome);
                                                 else
                                                     compareWritten(server, before, sent,
                                                                    comparisons + 1); // typed on meanwhile
                                             });
    m_due->stop();
    enter(Phase::Judging);
}

void DraftSaver::takeOutcome(const SetupRow &server, const WriteOutcome &outcome)
{
    if (!outcome.isSame) {
        if (!outcome.changes.empty())
            Q_EMIT serverDiffers(outcome.changes, server);
        if (!takeOverUntouched(server, outcome))
            return;
    }
    settle();
    goOnAfterReading();
}

// False if the server holds a conflicting value in another field, which must be settled first.
bool DraftSaver::takeOverUntouched(const SetupRow &server, const WriteOutcome &outcome)
{
    if (!outcome.merge.conflicts.empty()) {
        openConflict(outcome.base, server, outcome.merge);
        return false;
    }
    if (outcome.merge.takenFromTheirs.empty())
        return true;
    if (m_publishing && outcome.isEdit)
        m_publishing->changedByOthers = true;
    const bool isNewest = !hasPendingEdits();
    replaceDraft(outcome.merge.merged);
    Q_EMIT rebased(server);
    if (isNewest)
        acknowledgeDraft(server);
    else
        m_acknowledgedRow.reset(); // the server holds more than was sent
    return true;
}

// After a write or a read that left the server in a known state.
void DraftSaver::goOnAfterReading()
{
    const bool comparing = m_phase == Phase::Comparing;
    if (needsWrite()) {
        if (comparing) {
            write();
            return;
        }
        if (!m_pace.due())
            m_pace.edited(m_scheduler.now());
        m_rechecking = false;
        enter(Phase::Waiting);
        armDue();
        return;
    }
    if (m_suspect)
        read(Phase::Verifying);
    else
        becomeIdle();
}

} // namespace groundswell
