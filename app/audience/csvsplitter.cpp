#include "app/audience/csvsplitter.h"

namespace groundswell {

namespace {

constexpr std::size_t longestRow = std::size_t{1024} * 1024;
constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

} // namespace

CsvSplitter::CsvSplitter(Rows rows, char delimiter)
    : m_rows(std::move(rows))
    , m_delimiter(delimiter)
{
}

bool CsvSplitter::take(std::string_view block)
{
    for (const char c : block) {
        if (!m_ok)
            break;
        take(c);
    }
    return m_ok;
}

bool CsvSplitter::finish()
{
    if (m_state == State::Quoted)
        m_ok = false;
    if (m_ok && (!m_row.empty() || !m_ends.empty() || m_wasQuoted))
        endRow();
    return m_ok;
}

bool CsvSplitter::isAtCellStart() const
{
    return m_row.size() == (m_ends.empty() ? 0 : m_ends.back());
}

void CsvSplitter::take(char c)
{
    if (m_state == State::Quoted) {
        if (c == '"')
            m_state = State::QuoteSeen;
        else
            m_row += c;
    } else if (c == '"' && m_state == State::QuoteSeen) {
        m_row += c; // doubled within quotes
        m_state = State::Quoted;
    } else if (c == '"' && isAtCellStart()) {
        m_state = State::Quoted;
        m_wasQuoted = true;
    } else if (c == m_delimiter) {
        endCell();
    } else if (c == '\n') {
        endRow();
    } else {
        m_row += c;
        m_state = State::Bare;
        if (m_isFirstRow && m_ends.empty() && m_row == byteOrderMark)
            m_row.clear();
    }
    m_ok = m_ok && m_row.size() + m_ends.size() <= longestRow; // empty cells take space too
}

void CsvSplitter::endCell()
{
    m_ends.push_back(m_row.size());
    m_state = State::Bare;
}

void CsvSplitter::endRow()
{
    // The CR of a CRLF; one that belongs to the last cell stands within its quotes.
    if (m_state == State::Bare && !isAtCellStart() && m_row.back() == '\r')
        m_row.pop_back();
    const bool isBlank = m_row.empty() && m_ends.empty() && !m_wasQuoted;
    endCell();
    if (!isBlank) {
        std::vector<std::string_view> cells;
        std::size_t begin = 0;
        for (const std::size_t end : m_ends) {
            cells.push_back(std::string_view(m_row).substr(begin, end - begin));
            begin = end;
        }
        m_ok = m_rows(cells);
    }
    m_isFirstRow = false;
    m_wasQuoted = false;
    m_row.clear();
    m_ends.clear();
}

} // namespace groundswell
