#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <QString>

#include <string>

namespace groundswell::service {

/// The fingerprints of the stored content, kept beside it so that naming a snapshot needs no scan.
struct ContentState {
    std::string events, customers, sales;
};

[[nodiscard]] ContentState readContentState(Database &database);
void writeContentState(Database &database, const ContentState &state);
/// The snapshot's name, from the state and the settings that change what the content means.
[[nodiscard]] QString snapshotIdOf(Database &database);

} // namespace groundswell::service
