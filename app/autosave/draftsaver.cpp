#include "app/autosave/draftsaver.h"

#include "app/autosave/fate.h"
#include "app/net/rest/retrypolicy.h"

#include <QUuid>

#include <algorithm>

namespace groundswell {

namespace {

// Enough rows to recognise what a slow network may still deliver; older ones have long been overwritten.
constexpr size_t maximumRemembered = 32;
// Two requests a second, for a whole minute, whatever a server answers.
constexpr int mostRequestsAMinute = 120;

void remember(std::vector<SetupProcess> &rows, const SetupProcess &row)
{
    if (!rows.empty() && rows.back() == row)
        return;
    if (rows.size() == maximumRemembered)
        rows.erase(rows.begin());
    rows.push_back(row);
}

Problem timeout()
{
    Problem problem;
    problem.kind = Problem::Kind::Timeout;
    return problem;
}

} // namespace

DraftSaver::DraftSaver(SetupDraft &draft, DraftStore &store, Scheduler &scheduler, RandomSource random,
                       QObject *parent)
    : DraftSaver(draft, store, scheduler, std::move(random), SaveTiming(), parent)
{
}

DraftSaver::DraftSaver(SetupDraft &draft, DraftStore &store, Scheduler &scheduler, RandomSource random,
                       SaveTiming timing, QObject *parent)
    : QObject(parent)
    , m_draft(draft)
    , m_store(store)
    , m_scheduler(scheduler)
    , m_random(std::move(random))
    , m_timing(std::move(timing))
    , m_pace(m_timing)
    , m_limit(mostRequestsAMinute)
    , m_clientId(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_due = scheduler.makeTimer([this] { save(); });
    m_retry = scheduler.makeTimer([this] { save(); });
    m_deadline = scheduler.makeTimer([this] { deadlinePassed(); });
    m_recheck = scheduler.makeTimer([this] {
        m_rechecking = true;
        read(Phase::Verifying);
    });
    m_showSaving = scheduler.makeTimer([this] {
        m_savingShown = true;
        updateState();
    });
    connect(&draft, &SetupDraft::changed, this, &DraftSaver::draftChanged);
}

DraftSaver::~DraftSaver() = default;

// --- Beginning

void DraftSaver::start(const SetupRow &server)
{
    begin(server, true);
}

void DraftSaver::startWithoutRow(const SetupProcess &base)
{
    begin({base, {}}, false);
}

void DraftSaver::startUnheard(const SetupRow &base, std::vector<SetupProcess> sent)
{
    m_unheard = true;
    m_sent = std::move(sent);
    m_suspect = !m_sent.empty();
    begin(base, true);
}

void DraftSaver::begin(const SetupRow &base, bool exists)
{
    m_started = true;
    m_base = base;
    m_exists = exists;
    m_acknowledgedRow = base.row;
    const bool edited = !sameContent(m_draft.data(), base.row);
    // Recovered edits stand above the base, whatever number they have.
    m_acknowledgedRevision = m_draft.revision() - (edited ? 1 : 0);
    if (!edited && !m_unheard) {
        updateState();
        return;
    }
    if (edited)
        noteEdit();
    else
        m_pace.edited(m_scheduler.now()); // the server is still to be asked
    enter(Phase::Waiting);
    armDue();
}

void DraftSaver::noteEdit()
{
    if (!m_pace.due())
        ++m_counters.bursts;
    m_pace.edited(m_scheduler.now());
}

bool DraftSaver::hasPendingEdits() const
{
    return m_started && m_draft.revision() != m_acknowledgedRevision;
}

bool DraftSaver::needsWrite() const
{
    return hasPendingEdits() || (m_publishing && !m_exists);
}

bool DraftSaver::underlay(const SetupProcess &base,
                          const std::function<void(SetupDraft::Underlay kind)> &change)
{
    if (m_exists || m_phase == Phase::Writing) {
        change(SetupDraft::Underlay::Edit);
        return false;
    }
    m_base.row = base;
    m_acknowledgedRow = base;
    m_applyingMerge = true;
    change(SetupDraft::Underlay::Beginning);
    m_applyingMerge = false;
    return true;
}

// --- Edits and when they are due

void DraftSaver::draftChanged()
{
    if (!m_started || m_applyingMerge)
        return;
    noteEdit();
    if (m_phase == Phase::Idle || (m_phase == Phase::Verifying && m_rechecking)) {
        m_recheck->stop();
        m_suspect = !m_sent.empty(); // the looks that were still to come
        m_request.abort();
        m_rechecking = false;
        enter(Phase::Waiting);
    }
    armDue();
    updateState();
}

void DraftSaver::armDue()
{
    switch (m_phase) {
    case Phase::Conflict:
    case Phase::Frozen:
    case Phase::SignedOut:
    case Phase::Comparing: // the write that follows takes the draft as it is then
    case Phase::Judging: // what others wrote is taken over first, or the next write would undo it
        return;
    case Phase::BackingOff:
        // The server asked for a pause; an edit is no reason to break it.
        if (isPauseAsked())
            return;
        break;
    default:
        break;
    }
    if (const auto due = m_pace.due())
        m_due->start(std::max(std::chrono::milliseconds(0), *due - m_scheduler.now()));
}

void DraftSaver::setWriteAhead(bool on)
{
    m_writeAhead = on;
    if (!on)
        dispatch();
}

void DraftSaver::markOnDisk(quint64 revision)
{
    m_onDiskRevision = std::max(m_onDiskRevision, revision);
    if (m_onDiskRevision >= m_writingRevision)
        dispatch();
    updateState();
}

void DraftSaver::saveNow()
{
    switch (m_phase) {
    case Phase::Waiting:
    case Phase::BackingOff:
    case Phase::Refused:
        save();
        return;
    case Phase::Writing:
        if (m_draft.revision() != m_writingRevision)
            save();
        return;
    case Phase::Idle:
        if (m_started && needsWrite())
            save();
        return;
    default:
        return;
    }
}

void DraftSaver::networkReturned()
{
    if (m_phase == Phase::BackingOff && !isPauseAsked())
        save();
}

bool DraftSaver::isPauseAsked() const
{
    return m_problem && (m_problem->kind == Problem::Kind::RateLimited || m_problem->retryAfter);
}

void DraftSaver::signedIn()
{
    if (m_phase == Phase::SignedOut) {
        enter(Phase::Waiting);
        save();
    }
}

void DraftSaver::sendAgain()
{
    if (m_phase != Phase::Idle || !m_started)
        return; // what is under way ends with the draft as it is
    m_recheck->stop();
    m_acknowledgedRow.reset();
    if (!hasPendingEdits())
        --m_acknowledgedRevision;
    save();
}

// --- Writing

void DraftSaver::save()
{
    m_due->stop();
    m_retry->stop();
    if (m_phase == Phase::Conflict || m_phase == Phase::Frozen || m_phase == Phase::SignedOut)
        return;
    if (m_phase == Phase::Writing)
        giveUpWrite();
    // Typed and undone again: nothing to send.
    if (m_exists && !m_suspect && !m_unheard && m_draft.data() == m_acknowledgedRow) {
        if (hasPendingEdits())
            --m_counters.bursts;
        m_acknowledgedRevision = m_draft.revision();
        Q_EMIT acknowledged(m_acknowledgedRevision, m_base);
        settle();
    }
    if (!needsWrite() && !m_unheard) {
        if (m_phase == Phase::Verifying)
            return; // the look that is under way ends it
        if (m_suspect)
            read(Phase::Verifying);
        else
            becomeIdle();
        return;
    }
    if (m_phase == Phase::Verifying) { // what it found would be taken for the state after the next write
        m_request.abort();
        m_deadline->stop();
    }
    if (m_exists && (m_unheard || m_base.etag.isEmpty()))
        read(Phase::Comparing);
    else
        write();
}

void DraftSaver::write()
{
    if (waitForTurn())
        return;
    SetupWrite write;
    write.row = m_draft.data();
    write.row.eid = m_base.row.eid;
    write.ifMatch = m_exists ? m_base.etag : QByteArray();
    write.clientId = m_clientId;
    write.draftRevision = ++m_sequence;

    m_due->stop();
    m_retry->stop();
    m_recheck->stop();
    m_rechecking = false;
    // Even if it was acknowledged before and got lost since: until the answer arrives, it isn't there.
    if (!hasPendingEdits())
        --m_acknowledgedRevision;
    if (m_publishing)
        m_publishing->confirming = false;
    m_writingRevision = m_draft.revision();
    m_pace.sent(m_scheduler.now());
    m_settledRevision.reset();
    remember(m_sent, write.row);
    m_heldWrite = std::move(write);
    enter(Phase::Writing);
    m_deadline->start(m_timing.deadline);
    Q_EMIT sending(m_writingRevision);
    if (!m_writeAhead || m_onDiskRevision >= m_writingRevision)
        dispatch();
}

void DraftSaver::dispatch()
{
    if (!m_heldWrite)
        return;
    const SetupWrite write = *std::exchange(m_heldWrite, std::nullopt);
    ++m_counters.sent;
    m_limit.sent(m_scheduler.now());
    m_deadline->start(m_timing.deadline);
    const auto done = [this, revision = m_writingRevision, sent = write.row](
                          const Expected<SetupRow> &answer) { written(answer, revision, sent); };
    m_request = m_exists ? m_store.replace(write, this, done) : m_store.create(write, this, done);
}

void DraftSaver::giveUpWrite()
{
    m_request.abort();
    m_deadline->stop();
    if (m_heldWrite) {
        m_heldWrite.reset(); // never left
        return;
    }
    m_pace.givenUp(m_scheduler.now());
    ++m_counters.aborted;
    m_suspect = true; // it may still arrive, and after the one that replaces it
}

void DraftSaver::deadlinePassed()
{
    if (m_heldWrite) {
        dispatch(); // a disk that hangs is no reason to keep the edit from the server too
    } else if (m_phase == Phase::Writing) {
        giveUpWrite();
        backOff(timeout());
    } else if (m_phase == Phase::Comparing || m_phase == Phase::Verifying) {
        m_request.abort();
        readFailed(timeout());
    }
}

void DraftSaver::written(const Expected<SetupRow> &answer, quint64 revision, const SetupProcess &sent)
{
    m_deadline->stop();
    if (answer) {
        m_pace.answered(m_scheduler.now());
        writeSucceeded(*answer, revision, sent);
        return;
    }
    const Problem problem = answer.error();
    m_pace.givenUp(m_scheduler.now());
    // Even a write that was refused for certain is remembered: the network layer repeats a request by itself
    // when its connection ends without an answer, and the first one may have been applied.
    if (mayHaveArrived(problem))
        m_suspect = true;
    writeFailed(problem);
}

void DraftSaver::writeSucceeded(const SetupRow &server, quint64 revision, const SetupProcess &sent)
{
    const SetupProcess before = std::exchange(m_base, server).row;
    // Not while the row must still be read: with a server that accepts everything and holds something else,
    // this would never end.
    if (!m_suspect) {
        m_failures = 0;
        m_conflictRounds = 0;
    }
    m_exists = true;
    m_unheard = false;
    m_acknowledgedRow = sent;
    m_acknowledgedRevision = revision;
    m_onDiskRevision = std::max(m_onDiskRevision, revision); // needs no disk any more
    if (!m_suspect)
        m_sent.clear();
    Q_EMIT acknowledged(revision, server);
    compareWritten(server, before, sent);
}

void DraftSaver::writeFailed(const Problem &problem)
{
    switch (problem.kind) {
    case Problem::Kind::Unauthorized:
        stopWith(Phase::SignedOut, problem);
        return;
    case Problem::Kind::Conflict:
        writeConflicted(problem);
        return;
    case Problem::Kind::NotFound:
        if (m_exists && ++m_conflictRounds <= maximumConflictRounds) {
            m_exists = false; // cancelled elsewhere, but here it is still being edited
            write();
            return;
        }
        m_conflictRounds = 0;
        stopWith(Phase::Refused, problem);
        return;
    default:
        break;
    }
    // An answer in no known form (a captive portal's page) and a refused certificate pass with the network.
    if (problem.isTransient() || mayHaveArrived(problem))
        backOff(problem);
    else
        stopWith(Phase::Refused, problem);
}

void DraftSaver::writeConflicted(const Problem &problem)
{
    if (problem.messageKey == QLatin1StringView("error.setup.frozen")) {
        stopWith(Phase::Frozen, problem);
        Q_EMIT frozen();
        return;
    }
    m_exists = true; // changed, stale or created meanwhile: see what it is
    if (++m_conflictRounds > maximumConflictRounds) {
        m_unheard = true; // after the pause, look before writing
        backOff(problem);
        return;
    }
    read(Phase::Comparing);
}

void DraftSaver::backOff(const Problem &problem)
{
    ++m_failures;
    const RetryPolicy policy{.base = m_timing.backOffBase, .cap = m_timing.backOffCap};
    backOffFor(policy.pauseAfter(m_failures, problem, m_random), problem);
}

void DraftSaver::backOffFor(std::chrono::milliseconds pause, const Problem &problem)
{
    m_problem = problem;
    m_retryIn = static_cast<int>(std::chrono::ceil<std::chrono::seconds>(pause).count());
    m_rechecking = false;
    m_due->stop();
    m_retry->start(pause);
    enter(Phase::BackingOff);
}

void DraftSaver::stopWith(Phase phase, const Problem &problem)
{
    m_due->stop();
    m_retry->stop();
    m_problem = problem;
    m_retryIn.reset();
    enter(phase);
}

} // namespace groundswell
