#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace groundswell::service {

/// Why nothing of a delivery was imported. The interface words `messageId` with `arguments`; `file` is the
/// path as it was given, empty where no single file is to blame.
///
///   import.cannot_open        reason of the system
///   import.directory          –
///   import.empty              –
///   import.not_text           kind: "spreadsheet" | "pdf" | "image" | "archive" | "binary"
///   import.corrupt_gz         –
///   import.read_failed        reason of the system
///   import.no_rows            – (a header, and nothing below it)
///   import.missing_column     field that is required, columns that the file has
///   import.mapped_column      field, column that the mapping names and the file hasn't, columns it has
///   import.duplicate_column   column that occurs twice and is needed
///   import.all_rejected       rows, most frequent reason, its first line, its column, the value there
///   import.mapping            JSON pointer, what was expected there
///   import.mapping_field      kind of file, field that it doesn't have
///   import.too_large          – (more than fits one import: split the file)
///   import.time_zone          the unknown zone
///   import.currency           the unknown currency
///   import.currency_conflict  currency of the delivery, currency of the workspace
///   import.rejects_file       reason of the system (file = the rejects file)
///   import.rejects_is_input   – (file = the rejects file)
///   import.cancelled          –
///   error.store.…             technical detail
struct ImportProblem {
    QString messageId;
    QStringList arguments;
    QString file;
    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;

    [[nodiscard]] QJsonObject toJson() const; ///< {"message_id","arguments","file"}
};

template <class T> using ImportExpected = tl::expected<T, ImportProblem>;

/// How a problem travels inside this room, from deep in a file to the importer's door; never beyond it.
struct ImportFailure {
    ImportProblem problem;
};

[[noreturn]] void failImport(const QString &file, const QString &messageId,
                             const QStringList &arguments = {});

} // namespace groundswell::service
