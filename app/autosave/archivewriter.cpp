#include "app/autosave/archivewriter.h"

#include "app/autosave/reconcile.h"
#include "models/draft/merge.h"

namespace groundswell {

namespace {

// The file may grow to twice the size of its content before it is written anew.
constexpr qint64 leastCompaction = 1024LL * 1024;

} // namespace

ArchiveWriter::ArchiveWriter(QString path, QObject *parent)
    : QObject(parent)
    , m_file(std::move(path))
    , m_compactAt(leastCompaction)
{
}

bool ArchiveWriter::open()
{
    if (!m_file.open())
        return false;
    for (const QJsonObject &record : m_file.takeRecords())
        m_state.apply(record);
    if (!m_state.versions().empty()) {
        if (auto row = m_state.versions().back().row())
            m_lastRow = std::move(*row);
    }
    m_compactAt = std::max(leastCompaction, m_file.size());
    return true;
}

void ArchiveWriter::startUndo(const KeptUndo &undo)
{
    write(ArchiveState::undoStartRecord(undo));
}

void ArchiveWriter::changeUndo(const UndoChange &change)
{
    write(ArchiveState::undoChangeRecord(change));
}

void ArchiveWriter::endUndo()
{
    write(ArchiveState::undoEndRecord());
}

void ArchiveWriter::addVersion(DraftVersion::Author author, const QDateTime &at, const SetupProcess &row)
{
    if (m_lastRow && sameContent(*m_lastRow, row))
        return;
    DraftVersion version;
    version.id = m_state.versions().empty() ? 1 : m_state.versions().back().id + 1;
    version.at = at.toUTC();
    version.author = author;
    version.packedRow = DraftVersion::pack(row);
    if (m_lastRow) {
        for (const FieldDifference &difference : differences(*m_lastRow, row)) {
            ++version.changedCount;
            if (version.changed.size() < DraftVersion::mostFieldsNamed)
                version.changed.push_back(difference.path);
        }
    }
    m_lastRow = row;
    write(ArchiveState::versionRecord(version));
    Q_EMIT versionAdded(version);
}

// The archive is a convenience beside the journal, and the journal has reported a disk that refuses.
void ArchiveWriter::write(const QJsonObject &record)
{
    m_state.apply(record);
    if (!m_file.isOpen() || !m_file.append(record, RecordFile::Sync::ToSystem) || m_file.size() < m_compactAt)
        return;
    if (m_file.replace(m_state.compacted()))
        m_compactAt = std::max(leastCompaction, 2 * m_file.size());
}

} // namespace groundswell
