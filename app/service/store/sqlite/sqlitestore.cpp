#include "app/service/store/sqlite/sqlitestore.h"

#include "app/service/store/sqlite/connection/storeproblem.h"
#include "app/service/store/sqlite/opening/preparation.h"

#include <QStorageInfo>

namespace groundswell::service {

OpeningConditions OpeningConditions::system()
{
    return {FolderProbe::system(),
            [](const QString &folder) { return QStorageInfo(folder).bytesAvailable(); }};
}

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

Expected<std::unique_ptr<Store>> openStore(const QString &workspaceFile, const OpeningConditions &conditions)
{
    try {
        if (auto prepared = prepareWorkspace(workspaceFile, conditions); !prepared)
            return tl::make_unexpected(prepared.error());
        return std::make_unique<SqliteStore>(workspaceFile);
    } catch (const SqlError &error) {
        return tl::make_unexpected(cannotOpen(workspaceFile, error));
    }
}

} // namespace groundswell::service
