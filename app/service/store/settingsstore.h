#pragma once

#include "app/service/store/marketassumptions.h"
#include "models/wave/cluster.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace groundswell::service {

/// Who the workspace belongs to. The import sets currency and time zone once; the organiser may change the
/// rest, and the currency while there are no amounts.
struct Organiser {
    QString name;
    QString currency = QStringLiteral("EUR"); ///< ISO 4217, of every amount in the workspace
    QString timeZone = QStringLiteral("Europe/Berlin"); ///< IANA
    QString attributionModel = QStringLiteral("FD");
    /// What holds for customers whose consent the imported data doesn't tell: true = the organiser answers
    /// for it. A customer with an explicit "no" or an opt-out is never reached, whatever this says.
    bool consentWhenUnknown = true;
    QString defaultDsaPayor;
    QString defaultDsaBeneficiary;
    friend bool operator==(const Organiser &, const Organiser &) = default;
};

/// Ad money spent, as the organiser typed it in: the workspace has no ad platform to ask.
struct AdSpend {
    qint64 id = 0; ///< given by the store
    EventId eid;
    ClusterRef cluster; ///< empty = for the event as a whole
    QDate day;
    Money amount;
    friend bool operator==(const AdSpend &, const AdSpend &) = default;
};

/// The organiser's own settings. Thread-safe; every write is durable when the call returns.
class SettingsStore {
public:
    virtual ~SettingsStore() = default;

    [[nodiscard]] virtual Expected<Organiser> organiser() = 0; ///< defaults in a new workspace
    /// 409 `error.settings.currency_in_use` for another currency once there are amounts: they are stored as
    /// whole minor units without a currency of their own, and would all be shifted. Not where a rescue had to
    /// guess the currency: it may be corrected once.
    [[nodiscard]] virtual Expected<void> setOrganiser(const Organiser &organiser) = 0;
    /// Nullopt until the organiser has typed some in: then planning's defaults for the currency hold.
    [[nodiscard]] virtual Expected<std::optional<MarketAssumptions>> marketAssumptions() = 0;
    [[nodiscard]] virtual Expected<void> setMarketAssumptions(const MarketAssumptions &assumptions) = 0;
    /// The typed-in accounts, pages, pixels and forms.
    [[nodiscard]] virtual Expected<AdAssets> adAssets() = 0;
    [[nodiscard]] virtual Expected<void> setAdAssets(const AdAssets &assets) = 0;

    [[nodiscard]] virtual Expected<std::vector<AdSpend>> adSpend(const std::optional<EventId> &event) = 0;
    [[nodiscard]] virtual Expected<qint64> addAdSpend(const AdSpend &spend) = 0;
    [[nodiscard]] virtual Expected<void> removeAdSpend(qint64 id) = 0;

    /// Small values of other parts (a saved import mapping, for instance) by key; nullopt where there is
    /// none.
    [[nodiscard]] virtual Expected<std::optional<QJsonObject>> value(const QString &key) = 0;
    [[nodiscard]] virtual Expected<void> setValue(const QString &key, const QJsonObject &value) = 0;
};

} // namespace groundswell::service
