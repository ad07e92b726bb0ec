#include "app/service/store/sqlite/rescue/knownschema.h"

#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/migrations/migrations.h"

#include <sqlite3.h>

#include <QFile>

#include <memory>

namespace groundswell::service {

namespace {

bool fitsColumn(const StoredColumn &column, std::uint64_t type)
{
    using Kind = StoredColumn::Kind;
    constexpr std::uint64_t real = 7, reserved = 10, firstOfBytes = 12;
    if (type == 0)
        return column.mayBeNull || column.kind == Kind::RowNumber;
    const bool isInteger = type < reserved && type != real;
    switch (column.kind) {
    case Kind::RowNumber:
        return false;
    case Kind::Integer:
        return isInteger;
    case Kind::Real:
        return isInteger || type == real; // whole numbers are stored as such
    case Kind::Bytes:
        return type >= firstOfBytes;
    case Kind::Any:
        break;
    }
    return type < reserved || type >= firstOfBytes;
}

StoredColumn::Kind kindOf(std::string_view type)
{
    if (type == "INTEGER")
        return StoredColumn::Kind::Integer;
    if (type == "REAL")
        return StoredColumn::Kind::Real;
    return type == "TEXT" || type == "BLOB" ? StoredColumn::Kind::Bytes : StoredColumn::Kind::Any;
}

/// Of a table, in the order of its definition.
std::vector<StoredColumn> definedColumns(Database &database, const std::string &table, bool hasRowNumber)
{
    std::vector<StoredColumn> columns;
    Statement info = database.prepare(
        "SELECT type, \"notnull\", pk, (SELECT count(*) FROM pragma_table_info(?1) WHERE pk > 0)"
        " FROM pragma_table_info(?1) ORDER BY cid");
    info.bindAll(table);
    while (info.step()) {
        StoredColumn column{kindOf(info.view(0)), info.integer(1) == 0};
        const bool isOnlyKey = info.integer(2) == 1 && info.integer(3) == 1;
        if (hasRowNumber && isOnlyKey && column.kind == StoredColumn::Kind::Integer)
            column.kind = StoredColumn::Kind::RowNumber;
        columns.push_back(column);
    }
    return columns;
}

/// Of an index, or of a table that lies as one.
std::vector<StoredColumn> indexedColumns(Database &database, const std::string &index,
                                         const std::vector<StoredColumn> &ofTable)
{
    std::vector<StoredColumn> columns;
    Statement info = database.prepare("SELECT cid FROM pragma_index_xinfo(?) ORDER BY seqno");
    info.bindAll(index);
    while (info.step()) {
        StoredColumn column{StoredColumn::Kind::Integer, false}; // the row's number
        if (info.integer(0) >= 0)
            column = ofTable[static_cast<size_t>(info.integer(0))];
        if (column.kind == StoredColumn::Kind::RowNumber)
            column = {StoredColumn::Kind::Integer, false};
        columns.push_back(column);
    }
    return columns;
}

std::string textOf(Database &database, const char *sql, const std::string &name)
{
    Statement select = database.prepare(sql);
    return select.bindAll(name).step() ? std::string(select.view(0)) : std::string();
}

SchemaObject describe(Database &database, SchemaObject object)
{
    const bool hasRowNumber =
        textOf(database, "SELECT wr FROM pragma_table_list WHERE schema = 'main' AND name = ?", object.table)
        == "0";
    object.isTable = object.type == "table" && hasRowNumber;
    object.columns = definedColumns(database, object.table, hasRowNumber);
    if (!object.isTable) {
        const std::string index = object.type == "index"
            ? object.name
            : textOf(database, "SELECT name FROM pragma_index_list(?) WHERE origin = 'pk'", object.table);
        object.columns = indexedColumns(database, index, object.columns);
    }
    object.fewestColumns = object.columns.size();
    return object;
}

std::vector<SchemaObject> objectsOf(Database &database)
{
    std::vector<SchemaObject> objects;
    Statement select =
        database.prepare("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY rowid");
    while (select.step()) {
        SchemaObject object;
        object.type = select.view(0);
        object.name = select.view(1);
        object.table = select.view(2);
        object.sql = select.view(3);
        objects.push_back(describe(database, std::move(object)));
    }
    return objects;
}

Roots rootsOf(Database &database)
{
    Roots roots;
    Statement select = database.prepare("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0");
    while (select.step())
        roots.emplace(select.view(0), static_cast<std::uint32_t>(select.integer(1)));
    return roots;
}

Roots rootsWhenVacuumed(Database &database, const QString &path)
{
    QFile::remove(path);
    database.run("VACUUM INTO ?", path);
    Database vacuumed(path, Database::Access::ReadOnly);
    return rootsOf(vacuumed);
}

struct Closer {
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};

/// An empty file as programs made it before there were checksums. If its list of tables outgrew its first
/// page, the places of the tables depend on the size of the pages.
void makeWithoutChecksums(const QString &path, std::uint32_t pageSize)
{
    sqlite3 *opened = nullptr;
    const int code = sqlite3_open(path.toUtf8().constData(), &opened);
    const std::unique_ptr<sqlite3, Closer> database(opened);
    const std::string sql = "PRAGMA page_size=" + std::to_string(pageSize)
        + "; PRAGMA synchronous=OFF; PRAGMA user_version=1; PRAGMA user_version=0;";
    if (code != SQLITE_OK || sqlite3_exec(opened, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw SqlError(opened ? sqlite3_extended_errcode(opened) : code, "no workspace to compare with");
}

} // namespace

bool SchemaObject::fits(const std::vector<std::uint64_t> &types) const
{
    if (types.size() < fewestColumns || types.size() > columns.size())
        return false;
    for (size_t i = 0; i < types.size(); ++i) {
        if (!fitsColumn(columns[i], types[i]))
            return false;
    }
    return true;
}

std::vector<KnownSchema> knownSchemas(const QString &scratch, std::uint32_t pageSize, bool hasChecksums)
{
    if (!hasChecksums)
        makeWithoutChecksums(scratch, pageSize);
    Database database(scratch, Database::Access::ReadWrite);
    database.execute("PRAGMA synchronous=OFF");
    std::vector<KnownSchema> known;
    std::map<std::string, size_t> columnsAtFirst;
    for (size_t count = 1; count <= migrations().size(); ++count) {
        if (!migrate(database, migrations().first(count)))
            throw SqlError(SQLITE_INTERNAL, "a workspace of an earlier version can't be made");
        KnownSchema &schema = known.emplace_back();
        schema.version = static_cast<std::uint32_t>(migrations()[count - 1].number);
        schema.objects = objectsOf(database);
        for (SchemaObject &object : schema.objects)
            object.fewestColumns =
                columnsAtFirst.try_emplace(object.name, object.columns.size()).first->second;
        schema.asCreated = rootsOf(database);
        schema.asVacuumed = rootsWhenVacuumed(database, scratch + QStringLiteral(".vacuumed"));
    }
    return known;
}

} // namespace groundswell::service
