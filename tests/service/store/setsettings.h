#pragma once

#include "app/service/store/settingsstore.h"

namespace groundswell::service {

[[nodiscard]] inline Expected<void> setOrganiser(SettingsStore &store, const Organiser &organiser)
{
    return store.change([&](StoredSettings &settings) -> Expected<void> {
        settings.organiser = organiser;
        return {};
    });
}
[[nodiscard]] inline Expected<void> setMarket(SettingsStore &store, const MarketAssumptions &market)
{
    return store.change([&](StoredSettings &settings) -> Expected<void> {
        settings.market = market;
        return {};
    });
}
[[nodiscard]] inline Expected<void> setAdAssets(SettingsStore &store, const AdAssets &assets)
{
    return store.change([&](StoredSettings &settings) -> Expected<void> {
        settings.adAssets = assets;
        return {};
    });
}

} // namespace groundswell::service
