#include "app/service/import/rejectsfile.h"

#include "app/audience/csvwriter.h"

namespace groundswell::service {

namespace {

/// People open the file in a spreadsheet, and what was rejected is the oddest that a delivery holds.
const CsvFormat &format()
{
    static const CsvFormat forPeople({.crlf = false, .formulaGuard = true});
    return forPeople;
}

} // namespace

RejectsFile::RejectsFile(const QString &path)
    : m_path(path)
{
    if (path.isEmpty())
        return;
    m_file.emplace(path);
    if (!m_file->begin())
        failImport(path, QStringLiteral("import.rejects_file"), {m_file->errorString()});
    std::string header;
    format().append(header, {"file", "line", "reason", "column", "value", "record"});
    add(header);
}

void RejectsFile::add(std::string_view lines)
{
    if (m_file)
        m_file->write(lines.data(), static_cast<qint64>(lines.size())); // commit() tells where it failed
}

void RejectsFile::commit()
{
    if (!m_file)
        return;
    if (!m_file->commit())
        failImport(m_path, QStringLiteral("import.rejects_file"), {m_file->errorString()});
}

void appendRejected(std::string &lines, const QString &file, const CsvRecord &record, const RowFault &fault)
{
    const std::string path = file.toStdString();
    const std::string line = std::to_string(record.line);
    format().append(lines, {path, line, fault.reason, fault.column, fault.value, record.raw});
}

} // namespace groundswell::service
