#include "app/service/import/csvreader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace groundswell::service {

namespace {

// A quoted field longer than this is taken for a quote that somebody forgot to close.
constexpr size_t maxQuotedRecord = 262'144;

bool hasHighBit(std::string_view text)
{
    char seen = 0; // no way out in between: compilers take many bytes at a time then
    for (const char c : text)
        seen = static_cast<char>(seen | c);
    return (seen & 0x80) != 0;
}

/// Parses one record that contains quotes. Positions are offsets into the text that begins with the record.
class QuotedParser {
public:
    enum class State { Complete, NeedsMore, OpenQuote, TextAfterQuote };

    QuotedParser(std::string_view text, char delimiter, bool atEnd, CsvRecord &record,
                 std::deque<std::string> &scratch)
        : m_text(text)
        , m_delimiter(delimiter)
        , m_atEnd(atEnd)
        , m_record(record)
        , m_scratch(scratch)
    {
    }

    State parse()
    {
        while (true) {
            const State state = at(m_position) == '"' ? quotedField() : plainField();
            if (state != State::Complete)
                return state;
            if (m_position >= m_text.size() && !m_atEnd)
                return State::NeedsMore;
            if (m_position >= m_text.size() || m_text[m_position] == '\n')
                return State::Complete;
            ++m_position; // the delimiter
        }
    }
    [[nodiscard]] size_t end() const { return m_position; } ///< at the end of line, or of the text

private:
    [[nodiscard]] char at(size_t index) const { return index < m_text.size() ? m_text[index] : '\0'; }

    State plainField()
    {
        const size_t begin = m_position;
        while (m_position < m_text.size() && m_text[m_position] != m_delimiter && m_text[m_position] != '\n')
            ++m_position;
        size_t end = m_position;
        if (end > begin && m_text[end - 1] == '\r' && (end == m_text.size() || m_text[end] == '\n'))
            --end;
        m_record.fields.push_back(m_text.substr(begin, end - begin));
        return State::Complete;
    }

    State quotedField()
    {
        const size_t begin = ++m_position;
        bool doubled = false;
        while (true) {
            const void *quote = m_position < m_text.size()
                ? std::memchr(m_text.data() + m_position, '"', m_text.size() - m_position)
                : nullptr;
            if (!quote)
                return m_atEnd || m_text.size() > maxQuotedRecord ? State::OpenQuote : State::NeedsMore;
            m_position = static_cast<size_t>(static_cast<const char *>(quote) - m_text.data()) + 1;
            if (m_position >= m_text.size() && !m_atEnd)
                return State::NeedsMore; // the next byte tells whether the quote was doubled
            if (at(m_position) != '"')
                break;
            doubled = true;
            ++m_position;
        }
        addQuoted(m_text.substr(begin, m_position - 1 - begin), doubled);
        while (at(m_position) == ' ' || (at(m_position) == '\t' && m_delimiter != '\t')
               || at(m_position) == '\r')
            ++m_position;
        if (m_position >= m_text.size())
            return m_atEnd ? State::Complete : State::NeedsMore;
        const char next = m_text[m_position];
        return next == m_delimiter || next == '\n' ? State::Complete : State::TextAfterQuote;
    }

    void addQuoted(std::string_view content, bool doubled)
    {
        if (!doubled) {
            m_record.fields.push_back(content);
            return;
        }
        std::string &text = m_scratch.emplace_back();
        text.reserve(content.size());
        for (size_t i = 0; i < content.size(); ++i) {
            text += content[i];
            if (content[i] == '"')
                ++i;
        }
        m_record.fields.push_back(text);
    }

