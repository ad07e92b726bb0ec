#pragma once

#include "models/draft/merge.h"
#include "models/wave/campaign.h"

namespace groundswell {

/// Where the service holds something else than it was sent: values that it changed, reset, or kept although
/// they were taken out. What it fills in where nothing was said, neither now nor in \a previous (the row that
/// it held before), is no change.
[[nodiscard]] std::vector<FieldDifference> serviceChanges(const SetupProcess &sent, const SetupProcess &held,
                                                          const SetupProcess &previous);

/// Where the campaigns that publishing made differ from the setup that was sent: creatives, targeting and
/// accounts of the chosen clusters, and clusters that got no campaign (the entry itself, then Undefined).
/// What a campaign's row leaves out says nothing and counts as the same, and so does what it adds.
[[nodiscard]] std::vector<FieldDifference> publishedDifferences(const SetupProcess &sent,
                                                                const std::vector<Campaign> &campaigns);

} // namespace groundswell
