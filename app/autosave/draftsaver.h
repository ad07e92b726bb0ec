#pragma once

#include "app/autosave/comparer.h"
#include "app/autosave/draftstore.h"
#include "app/autosave/reconcile.h"
#include "app/autosave/requestlimit.h"
#include "app/autosave/savepace.h"
#include "app/net/rest/scheduler.h"
#include "models/draft/merge.h"
#include "models/draft/savestate.h"
#include "models/draft/setupdraft.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace groundswell {

/// What was sent so far; for the tour's report and the tests.
struct SaveCounters {
    int bursts = 0; ///< of edits: a burst begins with the first edit after a write, or with the first of all;
                    ///< a burst that ends where it began isn't counted
    int sent = 0; ///< PUTs, and POSTs that created the row
    int aborted = 0; ///< of these, replies that were given up for a newer save or because their deadline had
                     ///< passed
    int verified = 0; ///< read-backs after a burst with an aborted or failed write
};

/// Somebody else's edits that were merged into the draft: what was taken, and the draft as it was before.
struct MergeNotice {
    std::vector<FieldPath> taken;
    SetupProcess before;
    SetupProcess theirs; ///< as the server held it
};

/// How the user settles a conflict: mine or theirs, for all fields or field by field.
struct ConflictChoice {
    enum class Side { Mine, Theirs };
    Side forAll = Side::Mine;
    std::vector<std::pair<FieldPath, Side>> byField; ///< exceptions to forAll
};

/// Sends a draft's edits to the store, and always tells the truth about whether they are saved.
///
/// An edit is due one second after the last keystroke, at the latest after a wait that grows with the round
/// trip. Only a due save aborts the reply in flight, never an edit. The payload is always the whole row. A
/// *revision* is acknowledged, not "a save". After an aborted or failed write the row is read back: if a late
/// write of our own has landed, it is overwritten; somebody else's edit is merged by field or becomes a
/// conflict. A member that an answer lacks was not changed. Whatever a server answers, it is asked less and
/// less often. See "Autosave" in README.md.
///
/// Belongs to the GUI thread; the references must outlive it. Don't delete it in one of its own callbacks or
/// signals (deleteLater() is fine).
class DraftSaver : public QObject {
    Q_OBJECT
public:
    /// The saver's present state. saversteps.h says which may follow which.
    enum class Phase {
        Idle, ///< nothing to send
        Waiting, ///< edits wait until they are due
        Comparing, ///< reading the server's row before writing: it offers no ETag, or wasn't heard yet
        Writing,
        Judging, ///< the write was answered; what the server made of it is compared on another thread
        Verifying, ///< reading back after a burst with an aborted or failed write
        BackingOff, ///< a transient problem; tried again by itself
        Refused, ///< a lasting problem; tried again after an edit or by hand
        Conflict, ///< the same field was changed on both sides; the user chooses
        Frozen, ///< the setup is published; nothing is sent any more
        SignedOut, ///< the token isn't accepted; goes on after signing in
    };
    Q_ENUM(Phase)

    using PublishCallback = std::function<void(Expected<SetupProcess>)>;

    DraftSaver(SetupDraft &draft, DraftStore &store, Scheduler &scheduler, RandomSource random,
               QObject *parent = nullptr);
    DraftSaver(SetupDraft &draft, DraftStore &store, Scheduler &scheduler, RandomSource random,
               SaveTiming timing, QObject *parent = nullptr);
    ~DraftSaver() override;

    /// Begins with the row the server holds; the draft must already stand on it or on edits above it.
    void start(const SetupRow &server);
    /// Begins with no row at the server: the first edit creates it. \a base: what the draft started from.
    void startWithoutRow(const SetupProcess &base);
    /// Begins without having heard from the server (offline): \a base is the last row known of it, and the
    /// server is read before anything is sent. \a sent: our own rows that may have reached it since.
    void startUnheard(const SetupRow &base, std::vector<SetupProcess> sent);

