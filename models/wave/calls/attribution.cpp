#include "models/wave/calls/attribution.h"

#include "models/wave/json.h"
#include "models/wave/package.h"

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

QJsonObject attributionDefaultsJson(const AttributionSettings &settings)
{
    QJsonObject json = settings.toJson();
    json.remove(QLatin1StringView("email_sent_date"));
    return json;
}

} // namespace groundswell
