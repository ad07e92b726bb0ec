#pragma once

#include "app/autosave/archivestate.h"
#include "app/net/rest/scheduler.h"
#include "models/draft/setupdraft.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace groundswell {

class ArchiveWriter;

/// What of one event's draft outlives the program beside its unsaved edits, which are the journal's: the
/// steps of undo, within 200 ms of the edit, and the history of versions, at most one a minute of typing. One
/// file beside the journal, under the journal's lock, written by a thread of its own, bounded in size
/// (ArchiveState). It survives kill -9; a power cut may cost the last steps of undo, never an edit.
///
/// Belongs to the GUI thread; draft and scheduler must outlive it.
class DraftArchive : public QObject {
    Q_OBJECT
public:
    DraftArchive(const SetupDraft &draft, Scheduler &scheduler, QObject *parent = nullptr);
    /// Writes what is still in memory.
    ~DraftArchive() override;

    /// False where the file can't be used; everything else then does nothing.
    bool open(const QString &path);
    /// What stood in the file on opening.
    [[nodiscard]] const std::optional<KeptUndo> &keptUndo() const { return m_keptUndo; }
    /// Oldest first.
    [[nodiscard]] const std::vector<DraftVersion> &versions() const { return m_versions; }

    /// From now on the draft's undo stack is kept, beginning with how it stands. Called again it begins anew,
    /// for a change that went under the steps.
    void startUndo();
    /// Published or cancelled: what was done isn't taken back any more. The versions stay.
    void endUndo();

    void addVersion(DraftVersion::Author author, const SetupProcess &row);
    /// The draft was edited here: a version of my own within a minute.
    void noteEdit();
    /// That version now.
    void keepEdit();
    /// Blocks until everything is written.
    void flush();

Q_SIGNALS:
    void versionAdded(const groundswell::DraftVersion &version);

private:
    void post(std::function<void(ArchiveWriter &)> action);
    void writeUndo();

    const SetupDraft &m_draft;
    Scheduler &m_scheduler;
    std::unique_ptr<Timer> m_undoTimer;
    std::unique_ptr<Timer> m_versionTimer;
    std::unique_ptr<QThread> m_thread;
    ArchiveWriter *m_writer = nullptr; ///< lives and dies on m_thread
    std::optional<KeptUndo> m_keptUndo;
    std::vector<DraftVersion> m_versions;
    std::optional<std::vector<quint64>> m_written; ///< serials of the steps on disk; unset = not kept
};

} // namespace groundswell
