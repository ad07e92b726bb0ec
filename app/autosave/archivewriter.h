#pragma once

#include "app/autosave/archivestate.h"
#include "app/autosave/recordfile.h"

#include <QObject>

namespace groundswell {

/// Writes the archive to the disk. Lives on the archive's own thread; only values come in and go out.
class ArchiveWriter : public QObject {
    Q_OBJECT
public:
    explicit ArchiveWriter(QString path, QObject *parent = nullptr);

    /// Replays the file and opens it for appending. False: see errorText().
    [[nodiscard]] bool open();
    [[nodiscard]] const ArchiveState &state() const { return m_state; }
    [[nodiscard]] const QString &errorText() const { return m_file.errorText(); }

    void startUndo(const KeptUndo &undo);
    void changeUndo(const UndoChange &change);
    void endUndo();
    /// Drops a version that is equal to the one before.
    void addVersion(groundswell::DraftVersion::Author author, const QDateTime &at, const SetupProcess &row);

Q_SIGNALS:
    void versionAdded(const groundswell::DraftVersion &version);

private:
    void write(const QJsonObject &record);

    RecordFile m_file;
    ArchiveState m_state;
    std::optional<SetupProcess> m_lastRow; ///< of the newest version
    qint64 m_compactAt = 0; ///< bytes
};

} // namespace groundswell
