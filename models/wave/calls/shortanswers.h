#pragma once

#include "models/wave/event.h"
#include "models/wave/ids.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"

#include <QJsonObject>
#include <QStringList>

namespace groundswell {

// Bodies of one or two members that need no type of their own.

/// GET /permissions: a bare list of words, or {"permissions": […]}.
[[nodiscard]] Expected<QStringList> permissionsFromJson(const QJsonValue &json);

/// GET /events/flagged/, of which only the count is shown (wave-api 2.3): an envelope, a list, or {"count"}.
[[nodiscard]] Expected<int> countFromJson(const QJsonValue &json);

/// What was made or begun. An answer without an id is a problem.
[[nodiscard]] Expected<QString> idFromJson(const QJsonObject &json);

/// Body of PUT /events/{eid}/setup_frontend_status.
[[nodiscard]] QJsonObject frontendStatusJson(const OpenEnum<FrontendStatus> &status);

/// Body and answer of POST /auth/refresh_token. An answer without a token is a problem.
[[nodiscard]] QJsonObject refreshTokenJson(const QString &refreshToken);
[[nodiscard]] Expected<QString> accessTokenFromJson(const QJsonObject &json);

/// Whether an answer lists what the service refuses, whatever its status says (wave-api 1.6).
[[nodiscard]] bool listsRefusals(const QJsonObject &json);

} // namespace groundswell
