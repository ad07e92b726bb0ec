#pragma once

#include "models/wave/attributionmodel.h"
#include "models/wave/problem.h"

#include <QJsonObject>

namespace groundswell {

/// Body of GET and PUT /events/{eid}/attribution_model.
[[nodiscard]] Expected<OpenEnum<AttributionModel>> attributionModelFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject attributionModelJson(const OpenEnum<AttributionModel> &model);

} // namespace groundswell
