#pragma once

#include <QString>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace groundswell::service {

/// What a column of a table or an index can hold, as SQLite stores it.
struct StoredColumn {
    enum class Kind {
        RowNumber, ///< the row's own number: nothing is stored in its place
        Integer,
        Real,
        Bytes, ///< text or binary
        Any
    };
    Kind kind = Kind::Any;
    bool mayBeNull = true;
};

/// Something with pages of its own: a table or an index.
struct SchemaObject {
    std::string type, name, table, sql; ///< as in SQLite's list of them; no SQL = SQLite made it by itself
    bool isTable = true; ///< its rows are stored by their number; else as in an index
    std::vector<StoredColumn> columns; ///< in the order in which they are stored
    size_t fewestColumns = 0; ///< in rows that were written before columns were added

    /// Whether a record of these types (treepage.h) can belong to it.
    [[nodiscard]] bool fits(const std::vector<std::uint64_t> &types) const;
};

using Roots = std::map<std::string, std::uint32_t>; ///< the first page of each tree, by name

/// The content of a workspace of one version. All of it follows from the migrations, which are never
/// edited.
struct KnownSchema {
    std::uint32_t version = 0;
    std::vector<SchemaObject> objects; ///< in the order in which they are made
    Roots asCreated; ///< in a file that was made in this version
    Roots asVacuumed; ///< in a file that was written anew in it, as when it got checksums
};

/// All versions, the oldest first, found by making a workspace at \a scratch, where nothing may exist yet.
/// Throws SqlError.
[[nodiscard]] std::vector<KnownSchema> knownSchemas(const QString &scratch, std::uint32_t pageSize,
                                                    bool hasChecksums);

} // namespace groundswell::service
