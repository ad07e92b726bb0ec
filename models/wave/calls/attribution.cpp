#include "models/wave/calls/attribution.h"

#include "models/wave/json.h"

namespace groundswell {

Expected<OpenEnum<AttributionModel>> attributionModelFromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    return reader.finish(reader.word<AttributionModel>("model"));
}

QJsonObject attributionModelJson(const OpenEnum<AttributionModel> &model)
{
    return {{QLatin1StringView("model"), textJson(model.wire())}};
}

} // namespace groundswell
