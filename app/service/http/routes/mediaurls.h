#pragma once

#include "app/service/http/server/message.h"

#include <QJsonObject>

namespace groundswell::service {

// The service may listen on another port after every start, and a draft outlives it. So rows are stored with
// the bare path of our own media, and shown with the address that the client asked by.

/// `http://127.0.0.1:4711/api/media/…` → `/api/media/…` in the creatives of a row; foreign addresses stay.
[[nodiscard]] QJsonObject withStoredMedia(QJsonObject row);
/// The same for a body that is one creative.
[[nodiscard]] QJsonObject withStoredCreative(QJsonObject creative);
/// The way back, with the Host of the request (checked by the guard before).
[[nodiscard]] QJsonObject withServedMedia(QJsonObject row, const Request &request);
/// The address under which a stored file is served to this client.
[[nodiscard]] QString servedMediaUrl(const QString &name, const Request &request);

} // namespace groundswell::service
