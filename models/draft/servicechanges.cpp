#include "models/draft/servicechanges.h"

#include <QJsonArray>

#include <algorithm>

namespace groundswell {

namespace {

bool isEmpty(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty())
        || (value.isArray() && value.toArray().isEmpty());
}

const Campaign *campaignOf(const std::vector<Campaign> &campaigns, const ClusterRef &cluster)
{
    const auto found = std::find_if(campaigns.begin(), campaigns.end(),
                                    [&](const Campaign &campaign) { return campaign.cluster == cluster; });
    return found == campaigns.end() ? nullptr : &*found;
}

/// The campaign's rows name their cluster by the campaign alone, or each for itself.
template <class T> T ofCluster(T entry, const ClusterRef &cluster)
{
    entry.cluster = cluster;
    return entry;
}

/// What both sides say of one cluster.
void addCluster(SetupProcess &expected, SetupProcess &held, const SetupProcess &sent,
                const Campaign &campaign)
{
    const ClusterRef &cluster = campaign.cluster;
    if (!campaign.creatives.empty()) {
        for (const size_t position : sent.creativesOf(cluster))
            expected.creatives.push_back(sent.creatives[position]);
        for (const Creative &creative : campaign.creatives)
            held.creatives.push_back(ofCluster(creative, cluster));
    }
    const Targeting targeting = ofCluster(campaign.targeting, cluster);
    const Targeting *wanted = sent.targetingOf(cluster);
    if (wanted && targeting != ofCluster(Targeting(), cluster)) {
        expected.targeting.push_back(*wanted);
        held.targeting.push_back(targeting);
    }
    const IntegrationDetails details = ofCluster(campaign.integrationDetails, cluster);
    const IntegrationDetails *accounts = sent.integrationOf(cluster);
    if (accounts && details != ofCluster(IntegrationDetails(), cluster)) {
        expected.integrationDetails.push_back(ofCluster(*accounts, cluster));
        held.integrationDetails.push_back(details);
    }
}

} // namespace

std::vector<FieldDifference> serviceChanges(const SetupProcess &sent, const SetupProcess &held,
                                            const SetupProcess &previous)
{
    const std::vector<FieldDifference> appeared = differences(previous, held);
    std::vector<FieldDifference> changes;
    for (FieldDifference &change : differences(sent, held)) {
        const bool filledIn = isEmpty(change.before)
            && std::any_of(appeared.begin(), appeared.end(), [&](const FieldDifference &difference) {
                                  return difference.path == change.path && isEmpty(difference.before);
                              });
        if (!filledIn)
            changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<FieldDifference> publishedDifferences(const SetupProcess &sent,
                                                  const std::vector<Campaign> &campaigns)
{
    SetupProcess expected;
    SetupProcess held;
    for (const ChosenCluster &chosen : sent.clusters) {
        const Campaign *campaign = campaignOf(campaigns, chosen.cluster);
        if (!campaign) {
            expected.clusters.push_back(chosen);
            continue;
        }
        addCluster(expected, held, sent, *campaign);
    }
    return serviceChanges(expected, held, expected);
}

} // namespace groundswell
