#pragma once

#include "app/net/once/making.h"
#include "models/wave/calls/planquestion.h"
#include "models/wave/local/adspend.h"

namespace groundswell {

// What is made at the service and must not be made twice, with the way to recognise it. Whatever else is
// posted may be repeated without harm (a change that says how something shall be), or is the saver's and the
// publishing's own matter.

using PackageMaking = Making<AudiencePackage, PackageId>;
using CampaignMaking = Making<Campaign, Campaign>;
using SpendMaking = Making<AdSpend, AdSpend>;

// \a client must outlive what is made with these.
[[nodiscard]] PackageMaking::Steps packageSteps(WaveClient &client, const PackageRequest &request);
[[nodiscard]] PackageMaking::Steps mergeSteps(WaveClient &client, const std::vector<PackageId> &ids);
[[nodiscard]] CampaignMaking::Steps campaignSteps(WaveClient &client, const CampaignAddition &addition);
[[nodiscard]] SpendMaking::Steps spendSteps(WaveClient &client, const AdSpend &spend);

} // namespace groundswell
