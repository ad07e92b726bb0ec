#pragma once

#include "models/wave/ids.h"
#include "models/wave/money.h"
#include "models/wave/problem.h"

#include <QDate>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace groundswell {

/// What was spent on ads elsewhere, typed in by hand (the embedded service's own: there is no ad platform to
/// ask).
struct AdSpend {
    QString id; ///< empty where it is new
    EventId eid;
    std::optional<ClusterRef> cluster; ///< unset = for the event as a whole
    QDate day;
    Money amount;
    friend bool operator==(const AdSpend &, const AdSpend &) = default;
    [[nodiscard]] static Expected<AdSpend> fromJson(const QJsonObject &json, const QString &at,
                                                    const QString &currency);
    [[nodiscard]] QJsonObject toJson() const;
};
/// GET /local/ad_spend
[[nodiscard]] Expected<std::vector<AdSpend>> adSpendFromJson(const QJsonValue &json, const QString &currency);

} // namespace groundswell
