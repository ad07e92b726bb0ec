#include "app/autosave/recordfile.h"

#include "app/autosave/journalformat.h"

#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <fcntl.h>
#include <unistd.h>
#endif

namespace groundswell {

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// QFile's flush() hands the bytes to the system only; a power cut would still take them.
bool syncToDisk(const QFile &file)
{
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#elif defined(Q_OS_MACOS)
    return fcntl(file.handle(), F_FULLFSYNC) != -1;
#else
    return fdatasync(file.handle()) == 0;
#endif
}

} // namespace

RecordFile::RecordFile(QString path)
    : m_path(std::move(path))
    , m_file(m_path)
{
}

bool RecordFile::open()
{
    qint64 usedBytes = 0;
    if (QFile::exists(m_path)) {
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
    // Not Append: a torn end is overwritten, so that no half record stays between whole ones.
    if (!m_file.open(QIODevice::ReadWrite, ownerOnly) || !m_file.resize(usedBytes) || !m_file.seek(usedBytes))
        return fail(m_file.errorString());
    m_file.setPermissions(ownerOnly);
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
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.errorString());
    qint64 size = 0;
    for (const QJsonObject &record : records) {
        const QByteArray bytes = journalRecord(record);
        if (file.write(bytes) != bytes.size())
            return fail(file.errorString());
        size += bytes.size();
    }
    if (!file.commit())
        return fail(file.errorString());
    m_file.close();
    return openForAppending(size);
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
