#pragma once

#include "app/net/rest/scheduler.h"
#include "app/net/wave/setuprow.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QLockFile;
class QThread;

namespace groundswell {

class JournalWriter;

/// What a journal still holds from an earlier run of the program.
struct RecoveredDraft {
    SetupRow base; ///< the last row known of the server; empty if that was damaged
    bool knowsBase = true;
    bool hasServerRow = false; ///< false if the server had no row yet
    std::optional<SetupProcess> draft; ///< the newest edit that was not acknowledged; unset = none
    QDateTime editedAt; ///< of that edit, local time
    int changes = 0; ///< edits not acknowledged
    std::vector<SetupProcess> sent; ///< edits that may have reached the server without an answer
};

/// Keeps every edit of one event's draft on disk, before and regardless of the network: append-only,
/// checksummed, synced to the disk by a thread of its own. An edit is on disk at most 200 ms after the last
/// keystroke of its burst. A torn last write is cut off on opening. Edits are dropped only when their
/// revision was acknowledged, or on discard(). There is one file for each (server, partner, event), readable
/// by the user alone and locked: two instances of the program never share one. It holds setup rows only, no
/// secrets.
class DraftJournal : public QObject {
    Q_OBJECT
public:
    enum class Opening {
        Opened,
        InUse, ///< another instance of the program edits this event
        Unusable, ///< see errorText(): no permission, disk full …
    };

    /// \a scheduler must outlive it.
    explicit DraftJournal(Scheduler &scheduler, QObject *parent = nullptr);
    /// Writes what is still in memory.
    ~DraftJournal() override;

    /// The file name for one draft: a readable part and a digest, so that ids with any characters fit.
    [[nodiscard]] static QString fileName(const QString &server, const PartnerId &partner,
                                          const EventId &eid);

    [[nodiscard]] Opening open(const QString &path);
    /// The content of the file on opening.
    [[nodiscard]] const std::optional<RecoveredDraft> &recovered() const { return m_recovered; }
    [[nodiscard]] bool isOpen() const { return m_writer != nullptr; }
    /// For the log and the details view.
    [[nodiscard]] QString errorText() const { return m_errorText; }

    /// The row from which editing starts, as the server holds it (or the defaults, if it has none). Edits of
    /// earlier runs are kept until something is acknowledged.
    void begin(const SetupRow &base, bool hasServerRow);
    /// Takes a snapshot of the draft; on disk within 200 ms.
    void append(quint64 revision, const SetupProcess &draft);
    /// The write of this revision may reach the server: kept until something newer is acknowledged, to tell
    /// our own late write from somebody else's.
    void markSent(quint64 revision);
    /// Blocks until this revision is on disk. For a row that the server is known to hold although it
    /// was never sent: what was written here before it is out of date, and would come back after a
    /// crash.
    void ensureOnDisk(quint64 revision);
    /// The server acknowledged everything up to \a revision and holds \a server: older edits are dropped.
    void acknowledge(quint64 revision, const SetupRow &server);
    /// The user throws the edits away; the row known of the server stays.
    void discard();
    /// Removes the file: the draft was cancelled or published.
    void remove();
    /// Blocks until everything is on disk; for leaving the program. False if the disk refused.
    bool flush();

Q_SIGNALS:
    void written(quint64 revision); ///< this revision is on disk
    void failed(const QString &errorText);

private:
    struct Pending {
        quint64 revision = 0;
        SetupProcess draft;
        QDateTime editedAt;
    };
    void writePending();
    void post(std::function<void(JournalWriter &)> action);

    Scheduler &m_scheduler;
    std::unique_ptr<Timer> m_timer;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<QThread> m_thread;
    JournalWriter *m_writer = nullptr; ///< lives and dies on m_thread
    std::optional<Pending> m_pending;
    quint64 m_writtenRevision = 0;
    std::optional<RecoveredDraft> m_recovered;
    QString m_errorText;
};

} // namespace groundswell