    /// The service's proposal came in after a draft without a row had begun with \a base; \a change lays it
    /// under the draft's edits. True: it became part of what the first edit creates and isn't an edit itself;
    /// \a base is then the row that the draft started from. False: there is or may be a row by now that
    /// doesn't contain the proposal, so that the proposal is saved like an edit.
    bool underlay(const SetupProcess &base, const std::function<void(SetupDraft::Underlay kind)> &change);

    [[nodiscard]] SaveState state() const { return m_shown; }
    [[nodiscard]] const SaveCounters &counters() const { return m_counters; }
    [[nodiscard]] bool hasPendingEdits() const;
    /// The server wasn't heard yet: whether it has a row is unknown.
    [[nodiscard]] bool isUnheard() const { return m_unheard; }

    /// Whether there is a journal. If so, nothing is sent before markOnDisk() says that it is on disk,
    /// because after a crash in between, the program would take its own edit at the server for somebody
    /// else's. Off if the disk refuses; the saver waits for a disk that hangs no longer than for one request.
    void setWriteAhead(bool on);
    /// The journal has this revision on disk: "Saved on this computer".
    void markOnDisk(quint64 revision);

    /// The conflict to be settled; null if there is none.
    [[nodiscard]] const MergeResult *conflict() const;
    /// The other side of it, as the server holds it; null if there is none.
    [[nodiscard]] const SetupProcess *conflictingRow() const;
    void resolve(const ConflictChoice &choice);

public Q_SLOTS:
    /// Sends now what waits (Ctrl+S, "Try now", leaving).
    void saveNow();
    /// The network is back: what waits for it is sent at once.
    void networkReturned();
    /// A new token: what waits for it is sent at once.
    void signedIn();
    /// Sends the draft once more although the server has acknowledged it, because the server made something
    /// else of it.
    void sendAgain();

public:
    /// The gate before publishing: sends what waits, reads the row back and compares. Answers with the row
    /// that the server holds, equal to the draft; or with the reason why not: the save's own problem, or
    /// Problem::Conflict `error.setup.changed` if somebody else's edit came in (merged by then, or waiting
    /// for a choice) and the user should look again. Not called once \a context is gone.
    void prepareToPublish(QObject *context, PublishCallback callback);
    /// Sends what waits and calls back when it is acknowledged (true) or can't be now (false).
    void flush(QObject *context, std::function<void(bool saved)> done);

Q_SIGNALS:
    void stateChanged(const groundswell::SaveState &state);
    void merged(const groundswell::MergeNotice &notice);
    void conflictChanged();
    /// Revision \a revision of the draft is at the server, which then held \a server.
    void acknowledged(quint64 revision, const groundswell::SetupRow &server);
    /// Revision \a revision is at the server for good: no write whose fate is unknown could still land on top
    /// of it. From here on nothing of it needs to be kept on this computer.
    void settled(quint64 revision, const groundswell::SetupRow &server);
    /// A write of the draft at this revision goes on its way as soon as it is on disk, and may arrive even if
    /// its reply is given up.
    void sending(quint64 revision);
    /// The server was found to hold \a server, and the draft now stands on it (after a merge it contains it).
    /// Edits that are recovered later must be merged from here, or somebody else's merged edits would count
    /// as ours.
    void rebased(const groundswell::SetupRow &server);
    /// The server was found to have no row. What is edited here creates it next.
    void rowMissing();
    /// The server holds something else than was sent in these fields (it changed or reset them).
    void serverDiffers(const std::vector<groundswell::FieldDifference> &differences,
                       const groundswell::SetupRow &server);
    /// The setup is published: edits of the row are refused for good.
    void frozen();

private:
    /// A server that answers "changed" for ever is treated as a failing one.
    static constexpr int maximumConflictRounds = 5;

    struct Publishing {
        QPointer<QObject> context;
        PublishCallback callback;
        bool confirming = false; ///< everything is sent; the row is being read back
        bool changedByOthers = false;
    };
    struct Flush {
        QPointer<QObject> context;
        std::function<void(bool)> done;
    };
    struct OpenConflict {
        SetupProcess base;
        SetupRow theirs;
        MergeResult result;
    };

