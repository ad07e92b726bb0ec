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

/// The part of one event's draft that outlives the program, apart from the unsaved edits, which the journal
/// keeps: the steps of undo, within 200 ms of the edit, and the history of versions, at most one a minute of
/// typing. One file beside the journal, under the journal's lock, written by a thread of its own, bounded in
/// size (ArchiveState). It survives kill -9; a power cut may cost the last steps of undo, but never an edit.
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
    /// The content of the file on opening.
    [[nodiscard]] const std::optional<KeptUndo> &keptUndo() const { return m_keptUndo; }
    /// Oldest first.
    [[nodiscard]] const std::vector<DraftVersion> &versions() const { return m_versions; }

    /// From now on the draft's undo stack is kept, beginning with its present state. A second call begins
    /// anew, for a change below the steps.
    void startUndo();
    /// The setup was published or cancelled: its steps can't be undone any more. The versions stay.
    void endUndo();

    void addVersion(DraftVersion::Author author, const SetupProcess &row);
    /// The draft was edited here: it becomes a version of the user's own within a minute.
    void noteEdit();
    /// Makes that version now.
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
