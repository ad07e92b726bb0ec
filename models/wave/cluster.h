#pragma once

#include "models/wave/ids.h"
#include "models/wave/money.h"
#include "models/wave/openenum.h"
#include "models/wave/problem.h"
#include "models/wave/setupprocess.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace groundswell {

/// A past event that explains a cluster: its people are here because they bought it.
struct ExplainingEvent {
    EventId eid;
    QString title;
    std::optional<double> weight; ///< share of the cluster's affinity it explains, 0–1
    friend bool operator==(const ExplainingEvent &, const ExplainingEvent &) = default;
};

/// One taste cluster of an event at one run (GET /events/{eid}/clusters).
struct TasteCluster {
    ClusterRef cluster;
    QString label;
    std::optional<double> metricPred; ///< 0–5, shown as metricPred / 5 in percent
    std::optional<qint64> reachEstimate; ///< people
    std::optional<double> sizeShare; ///< 0–1 of the reachable audience
    std::vector<ExplainingEvent>
        because; ///< `explaining_events`, extension of the embedded service, best first
    std::optional<double>
        probability; ///< calibrated buying probability 0–1, extension (`purchase_probability`)
    QJsonObject extra;
    friend bool operator==(const TasteCluster &, const TasteCluster &) = default;
};

struct ClusterRun {
    TcRunId tcRunId = 0;
    std::vector<TasteCluster> clusters;
    QString notice; ///< message key of an honest caveat (`no_clear_taste_groups`, `few_sales`), extension;
                    ///< empty = none
    QJsonObject extra;
    [[nodiscard]] static Expected<ClusterRun> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

/// How many people a cluster of one run shares with a cluster of another.
struct ClusterOverlap {
    ClusterName from; ///< at the older run
    ClusterName to; ///< at the newer run
    double overlap = 0; ///< 0–1: people in both, of the people in either
    friend bool operator==(const ClusterOverlap &, const ClusterOverlap &) = default;
};
/// GET /local/events/{eid}/cluster_matches (the embedded service's own). `overlaps` is empty where the older
/// run's people are no longer known.
struct ClusterMatches {
    TcRunId from = 0;
    TcRunId to = 0;
    std::vector<ClusterOverlap> overlaps;
    [[nodiscard]] static Expected<ClusterMatches> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

struct SuggestedCluster {
    ClusterRef cluster;
    std::optional<int> rank;
    std::optional<double> expectedTickets;
    std::optional<Money> expectedRevenue;
    std::optional<double> budgetShare; ///< 0–1, extension of the embedded service
    [[nodiscard]] QJsonObject toJson() const;
};
[[nodiscard]] Expected<std::vector<SuggestedCluster>> suggestedClustersFromJson(const QJsonValue &json,
                                                                                const QString &currency);

struct ExpectedClusterValue {
    ClusterName tc;
    std::optional<double> expected;
    std::optional<double> low;
    std::optional<double> high;
};
/// One of the numbers an estimate rests on, with where it comes from (extension of the embedded service).
struct EstimateBasis {
    QString id; ///< `conversion`, `ticket_price`, `cpm`, …: wave-api 9.4
    QString source; ///< `measured` | `stated` (with the imported events) | `typed` | `assumed`
    std::optional<double> value; ///< amounts in major units; null = unknown
    QJsonObject sample; ///< what a measured one was counted from: `events`, `buyers`, `people`, `campaigns`
    friend bool operator==(const EstimateBasis &, const EstimateBasis &) = default;
};

/// GET …/campaigns_expected_value: only the text is certain.
struct ExpectedValue {
    QString text; ///< `expected_value`, from the service, in its own words
    std::optional<double> expected; ///< extension of the embedded service
    std::optional<double> low;
    std::optional<double> high;
    QString unit; ///< tickets | revenue | impressions | clicks
    std::vector<ExpectedClusterValue> clusters;
    QJsonObject assumptions; ///< extension: the numbers the estimate rests on (cpm, ctr, …)
    std::vector<EstimateBasis> basis; ///< extension: all of them, measured ones first
    bool cappedByCapacity = false; ///< extension: more would be bought than seats are free
    [[nodiscard]] static Expected<ExpectedValue> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

struct BudgetLimits {
    std::optional<Money> lower;
    std::optional<Money> upper;
    QJsonObject explanation; ///< extension: what both limits are reckoned from (wave-api 9.4)
    [[nodiscard]] static Expected<BudgetLimits> fromJson(const QJsonObject &json, const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};

/// GET …/default_campaigns_parameters: seeds a new draft.
struct CampaignDefaults {
    SetupProcess values; ///< only the members of wave-api 9.4 are filled
    [[nodiscard]] static Expected<CampaignDefaults> fromJson(const QJsonObject &json,
                                                             const QString &currency);
    [[nodiscard]] QJsonObject toJson() const; ///< these members only
};

/// A word with an optional name: CTA values and conversion event types come as strings or as objects.
struct Choice {
    QString value;
    QString label; ///< empty where the service gave none
    friend bool operator==(const Choice &, const Choice &) = default;
};
[[nodiscard]] Expected<std::vector<Choice>> choicesFromJson(const QJsonValue &json);

/// An account, page, pixel, form or audience at the ad platform (wave-api 9.6).
struct AdAsset {
    QString id;
    QString name;
    QString parentId; ///< ad_account_id or page_id where it belongs to one
    QString currency;
    QString timeZone;
    QString defaultDsaPayor;
    QString defaultDsaBeneficiary;
    std::optional<qint64> size; ///< people, of audiences
    friend bool operator==(const AdAsset &, const AdAsset &) = default;
};
struct AdAssets {
    std::vector<AdAsset> adAccounts, pages, pixels, leadForms, customAudiences, savedAudiences;
    friend bool operator==(const AdAssets &, const AdAssets &) = default;
    [[nodiscard]] static Expected<AdAssets> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};
/// GET /integrations/connect/facebook/status
struct ConnectionStatus {
    bool connected = false;
    QDateTime expiresAt; ///< invalid = not known to expire
    QStringList missingPermissions;
    QString handover; ///< extension: "local" where there is no ad platform behind the workspace
    [[nodiscard]] static Expected<ConnectionStatus> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};
/// GET …/targeting_search
[[nodiscard]] Expected<std::vector<GeoPlace>> geoPlacesFromJson(const QJsonValue &json);

} // namespace groundswell
