#include "models/wave/clusterentries.h"
#include "models/wave/fieldcodec.h"

namespace groundswell {

Expected<IntegrationDetails> integrationDetailsFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    IntegrationDetails details;
    details.cluster = takeCluster(reader);
    takeFields(reader, SetupFields::ofIntegration(), details);
    details.extra = reader.rest();
    return reader.finish(std::move(details));
}

QJsonObject toJson(const IntegrationDetails &details)
{
    QJsonObject json = details.extra;
    putCluster(json, details.cluster);
    putFields(json, SetupFields::ofIntegration(), details);
    return json;
}

} // namespace groundswell
