#pragma once

#include "app/autosave/draftarchive.h"
#include "app/autosave/draftjournal.h"
#include "app/autosave/draftsaver.h"
#include "models/draft/proposal.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace groundswell {

/// Shown in a bar after a crash: what was recovered, and from when.
struct RecoveryInfo {
    int changes = 0;
    QDateTime editedAt; ///< local time
    std::vector<FieldDifference> fields; ///< from the row as it was opened to what was recovered
};

/// One event's setup being edited: the draft with its journal, its archive of undo steps and versions, and
/// its saver, opened, kept and closed together. The desktop holds one while the wizard is open. Belongs to
/// the GUI thread; the references must outlive it.
class DraftSession : public QObject {
    Q_OBJECT
public:
    struct Place {
        QString journalDirectory; ///< made if absent
        QString server; ///< base URL; keeps workspaces and services apart
        PartnerId partner;
    };
    enum class Phase {
        Closed,
        Opening, ///< reading the server's row
        Ready,
        Failed, ///< see problem()
        InUse, ///< another instance of the program edits this event: shown read-only
    };

    DraftSession(DraftStore &store, Scheduler &scheduler, RandomSource random, Place place,
                 QObject *parent = nullptr);
    /// Keeps what is pending in the journal.
    ~DraftSession() override;

    /// Reads the server's row; if there is none, the draft begins with \a beginning, and the first edit
    /// creates the row. Edits of an earlier run are recovered. Without a connection, or if the service is
    /// slow to answer, the draft opens from the local copy if there is one. Ends with opened() or
    /// openFailed().
    void open(const EventId &eid, const SetupProcess &beginning = {});

    /// The draft is new and began empty: it waits for the service's proposal.
    [[nodiscard]] bool awaitsProposal() const { return m_awaited.has_value(); }
    /// Fills the fields that nobody has touched since the opening with the service's proposal. This is
    /// neither a step of undo nor an edit: if there is no row yet, the first edit creates it with the
    /// proposal in it, and nothing is sent before. If it isn't known yet whether there is a row (the draft
    /// was opened from this computer), it waits for that: somebody else's row is left as it is. Does nothing
    /// unless awaitsProposal().
    void takeProposal(const SetupProcess &proposal);

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const EventId &eid() const { return m_eid; }
    [[nodiscard]] SetupDraft &draft() { return m_draft; }
    /// For saving now, conflicts and publishing; valid once opened.
    [[nodiscard]] DraftSaver &saver() { return *m_saver; }
    [[nodiscard]] SaveState saveState() const { return m_saver->state(); }
    [[nodiscard]] const std::optional<RecoveryInfo> &recovery() const { return m_recovery; }
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

    /// Throws the recovered edits away and goes back to the server's row.
    void discardRecovered();
    /// Takes these of the fields that the service changed (see serverDiffers()) into the draft; whatever was
    /// typed since stays.
    void takeServerValues(const std::vector<FieldDifference> &differences);
    /// Sends the draft once more if the service holds something else.
    void sendAgain();

    /// Oldest first.
    [[nodiscard]] const std::vector<DraftVersion> &versions() const;
    /// Keeps what was typed up to now as a version, so that the history is complete when somebody looks at
    /// it.
    void keepVersion();
    /// Brings an earlier version back as an edit that can be undone. False if it can't be read.
    bool restore(const DraftVersion &version);

    /// How long close() waits for the last save if nobody is in a hurry.
    static constexpr std::chrono::milliseconds closingBudget{2'000};
    /// Writes the journal, gives the pending save at most \a budget, then calls \a done (true: the server has
    /// everything). The edits are safe on disk in either case.
    void close(QObject *context, std::function<void(bool saved)> done,
               std::chrono::milliseconds budget = closingBudget);
    /// Blocks until what was typed is on disk; for a system that is about to end.
    void keepOnDisk();
    /// The draft was cancelled or published: only its history stays on this computer.
    void forget();

Q_SIGNALS:
    void phaseChanged(groundswell::DraftSession::Phase phase);
    void opened();
    void openFailed(const groundswell::Problem &problem);
    void recovered(const groundswell::RecoveryInfo &info);
    void saveStateChanged(const groundswell::SaveState &state);
    void merged(const groundswell::MergeNotice &notice);
    void conflictChanged();
    void versionAdded(const groundswell::DraftVersion &version);
    /// The service holds something else than was sent to it.
    void serverDiffers(const std::vector<groundswell::FieldDifference> &differences);
    void journalFailed(const QString &errorText);

private:
    struct Closing {
        QPointer<QObject> context;
        std::function<void(bool)> done;
    };
    /// A new draft between its opening and the service's proposal.
    struct Awaited {
        TouchedFields touched;
        SetupProcess last; ///< the draft as it was last seen
        quint64 mark = 0; ///< SetupDraft::mark() at the opening
        bool isRowUnknown = false; ///< opened from this computer: the service wasn't heard
    };
    void makeSaver();
    void awaitProposal(bool isRecovered, bool isRowUnknown = false);
    void noteTouched();
    void takeHeldProposal();
    void openFromJournal();
    [[nodiscard]] DraftJournal::Opening openJournal();
    void showOnly(const Expected<SetupRow> &answer);
    void beginEditing(const Expected<SetupRow> &answer);
    void beginUnheard(const RecoveredDraft &kept);
    void takeRecovered(const RecoveredDraft &kept);
    void resume(const SetupProcess &row, Origin origin);
    void openArchive(const QString &journalPath);
    void watchVersions();
    void wire();
    void becomeReady();
    void fail(const Problem &problem);
    void enter(Phase phase);
    void finishClosing(bool saved);

    DraftStore &m_store;
    Scheduler &m_scheduler;
    RandomSource m_random;
    const Place m_place;
    SetupDraft m_draft;
    std::unique_ptr<DraftJournal> m_journal;
    std::unique_ptr<DraftArchive> m_archive; ///< null if the journal isn't ours
    std::unique_ptr<DraftSaver> m_saver;
    Phase m_phase = Phase::Closed;
    EventId m_eid;
    SetupProcess m_beginning;
    SetupRow m_rowAtOpening;
    std::optional<RecoveryInfo> m_recovery;
    std::optional<Problem> m_problem;
    std::optional<Closing> m_closing;
    std::unique_ptr<Timer> m_closingTimer;
    std::unique_ptr<Timer> m_openingTimer;
    std::optional<Awaited> m_awaited;
    std::optional<SetupProcess> m_heldProposal; ///< until it is known whether there is a row
    bool m_isUnderlaying = false; ///< the change in the draft is nobody's edit
    RequestHandle m_request;
};

} // namespace groundswell
