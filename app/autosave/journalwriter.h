#pragma once

#include "app/autosave/journalstate.h"

#include <QFile>
#include <QObject>

namespace groundswell {

/// The journal's hand on the disk. Lives on the journal's own thread; only values come in and go out.
class JournalWriter : public QObject {
    Q_OBJECT
public:
    explicit JournalWriter(QString path, QObject *parent = nullptr);

    /// Replays the file, cuts off a torn end, and opens it for appending. A file that holds nothing whole is
    /// kept beside it as "….damaged". False: see errorText().
    [[nodiscard]] bool open();
    [[nodiscard]] std::optional<RecoveredDraft> recovered() const { return m_state.recovered(); }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

    /// Appends and syncs. True once it is on disk.
    bool append(const QJsonObject &record);
    void edit(quint64 revision, const SetupProcess &draft, const QDateTime &editedAt);
    void remove();
    [[nodiscard]] bool isSound() const { return m_errorText.isEmpty(); }

Q_SIGNALS:
    void written(quint64 revision);
    void failed(const QString &errorText);

private:
    [[nodiscard]] bool openForAppending(qint64 usedBytes);
    [[nodiscard]] bool compact();
    bool giveUp(const QString &errorText);

    QString m_path;
    QFile m_file;
    JournalState m_state;
    qint64 m_appended = 0; ///< bytes since the last compaction
    QString m_errorText;
};

} // namespace groundswell
