#pragma once

#include <QStringList>

#include <array>
#include <functional>
#include <span>
#include <string>
#include <string_view>

class QIODevice;

namespace groundswell {

struct CsvOptions {
    char delimiter =
        ','; ///< ';' where the decimal sign is a comma and people open the file by a double click
    bool crlf = true; ///< RFC 4180; some importers want it declared, so it is a choice
    bool byteOrderMark = false; ///< for Excel; ad platforms refuse it
    /// For files that people open in a spreadsheet: a cell that a spreadsheet would run as a formula gets an
    /// apostrophe in front. Plain numbers, and phone numbers with their `+`, are left alone. Never for a file
    /// that a machine reads.
    bool formulaGuard = false;
};

/// How a row is written. For who gathers lines in a text of their own; else CsvWriter does the gathering too.
class CsvFormat {
public:
    explicit CsvFormat(const CsvOptions &options = {});
    /// Cells are UTF-8.
    void append(std::string &out, std::span<const std::string_view> cells) const;
    void append(std::string &out, std::initializer_list<std::string_view> cells) const;

private:
    friend class CsvWriter;
    void appendCell(std::string &out, std::string_view cell, bool isFirst, bool isAlone) const;
    void endRow(std::string &out) const { out += m_options.crlf ? "\r\n" : "\n"; }
    [[nodiscard]] bool hasSpecial(std::string_view cell) const;

    CsvOptions m_options;
    std::array<bool, 256> m_isSpecial{}; ///< by byte: must stand within quotes
};

/// Writes CSV (RFC 4180, UTF-8) row by row in constant memory; what it wrote is handed on in blocks of some
/// 64 kB. Columns are positions, not names, so headers may repeat (`Email,Email`).
///
///     CsvWriter csv(sink, options);
///     csv.writeRow({"customer_id", "email"});
///     …
///     if (!csv.finish()) // a refused block, a full disk
///
/// Not thread-safe.
class CsvWriter {
public:
    /// Gets each block; false = can't go on. Nothing is handed to it after that.
    using Sink = std::function<bool(std::string_view block)>;

    explicit CsvWriter(Sink sink, const CsvOptions &options = {});
    /// Writes to an open device, which must outlive the writer.
    explicit CsvWriter(QIODevice &device, const CsvOptions &options = {});
    CsvWriter(const CsvWriter &) = delete;
    CsvWriter &operator=(const CsvWriter &) = delete;
    ~CsvWriter() = default; ///< does not write what finish() wasn't called for

    /// Cells are UTF-8. False once the sink has refused a block.
    bool writeRow(std::span<const std::string_view> cells);
    bool writeRow(std::initializer_list<std::string_view> cells);
    bool writeRow(std::span<const std::string> cells);
    bool writeRow(const QStringList &cells);

    /// Hands on what is left. False where any block was refused: the file is then incomplete.
    [[nodiscard]] bool finish();

private:
    bool endRow();
    bool handOn();

    Sink m_sink;
    CsvFormat m_format;
    std::string m_block;
    bool m_ok = true;
};

/// True where a spreadsheet may take the cell for a formula (leading `=`, `+`, `-`, `@`, tab, line break,
/// also in their full-width forms) and it is neither a plain number nor a phone number: digits with the marks
/// that stand between them, which no spreadsheet makes more of than a sum.
[[nodiscard]] bool looksLikeFormula(std::string_view cell);

} // namespace groundswell
