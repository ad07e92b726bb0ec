#include "app/audience/csvwriter.h"

#include <QIODevice>

#include <algorithm>
#include <array>

namespace groundswell {

namespace {

constexpr size_t blockSize = 64 * 1024;

/// A number, or a phone number as people write them: `+49 (0)30/123-45`.
bool isPlainNumber(std::string_view cell)
{
    if (cell.starts_with('+') || cell.starts_with('-'))
        cell.remove_prefix(1);
    return cell.find_first_of("0123456789") != std::string_view::npos
        && cell.find_first_not_of("0123456789., ()-/") == std::string_view::npos;
}

} // namespace

bool looksLikeFormula(std::string_view cell)
{
    // Nearly every cell begins with a letter or a digit: then there is nothing to look for.
    if (cell.empty() || (cell.front() > '@' && (cell.front() & 0x80) == 0)
        || (cell.front() >= '0' && cell.front() <= '9'))
        return false;
    constexpr std::array<std::string_view, 11> openings{"=",  "+",      "-",      "@",      "\t",    "\r",
                                                        "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    const bool opens = std::any_of(openings.begin(), openings.end(),
                                   [&](std::string_view opening) { return cell.starts_with(opening); });
    return opens && !isPlainNumber(cell);
}

CsvFormat::CsvFormat(const CsvOptions &options)
    : m_options(options)
{
    for (const char c : {options.delimiter, '"', '\r', '\n'})
        m_isSpecial[static_cast<unsigned char>(c)] = true;
}

void CsvFormat::append(std::string &out, std::span<const std::string_view> cells) const
{
    for (size_t i = 0; i < cells.size(); ++i)
        appendCell(out, cells[i], i == 0, cells.size() == 1);
    endRow(out);
}

void CsvFormat::append(std::string &out, std::initializer_list<std::string_view> cells) const
{
    append(out, std::span<const std::string_view>(cells.begin(), cells.size()));
}

void CsvFormat::appendCell(std::string &out, std::string_view cell, bool isFirst, bool isAlone) const
{
    if (!isFirst)
        out += m_options.delimiter;
    const bool guarded = m_options.formulaGuard && looksLikeFormula(cell);
    const bool outerSpace = cell.starts_with(' ') || cell.ends_with(' '); // some readers trim bare cells
    // A row of one empty cell would be an empty line, which readers skip.
    const bool quoted = outerSpace || (isAlone && cell.empty()) || hasSpecial(cell);
    if (quoted)
        out += '"';
    if (guarded)
        out += '\'';
    while (!cell.empty()) {
        const size_t end = quoted ? cell.find('"') : cell.npos;
        out += cell.substr(0, end == cell.npos ? end : end + 1);
        if (end == cell.npos)
            break;
        out += '"';
        cell.remove_prefix(end + 1);
    }
    if (quoted)
        out += '"';
}

/// Without a way out in between: cells are short, and most have none.
bool CsvFormat::hasSpecial(std::string_view cell) const
{
    bool found = false;
    for (const char c : cell)
        found |= m_isSpecial[static_cast<unsigned char>(c)];
    return found;
}

CsvWriter::CsvWriter(Sink sink, const CsvOptions &options)
    : m_sink(std::move(sink))
    , m_format(options)
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
        m_format.appendCell(m_block, cells[i], i == 0, cells.size() == 1);
    return endRow();
}

bool CsvWriter::writeRow(std::initializer_list<std::string_view> cells)
{
    return writeRow(std::span<const std::string_view>(cells.begin(), cells.size()));
}

bool CsvWriter::writeRow(std::span<const std::string> cells)
{
    for (size_t i = 0; i < cells.size(); ++i)
        m_format.appendCell(m_block, cells[i], i == 0, cells.size() == 1);
    return endRow();
}

bool CsvWriter::writeRow(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QByteArray utf8 = cells.at(i).toUtf8();
        m_format.appendCell(m_block, {utf8.constData(), static_cast<size_t>(utf8.size())}, i == 0,
                            cells.size() == 1);
    }
    return endRow();
}

bool CsvWriter::finish()
{
    return handOn();
}

bool CsvWriter::endRow()
{
    m_format.endRow(m_block);
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
