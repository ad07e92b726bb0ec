#pragma once

#include "models/wave/local/localsettings.h"

#include <functional>
#include <optional>

namespace groundswell::service {

/// The organiser's settings as they are stored. What nobody has said yet is unset: then defaults hold, of the
/// market those of planning for the currency.
struct StoredSettings {
    std::optional<Organiser> organiser;
    std::optional<MarketAssumptions> market;
    std::optional<AdAssets> adAssets; ///< the typed-in accounts, pages, pixels and forms
};

/// The organiser's own settings. Thread-safe; every write is durable when the call returns.
class SettingsStore {
public:
    virtual ~SettingsStore() = default;
    using Change = std::function<Expected<void>(StoredSettings &)>;

    [[nodiscard]] virtual Expected<StoredSettings> all() = 0;
    [[nodiscard]] virtual Expected<Organiser> organiser() = 0; ///< defaults in a new workspace
    [[nodiscard]] virtual Expected<AdAssets> adAssets() = 0; ///< empty until some are typed in

    /// Writes what \a change makes of the settings, which it sees as they are within the transaction: all of
    /// it or nothing. An error from \a change leaves everything as it was.
    /// 409 `error.settings.currency_in_use` for another currency once there are amounts: they are stored as
    /// whole minor units without a currency of their own, and would all be shifted. Not where a rescue had to
    /// guess the currency: it may be corrected once.
    [[nodiscard]] virtual Expected<void> change(const Change &change) = 0;
};

} // namespace groundswell::service
