#pragma once

#include "app/files/folderkind.h"
#include "models/wave/problem.h"

#include <QString>

#include <functional>
#include <memory>

namespace groundswell::service {

class CampaignStore;
class EventStore;
class PackageStore;
class TasteRunStore;
class SalesStore;
class SettingsStore;
class SetupStore;

/// The workspace: one small interface for each subject, values in and values out, so that another database
/// can replace SQLite. All of them may be used from any thread; the references live as long as the Store.
/// Failures of the database itself are a Problem with Kind::ServerFault and `error.store.…`.
class Store {
public:
    virtual ~Store() = default;

    [[nodiscard]] virtual EventStore &events() = 0;
    [[nodiscard]] virtual SalesStore &sales() = 0;
    [[nodiscard]] virtual SettingsStore &settings() = 0;
    [[nodiscard]] virtual SetupStore &setups() = 0;
    [[nodiscard]] virtual CampaignStore &campaigns() = 0;
    [[nodiscard]] virtual TasteRunStore &runs() = 0;
    [[nodiscard]] virtual PackageStore &packages() = 0;
    [[nodiscard]] virtual QString workspaceFile() const = 0;
};

/// The questions that opening puts to the system. A test puts in its own answers.
struct OpeningConditions {
    FolderProbe folders;
    std::function<qint64(const QString &folder)> freeBytes;

    [[nodiscard]] static OpeningConditions system();
};

/// Opens or creates the workspace file. Nothing is written to a file that is damaged or isn't a workspace;
/// before a file is converted, a checked copy of it is kept beside it. Problems (Kind::Rejected, `detail` =
/// the path unless said): `error.store.` and `damaged`, `newer` (`detail` = its version and ours), `empty`,
/// `not_a_workspace`, `locked`, `read_only`, `full`, `network_folder` (`detail` = its kind), `cannot_open`.
[[nodiscard]] Expected<std::unique_ptr<Store>>
openStore(const QString &workspaceFile, const OpeningConditions &conditions = OpeningConditions::system());

} // namespace groundswell::service
