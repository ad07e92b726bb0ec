#include "app/audience/csvwriter.h"

#include <QIODevice>

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

constexpr size_t blockSize = 64 * 1024;

bool isPlainNumber(std::string_view cell)
{
    if (cell.starts_with('+') || cell.starts_with('-'))
        cell.remove_prefix(1);
    return !cell.empty() && cell.find_first_not_of("0123456789., ()") == std::string_view::npos;
}

} // namespace

bool looksLikeFormula(std::string_view cell)
{
    constexpr std::array<std::string_view, 11> openings{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                        "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const bool opens = std::any_of(openings.begin(), openings.end(),
                                   [&](std::string_view opening) { return cell.starts_with(opening); });
    return opens && !isPlainNumber(cell);
}

CsvWriter::CsvWriter(Sink sink, const CsvOptions &options)
    : m_sink(std::move(sink))
    , m_options(options)
{
    m_block.reserve(blockSize + 4096);
    if (options.byteOrderMark)
        m_block = "\xEF\xBB\xBF";
}

CsvWriter::CsvWriter(QIODevice &device, const CsvOptions &options)
    : CsvWriter(
        [&device](std::string_view block) {
            const auto size = static_cast<qint64>(block.size());
            return device.write(block.data(), size) == size;
        },
        options)
{
}

bool CsvWriter::writeRow(std::span<const std::string_view> cells)
{
    for (size_t i = 0; i < cells.size(); ++i)
        writeCell(cells[i], i == 0, cells.size() == 1);
    return endRow();
}

bool CsvWriter::writeRow(std::initializer_list<std::string_view> cells)
{
    return writeRow(std::span<const std::string_view>(cells.begin(), cells.size()));
}

bool CsvWriter::writeRow(std::span<const std::string> cells)
{
    for (size_t i = 0; i < cells.size(); ++i)
        writeCell(cells[i], i == 0, cells.size() == 1);
    return endRow();
}

bool CsvWriter::writeRow(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QByteArray utf8 = cells.at(i).toUtf8();
        writeCell({utf8.constData(), static_cast<size_t>(utf8.size())}, i == 0, cells.size() == 1);
    }
    return endRow();
}

bool CsvWriter::finish()
{
    return handOn();
}

void CsvWriter::writeCell(std::string_view cell, bool isFirst, bool isAlone)
{
    if (!isFirst)
        m_block += m_options.delimiter;
    const bool guarded = m_options.formulaGuard && looksLikeFormula(cell);
    const char special[] = {m_options.delimiter, '"', '\r', '\n', '\0'};
    const bool outerSpace = cell.starts_with(' ') || cell.ends_with(' '); // some readers trim bare cells
    // A row of one empty cell would be an empty line, which readers skip.
    const bool quoted = outerSpace || (isAlone && cell.empty()) || cell.find_first_of(special) != cell.npos;
    if (quoted)
        m_block += '"';
    if (guarded)
        m_block += '\'';
    for (const char c : cell) {
        if (c == '"')
            m_block += '"';
        m_block += c;
    }
    if (quoted)
        m_block += '"';
}

bool CsvWriter::endRow()
{
    m_block += m_options.crlf ? "\r\n" : "\n";
    return m_block.size() < blockSize ? m_ok : handOn();
}

bool CsvWriter::handOn()
{
    if (m_ok && !m_block.empty())
        m_ok = m_sink(m_block);
    m_block.clear();
    return m_ok;
}

} // namespace groundswell
