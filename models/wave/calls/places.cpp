#include "models/wave/calls/places.h"

#include "models/wave/setupprocess.h"

namespace groundswell {

QString regionOf(const GeoPlace &place)
{
    return place.extra.value(QLatin1StringView("region")).toString();
}

} // namespace groundswell
