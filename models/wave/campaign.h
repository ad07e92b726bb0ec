#pragma once

#include "models/wave/attributionmodel.h"
#include "models/wave/setupprocess.h"

namespace groundswell {

enum class CampaignStatus { Running, Paused, Completed, Ignored, ReadyForHandover };
template <> struct WireNames<CampaignStatus> {
    static constexpr std::array<std::pair<CampaignStatus, const char *>, 5> names{
        {{CampaignStatus::Running, "RUNNING"},
         {CampaignStatus::Paused, "PAUSED"},
         {CampaignStatus::Completed, "COMPLETED"},
         {CampaignStatus::Ignored, "IGNORED"},
         // The embedded service has no ad platform behind it and says so.
         {CampaignStatus::ReadyForHandover, "READY_FOR_HANDOVER"}}};
};

/// A published campaign: one per (event, taste cluster, run) (wave-api 2.6).
struct Campaign {
    EventId eid;
    ClusterRef cluster;
    OpenEnum<CampaignStatus> status;
    std::vector<Creative>
        creatives; ///< `creative` (one object) or `creatives` (a list): both are read, both are written
    Targeting targeting;
    IntegrationDetails integrationDetails;
    std::optional<Money> budget;
    QDate startDate;
    QDate endDate;
    QString audienceId;
    QString label; ///< of the cluster; extension of the embedded service
    QJsonObject extra;
    friend bool operator==(const Campaign &, const Campaign &) = default;

    [[nodiscard]] static Expected<Campaign>
    fromJson(const QJsonObject &json, const QString &fallbackCurrency = {}, const QString &at = {});
    [[nodiscard]] QJsonObject toJson() const;
};
/// Reads `{"total","items"}`, `{"campaigns"}` and a bare array.
[[nodiscard]] Expected<std::vector<Campaign>> campaignsFromJson(const QJsonValue &json,
                                                                const QString &fallbackCurrency = {});

/// Body of POST /campaigns_setup (wave-api 9.5).
struct CampaignEdit {
    EventId eid;
    ClusterRef cluster;
    std::vector<Creative> creatives;
    Targeting targeting;
    IntegrationDetails integrationDetails;
    [[nodiscard]] QJsonObject toJson() const;
};

/// Figures of a campaign, an event or a series; every one may be unknown (shown as "—").
struct ResultFigures {
    std::optional<Money> spend;
    std::optional<qint64> impressions;
    std::optional<qint64> clicks;
    std::optional<qint64> tickets;
    std::optional<qint64> purchases;
    std::optional<Money> revenue;
    std::optional<double> roas;
    std::optional<Money> costPerOrder;
    QDateTime asOf;
    OpenEnum<AttributionModel> model;
    friend bool operator==(const ResultFigures &, const ResultFigures &) = default;
};
struct CampaignFigures {
    ClusterRef cluster;
    ResultFigures figures;
};
struct CampaignResults {
    ResultFigures event;
    ResultFigures series;
    std::vector<CampaignFigures> campaigns; ///< of event_results
    QJsonObject extra;
    [[nodiscard]] static Expected<CampaignResults> fromJson(const QJsonObject &json, const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
