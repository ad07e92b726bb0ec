#include "models/wave/clusterentries.h"
#include "models/wave/fieldcodec.h"

namespace groundswell {

Expected<Creative> creativeFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    Creative creative;
    creative.cluster = takeCluster(reader);
    takeFields(reader, SetupFields::ofCreative(), creative);
    creative.extra = reader.rest();
    return reader.finish(std::move(creative));
}

QJsonObject toJson(const Creative &creative)
{
    QJsonObject json = creative.extra;
    putCluster(json, creative.cluster);
    putFields(json, SetupFields::ofCreative(), creative);
    return json;
}

} // namespace groundswell
