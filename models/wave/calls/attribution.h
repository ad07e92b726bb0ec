#pragma once

#include "models/wave/attributionmodel.h"
#include "models/wave/problem.h"

#include <QJsonObject>

namespace groundswell {

struct AttributionSettings;

/// Body of GET and PUT /events/{eid}/attribution_model.
[[nodiscard]] Expected<OpenEnum<AttributionModel>> attributionModelFromJson(const QJsonObject &json);
[[nodiscard]] QJsonObject attributionModelJson(const OpenEnum<AttributionModel> &model);

/// Body of POST /partners/{id}/backhaul_attribution_details: \a settings without what belongs to one package
/// (wave-api 2.2).
[[nodiscard]] QJsonObject attributionDefaultsJson(const AttributionSettings &settings);

} // namespace groundswell
