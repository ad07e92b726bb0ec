#pragma once

#include <QFile>
#include <QJsonObject>
#include <QString>

#include <vector>

namespace groundswell {

/// An append-only file of checksummed records (journalformat.h), readable by the user alone. A torn end is
/// cut off on opening; a file that holds nothing whole is kept beside it as "….damaged". Blocks: belongs to a
/// worker thread. Every function that answers false leaves the reason in errorText().
class RecordFile {
public:
    /// Whether an append waits until the bytes are on the disk itself and so outlive a power cut, or only
    /// until the system has them, which outlives the program.
    enum class Sync { ToDisk, ToSystem };

    explicit RecordFile(QString path);

    [[nodiscard]] bool open();
    /// The content of the file on opening.
    [[nodiscard]] std::vector<QJsonObject> takeRecords() { return std::exchange(m_records, {}); }
    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }

    [[nodiscard]] bool append(const QJsonObject &record, Sync sync);
    /// Puts other records in the place of all: a crash leaves either the old file or the new one.
    [[nodiscard]] bool replace(const std::vector<QJsonObject> &records);
    void remove();

    [[nodiscard]] qint64 size() const { return m_file.size(); }
    [[nodiscard]] const QString &errorText() const { return m_errorText; }

private:
    [[nodiscard]] bool openForAppending(qint64 usedBytes);
    bool fail(const QString &errorText);

    QString m_path;
    QFile m_file;
    std::vector<QJsonObject> m_records;
    QString m_errorText;
};

} // namespace groundswell
