#pragma once

#include "app/service/http/server/message.h"
#include "app/service/store/refusal.h"

#include <QJsonArray>
#include <QJsonObject>

namespace groundswell::service {

// Answers in the contract's shapes (wave-api 1.6, 1.8).

[[nodiscard]] Response jsonReply(const QJsonObject &body, int status = 200);
[[nodiscard]] Response jsonReply(const QJsonArray &body, int status = 200);
[[nodiscard]] Response emptyReply(int status = 204);

/// The error envelope. `error_code` is derived from the key: `error.event.not_found` → `EVENT_NOT_FOUND`.
/// \a extra members stand beside the envelope's own (the current row of a 412).
[[nodiscard]] Response errorReply(int status, const QString &messageKey,
                                  const std::vector<FieldProblem> &fields = {},
                                  const QJsonObject &extra = {});
/// The status with which a problem of the layers below is answered; its `body` members go along.
[[nodiscard]] Response errorReply(const Problem &problem);

} // namespace groundswell::service
