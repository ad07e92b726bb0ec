#include "app/service/usecases/taste/shownclusters.h"

namespace groundswell::service {

ClusterRun clusterRunOf(const Dataset &dataset, const EventClusters &clusters, TcRunId run)
{
    ClusterRun result;
    result.tcRunId = run;
    result.notice = QString::fromStdString(clusters.notice);
    for (const EventCluster &cluster : clusters.clusters) {
        TasteCluster shown;
        shown.cluster = {ClusterName(QString::fromStdString(cluster.tc)), run};
        shown.label = QString::fromStdString(cluster.label);
        shown.metricPred = cluster.metricPred;
        shown.reachEstimate = cluster.reach;
        shown.sizeShare = cluster.share;
        shown.probability = cluster.probability;
        for (const Because &because : cluster.because) {
            const EventFacts &event = dataset.events[because.event];
            shown.because.push_back({EventId(QString::fromStdString(event.id)),
                                     QString::fromStdString(event.title), because.weight});
        }
        result.clusters.push_back(std::move(shown));
    }
    return result;
}

std::vector<EventCluster> planningClusters(const ClusterRun &run)
{
    std::vector<EventCluster> result;
    for (const TasteCluster &shown : run.clusters) {
        EventCluster cluster;
        cluster.tc = shown.cluster.tc.value().toStdString();
        cluster.label = shown.label.toStdString();
        cluster.metricPred = shown.metricPred.value_or(0);
        cluster.probability = shown.probability.value_or(probabilityFromMetric(cluster.metricPred));
        cluster.reach = shown.reachEstimate.value_or(0);
        cluster.share = shown.sizeShare.value_or(0);
        result.push_back(std::move(cluster));
    }
    return result;
}

} // namespace groundswell::service
