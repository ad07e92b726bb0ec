#pragma once

namespace groundswell::api {

/// Where an endpoint of the Wave API lies below its base address, as the contract
/// (resources/api/wave-openapi.yaml) writes it: parameters in braces, and a slash at the end where it has
/// one. Client and routes name an endpoint by what stands here; a lint finds paths that are spelt elsewhere,
/// and a test compares the list with the contract.
struct Path {
    const char *text;
};

inline constexpr const char *base = "/api/v3";
inline constexpr const char *mediaBase = "/api"; ///< media have no version (wave-api 2.11)

namespace path {

// Signing in, partner and permissions (wave-api 1.2, 2.1, 2.2)
inline constexpr Path status{"/status/"};
inline constexpr Path auth{"/auth"};
inline constexpr Path mfaChallenge{"/auth/challenge/mfa-token"};
inline constexpr Path newPasswordChallenge{"/auth/challenge/new-password"};
inline constexpr Path refreshToken{"/auth/refresh_token"};
inline constexpr Path forgotPassword{"/auth/forgot_password"};
inline constexpr Path resetPassword{"/auth/reset_password"};
inline constexpr Path partners{"/partners/"};
inline constexpr Path partnerAttributionModel{"/partners/attribution_model"};
inline constexpr Path attributionDefaults{"/partners/{partner_id}/backhaul_attribution_details"};
inline constexpr Path permissions{"/permissions"};
inline constexpr Path features{"/features"};
inline constexpr Path task{"/tasks/{task_id}"};

// Events (2.3)
inline constexpr Path events{"/events/"};
inline constexpr Path statistics{"/events/statistics"};
inline constexpr Path flaggedEvents{"/events/flagged/"};
inline constexpr Path venues{"/events/venues"};
inline constexpr Path event{"/events/{eid}"};
inline constexpr Path eventStatistics{"/events/{eid}/statistics"};
inline constexpr Path clusters{"/events/{eid}/clusters"};
inline constexpr Path eventCampaigns{"/events/{eid}/campaigns"};
inline constexpr Path series{"/events/{eid}/series"};
inline constexpr Path tickets{"/events/{eid}/tickets"};
inline constexpr Path benchmark{"/events/{eid}/benchmark"};
inline constexpr Path salesGraph{"/events/{eid}/sales-graph"};
inline constexpr Path frontendStatus{"/events/{eid}/setup_frontend_status"};
inline constexpr Path attributionModel{"/events/{eid}/attribution_model"};

// Planning helpers and the draft (2.4, 2.5)
inline constexpr Path campaignDefaults{"/events/{eid}/default_campaigns_parameters"};
inline constexpr Path suggestedClusters{"/events/{eid}/suggested_tcs"};
inline constexpr Path expectedValue{"/events/{eid}/campaigns_expected_value"};
inline constexpr Path budgetLimits{"/events/{eid}/budget_min_max"};
inline constexpr Path callToActions{"/setup_processes/call_to_action/"};
inline constexpr Path conversionEventTypes{"/setup_processes/event_types"};
inline constexpr Path setup{"/setup_processes/{eid}"};
inline constexpr Path boost{"/setup_processes/{eid}/boost"};

// Published campaigns (2.6)
inline constexpr Path campaignsSetup{"/campaigns_setup"};
inline constexpr Path resetCampaigns{"/events/{eid}/reset_campaigns_setup"};
inline constexpr Path campaigns{"/campaigns/"};
inline constexpr Path runtimeBudget{"/campaigns/new_runtime_budget"};
inline constexpr Path campaignCounts{"/campaigns/statistics"};
inline constexpr Path campaignCreative{"/campaigns/{eid}/{tc}/{tc_run_id}/creative"};
inline constexpr Path campaignTargeting{"/campaigns/{partner_id}/{eid}/{tc}/{tc_run_id}/target_audience"};
inline constexpr Path ignoreCampaign{"/campaigns/{eid}/{tc}/{tc_run_id}/ignore"};
inline constexpr Path runState{"/events/{eid}/client_campaign_status"};
inline constexpr Path runStateTask{"/events/{eid}/client_campaign_status/task"};
inline constexpr Path campaignOptimisation{"/events/{eid}/campaign_optimisation_status"};
inline constexpr Path adOptimisation{"/events/{eid}/ad_campaign_optimisation_status"};
inline constexpr Path salesAdjustments{"/campaign_results/"};

// Ad platform (2.7)
inline constexpr Path campaignResults{"/integrations/facebook/events/{eid}/campaign_results"};
inline constexpr Path adInsights{"/integrations/facebook/events/{eid}/fb_insights"};
inline constexpr Path adConnection{"/integrations/connect/facebook/status"};
inline constexpr Path adConnectionOlder{"/meta/authorization/status"};
inline constexpr Path adAssets{"/integrations/facebook/assets"};
inline constexpr Path placeSearch{"/integrations/facebook/targeting_search"};

// Packages and their evaluation (2.8, 2.9)
inline constexpr Path packages{"/package_builder/packages/"};
inline constexpr Path createPackage{"/package_builder/packages"};
inline constexpr Path mergePackages{"/package_builder/packages/merge"};
inline constexpr Path package{"/package_builder/packages/{package_id}"};
inline constexpr Path regeneratePackage{"/package_builder/packages/{package_id}/regenerate"};
inline constexpr Path attributionSettings{
    "/package_builder/packages/{package_id}/backhaul_evaluation_details"};
inline constexpr Path packageEvaluation{"/package_builder/packages/{package_id}/backhaul_evaluation"};
inline constexpr Path customerList{"/package_builder/packages/{package_id}/{tc}/customer_list"};
inline constexpr Path customersFromDescription{"/nlq/ids_from_nl_description"};

// Sales and media (2.10, 2.11)
inline constexpr Path transactionSummary{"/ingest/transaction_summary"};
inline constexpr Path dailyRevenue{"/daily_revenue_summary/"};
inline constexpr Path media{"/media"}; ///< below mediaBase, as the next
inline constexpr Path storedMedia{"/media/{name}"};

// The embedded service's own
inline constexpr Path localSettings{"/local/settings"};
inline constexpr Path adSpend{"/local/ad_spend"};
inline constexpr Path oneAdSpend{"/local/ad_spend/{id}"};
inline constexpr Path clusterQuality{"/local/taste_evaluation"};
inline constexpr Path previewImport{"/local/import/preview"};
inline constexpr Path startImport{"/local/import"};
inline constexpr Path importJob{"/local/import/{import_id}"};
inline constexpr Path tasteRun{"/local/taste_run"};
inline constexpr Path packageBuild{"/local/package_builds/{package_id}"};
inline constexpr Path clusterMatches{"/local/events/{eid}/cluster_matches"};

} // namespace path

/// Names of the parameters in a URL's query; the contract says which endpoint takes which.
namespace query {

inline constexpr const char *adAccountId = "ad_account_id";
inline constexpr const char *adOptimisation = "ad_campaign_optimisation_status";
inline constexpr const char *budget = "budget";
inline constexpr const char *budgetShare = "budget_share";
inline constexpr const char *campaignOptimisation = "campaign_optimisation_status";
inline constexpr const char *campaigns = "campaigns";
inline constexpr const char *campaignStatus = "marketing_campaign_status";
inline constexpr const char *cancel = "cancel";
inline constexpr const char *city = "city";
inline constexpr const char *clusters = "clusters";
inline constexpr const char *currency = "currency";
inline constexpr const char *description = "description";
inline constexpr const char *eid = "eid";
inline constexpr const char *endDate = "end_date";
inline constexpr const char *eventId = "event_id";
inline constexpr const char *eventSeries = "event_series";
inline constexpr const char *excludeProducts = "exclude_products";
inline constexpr const char *flaggedToTop = "flagged_to_top";
inline constexpr const char *from = "from";
inline constexpr const char *frontendStatus = "frontend_status";
inline constexpr const char *goal = "goal";
inline constexpr const char *hasPixel = "has_pixel";
inline constexpr const char *id = "id";
inline constexpr const char *includeArchived = "include_archived";
inline constexpr const char *language = "language";
inline constexpr const char *leadFormId = "lead_form_id";
inline constexpr const char *limit = "limit";
inline constexpr const char *model = "model";
inline constexpr const char *packageIds = "packages_ids";
inline constexpr const char *page = "page";
inline constexpr const char *partnerId = "partner_id";
inline constexpr const char *pixelId = "pixel_id";
inline constexpr const char *purchase = "purchase";
inline constexpr const char *q = "q";
inline constexpr const char *resultType = "result_type";
inline constexpr const char *revenue = "revenue";
inline constexpr const char *runState = "client_campaign_status";
inline constexpr const char *runtimeInDays = "runtime_in_days";
inline constexpr const char *search = "search"; ///< what the package builder's picker calls `q`
inline constexpr const char *simulated = "simulated";
inline constexpr const char *since = "since";
inline constexpr const char *startDate = "start_date";
inline constexpr const char *status = "status";
inline constexpr const char *tc = "tc";
inline constexpr const char *tcRunId = "tc_run_id";
inline constexpr const char *totalBudget = "total_budget";
inline constexpr const char *type = "type";
inline constexpr const char *until = "until";
inline constexpr const char *venues = "vh";

} // namespace query

} // namespace groundswell::api
