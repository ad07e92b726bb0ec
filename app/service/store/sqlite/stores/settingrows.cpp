#include "app/service/store/sqlite/stores/settingrows.h"

#include <QJsonDocument>

namespace groundswell::service {

std::optional<std::string> settingRow(Database &database, std::string_view key)
{
    Statement select = database.prepare("SELECT value FROM setting WHERE key = ?");
    select.bindAll(key);
    return select.step() ? std::optional(std::string(select.view(0))) : std::nullopt;
}

void setSettingRow(Database &database, std::string_view key, std::string_view value)
{
    database.run("INSERT INTO setting (key, value) VALUES (?, ?)"
                 " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                 key, value);
}

std::optional<QJsonObject> jsonSettingRow(Database &database, std::string_view key)
{
    const auto json = settingRow(database, key);
    if (!json)
        return std::nullopt;
    return QJsonDocument::fromJson(QByteArray::fromStdString(*json)).object();
}

void setJsonSettingRow(Database &database, std::string_view key, const QJsonObject &value)
{
    setSettingRow(database, key, QJsonDocument(value).toJson(QJsonDocument::Compact).toStdString());
}

} // namespace groundswell::service