    void begin(const SetupRow &base, bool exists);
    [[nodiscard]] bool needsWrite() const;
    void draftChanged();
    void noteEdit();
    void armDue();
    void save();
    void write();
    void dispatch();
    void giveUpWrite();
    void written(const Expected<SetupRow> &answer, quint64 revision, const SetupProcess &sent);
    void writeSucceeded(const SetupRow &server, quint64 revision, const SetupProcess &sent);
    void compareWritten(const SetupRow &server, const SetupProcess &before, const SetupProcess &sent,
                        int comparisons = 0);
    void takeOutcome(const SetupRow &server, const WriteOutcome &outcome);
    [[nodiscard]] bool takeOverUntouched(const SetupRow &server, const WriteOutcome &outcome);
    void writeFailed(const Problem &problem);
    void writeConflicted(const Problem &problem);
    void read(Phase phase);
    void readDone(const Expected<SetupRow> &answer);
    void readFailed(const Problem &problem);
    void rowIsGone();
    void compareWith(const SetupRow &server, int comparisons = 0);
    void takeReconciliation(const SetupRow &server, const Reconciliation &found);
    void writeAgain();
    [[nodiscard]] bool waitForTurn();
    void openConflict(const SetupProcess &base, const SetupRow &server, const MergeResult &result);
    void replaceDraft(const SetupProcess &merged);
    void takeMerge(const SetupRow &server, const SetupProcess &merged, std::vector<FieldPath> taken);
    void goOnAfterReading();
    void acknowledgeDraft(const SetupRow &server);
    void deadlinePassed();
    void backOff(const Problem &problem);
    void backOffFor(std::chrono::milliseconds pause, const Problem &problem);
    [[nodiscard]] bool isPauseAsked() const;
    void stopWith(Phase phase, const Problem &problem);
    void becomeIdle();
    void scheduleRecheck();
    void settle();
    void setPhase(Phase phase);
    void enter(Phase phase);
    void answerWaiting();
    void answerPublishing();
    void finishPublishing(Expected<SetupProcess> result);
    void updateState();
    [[nodiscard]] SaveState::Kind shownKind() const;
    [[nodiscard]] bool isBusy() const;

    SetupDraft &m_draft;
    DraftStore &m_store;
    Scheduler &m_scheduler;
    RandomSource m_random;
    const SaveTiming m_timing;
    SavePace m_pace;
    RequestLimit m_limit;
    const QString m_clientId;
    quint64 m_sequence = 0; ///< X-Draft-Revision: one more for every write

    Phase m_phase = Phase::Idle;
    bool m_started = false;
    bool m_exists = false; ///< the server has a row
    bool m_unheard = false; ///< the server wasn't heard since this saver began
    bool m_suspect = false; ///< the fate of a write is unknown: read back before believing
    bool m_rechecking = false;
    bool m_applyingMerge = false;
    SetupRow m_base; ///< as the server last said
    std::optional<SetupProcess> m_acknowledgedRow; ///< as it was sent; unset once the server holds another
    std::vector<SetupProcess> m_sent; ///< of unknown fate, oldest first
    quint64 m_acknowledgedRevision = 0;
    std::optional<quint64> m_settledRevision; ///< what settled() was last emitted for; unset by the next
                                              ///< write
    quint64 m_writingRevision = 0;
    quint64 m_onDiskRevision = 0;
    bool m_writeAhead = false;
    std::optional<SetupWrite> m_heldWrite; ///< of the Writing phase, until it is on disk
    int m_failures = 0;
    int m_conflictRounds = 0;
    size_t m_rechecks = 0;
    std::optional<OpenConflict> m_conflict;
    std::optional<Publishing> m_publishing;
    std::vector<Flush> m_flushes;
    std::optional<Problem> m_problem;
    std::optional<int> m_retryIn;
    QDateTime m_savedAt;
    bool m_savingShown = false;
    SaveState m_shown;
    SaveCounters m_counters;

    std::unique_ptr<Timer> m_due;
    std::unique_ptr<Timer> m_retry;
    std::unique_ptr<Timer> m_deadline;
    std::unique_ptr<Timer> m_showSaving;
    std::unique_ptr<Timer> m_recheck;
    Comparer m_comparer;
    RequestHandle m_request;
};

} // namespace groundswell
