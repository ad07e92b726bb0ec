#pragma once

#include "app/service/store/sqlite/connections.h"
#include "app/service/store/sqlite/sqlitesettingsstore.h"
#include "app/service/store/store.h"

namespace groundswell::service {

/// The workspace in one SQLite file.
class SqliteStore final : public Store {
public:
    explicit SqliteStore(const QString &workspaceFile); ///< throws SqlError; migrates nothing

    [[nodiscard]] SettingsStore &settings() override { return m_settings; }
    [[nodiscard]] QString workspaceFile() const override { return m_path; }
    [[nodiscard]] Connections &connections() { return m_connections; }

private:
    QString m_path;
    Connections m_connections;
    SqliteSettingsStore m_settings;
};

} // namespace groundswell::service
