#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <span>

namespace groundswell::service {

enum class FileKind { Events, Sales, Customers };
[[nodiscard]] const char *fileKindName(FileKind kind); ///< "events", "sales", "customers"
[[nodiscard]] constexpr std::array<FileKind, 3> allFileKinds()
{
    return {FileKind::Events, FileKind::Sales, FileKind::Customers};
}

/// A field that a delivery can fill, under the name that needs no mapping (the contract's data delivery).
struct ImportField {
    const char *name;
    bool required;
    const char *synonyms; ///< other headers it goes by, best first, divided by blanks, as normalisedHeader()
};
[[nodiscard]] std::span<const ImportField> importFields(FileKind kind);
[[nodiscard]] bool isImportField(FileKind kind, const QString &name);

/// A header as it is compared: folded, without accents, everything but letters and digits as one '_'.
[[nodiscard]] QString normalisedHeader(const QString &header);

} // namespace groundswell::service
