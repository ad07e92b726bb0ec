#pragma once

#include "app/service/planning/planning.h"
#include "app/service/workspace/workspace.h"

namespace groundswell::service {

/// Counts what became of the audiences of past campaigns (see CampaignHistory): every campaign whose event is
/// over, whose people were kept and whose cluster carries a probability; ignored ones don't count. Days begin
/// in the organiser's zone.
[[nodiscard]] Expected<CampaignHistory> campaignHistory(Workspace &workspace, const Dataset &data,
                                                        const Organiser &organiser);

} // namespace groundswell::service
