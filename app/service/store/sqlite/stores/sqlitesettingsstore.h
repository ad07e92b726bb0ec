#pragma once

#include "app/service/store/settingsstore.h"
#include "app/service/store/sqlite/connection/connections.h"

namespace groundswell::service {

class SqliteSettingsStore final : public SettingsStore {
public:
    explicit SqliteSettingsStore(Connections &connections)
        : m_connections(connections)
    {
    }

    Expected<StoredSettings> all() override;
    Expected<Organiser> organiser() override;
    Expected<AdAssets> adAssets() override;
    Expected<void> change(const Change &change) override;

private:
    Connections &m_connections;
};

/// For adapters that need the organiser inside a transaction of their own.
[[nodiscard]] Organiser readOrganiser(Database &database);
void writeOrganiser(Database &database, const Organiser &organiser);
/// After a change of currency: amounts that were typed in for another one mean nothing. The rates stay.
void forgetMarketAmounts(Database &database);
[[nodiscard]] bool hasOrganiser(Database &database); ///< false = the defaults hold
/// Lets another currency be chosen once although there are amounts: the stored one is only a guess, although
/// the amounts are stored in it.
void setCurrencyAssumed(Database &database);

} // namespace groundswell::service
