#include "app/service/store/sqlite/sqlitestore.h"

#include "app/service/store/sqlite/migrations.h"

#include <sqlite3.h>

#include <QFileInfo>

namespace groundswell::service {

namespace {

Problem cannotOpen(const char *key, const QString &detail)
{
    Problem problem;
    problem.kind = Problem::Kind::Rejected;
    problem.messageKey = QString::fromLatin1(key);
    problem.detail = detail;
    return problem;
}

} // namespace

SqliteStore::SqliteStore(const QString &workspaceFile)
    : m_path(workspaceFile)
    , m_connections(workspaceFile)
    , m_events(m_connections)
    , m_sales(m_connections)
    , m_settings(m_connections)
    , m_setups(m_connections)
    , m_campaigns(m_connections)
    , m_runs(m_connections)
    , m_packages(m_connections)
{
}

Expected<std::unique_ptr<Store>> openStore(const QString &workspaceFile)
{
    if (QFileInfo(workspaceFile).isDir())
        return tl::make_unexpected(cannotOpen("error.store.cannot_open", workspaceFile));
    try {
        if (QFileInfo(workspaceFile).size() > 0) {
            // Looked at before anything is written: opening for writing already changes a file's journal
            // mode.
            Database untouched(workspaceFile, Database::Access::ReadOnly);
            if (auto checked = checkIsWorkspace(untouched, migrations()); !checked)
                return tl::make_unexpected(checked.error());
        }
        {
            // Migrating first on a connection of its own: the store's connections only ever see the new
            // structure.
            Database database(workspaceFile, Database::Access::ReadWrite);
            if (auto migrated = migrate(database, migrations()); !migrated)
                return tl::make_unexpected(migrated.error());
        }
        return std::make_unique<SqliteStore>(workspaceFile);
    } catch (const SqlError &error) {
        const bool foreign = (error.code() & 0xff) == SQLITE_NOTADB;
        return tl::make_unexpected(
            cannotOpen(foreign ? "error.store.not_a_workspace" : "error.store.cannot_open",
                       workspaceFile + QStringLiteral(": ") + QString::fromUtf8(error.what())));
    }
}

} // namespace groundswell::service
