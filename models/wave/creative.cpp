#include "models/wave/clusterentries.h"
#include "models/wave/setupprocess.h"

namespace groundswell {

Expected<Creative> creativeFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    Creative creative;
    creative.cluster = takeCluster(reader);
    creative.headline = reader.text("headline");
    creative.body = reader.text("body");
    creative.description = reader.text("description");
    creative.mediaUrl = reader.text("media_url");
    creative.mediaType = reader.word<MediaType>("media_type");
    creative.cta = reader.text("cta");
    creative.linkUrl = reader.text("link_url");
    creative.language = reader.text("language");
    creative.extra = reader.rest();
    return reader.finish(std::move(creative));
}

QJsonObject toJson(const Creative &creative)
{
    QJsonObject json = creative.extra;
    putCluster(json, creative.cluster);
    json.insert(QLatin1StringView("headline"), textJson(creative.headline));
    json.insert(QLatin1StringView("body"), textJson(creative.body));
    json.insert(QLatin1StringView("description"), textJson(creative.description));
    json.insert(QLatin1StringView("media_url"), textJson(creative.mediaUrl));
    json.insert(QLatin1StringView("media_type"), textJson(creative.mediaType.wire()));
    json.insert(QLatin1StringView("cta"), textJson(creative.cta));
    json.insert(QLatin1StringView("link_url"), textJson(creative.linkUrl));
    json.insert(QLatin1StringView("language"), textJson(creative.language));
    return json;
}

} // namespace groundswell
