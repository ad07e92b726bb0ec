#include "models/wave/campaign.h"

#include "models/wave/clusterentries.h"

namespace groundswell {

namespace {

/// Parts of a campaign rarely repeat whose they are.
template <class T> void belongTo(const ClusterRef &cluster, T &part)
{
    if (part.cluster.tc.isEmpty())
        part.cluster.tc = cluster.tc;
    if (part.cluster.tcRunId == 0)
        part.cluster.tcRunId = cluster.tcRunId;
}

template <class T, class Parse>
void takePart(JsonReader &reader, const char *key, const ClusterRef &cluster, T &part, Parse parse)
{
    Expected<T> read = parse(reader.object(key), reader.pointerTo(key));
    if (!read) {
        reader.fail(read.error());
        return;
    }
    part = std::move(*read);
    belongTo(cluster, part);
}

std::vector<Creative> takeCreatives(JsonReader &reader, const ClusterRef &cluster)
{
    const auto ownKeys = {"headline", "body", "media_url", "cta"};
    std::vector<ClusterEntry> entries = takeClusterEntries(reader, "creatives", ownKeys);
    const std::vector<ClusterEntry> single = takeClusterEntries(reader, "creative", ownKeys);
    if (entries.empty())
        entries = single;
    std::vector<Creative> creatives;
    for (const ClusterEntry &entry : entries) {
        auto creative = creativeFromJson(entry.object, entry.pointer);
        if (!creative) {
            reader.fail(creative.error());
            return {};
        }
        belongTo(cluster, *creative);
        creatives.push_back(std::move(*creative));
    }
    return creatives;
}

QJsonArray creativesJson(const std::vector<Creative> &creatives)
{
    QJsonArray array;
    for (const Creative &creative : creatives)
        array.append(toJson(creative));
    return array;
}

} // namespace

Expected<Campaign> Campaign::fromJson(const QJsonObject &json, const QString &fallbackCurrency,
                                      const QString &at)
{
    JsonReader reader(json, at);
    Campaign campaign;
    campaign.eid = EventId(reader.text("eid"));
    campaign.cluster = takeCluster(reader);
    campaign.status = reader.word<CampaignStatus>("status");
    campaign.creatives = takeCreatives(reader, campaign.cluster);
    takePart(reader, "targeting", campaign.cluster, campaign.targeting, targetingFromJson);
    takePart(reader, "integration_details", campaign.cluster, campaign.integrationDetails,
             integrationDetailsFromJson);
    campaign.budget = reader.money("budget", fallbackCurrency);
    campaign.startDate = reader.date("start_date");
    campaign.endDate = reader.date("end_date");
    campaign.audienceId = reader.text("audience_id");
    campaign.label = reader.text("label");
    campaign.extra = reader.rest();
    return reader.finish(std::move(campaign));
}

QJsonObject Campaign::toJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("eid"), textJson(eid.value()));
    putCluster(json, cluster);
    json.insert(QLatin1StringView("status"), textJson(status.wire()));
    json.insert(QLatin1StringView("creative"),
                creatives.empty() ? QJsonValue() : QJsonValue(groundswell::toJson(creatives.front())));
    json.insert(QLatin1StringView("creatives"), creativesJson(creatives));
    json.insert(QLatin1StringView("targeting"), groundswell::toJson(targeting));
    json.insert(QLatin1StringView("integration_details"), groundswell::toJson(integrationDetails));
    json.insert(QLatin1StringView("budget"), moneyJson(budget));
    json.insert(QLatin1StringView("start_date"), dateJson(startDate));
    json.insert(QLatin1StringView("end_date"), dateJson(endDate));
    json.insert(QLatin1StringView("audience_id"), textJson(audienceId));
    json.insert(QLatin1StringView("label"), textJson(label));
    return json;
}

Expected<std::vector<Campaign>> campaignsFromJson(const QJsonValue &json, const QString &fallbackCurrency)
{
    QString at;
    const auto array = unwrapList(json, "campaigns", at);
    if (!array)
        return tl::unexpected(array.error());
    return readList<Campaign>(*array, at, [&](const QJsonObject &object, const QString &pointer) {
        return Campaign::fromJson(object, fallbackCurrency, pointer);
    });
}

QJsonObject CampaignEdit::toJson() const
{
    QJsonObject json;
    json.insert(QLatin1StringView("eid"), textJson(eid.value()));
    putCluster(json, cluster);
    json.insert(QLatin1StringView("creatives"), creativesJson(creatives));
    json.insert(QLatin1StringView("targeting"), groundswell::toJson(targeting));
    json.insert(QLatin1StringView("integration_details"), groundswell::toJson(integrationDetails));
    return json;
}

} // namespace groundswell
