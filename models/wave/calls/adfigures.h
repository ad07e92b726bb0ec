#pragma once

#include "models/wave/money.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell {

/// GET /campaigns/statistics; every count may be unknown.
struct CampaignCounts {
    std::optional<int> total, running, open, closed, ignored;
    friend bool operator==(const CampaignCounts &, const CampaignCounts &) = default;
    [[nodiscard]] static Expected<CampaignCounts> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

/// Figures of the ad platform (GET …/fb_insights); every one may be unknown.
struct AdInsightsDay {
    QDate date;
    std::optional<qint64> impressions, clicks;
    std::optional<Money> spend;
    friend bool operator==(const AdInsightsDay &, const AdInsightsDay &) = default;
    [[nodiscard]] static Expected<AdInsightsDay> fromJson(const QJsonObject &json, const QString &at,
                                                          const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};
struct AdInsights {
    std::optional<qint64> impressions, clicks, ads;
    std::optional<Money> spend;
    std::vector<AdInsightsDay> daily;
    friend bool operator==(const AdInsights &, const AdInsights &) = default;
    [[nodiscard]] static Expected<AdInsights> fromJson(const QJsonObject &json, const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace groundswell