    std::string_view m_text;
    char m_delimiter;
    bool m_atEnd;
    CsvRecord &m_record;
    std::deque<std::string> &m_scratch;
    size_t m_position = 0;
};

std::string_view withoutCarriageReturn(std::string_view line)
{
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

} // namespace

CsvReader::CsvReader(const QString &path, std::optional<char> delimiter)
    : m_source(path)
{
    refill();
    m_delimiter = delimiter ? *delimiter : sniffDelimiter(m_buffer);
}

bool CsvReader::refill()
{
    if (m_atEnd)
        return false;
    m_buffer.erase(0, m_position);
    m_position = 0;
    m_atEnd = !m_source.appendTo(m_buffer);
    return !m_atEnd;
}

/// Eight bytes at a time: fields are too short for a call of memchr each.
void CsvReader::splitPlain(std::string_view line, CsvRecord &record) const
{
    constexpr std::uint64_t everyByte = 0x0101010101010101;
    constexpr std::uint64_t low = 0x7f * everyByte; // all bits of a byte but the highest
    const std::uint64_t delimiters = everyByte * static_cast<unsigned char>(m_delimiter);
    size_t begin = 0;
    const auto endField = [&](size_t end) {
        record.fields.push_back(line.substr(begin, end - begin));
        begin = end + 1;
    };
    size_t i = 0;
    if constexpr (std::endian::native == std::endian::little) {
        for (; i + sizeof(std::uint64_t) <= line.size(); i += sizeof(std::uint64_t)) {
            std::uint64_t bytes = 0;
            std::memcpy(&bytes, line.data() + i, sizeof bytes);
            const std::uint64_t differing = bytes ^ delimiters;
            // The highest bit of every byte that doesn't differ.
            std::uint64_t found = ~(((differing & low) + low) | differing | low);
            for (; found != 0; found &= found - 1)
                endField(i + static_cast<size_t>(std::countr_zero(found)) / 8);
        }
    }
    for (; i < line.size(); ++i) {
        if (line[i] == m_delimiter)
            endField(i);
    }
    record.fields.push_back(line.substr(begin));
}

bool CsvReader::parseQuoted(CsvRecord &record)
{
    while (true) {
        record.fields.clear();
        m_scratch.clear();
        const std::string_view rest = std::string_view(m_buffer).substr(m_position);
        QuotedParser parser(rest, m_delimiter, m_atEnd, record, m_scratch);
        switch (parser.parse()) {
        case QuotedParser::State::Complete:
            record.raw = withoutCarriageReturn(rest.substr(0, parser.end()));
            m_line += std::count(record.raw.begin(), record.raw.end(), '\n') + 1;
            m_position += std::min(parser.end() + 1, rest.size());
            return true;
        case QuotedParser::State::NeedsMore:
            refill();
            break;
        case QuotedParser::State::OpenQuote:
            record.fault = CsvFault::OpenQuote;
            return false;
        case QuotedParser::State::TextAfterQuote:
            record.fault = CsvFault::TextAfterQuote;
            return false;
        }
    }
}

void CsvReader::takeLine(size_t end, CsvRecord &record)
{
    record.raw = withoutCarriageReturn(std::string_view(m_buffer).substr(m_position, end - m_position));
    m_position = std::min(end + 1, m_buffer.size());
    ++m_line;
}

bool CsvReader::next(CsvRecord &record)
{
    record.fields.clear();
    record.fault = CsvFault::None;
    m_scratch.clear();
    while (true) {
        size_t end = m_buffer.find('\n', m_position);
        if (end == std::string::npos) {
            if (refill())
                continue;
            if (m_position >= m_buffer.size())
                return false;
            end = m_buffer.size();
        }
        const std::string_view line =
            withoutCarriageReturn(std::string_view(m_buffer).substr(m_position, end - m_position));
        record.line = m_line;
        if (line.empty()) {
            takeLine(end, record);
            continue;
        }
        if (line.find('"') == std::string_view::npos) {
            takeLine(end, record);
            splitPlain(record.raw, record);
        } else if (!parseQuoted(record)) {
            record.fields.clear();
            end = m_buffer.find('\n', m_position); // the buffer may have moved
            takeLine(end == std::string::npos ? m_buffer.size() : end, record);
        }
        repairEncoding(record);
        return true;
    }
}

void CsvReader::repairEncoding(CsvRecord &record)
{
    if (m_source.encoding() != TextEncoding::Utf8 || !hasHighBit(record.raw) || isValidUtf8(record.raw))
        return;
    for (std::string_view &field : record.fields)
        field = m_scratch.emplace_back(fromWindows1252(field));
    record.raw = m_scratch.emplace_back(fromWindows1252(record.raw));
}

char sniffDelimiter(std::string_view text)
{
    constexpr size_t maxLines = 50;
    constexpr std::array candidates{',', ';', '\t', '|'};
    char best = ',';
    size_t bestScore = 0;
    for (const char candidate : candidates) {
        std::vector<size_t> counts;
        size_t count = 0;
        bool quoted = false;
        for (const char c : text) {
            if (c == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            count += c == candidate ? 1 : 0;
            if (c == '\n') {
                counts.push_back(std::exchange(count, 0));
                if (counts.size() == maxLines)
                    break;
            }
        }
        if (counts.empty() || (counts.size() < maxLines && count > 0))
            counts.push_back(count);
        // The header tells how many columns there are; lines that agree with it speak for the delimiter.
        const size_t columns = counts.front();
        const auto agreeing = static_cast<size_t>(std::count(counts.begin(), counts.end(), columns));
        const size_t score =
            columns == 0 ? 0 : agreeing * 1000 / counts.size() * 100 + std::min<size_t>(columns, 99);
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

} // namespace groundswell::service
