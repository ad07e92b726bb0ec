#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <QJsonObject>

#include <optional>
#include <string>

namespace groundswell::service {

// The table `setting`: what there is one of in a workspace, by key. Several stores keep a row there, each
// under keys of its own.

[[nodiscard]] std::optional<std::string> settingRow(Database &database, std::string_view key);
void setSettingRow(Database &database, std::string_view key, std::string_view value);
[[nodiscard]] std::optional<QJsonObject> jsonSettingRow(Database &database, std::string_view key);
void setJsonSettingRow(Database &database, std::string_view key, const QJsonObject &value);

} // namespace groundswell::service
