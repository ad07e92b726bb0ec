#include "app/autosave/draftsaver.h"

#include "app/autosave/fate.h"

#include <algorithm>

// How the saver reads the server's row, before and after writing, and what follows from what it finds.

namespace groundswell {

namespace {

bool isUnsaid(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
}

} // namespace

void DraftSaver::read(Phase phase)
{
    m_due->stop();
    m_retry->stop();
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
    m_failures = 0;
    reconcileWith(*answer);
}

void DraftSaver::readFailed(const Problem &problem)
{
    if (problem.kind == Problem::Kind::NotFound) {
        rowIsGone();
        return;
    }
    if (m_rechecking) {
        // An extra look after everything was found in order; the next one will do.
        m_rechecking = false;
        enter(Phase::Idle);
        scheduleRecheck();
        return;
    }
    if (problem.kind == Problem::Kind::Unauthorized)
        stopWith(Phase::SignedOut, problem);
    else if (problem.isTransient() || mayHaveArrived(problem) || problem.kind == Problem::Kind::Conflict)
        backOff(problem);
    else
        stopWith(Phase::Refused, problem);
}

// Cancelled elsewhere, or never created. What is being edited here is written anew; a row that was found in
// order once before stays cancelled until the next edit.
void DraftSaver::rowIsGone()
{
    const bool justWritten = m_phase == Phase::Verifying && !m_rechecking;
    m_exists = false;
    m_unheard = false;
    m_suspect = false;
    m_sent.clear();
    if (justWritten || needsWrite())
        write();
    else
        becomeIdle();
}

void DraftSaver::reconcileWith(const SetupRow &server)
{
    const Reconciliation found = reconcile(m_draft.data(), m_base.row, m_sent, server.row);
    if (found.verdict != Reconciliation::Verdict::Conflict)
        m_base = server;
    if (found.verdict != Reconciliation::Verdict::Mine && found.verdict != Reconciliation::Verdict::Base)
        m_acknowledgedRow.reset(); // no longer what the server holds
    switch (found.verdict) {
    case Reconciliation::Verdict::Mine:
        acknowledgeDraft(server);
        m_suspect = false;
        if (!server.etag.isEmpty())
            m_sent.clear(); // late ones are refused at the door
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
        write();
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
        write();
    }
}

// A write whose answer got lost is sent again by the network layer, and a service that knows it by its number
// answers with the row as it is by then: with what somebody else may have edited in between. What the server
// holds in fields that this write didn't touch is taken over, or the next one would silently take it back.
// False where that is a conflict, to be settled first.
bool DraftSaver::takeOverUntouched(const SetupRow &server, const SetupProcess &before,
                                   const SetupProcess &sent)
{
    const std::vector<FieldDifference> touched = differences(before, sent);
    const auto isTouched = [&](const FieldPath &path) {
        return std::any_of(touched.begin(), touched.end(),
                           [&](const FieldDifference &field) { return field.path == path; });
    };
    SetupProcess base = server.row;
    bool isChange = false;
    for (const FieldDifference &field : differences(sent, server.row)) {
        if (isTouched(field.path))
            continue;
        base = withField(base, field.path, field.before);
        // What the service fills in where nothing was said is nobody's edit.
        isChange = isChange || !isUnsaid(field.before);
    }
    const MergeResult result = merge(base, m_draft.data(), server.row);
    if (!result.conflicts.empty()) {
        openConflict(base, server, result);
        return false;
    }
    if (result.takenFromTheirs.empty())
        return true;
    if (m_publishing && isChange)
        m_publishing->changedByOthers = true;
    const bool isNewest = !hasPendingEdits();
    replaceDraft(result.merged);
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
