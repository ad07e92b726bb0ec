#pragma once

#include "app/service/usecases/planning/planner.h"

namespace groundswell::service {

// The organiser's settings as one JSON object, an extension of the embedded service (`/local/settings`):
//
//     {"organiser": {"name", "currency", "time_zone", "attribution_model", "consent_when_unknown",
//                    "default_dsa_payor", "default_dsa_beneficiary"},
//      "market_assumptions": {"cpm", "click_rate", "frequency", "similar_people", "similar_conversion",
//                             "spend_share", "floor_impressions", "floor_clicks", "is_default"},
//      "ad_assets": as GET /integrations/facebook/assets}
//
// Amounts are decimal, in the organiser's currency; rates and shares 0–1.

[[nodiscard]] Expected<QJsonObject> readLocalSettings(Workspace &workspace, Planner &planner);
/// Stores the members that are given; others stay. 400 with the field for what can't be: then nothing is
/// stored.
[[nodiscard]] Expected<void> writeLocalSettings(Workspace &workspace, Planner &planner,
                                                const QJsonObject &settings);

} // namespace groundswell::service
