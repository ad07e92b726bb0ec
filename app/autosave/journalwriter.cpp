#include "app/autosave/journalwriter.h"

namespace groundswell {

namespace {

// Rewriting costs one row and saves many: small enough for a quick opening after a long session of typing.
constexpr qint64 compactAfter = 4LL * 1024 * 1024;

} // namespace

JournalWriter::JournalWriter(QString path, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path))
{
}

bool JournalWriter::open()
{
    if (!m_file.open())
        return giveUp();
    for (const QJsonObject &record : m_file.takeRecords())
        m_state.apply(record);
    return append(JournalState::runRecord());
}

bool JournalWriter::append(const QJsonObject &record)
{
    if (!m_file.isOpen())
        return false;
    m_state.apply(record);
    const qint64 before = m_file.size();
    if (!m_file.append(record, RecordFile::Sync::ToDisk))
        return giveUp();
    const qint64 written = m_file.size() - before;
    m_appended += written;
    const bool onlyHistory = !m_state.hasEdits() && m_appended > written;
    return m_appended > compactAfter || (onlyHistory && m_appended > compactAfter / 16) ? compact() : true;
}

void JournalWriter::edit(quint64 revision, const SetupProcess &draft, const QDateTime &editedAt)
{
    if (append(m_state.editRecord(revision, draft, editedAt)))
        Q_EMIT written(revision);
}

void JournalWriter::editOn(const SetupRow &base, bool hasServerRow, quint64 revision,
                           const SetupProcess &draft, const QDateTime &editedAt)
{
    const QJsonObject edit = m_state.editRecord(revision, draft, editedAt);
    if (append(JournalState::baseRecord(base, hasServerRow, edit)))
        Q_EMIT written(revision);
}

bool JournalWriter::compact()
{
    JournalState state;
    const auto records = m_state.compacted();
    for (const QJsonObject &record : records)
        state.apply(record);
    if (!m_file.replace(records))
        return giveUp();
    m_appended = 0;
    m_state = std::move(state);
    return true;
}

void JournalWriter::remove()
{
    m_state = {};
    m_file.remove();
}

bool JournalWriter::giveUp()
{
    Q_EMIT failed(m_file.errorText());
    return false;
}

} // namespace groundswell
