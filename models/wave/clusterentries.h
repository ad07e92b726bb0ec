#pragma once

#include "models/wave/ids.h"
#include "models/wave/json.h"

#include <initializer_list>

namespace groundswell {

/// One element of `tcs`, `creatives`, `targeting` or `integration_details`, with the pointer to it.
struct ClusterEntry {
    QJsonObject object; ///< names its cluster in `tc`, unless it is meant for all of them
    QString pointer;
};

/// Takes a list of entries of clusters in each of its shapes on the wire: an array of objects that carry `tc`
/// (the present one), an object keyed by cluster whose values are one entry or several (the older edition),
/// or one bare entry. \a ownKeys are members by which a bare entry is told from a keyed object.
[[nodiscard]] std::vector<ClusterEntry> takeClusterEntries(JsonReader &reader, const char *key,
                                                           std::initializer_list<const char *> ownKeys);

/// Takes `tc` and `tc_run_id`.
[[nodiscard]] ClusterRef takeCluster(JsonReader &reader);
/// Puts `tc` and `tc_run_id`.
void putCluster(QJsonObject &json, const ClusterRef &cluster);

} // namespace groundswell
