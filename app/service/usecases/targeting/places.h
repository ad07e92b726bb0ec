#pragma once

#include "app/service/store/dataset.h"
#include "models/wave/setupprocess.h"

#include <vector>

namespace groundswell::service {

/// Places to aim at: the cities of the organiser's venues, where their position is known, and all countries
/// (in English and German). Matches case and accents loosely; places that begin with the text come first. At
/// most 25. \a type: `city`, `country`, or empty for both.
[[nodiscard]] std::vector<GeoPlace> findPlaces(const Dataset &data, const QString &text, const QString &type);

} // namespace groundswell::service
