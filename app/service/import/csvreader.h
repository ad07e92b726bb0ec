#pragma once

#include "app/service/import/textsource.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// What is wrong with a record as CSV; its fields are empty then.
enum class CsvFault {
    None,
    OpenQuote, ///< a quoted field that is never closed
    TextAfterQuote, ///< a quoted field is closed and goes on
};

struct CsvRecord {
    std::vector<std::string_view> fields; ///< UTF-8; valid until the next call of next()
    std::string_view raw; ///< the record as it stands in the file (in UTF-8), without its end of line
    std::int64_t line = 0; ///< physical line in which it begins, from 1
    CsvFault fault = CsvFault::None;
};

/// Reads comma separated values as RFC 4180 says (quotes, doubled quotes, line breaks within quotes), with
/// any delimiter. Beyond it: blank lines are skipped, a quote within an unquoted field is text, and a broken
/// record costs itself only: reading goes on in the next physical line. A record that isn't UTF-8 in a file
/// that seemed to be is read as Windows-1252. Memory doesn't depend on the file's size. Throws ImportFailure.
class CsvReader {
public:
    /// \a delimiter: nullopt = find out.
    explicit CsvReader(const QString &path, std::optional<char> delimiter = std::nullopt);

    bool next(CsvRecord &record); ///< false at the end

    [[nodiscard]] char delimiter() const { return m_delimiter; }
    [[nodiscard]] const TextSource &source() const { return m_source; }

private:
    bool refill();
    void takeLine(size_t end, CsvRecord &record);
    bool parseQuoted(CsvRecord &record);
    void splitPlain(std::string_view line, CsvRecord &record) const;
    void repairEncoding(CsvRecord &record);

    TextSource m_source;
    std::string m_buffer;
    size_t m_position = 0; ///< of the next record in m_buffer
    bool m_atEnd = false;
    std::int64_t m_line = 1;
    char m_delimiter = ',';
    std::deque<std::string>
        m_scratch; ///< fields of the current record that don't lie in m_buffer as they are
};

/// Comma, semicolon, tab or bar: the one that divides the first lines most evenly.
[[nodiscard]] char sniffDelimiter(std::string_view text);

} // namespace groundswell::service
