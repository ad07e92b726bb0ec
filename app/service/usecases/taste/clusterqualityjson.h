#pragma once

#include "app/service/taste/quality/clusterquality.h"

#include <QJsonObject>

namespace groundswell::service {

/// The evaluation of a run as `TasteEvaluation` of the API's description. Measured figures are rounded to six
/// digits; a figure that was not measured (count 0) is null.
[[nodiscard]] QJsonObject toJson(const ClusterQuality &evaluation);

} // namespace groundswell::service
