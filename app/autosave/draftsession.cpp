#include "app/autosave/draftsession.h"

#include "app/files/privatefile.h"

#include <QDir>

namespace groundswell {

namespace {

// So short a wait isn't noticed, and most answers arrive long before. After it the local copy is shown, and
// the service's row is merged into it when it comes.
constexpr std::chrono::milliseconds openingPatience{500};

} // namespace

DraftSession::DraftSession(DraftStore &store, Scheduler &scheduler, RandomSource random, Place place,
                           QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_scheduler(scheduler)
    , m_random(std::move(random))
    , m_place(std::move(place))
    , m_closingTimer(scheduler.makeTimer([this] { finishClosing(false); }))
    , m_openingTimer(scheduler.makeTimer([this] { openFromJournal(); }))
{
    makeSaver();
}

DraftSession::~DraftSession()
{
    // Callers who wait for the end must hear of it, however it comes.
    if (m_closing && m_closing->context) {
        QMetaObject::invokeMethod(
            m_closing->context, [done = m_closing->done] { done(false); }, Qt::QueuedConnection);
    }
}

// Each opening has a saver of its own, so that nothing of the event before is left in it.
void DraftSession::makeSaver()
{
    m_saver = std::make_unique<DraftSaver>(m_draft, m_store, m_scheduler, m_random);
    connect(m_saver.get(), &DraftSaver::stateChanged, this, &DraftSession::saveStateChanged);
    connect(m_saver.get(), &DraftSaver::merged, this, &DraftSession::merged);
    connect(m_saver.get(), &DraftSaver::conflictChanged, this, &DraftSession::conflictChanged);
    connect(m_saver.get(), &DraftSaver::frozen, this, [this] { m_draft.setReadOnly(true); });
    connect(m_saver.get(), &DraftSaver::serverDiffers, this, &DraftSession::serverDiffers);
    // Somebody else has made the row: the fields that they left empty stay empty.
    connect(m_saver.get(), &DraftSaver::merged, this, [this] { m_awaited.reset(); });
    connect(m_saver.get(), &DraftSaver::conflictChanged, this, [this] { m_awaited.reset(); });
    connect(m_saver.get(), &DraftSaver::rowMissing, this, &DraftSession::takeHeldProposal);
    // Later: the saver is still working on what it found.
    connect(m_saver.get(), &DraftSaver::acknowledged, this, &DraftSession::takeHeldProposal,
            Qt::QueuedConnection);
}

void DraftSession::open(const EventId &eid, const SetupProcess &beginning)
{
    m_eid = eid;
    m_beginning = beginning;
    m_beginning.eid = eid;
    m_awaited.reset();
    m_heldProposal.reset();
    m_openingTimer->stop();
    m_problem.reset();
    m_recovery.reset();
    m_draft.setReadOnly(false);
    m_archive.reset();
    m_journal.reset(); // before its successor, which may use the same file
    makeSaver();
    enter(Phase::Opening);
    const auto opening = openJournal();
    // A draft that never left this computer may have a row by now; the service must be asked.
    const auto &kept = m_journal->recovered();
    if (opening == DraftJournal::Opening::Opened && kept && kept->knowsBase
        && (kept->hasServerRow || kept->draft))
        m_openingTimer->start(openingPatience);
    m_request = m_store.read(eid, this, [this, opening](const Expected<SetupRow> &answer) {
        m_openingTimer->stop();
        if (opening == DraftJournal::Opening::InUse)
            showOnly(answer);
        else
            beginEditing(answer);
    });
}

void DraftSession::openFromJournal()
{
    m_request.abort();
    beginUnheard(*m_journal->recovered());
}

DraftJournal::Opening DraftSession::openJournal()
{
    m_journal = std::make_unique<DraftJournal>(m_scheduler);
    (void)ensurePrivateFolder(m_place.journalDirectory); // the journal reports a folder that can't be made
    const QDir directory(m_place.journalDirectory);
    const QString path = directory.filePath(DraftJournal::fileName(m_place.server, m_place.partner, m_eid));
    const auto opening = m_journal->open(path);
    if (opening == DraftJournal::Opening::Opened)
        openArchive(path);
    connect(m_journal.get(), &DraftJournal::failed, this, &DraftSession::journalFailed);
    if (opening == DraftJournal::Opening::Unusable)
        Q_EMIT journalFailed(m_journal->errorText());
    return opening;
}

void DraftSession::openArchive(const QString &journalPath)
{
    m_archive = std::make_unique<DraftArchive>(m_draft, m_scheduler);
    if (!m_archive->open(journalPath + QStringLiteral(".archive")))
        m_archive.reset(); // editing goes on without it; the journal reports a disk that refuses
}

void DraftSession::showOnly(const Expected<SetupRow> &answer)
{
    if (!answer && answer.error().kind != Problem::Kind::NotFound) {
        fail(answer.error());
        return;
    }
    m_draft.replace(answer ? answer->row : m_beginning, Origin::Loaded);
    m_draft.setReadOnly(true);
    enter(Phase::InUse);
    Q_EMIT opened();
}

void DraftSession::beginEditing(const Expected<SetupRow> &answer)
{
    const auto &kept = m_journal->recovered();
    const bool noRow = !answer && answer.error().kind == Problem::Kind::NotFound;
    if (!answer && !noRow) {
        if (kept && answer.error().isTransient())
            beginUnheard(*kept);
        else
            fail(answer.error());
        return;
    }
    // Members that the answer leaves out weren't changed since the row was last heard of.
    const bool knowsRow = kept && kept->knowsBase && kept->hasServerRow;
    m_rowAtOpening = !answer ? SetupRow{m_beginning, {}}
        : knowsRow           ? completedBy(kept->base.row, *answer)
                             : *answer;
    const bool isUnsent = noRow && kept && kept->knowsBase && kept->draft && !kept->hasServerRow;
    if (isUnsent && isBlank(m_beginning))
        m_rowAtOpening.row = kept->base.row; // with what was proposed to it then
    if (kept && kept->draft && !sameContent(*kept->draft, m_rowAtOpening.row)) {
        takeRecovered(*kept);
        // The saver finds out what happened to the row since the crash: it reads before it writes.
        wire();
        // If the row that the edits stand on was damaged, every difference from the server's row counts as
        // edited here: it is shown as recovered, and none of it is lost.
        const SetupRow &base = kept->knowsBase ? kept->base : m_rowAtOpening;
        if (!kept->knowsBase)
            m_journal->begin(base, answer.has_value());
        m_saver->startUnheard(base, kept->sent);
    } else if (kept && !kept->sent.empty() && m_rowAtOpening.etag.isEmpty() && answer) {
        resume(m_rowAtOpening.row, Origin::Loaded);
        // In order now, but an earlier write of the last run may still land, and nothing would refuse it.
        wire();
        m_saver->startUnheard(m_rowAtOpening, kept->sent);
    } else {
        resume(m_rowAtOpening.row, Origin::Loaded);
        m_journal->discard();
        m_journal->begin(m_rowAtOpening, answer.has_value());
        wire();
        if (answer)
            m_saver->start(m_rowAtOpening);
        else
            m_saver->startWithoutRow(m_rowAtOpening.row);
    }
    if (noRow && isBlank(m_rowAtOpening.row))
        awaitProposal(isUnsent);
    becomeReady();
}

// The steps of the last run, too, belong to the beginning of a recovered draft.
void DraftSession::awaitProposal(bool isRecovered, bool isRowUnknown)
{
    m_awaited = Awaited{{}, m_draft.data(), isRecovered ? 0 : m_draft.mark(), isRowUnknown};
    m_awaited->touched.note(m_rowAtOpening.row, m_draft.data());
    connect(&m_draft, &SetupDraft::changed, m_journal.get(), [this] { noteTouched(); });
}

void DraftSession::noteTouched()
{
    if (!m_awaited || m_isUnderlaying)
        return;
    m_awaited->touched.note(m_awaited->last, m_draft.data());
    m_awaited->last = m_draft.data();
}

void DraftSession::takeProposal(const SetupProcess &proposal)
{
    if (!m_awaited || m_phase != Phase::Ready)
        return;
    if (m_awaited->isRowUnknown && m_saver->isUnheard()) {
        m_heldProposal = proposal;
        return;
    }
    const Awaited awaited = *std::exchange(m_awaited, std::nullopt);
    const SetupProcess base = withProposal(m_rowAtOpening.row, proposal, awaited.touched);
    const bool wasEdited = m_saver->hasPendingEdits();
    m_isUnderlaying = true;
    const bool isBase = m_saver->underlay(base, [&](SetupDraft::Underlay kind) {
        m_draft.underlay(awaited.mark, kind, [&](SetupProcess &row) {
            row = withProposal(std::move(row), proposal, awaited.touched);
        });
    });
    m_isUnderlaying = false;
    if (wasEdited || !isBase)
        m_journal->append(m_draft.revision(), m_draft.data());
    if (isBase) {
        m_rowAtOpening.row = base;
        m_journal->begin(m_rowAtOpening, false);
    }
    if (!m_archive)
        return;
    m_archive->startUndo();
    if (isBase)
        m_archive->addVersion(DraftVersion::Author::Server, base);
    else
        m_archive->noteEdit();
}

void DraftSession::takeHeldProposal()
{
    if (!m_heldProposal || m_saver->isUnheard())
        return;
    const SetupProcess proposal = *std::exchange(m_heldProposal, std::nullopt);
    takeProposal(proposal);
}

void DraftSession::beginUnheard(const RecoveredDraft &kept)
{
    m_rowAtOpening = kept.base;
    if (kept.draft && !sameContent(*kept.draft, kept.base.row))
        takeRecovered(kept);
    else
        resume(kept.base.row, Origin::Loaded);
    wire();
    m_saver->startUnheard(kept.base, kept.sent);
    if (kept.knowsBase && !kept.hasServerRow && isBlank(kept.base.row))
        awaitProposal(true, true);
    becomeReady();
}

void DraftSession::takeRecovered(const RecoveredDraft &kept)
{
    resume(*kept.draft, Origin::Recovered);
    m_journal->append(m_draft.revision(), m_draft.data());
    m_recovery = RecoveryInfo{kept.changes, kept.editedAt, differences(m_rowAtOpening.row, *kept.draft)};
}

// Restores the undo steps of the run before. Whatever happened to the row since they were written becomes one
// more step, so that they still lead to it.
void DraftSession::resume(const SetupProcess &row, Origin origin)
{
    const auto kept = m_archive ? m_archive->keptUndo() : std::nullopt;
    if (kept && !kept->trail.steps.empty() && sameContent(kept->row, row)) {
        m_draft.resume(row, kept->trail, origin);
        return;
    }
    if (kept && !kept->trail.steps.empty())
        m_draft.resume(kept->row, kept->trail, Origin::Loaded);
    else
        m_draft.replace(m_rowAtOpening.row, Origin::Loaded);
    if (!sameContent(m_draft.data(), row))
        m_draft.replace(row, origin == Origin::Loaded ? Origin::Merged : origin);
}

void DraftSession::wire()
{
    connect(&m_draft, &SetupDraft::changed, m_journal.get(), [this](DraftFields, quint64 revision) {
        if (!m_isUnderlaying)
            m_journal->append(revision, m_draft.data());
    });
    connect(m_journal.get(), &DraftJournal::written, m_saver.get(), &DraftSaver::markOnDisk);
    connect(m_saver.get(), &DraftSaver::sending, m_journal.get(), &DraftJournal::markSent);
    connect(m_saver.get(), &DraftSaver::rebased, m_journal.get(),
            [this](const SetupRow &server) { m_journal->begin(server, true); });
    connect(m_saver.get(), &DraftSaver::acknowledged, m_journal.get(), &DraftJournal::ensureOnDisk);
    connect(m_saver.get(), &DraftSaver::settled, m_journal.get(), &DraftJournal::acknowledge);
    connect(m_journal.get(), &DraftJournal::failed, m_saver.get(),
            [saver = m_saver.get()] { saver->setWriteAhead(false); });
    m_saver->setWriteAhead(m_journal->isOpen());
    if (m_archive)
        watchVersions();
}

// Records in the history who changed what. Typing becomes a version within a minute; everything that comes
// from elsewhere becomes one at once, and so does the state that it replaces.
void DraftSession::watchVersions()
{
    using Author = DraftVersion::Author;
    DraftArchive *archive = m_archive.get();
    archive->startUndo();
    if (!isBlank(m_rowAtOpening.row))
        archive->addVersion(Author::Server, m_rowAtOpening.row);
    if (m_recovery)
        archive->addVersion(Author::Recovered, m_draft.data());
    connect(archive, &DraftArchive::versionAdded, this, &DraftSession::versionAdded);
    connect(&m_draft, &SetupDraft::changed, archive, [this, archive] {
        if (!m_isUnderlaying)
            archive->noteEdit();
    });
    connect(m_saver.get(), &DraftSaver::merged, archive, [this, archive](const MergeNotice &notice) {
        archive->addVersion(Author::Me, notice.before);
        archive->addVersion(Author::Server, notice.theirs);
        archive->addVersion(Author::Merged, m_draft.data());
    });
    connect(m_saver.get(), &DraftSaver::conflictChanged, archive, [this, archive] {
        if (const SetupProcess *theirs = m_saver->conflictingRow()) {
            archive->addVersion(Author::Server, *theirs);
            archive->addVersion(Author::Me, m_draft.data());
        }
    });
    connect(m_saver.get(), &DraftSaver::frozen, archive, &DraftArchive::endUndo);
    connect(m_saver.get(), &DraftSaver::serverDiffers, archive,
            [archive](const std::vector<FieldDifference> &, const SetupRow &server) {
                archive->addVersion(Author::Server, server.row);
            });
}

void DraftSession::becomeReady()
{
    enter(Phase::Ready);
    Q_EMIT opened();
    if (m_recovery)
        Q_EMIT recovered(*m_recovery);
}

void DraftSession::fail(const Problem &problem)
{
    m_archive.reset();
    m_journal.reset();
    m_problem = problem;
    enter(Phase::Failed);
    Q_EMIT openFailed(problem);
}

void DraftSession::enter(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged(phase);
}

void DraftSession::discardRecovered()
{
    if (!m_recovery)
        return;
    m_recovery.reset();
    // An edit like any other: the recovered edits may be at the server by now, and undo can bring them back.
    m_draft.replace(m_rowAtOpening.row, Origin::Restored);
}

void DraftSession::takeServerValues(const std::vector<FieldDifference> &differences)
{
    SetupProcess row = m_draft.data();
    for (const FieldDifference &difference : differences)
        row = withField(row, difference.path, difference.after);
    m_draft.replace(row, Origin::Merged);
}

void DraftSession::sendAgain()
{
    m_saver->sendAgain();
}

const std::vector<DraftVersion> &DraftSession::versions() const
{
    static const std::vector<DraftVersion> none;
    return m_archive ? m_archive->versions() : none;
}

void DraftSession::keepVersion()
{
    if (m_archive)
        m_archive->flush();
}

bool DraftSession::restore(const DraftVersion &version)
{
    auto row = version.row();
    if (!row)
        return false;
    keepVersion(); // what stands here now
    row->eid = m_eid;
    row->updatedAt = m_draft.data().updatedAt;
    m_draft.replace(*row, Origin::Restored);
    return true;
}

void DraftSession::keepOnDisk()
{
    if (m_journal)
        m_journal->flush();
}

void DraftSession::close(QObject *context, std::function<void(bool saved)> done,
                         std::chrono::milliseconds budget)
{
    m_closing = Closing{context, std::move(done)};
    m_awaited.reset();
    m_openingTimer->stop();
    m_request.abort();
    if (m_journal)
        m_journal->flush();
    if (m_phase != Phase::Ready || !m_saver->hasPendingEdits()) {
        finishClosing(true);
        return;
    }
    m_closingTimer->start(budget);
    m_saver->flush(this, [this](bool saved) { finishClosing(saved); });
}

void DraftSession::finishClosing(bool saved)
{
    if (!m_closing)
        return;
    m_closingTimer->stop();
    if (m_journal)
        m_journal->flush(); // also what was acknowledged meanwhile
    const auto closing = *std::exchange(m_closing, std::nullopt);
    m_archive.reset(); // before its undo stack is emptied
    m_draft.setReadOnly(true);
    enter(Phase::Closed);
    // Later, since the caller who waits for this is about to destroy the object that calls.
    if (closing.context) {
        const auto report = [done = closing.done, saved] { done(saved); };
        QMetaObject::invokeMethod(closing.context, report, Qt::QueuedConnection);
    }
}

void DraftSession::forget()
{
    if (m_archive)
        m_archive->endUndo();
    m_archive.reset();
    if (m_journal)
        m_journal->remove();
    m_journal.reset();
}

} // namespace groundswell
