#include "app/autosave/journalwriter.h"

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

// Rewriting costs one row and pays for many: small enough to open quickly after a long evening of typing.
constexpr qint64 compactAfter = 4LL * 1024 * 1024;

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

// QFile's flush() hands the bytes to the system only; a power cut would still take them.
bool syncToDisk(QFile &file)
{
    if (!file.flush())
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#elif defined(Q_OS_MACOS)
    return fcntl(file.handle(), F_FULLFSYNC) != -1;
#else
    return fdatasync(file.handle()) == 0;
#endif
}

} // namespace

JournalWriter::JournalWriter(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_file(m_path)
{
}

bool JournalWriter::open()
{
    qint64 usedBytes = 0;
    if (QFile::exists(m_path)) {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return giveUp(file.errorString());
        const QByteArray bytes = file.readAll();
        file.close();
        const JournalContents contents = readJournal(bytes);
        for (const QJsonObject &record : contents.records)
            m_state.apply(record);
        usedBytes = contents.usedBytes;
        if (contents.records.empty() && !bytes.isEmpty()) {
            const QString aside = m_path + QStringLiteral(".damaged");
            QFile::remove(aside);
            QFile::rename(m_path, aside);
        }
    }
    return openForAppending(usedBytes) && append(JournalState::runRecord());
}

bool JournalWriter::openForAppending(qint64 usedBytes)
{
    // Not Append: a torn end is overwritten, so that no half record stays between whole ones.
    if (!m_file.open(QIODevice::ReadWrite, ownerOnly) || !m_file.resize(usedBytes) || !m_file.seek(usedBytes))
        return giveUp(m_file.errorString());
    m_file.setPermissions(ownerOnly);
    return true;
}

bool JournalWriter::append(const QJsonObject &record)
{
    if (!m_file.isOpen())
        return false;
    m_state.apply(record);
    const QByteArray bytes = journalRecord(record);
    if (m_file.write(bytes) != bytes.size() || !syncToDisk(m_file))
        return giveUp(m_file.errorString());
    m_errorText.clear();
    m_appended += bytes.size();
    const bool onlyHistory = !m_state.hasEdits() && m_appended > bytes.size();
    return m_appended > compactAfter || (onlyHistory && m_appended > compactAfter / 16) ? compact() : true;
}

void JournalWriter::edit(quint64 revision, const SetupProcess &draft, const QDateTime &editedAt)
{
    if (append(m_state.editRecord(revision, draft, editedAt)))
        Q_EMIT written(revision);
}

bool JournalWriter::compact()
{
    QByteArray bytes;
    JournalState state;
    const auto records = m_state.compacted();
    for (const QJsonObject &record : records) {
        bytes += journalRecord(record);
        state.apply(record);
    }
    // Replaced as a whole: a crash leaves the old file or the new one.
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return giveUp(file.errorString());
    m_file.close();
    m_appended = 0;
    m_state = std::move(state);
    return openForAppending(bytes.size());
}

void JournalWriter::remove()
{
    m_file.close();
    m_state = {};
    QFile::remove(m_path);
}

bool JournalWriter::giveUp(const QString &errorText)
{
    m_errorText = errorText;
    Q_EMIT failed(errorText);
    return false;
}

} // namespace groundswell
