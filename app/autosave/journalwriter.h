#pragma once

#include "app/autosave/journalstate.h"
#include "app/autosave/recordfile.h"

#include <QObject>

namespace groundswell {

/// Writes the journal to the disk. Lives on the journal's own thread; only values come in and go out.
class JournalWriter : public QObject {
    Q_OBJECT
public:
    explicit JournalWriter(QString path, QObject *parent = nullptr);

    /// Replays the file and opens it for appending. False: see errorText().
    [[nodiscard]] bool open();
    [[nodiscard]] std::optional<RecoveredDraft> recovered() const { return m_state.recovered(); }
    [[nodiscard]] const QString &errorText() const { return m_file.errorText(); }

    /// Appends and syncs. True once it is on disk.
    bool append(const QJsonObject &record);
    void edit(quint64 revision, const SetupProcess &draft, const QDateTime &editedAt);
    /// An edit together with the row that it stands on from now on: both or neither survive a crash.
    void editOn(const SetupRow &base, bool hasServerRow, quint64 revision, const SetupProcess &draft,
                const QDateTime &editedAt);
    void remove();
    [[nodiscard]] bool isSound() const { return m_file.errorText().isEmpty(); }

Q_SIGNALS:
    void written(quint64 revision);
    void failed(const QString &errorText);

private:
    [[nodiscard]] bool compact();
    bool giveUp();

    RecordFile m_file;
    JournalState m_state;
    qint64 m_appended = 0; ///< bytes since the last compaction
};

} // namespace groundswell
