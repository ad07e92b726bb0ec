#pragma once

#include "app/autosave/draftstore.h"
#include "app/net/scheduler.h"
#include "models/draft/merge.h"
#include "models/draft/savestate.h"
#include "models/draft/setupdraft.h"

#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace groundswell {

/// What was sent so far; for the tour's report and the tests.
struct SaveCounters {
    int sent = 0; ///< PUTs, and POSTs that created the row
    int aborted = 0; ///< of these, replies given up for a newer save or a passed deadline
    int verified = 0; ///< read-backs after a burst with an aborted or failed write
};

/// Somebody else's edits that were merged into the draft: what was taken, and the draft as it was before.
struct MergeNotice {
    std::vector<FieldPath> taken;
    SetupProcess before;
};

/// How the user settles a conflict: mine or theirs, for all fields or field by field.
struct ConflictChoice {
    enum class Side { Mine, Theirs };
    Side forAll = Side::Mine;
    std::vector<std::pair<FieldPath, Side>> byField; ///< exceptions to forAll
};

/// Sends a draft's edits to the store and says truthfully how they stand.
///
/// Debounced: an edit is due one second after the last keystroke, at the latest after a wait that grows with
/// the round trip. Only a due save aborts the reply in flight, never an edit. The payload is always the whole
/// row. A *revision* is acknowledged, not "a save". After an aborted or failed write the row is read back: a
/// late one of our own is overwritten, somebody else's edit is merged by field or becomes a conflict. See
/// "Autosave" in README.md for the diagram.
///
/// Belongs to the GUI thread; the references must outlive it.
class DraftSaver : public QObject {
    Q_OBJECT
public:
    struct Timing {
        std::chrono::milliseconds debounce{1'000};
        std::chrono::milliseconds minimumMaxWait{5'000};
        double roundTripFactor = 1.5; ///< maximum wait = max(minimumMaxWait, factor × round trip)
        std::chrono::milliseconds deadline{15'000};
        std::chrono::milliseconds savingShownAfter{400}; ///< shorter saves show no "Saving…"
        std::chrono::milliseconds backOffBase{1'000};
        std::chrono::milliseconds backOffCap{30'000};
        /// Further read-backs where the server can't refuse a late write (no ETag), after the first one.
        std::vector<std::chrono::milliseconds> recheckAfter{std::chrono::seconds(5),
                                                            std::chrono::seconds(20)};
    };
    using PublishCallback = std::function<void(Expected<SetupProcess>)>;

    DraftSaver(SetupDraft &draft, DraftStore &store, Scheduler &scheduler, RandomSource random,
               QObject *parent = nullptr);
    DraftSaver(SetupDraft &draft, DraftStore &store, Scheduler &scheduler, RandomSource random, Timing timing,
               QObject *parent = nullptr);
    ~DraftSaver() override;

    /// Begins with the row the server holds; the draft must already stand on it or on edits above it.
    void start(const SetupRow &server);
    /// Begins with no row at the server: the first edit creates it. \a base: what the draft started from.
    void startWithoutRow(const SetupProcess &base);
    /// Begins without having heard from the server (offline): \a base is the last row known of it, and the
    /// server is read before anything is sent. \a sent: own rows that may have reached it since.
    void startUnheard(const SetupRow &base, std::vector<SetupProcess> sent);

    [[nodiscard]] SaveState state() const { return m_shown; }
    [[nodiscard]] const SaveCounters &counters() const { return m_counters; }
    [[nodiscard]] bool hasPendingEdits() const;

    /// The journal has this revision on disk: "Saved on this computer".
    void markOnDisk(quint64 revision);

    /// The conflict to be settled; null where there is none.
    [[nodiscard]] const MergeResult *conflict() const;
    void resolve(const ConflictChoice &choice);

public Q_SLOTS:
    /// Sends now what waits (Ctrl+S, "Try now", leaving).
    void saveNow();
    /// The network is back: what waits for it is sent at once.
    void networkReturned();
    /// A new token: what waits for it is sent at once.
    void signedIn();

public:
    /// The gate before publishing: sends what waits, reads the row back and compares. Answers with the row
    /// that the server holds, equal to the draft; or with why not: the save's own problem, or
    /// Problem::Conflict `error.setup.changed` where somebody else's edit came in (merged by then or waiting
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
    /// A write of the draft at this revision is on its way, and may arrive even if its reply is given up.
    void sending(quint64 revision);
    /// The server holds something else than was sent in these fields (it changed or reset them).
    void serverDiffers(const std::vector<groundswell::FieldDifference> &differences);
    /// The setup is published: edits of the row are refused for good.
    void frozen();

private:
    SaveState m_shown;
    SaveCounters m_counters;
};

} // namespace groundswell
