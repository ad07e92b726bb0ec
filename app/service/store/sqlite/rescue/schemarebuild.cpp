#include "app/service/store/sqlite/rescue/schemarebuild.h"

#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/opening/pagescan.h"
#include "app/service/store/sqlite/rescue/pageone.h"
#include "app/service/store/sqlite/rescue/rootsearch.h"

#include <QFile>

namespace groundswell::service {

namespace {

/// No file of an earlier version has checksums.
constexpr std::uint32_t firstWithChecksums = 8;

struct Explanation {
    const KnownSchema *schema = nullptr;
    FoundRoots found;
};

/// The version that explains the most; among several, the earliest: what a later one adds is empty then, and
/// converting makes it anew.
Explanation explain(QFile &file, const ReadableCopy &copy, const std::vector<KnownSchema> &versions,
                    const Roots &claimed)
{
    FileHeader header;
    header.pageSize = copy.pageSize;
    header.firstFreePage = copy.firstFreePage;
    RootSearch search(file, copy.pageSize, copy.hasChecksums, PageScan(file, header).freePages());
    Explanation best;
    for (size_t i = 0; i < versions.size(); ++i) {
        if (copy.hasChecksums && versions[i].version < firstWithChecksums)
            continue;
        FoundRoots found = search.find(std::span(versions).first(i + 1), claimed);
        if (found.withRows > best.found.withRows)
            best = {&versions[i], std::move(found)};
    }
    return best;
}

/// What the list says, as far as SQLite can read it.
Roots claimedRoots(const QString &path)
{
    Roots roots;
    try {
        Database database(path, Database::Access::ReadWrite);
        database.execute("PRAGMA writable_schema=ON"); // otherwise SQLite reads all of it or nothing
        Statement select = database.prepare("SELECT name, rootpage FROM sqlite_master");
        while (select.step())
            roots.emplace(select.view(0), static_cast<std::uint32_t>(select.integer(1)));
    } catch (const SqlError &) {
        return roots; // as far as it could be read
    }
    return roots;
}

void writeList(const QString &path, const Explanation &explanation)
{
    Database database(path, Database::Access::ReadWrite);
    database.execute("PRAGMA writable_schema=ON");
    Transaction transaction(database, Transaction::Mode::Write);
    Statement insert = database.prepare(
        "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES (?, ?, ?, ?, ?)");
    for (const SchemaObject &object : explanation.schema->objects) {
        const auto root = explanation.found.roots.find(object.name);
        // Without its table, an index belongs to nothing.
        if (root == explanation.found.roots.end() || !explanation.found.roots.contains(object.table))
            continue;
        insert.bindAll(object.type, object.name, object.table, root->second, object.sql);
        if (object.sql.empty())
            insert.bind(5, nullptr);
        insert.run();
    }
    transaction.commit();
}

} // namespace

std::uint32_t rebuildSchema(const QString &path, const ReadableCopy &copy, const QString &scratch)
{
    Explanation explanation;
    const std::vector<KnownSchema> versions = knownSchemas(scratch, copy.pageSize, copy.hasChecksums);
    const Roots claimed = claimedRoots(path);
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite))
            return 0;
        replayLog(logOf(path), file);
        explanation = explain(file, copy, versions, claimed);
        if (!explanation.schema)
            return 0;
        writePageOne(file, copy.pageSize, copy.hasChecksums, explanation.schema->version);
    }
    for (const char *ending : {"-wal", "-shm"}) // they are in the file now
        QFile::remove(path + QLatin1StringView(ending));
    writeList(path, explanation);
    return explanation.schema->version;
}

} // namespace groundswell::service
