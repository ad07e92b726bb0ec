#pragma once

#include "app/service/store/eventstore.h"
#include "app/service/store/sqlite/connection/database.h"

#include <string>
#include <variant>
#include <vector>

namespace groundswell::service {

/// The WHERE clause of a filter with its parameters: user text is always bound, never put into the SQL.
struct EventConditions {
    std::string where; ///< " WHERE …" or empty
    std::vector<std::variant<std::int64_t, QString>> parameters;

    /// Returns the index of the next free parameter.
    int bindTo(Statement &statement) const;
};

[[nodiscard]] EventConditions conditionsOf(const EventFilter &filter, const QString &timeZone);

} // namespace groundswell::service
