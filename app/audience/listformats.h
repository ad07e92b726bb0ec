#pragma once

#include "app/audience/csvwriter.h"

#include <QString>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell {

/// Who reads a file: people get cells that no spreadsheet runs as a formula, programs the plain values.
enum class ListReader { People, Programs };

/// Writes the customer lists of one or several clusters into one file: the columns once, the lists below
/// each other.
///
///     auto writer = format.makeWriter(sink, ListReader::People);
///     for each list: writer->beginList(columns); writer->writeRow(cells); …
///     if (!writer->finish()) // a refused block, a full disk
class ListWriter {
public:
    ListWriter() = default;
    ListWriter(const ListWriter &) = delete;
    ListWriter &operator=(const ListWriter &) = delete;
    virtual ~ListWriter() = default; ///< does not write what finish() wasn't called for

    enum class Begun {
        Yes,
        OtherColumns, ///< than the first list has: they don't fit into one file
        Refused, ///< the sink can't go on
    };
    [[nodiscard]] Begun beginList(std::span<const std::string_view> columns);
    /// Cells are UTF-8, in the order of the columns. False once the sink has refused a block.
    [[nodiscard]] virtual bool writeRow(std::span<const std::string_view> cells) = 0;
    /// False where any block was refused: the file is then incomplete.
    [[nodiscard]] virtual bool finish() = 0;

private:
    [[nodiscard]] virtual bool writeColumns(std::span<const std::string_view> columns) = 0;

    std::vector<std::string> m_columns; ///< of the first list; empty = none was begun
};

/// A kind of file that a package's customer lists can be written as.
struct ListFormat {
    const char *id; ///< for the command line
    const char *ending; ///< of the file's name, without the dot
    const char *mediaType;
    const char *label; ///< English; listFormatLabel() translates it
    std::unique_ptr<ListWriter> (*makeWriter)(CsvWriter::Sink sink, ListReader reader);
};

[[nodiscard]] std::span<const ListFormat> listFormats();
/// The first of them: what the service hands out, and what is meant where nobody says otherwise.
[[nodiscard]] const ListFormat &usualListFormat();
[[nodiscard]] const ListFormat *listFormat(const QString &id); ///< null: no such format
[[nodiscard]] QString listFormatLabel(const ListFormat &format);

} // namespace groundswell
