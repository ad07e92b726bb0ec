#include "app/autosave/draftsession.h"

#include <QDir>

namespace groundswell {

namespace {

constexpr std::chrono::seconds closingBudget{2};

} // namespace

DraftSession::DraftSession(DraftStore &store, Scheduler &scheduler, RandomSource random, Place place,
                           QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_scheduler(scheduler)
    , m_random(std::move(random))
    , m_place(std::move(place))
    , m_closingTimer(scheduler.makeTimer([this] { finishClosing(false); }))
{
    makeSaver();
}

DraftSession::~DraftSession() = default;

// One saver for each opening: nothing of the event before is left in it.
void DraftSession::makeSaver()
{
    m_saver = std::make_unique<DraftSaver>(m_draft, m_store, m_scheduler, m_random);
    connect(m_saver.get(), &DraftSaver::stateChanged, this, &DraftSession::saveStateChanged);
    connect(m_saver.get(), &DraftSaver::merged, this, &DraftSession::merged);
    connect(m_saver.get(), &DraftSaver::conflictChanged, this, &DraftSession::conflictChanged);
    connect(m_saver.get(), &DraftSaver::frozen, this, [this] { m_draft.setReadOnly(true); });
}

void DraftSession::open(const EventId &eid, const SetupProcess &defaults)
{
    m_eid = eid;
    m_defaults = defaults;
    m_defaults.eid = eid;
    m_problem.reset();
    m_recovery.reset();
    m_draft.setReadOnly(false);
    m_journal.reset(); // before its successor: it may be the same file
    makeSaver();
    enter(Phase::Opening);
    const auto opening = openJournal();
    m_request = m_store.read(eid, this, [this, opening](const Expected<SetupRow> &answer) {
        if (opening == DraftJournal::Opening::InUse)
            showOnly(answer);
        else
            beginEditing(answer);
    });
}

DraftJournal::Opening DraftSession::openJournal()
{
    m_journal = std::make_unique<DraftJournal>(m_scheduler);
    QDir().mkpath(m_place.journalDirectory);
    const QDir directory(m_place.journalDirectory);
    const auto opening =
        m_journal->open(directory.filePath(DraftJournal::fileName(m_place.server, m_place.partner, m_eid)));
    connect(m_journal.get(), &DraftJournal::failed, this, &DraftSession::journalFailed);
    if (opening == DraftJournal::Opening::Unusable)
        Q_EMIT journalFailed(m_journal->errorText());
    return opening;
}

void DraftSession::showOnly(const Expected<SetupRow> &answer)
{
    if (!answer && answer.error().kind != Problem::Kind::NotFound) {
        fail(answer.error());
        return;
    }
    m_draft.replace(answer ? answer->row : m_defaults, Origin::Loaded);
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
    m_rowAtOpening = answer ? *answer : SetupRow{m_defaults, {}};
    m_draft.replace(m_rowAtOpening.row, Origin::Loaded);
    if (kept && kept->draft && !sameContent(*kept->draft, m_rowAtOpening.row)) {
        takeRecovered(*kept);
        // What happened to the row since the crash is the saver's to find out: it reads before it writes.
        wire();
        m_saver->startUnheard(kept->base, kept->sent);
    } else {
        m_journal->discard();
        m_journal->begin(m_rowAtOpening, answer.has_value());
        wire();
        if (answer)
            m_saver->start(m_rowAtOpening);
        else
            m_saver->startWithoutRow(m_rowAtOpening.row);
    }
    becomeReady();
}

void DraftSession::beginUnheard(const RecoveredDraft &kept)
{
    m_rowAtOpening = kept.base;
    m_draft.replace(kept.base.row, Origin::Loaded);
    if (kept.draft && !sameContent(*kept.draft, kept.base.row))
        takeRecovered(kept);
    wire();
    m_saver->startUnheard(kept.base, kept.sent);
    becomeReady();
}

void DraftSession::takeRecovered(const RecoveredDraft &kept)
{
    m_draft.replace(*kept.draft, Origin::Recovered);
    m_journal->append(m_draft.revision(), m_draft.data());
    m_recovery = RecoveryInfo{kept.changes, kept.editedAt};
}

void DraftSession::wire()
{
    connect(&m_draft, &SetupDraft::changed, m_journal.get(),
            [this](DraftFields, quint64 revision) { m_journal->append(revision, m_draft.data()); });
    connect(m_journal.get(), &DraftJournal::written, m_saver.get(), &DraftSaver::markOnDisk);
    connect(m_saver.get(), &DraftSaver::sending, m_journal.get(), &DraftJournal::markSent);
    connect(m_saver.get(), &DraftSaver::rebased, m_journal.get(),
            [this](const SetupRow &server) { m_journal->begin(server, true); });
    connect(m_saver.get(), &DraftSaver::acknowledged, m_journal.get(), &DraftJournal::acknowledge);
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
    // An edit like any other: what was recovered may be at the server by now, and can be undone back to.
    m_draft.replace(m_rowAtOpening.row, Origin::Restored);
}

void DraftSession::close(QObject *context, std::function<void(bool saved)> done)
{
    m_closing = Closing{context, std::move(done)};
    m_request.abort();
    if (m_journal)
        m_journal->flush();
    if (m_phase != Phase::Ready || !m_saver->hasPendingEdits()) {
        finishClosing(true);
        return;
    }
    m_closingTimer->start(closingBudget);
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
    m_draft.setReadOnly(true);
    enter(Phase::Closed);
    // Later, since whoever waits for this is about to destroy what is calling.
    if (closing.context) {
        const auto report = [done = closing.done, saved] { done(saved); };
        QMetaObject::invokeMethod(closing.context, report, Qt::QueuedConnection);
    }
}

void DraftSession::forget()
{
    if (m_journal)
        m_journal->remove();
    m_journal.reset();
}

} // namespace groundswell
