#pragma once

#include "models/wave/problem.h"

#include <QString>

#include <memory>

namespace groundswell::service {

class CampaignStore;
class EventStore;
class PackageStore;
class RunStore;
class SalesStore;
class SettingsStore;
class SetupStore;

/// The workspace: one small interface a subject, values in and values out, so that another database can take
/// SQLite's place. All of them may be used from any thread; the references live as long as the Store.
/// Failures of the database itself are a Problem with Kind::ServerFault and `error.store.…`.
class Store {
public:
    virtual ~Store() = default;

    [[nodiscard]] virtual EventStore &events() = 0;
    [[nodiscard]] virtual SalesStore &sales() = 0;
    [[nodiscard]] virtual SettingsStore &settings() = 0;
    [[nodiscard]] virtual SetupStore &setups() = 0;
    [[nodiscard]] virtual CampaignStore &campaigns() = 0;
    [[nodiscard]] virtual RunStore &runs() = 0;
    [[nodiscard]] virtual PackageStore &packages() = 0;
    [[nodiscard]] virtual QString workspaceFile() const = 0;
};

/// Opens or creates the workspace file. Problems (Kind::Rejected, `detail` = the path unless said):
/// `error.store.cannot_open`, `error.store.not_a_workspace`, `error.store.newer` (see migrations.h).
[[nodiscard]] Expected<std::unique_ptr<Store>> openStore(const QString &workspaceFile);

} // namespace groundswell::service
