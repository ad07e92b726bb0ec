#pragma once

#include "app/service/workspace/workspace.h"

#include <QJsonObject>

namespace groundswell::service {

// The organiser's settings, an extension of the embedded service (`/local/settings`). What there is to set,
// and what is accepted, says the table of models/wave/local/localsettings.h.

[[nodiscard]] Expected<LocalSettings> readLocalSettings(Workspace &workspace);
/// Stores the members that are given, in one transaction; others stay. 400 with the field for what can't be,
/// and the refusals of SettingsStore::change(): then nothing is stored.
[[nodiscard]] Expected<void> writeLocalSettings(Workspace &workspace, const QJsonObject &given);

} // namespace groundswell::service
