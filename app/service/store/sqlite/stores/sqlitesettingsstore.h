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
/// After a change of the currency: what was typed in for another one says nothing. The rates stay.
void forgetMarketAmounts(Database &database);
[[nodiscard]] bool hasOrganiser(Database &database); ///< false = the defaults hold
/// Lets another currency be chosen once though there are amounts: the one that is stored is only a guess, and
/// what the amounts lie in.
void setCurrencyAssumed(Database &database);

} // namespace groundswell::service
