#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell {

/// Takes apart CSV (RFC 4180) that arrives in blocks of any size: a service's list on its way into a file,
/// for instance. Constant memory: one row. Line ends may be LF or CRLF; a byte order mark and blank lines are
/// left out. Not thread-safe.
class CsvSplitter {
public:
    /// Gets each row; false = can't go on.
    using Rows = std::function<bool(std::span<const std::string_view> cells)>;
    explicit CsvSplitter(Rows rows, char delimiter = ',');

    /// False where the sink refused, or a row is longer than any list has (1 MB).
    bool take(std::string_view block);
    /// Hands on a last row without a line end. False as take(), and where a quote was never closed.
    [[nodiscard]] bool finish();

private:
    enum class State { Bare, Quoted, QuoteSeen };
    [[nodiscard]] bool isAtCellStart() const;
    void take(char c);
    void endCell();
    void endRow();

    Rows m_rows;
    const char m_delimiter;
    State m_state = State::Bare;
    std::string m_row; ///< the cells' text, one behind the other
    std::vector<std::size_t> m_ends; ///< of the cells in m_row
    bool m_isFirstRow = true;
    bool m_wasQuoted = false; ///< the current row has a quoted cell: then it isn't blank
    bool m_ok = true;
};

} // namespace groundswell
