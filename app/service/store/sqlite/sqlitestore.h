#pragma once

#include "app/service/store/sqlite/connection/connections.h"
#include "app/service/store/sqlite/stores/sqlitecampaignstore.h"
#include "app/service/store/sqlite/stores/sqliteeventstore.h"
#include "app/service/store/sqlite/stores/sqlitepackagestore.h"
#include "app/service/store/sqlite/stores/sqlitesalesstore.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"
#include "app/service/store/sqlite/stores/sqlitesetupstore.h"
#include "app/service/store/sqlite/stores/sqlitetasterunstore.h"
#include "app/service/store/store.h"

namespace groundswell::service {

/// The workspace in one SQLite file.
class SqliteStore final : public Store {
public:
    explicit SqliteStore(const QString &workspaceFile); ///< throws SqlError; migrates nothing

    [[nodiscard]] EventStore &events() override { return m_events; }
    [[nodiscard]] SalesStore &sales() override { return m_sales; }
    [[nodiscard]] SettingsStore &settings() override { return m_settings; }
    [[nodiscard]] SetupStore &setups() override { return m_setups; }
    [[nodiscard]] CampaignStore &campaigns() override { return m_campaigns; }
    [[nodiscard]] TasteRunStore &runs() override { return m_runs; }
    [[nodiscard]] PackageStore &packages() override { return m_packages; }
    [[nodiscard]] QString workspaceFile() const override { return m_path; }
    [[nodiscard]] Connections &connections() { return m_connections; }

private:
    QString m_path;
    Connections m_connections;
    SqliteEventStore m_events;
    SqliteSalesStore m_sales;
    SqliteSettingsStore m_settings;
    SqliteSetupStore m_setups;
    SqliteCampaignStore m_campaigns;
    SqliteTasteRunStore m_runs;
    SqlitePackageStore m_packages;
};

} // namespace groundswell::service
