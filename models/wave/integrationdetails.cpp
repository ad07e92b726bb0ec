#include "models/wave/clusterentries.h"
#include "models/wave/setupprocess.h"

namespace groundswell {

Expected<IntegrationDetails> integrationDetailsFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    IntegrationDetails details;
    details.cluster = takeCluster(reader);
    details.adAccountId = reader.text("ad_account_id");
    details.pageId = reader.text("page_id");
    details.instagramActorId = reader.text("instagram_actor_id");
    details.pixelId = reader.text("pixel_id");
    details.leadFormId = reader.text("lead_form_id");
    details.extra = reader.rest();
    return reader.finish(std::move(details));
}

QJsonObject toJson(const IntegrationDetails &details)
{
    QJsonObject json = details.extra;
    putCluster(json, details.cluster);
    json.insert(QLatin1StringView("ad_account_id"), textJson(details.adAccountId));
    json.insert(QLatin1StringView("page_id"), textJson(details.pageId));
    json.insert(QLatin1StringView("instagram_actor_id"), textJson(details.instagramActorId));
    json.insert(QLatin1StringView("pixel_id"), textJson(details.pixelId));
    json.insert(QLatin1StringView("lead_form_id"), textJson(details.leadFormId));
    return json;
}

} // namespace groundswell
