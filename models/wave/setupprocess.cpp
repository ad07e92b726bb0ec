#include "models/wave/setupprocess.h"

#include "models/wave/clusterentries.h"
#include "models/wave/fieldcodec.h"

#include <algorithm>

namespace groundswell {

namespace {

template <class T, class Parse>
std::vector<T> parseEntries(JsonReader &reader, const std::vector<ClusterEntry> &entries, Parse parse)
{
    std::vector<T> result;
    result.reserve(entries.size());
    for (const ClusterEntry &entry : entries) {
        Expected<T> item = parse(entry.object, entry.pointer);
        if (!item) {
            reader.fail(item.error());
            return {};
        }
        result.push_back(std::move(*item));
    }
    return result;
}

/// The older rows have no `tcs`: there a cluster is chosen by having a creative.
void chooseFromCreatives(SetupProcess &setup)
{
    for (const Creative &creative : setup.creatives) {
        if (!creative.cluster.tc.isEmpty() && !setup.hasCluster(creative.cluster))
            setup.clusters.push_back({creative.cluster, std::nullopt, {}});
    }
}

/// Objects keyed by cluster name no run; the row's own list of clusters does.
template <class T> void adoptRuns(std::vector<T> &entries, const std::vector<ChosenCluster> &clusters)
{
    for (T &entry : entries) {
        if (entry.cluster.tcRunId != 0)
            continue;
        const auto named = std::find_if(clusters.begin(), clusters.end(), [&](const ChosenCluster &chosen) {
            return chosen.cluster.tc == entry.cluster.tc;
        });
        if (named != clusters.end())
            entry.cluster = named->cluster;
    }
}

/// One `integration_details` object without a cluster holds for all of them.
void spreadCommonIntegration(SetupProcess &setup)
{
    auto &details = setup.integrationDetails;
    if (details.size() != 1 || !details.front().cluster.tc.isEmpty() || setup.clusters.empty())
        return;
    const IntegrationDetails common = details.front();
    details.assign(setup.clusters.size(), common);
    for (size_t i = 0; i < details.size(); ++i)
        details[i].cluster = setup.clusters[i].cluster;
}

void takeClusterLists(JsonReader &reader, SetupProcess &setup)
{
    const bool namesClusters = reader.rest().contains(QLatin1StringView("tcs"));
    setup.clusters = parseEntries<ChosenCluster>(
        reader, takeClusterEntries(reader, "tcs", {"tc", "tc_run_id"}), chosenClusterFromJson);
    setup.creatives = parseEntries<Creative>(
        reader, takeClusterEntries(reader, "creatives", {"headline", "body", "media_url", "cta"}),
        creativeFromJson);
    setup.targeting = parseEntries<Targeting>(
        reader, takeClusterEntries(reader, "targeting", {"geo", "demographics", "saved_audience_id"}),
        targetingFromJson);
    setup.integrationDetails = parseEntries<IntegrationDetails>(
        reader, takeClusterEntries(reader, "integration_details", {"ad_account_id", "page_id", "pixel_id"}),
        integrationDetailsFromJson);
    if (!namesClusters)
        chooseFromCreatives(setup);
    adoptRuns(setup.creatives, setup.clusters);
    adoptRuns(setup.targeting, setup.clusters);
    adoptRuns(setup.integrationDetails, setup.clusters);
    spreadCommonIntegration(setup);
}

template <class T> QJsonArray arrayJson(const std::vector<T> &entries)
{
    QJsonArray array;
    for (const T &entry : entries)
        array.append(groundswell::toJson(entry));
    return array;
}

} // namespace

Expected<ChosenCluster> chosenClusterFromJson(const QJsonObject &json, const QString &at)
{
    JsonReader reader(json, at);
    ChosenCluster chosen;
    chosen.cluster = takeCluster(reader);
    takeFields(reader, SetupFields::ofChosenCluster(), chosen);
    chosen.extra = reader.rest();
    return reader.finish(std::move(chosen));
}

QJsonObject toJson(const ChosenCluster &chosen)
{
    QJsonObject json = chosen.extra;
    putCluster(json, chosen.cluster);
    putFields(json, SetupFields::ofChosenCluster(), chosen);
    return json;
}

Expected<SetupProcess> SetupProcess::fromJson(const QJsonObject &json, const QString &fallbackCurrency)
{
    JsonReader reader(json, {});
    SetupProcess setup;
    setup.eid = EventId(reader.text("eid"));
    setup.goal = reader.word<Goal>("goal");
    setup.currency = reader.text("currency");
    setup.totalBudget =
        reader.money("total_budget", setup.currency.isEmpty() ? fallbackCurrency : setup.currency);
    setup.startDate = reader.date("start_date");
    setup.endDate = reader.date("end_date");
    takeClusterLists(reader, setup);
    setup.conversionId = reader.text("conversion_id");
    setup.leadFormId = reader.text("lead_form_id");
    setup.customEventType = reader.text("custom_event_type");
    setup.dsaPayor = reader.text("dsa_payor");
    setup.dsaBeneficiary = reader.text("dsa_beneficiary");
    setup.updatedAt = reader.dateTime("updated_at");
    setup.extra = reader.rest();
    return reader.finish(std::move(setup));
}

QJsonObject SetupProcess::toJson() const
{
    QJsonObject json = contentJson();
    json.insert(QLatin1StringView("updated_at"), dateTimeJson(updatedAt));
    return json;
}

QJsonObject SetupProcess::contentJson() const
{
    QJsonObject json = extra;
    json.insert(QLatin1StringView("eid"), textJson(eid.value()));
    json.insert(QLatin1StringView("goal"), textJson(goal.wire()));
    json.insert(QLatin1StringView("total_budget"), moneyJson(totalBudget));
    json.insert(QLatin1StringView("currency"), textJson(currency));
    json.insert(QLatin1StringView("start_date"), dateJson(startDate));
    json.insert(QLatin1StringView("end_date"), dateJson(endDate));
    json.insert(QLatin1StringView("tcs"), arrayJson(clusters));
    json.insert(QLatin1StringView("creatives"), arrayJson(creatives));
    json.insert(QLatin1StringView("targeting"), arrayJson(targeting));
    json.insert(QLatin1StringView("integration_details"), arrayJson(integrationDetails));
    json.insert(QLatin1StringView("conversion_id"), textJson(conversionId));
    json.insert(QLatin1StringView("lead_form_id"), textJson(leadFormId));
    json.insert(QLatin1StringView("custom_event_type"), textJson(customEventType));
    json.insert(QLatin1StringView("dsa_payor"), textJson(dsaPayor));
    json.insert(QLatin1StringView("dsa_beneficiary"), textJson(dsaBeneficiary));
    return json;
}

bool SetupProcess::hasCluster(const ClusterRef &cluster) const
{
    return std::any_of(clusters.begin(), clusters.end(),
                       [&](const ChosenCluster &chosen) { return chosen.cluster == cluster; });
}

std::vector<size_t> SetupProcess::creativesOf(const ClusterRef &cluster) const
{
    std::vector<size_t> positions;
    for (size_t i = 0; i < creatives.size(); ++i) {
        if (creatives[i].cluster == cluster)
            positions.push_back(i);
    }
    return positions;
}

const Targeting *SetupProcess::targetingOf(const ClusterRef &cluster) const
{
    const auto found = std::find_if(targeting.begin(), targeting.end(),
                                    [&](const Targeting &entry) { return entry.cluster == cluster; });
    return found == targeting.end() ? nullptr : &*found;
}

const IntegrationDetails *SetupProcess::integrationOf(const ClusterRef &cluster) const
{
    const IntegrationDetails *common = nullptr;
    for (const IntegrationDetails &entry : integrationDetails) {
        if (entry.cluster == cluster)
            return &entry;
        if (entry.cluster.tc.isEmpty())
            common = &entry;
    }
    return common;
}

} // namespace groundswell
