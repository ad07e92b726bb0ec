#include "app/autosave/recordfile.h"

#include "app/autosave/journalformat.h"
#include "app/files/privatefile.h"

namespace groundswell {

RecordFile::RecordFile(QString path)
    : m_path(std::move(path))
    , m_file(m_path)
{
}

bool RecordFile::open()
{
    qint64 usedBytes = 0;
    if (QFile::exists(m_path)) {
        tightenFile(m_path);
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(file.errorString());
        const QByteArray bytes = file.readAll();
        file.close();
        JournalContents contents = readJournal(bytes);
        usedBytes = contents.usedBytes;
        m_records = std::move(contents.records);
        if (m_records.empty() && !bytes.isEmpty()) {
            const QString aside = m_path + QStringLiteral(".damaged");
            QFile::remove(aside);
            QFile::rename(m_path, aside);
        }
    }
    return openForAppending(usedBytes);
}

bool RecordFile::openForAppending(qint64 usedBytes)
{
    // Not opened with Append: a torn end is overwritten, so that no half record stays between whole ones.
    if (!openPrivately(m_file, QIODevice::ReadWrite) || !m_file.resize(usedBytes) || !m_file.seek(usedBytes))
        return fail(m_file.errorString());
    return true;
}

bool RecordFile::append(const QJsonObject &record, Sync sync)
{
    if (!m_file.isOpen())
        return false;
    const QByteArray bytes = journalRecord(record);
    if (m_file.write(bytes) != bytes.size() || !m_file.flush()
        || (sync == Sync::ToDisk && !syncToDisk(m_file)))
        return fail(m_file.errorString());
    m_errorText.clear();
    return true;
}

bool RecordFile::replace(const std::vector<QJsonObject> &records)
{
    PrivateSaveFile file(m_path);
    if (!file.begin())
        return fail(file.errorString());
    qint64 size = 0;
    for (const QJsonObject &record : records) {
        const QByteArray bytes = journalRecord(record);
        if (file.write(bytes) != bytes.size())
            return fail(file.errorString());
        size += bytes.size();
    }
    // Closed first, because Windows doesn't replace a file that is open. If replacing fails, the old file is
    // whole and is written on.
    const qint64 sizeBefore = m_file.size();
    m_file.close();
    if (file.commit())
        return openForAppending(size);
    (void)openForAppending(sizeBefore);
    return fail(file.errorString());
}

void RecordFile::remove()
{
    m_file.close();
    QFile::remove(m_path);
}

bool RecordFile::fail(const QString &errorText)
{
    m_errorText = errorText;
    return false;
}

} // namespace groundswell
