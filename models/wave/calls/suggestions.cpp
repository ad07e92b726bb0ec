#include "models/wave/calls/suggestions.h"

#include <algorithm>

namespace groundswell {

namespace {

/// The cluster of this name; with the same letters in another case, if there is only one such.
const TasteCluster *named(const ClusterRun &run, const ClusterName &name)
{
    const TasteCluster *alike = nullptr;
    bool several = false;
    for (const TasteCluster &cluster : run.clusters) {
        const QString &own = cluster.cluster.tc.value();
        if (own == name.value())
            return &cluster;
        if (own.toCaseFolded() != name.value().toCaseFolded())
            continue;
        several = alike != nullptr;
        alike = &cluster;
    }
    return several ? nullptr : alike;
}

} // namespace

std::vector<SuggestedCluster> suggestionsAt(const ClusterRun &run, std::vector<SuggestedCluster> suggestions)
{
    const auto belongsNowhere = [&run](SuggestedCluster &suggestion) {
        if (suggestion.cluster.tcRunId != 0)
            return false;
        const TasteCluster *cluster = named(run, suggestion.cluster.tc);
        if (cluster)
            suggestion.cluster = cluster->cluster;
        return cluster == nullptr;
    };
    std::erase_if(suggestions, belongsNowhere);
    return suggestions;
}

} // namespace groundswell
