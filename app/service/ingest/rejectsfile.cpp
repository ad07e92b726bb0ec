#include "app/service/ingest/rejectsfile.h"

namespace groundswell::service {

namespace {
constexpr size_t flushSize = 262'144;
} // namespace

RejectsFile::RejectsFile(const QString &path)
    : m_path(path)
{
    if (path.isEmpty())
        return;
    m_file.emplace(path);
    if (!m_file->open(QIODevice::WriteOnly))
        failImport(path, QStringLiteral("import.rejects_file"), {m_file->errorString()});
    appendCsv(m_pending, {"file", "line", "reason", "column", "value", "record"});
}

void RejectsFile::add(const QString &file, const CsvRecord &record, const RowFault &fault)
{
    if (!m_file)
        return;
    const std::string path = file.toStdString();
    const std::string line = std::to_string(record.line);
    appendCsv(m_pending, {path, line, fault.reason, fault.column, fault.value, record.raw});
    if (m_pending.size() > flushSize)
        flush();
}

void RejectsFile::flush()
{
    m_file->write(m_pending.data(), static_cast<qint64>(m_pending.size()));
    m_pending.clear();
}

void RejectsFile::commit()
{
    if (!m_file)
        return;
    flush();
    if (!m_file->commit())
        failImport(m_path, QStringLiteral("import.rejects_file"), {m_file->errorString()});
}

} // namespace groundswell::service
