#pragma once

#include <QString>

#include <array>
#include <optional>
#include <span>

namespace groundswell {

/// The kinds of files that a ticketing system delivers.
enum class FileKind { Events, Sales, Customers };
[[nodiscard]] const char *fileKindName(FileKind kind); ///< "events", "sales", "customers"
[[nodiscard]] std::optional<FileKind> fileKindNamed(const QString &name);
[[nodiscard]] constexpr std::array<FileKind, 3> allFileKinds()
{
    return {FileKind::Events, FileKind::Sales, FileKind::Customers};
}

/// How a field's values are written.
enum class ImportValue {
    Id, ///< what tells one from another; never split, never read as a number
    Text,
    List, ///< texts divided by ';'
    Date, ///< with or without a time of day
    TimeOfDay,
    Number, ///< whole
    Decimal,
    Money,
    Currency, ///< ISO 4217; a row in another one than the workspace's is left out
    YesNo,
};

/// A field that a delivery can fill. The one list of them: the import, the guess by headers, the window's
/// mapping page and the command line's help are made from it, and a test compares the API's description.
struct ImportField {
    const char *name; ///< on the wire, in mappings, and as the header that needs no mapping
    ImportValue value;
    bool isRequired; ///< a file without it can't be imported
    const char *synonyms; ///< other headers it goes by in any language, best first, divided by blanks
    const char *label; ///< English; ImportText::field() translates it
    const char *help; ///< English, one sentence; ImportText::help() translates it
    const char *example;
};

/// In the order in which headers are guessed.
[[nodiscard]] std::span<const ImportField> importFields(FileKind kind);
[[nodiscard]] const ImportField *importField(FileKind kind, const QString &name); ///< null: no such field

} // namespace groundswell
