#pragma once

#include <QString>

namespace groundswell {

struct GeoPlace;

/// The region that GET …/targeting_search names with a place, as its name; empty where it names none.
[[nodiscard]] QString regionOf(const GeoPlace &place);

} // namespace groundswell
