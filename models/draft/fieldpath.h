#pragma once

#include "models/wave/ids.h"

#include <QString>

#include <optional>

namespace groundswell {

/// Names one field of a setup process, for issues, merge, history and jumps: `totalBudget`, `dsaPayor`,
/// `creatives[tc=family,run=42,0].headline`, `targeting[tc=family,run=42].geo`. Value type with a text form
/// that parses back.
struct FieldPath {
    QString section; ///< goal, totalBudget, startDate, endDate, tcs, creatives, targeting,
                     ///< integrationDetails, dsaPayor …
    std::optional<ClusterRef> cluster; ///< for creatives, targeting, integrationDetails, tcs
    int index = 0; ///< position among the cluster's own creatives
    QString member; ///< headline, geo, adAccountId …; empty = the whole entry

    friend bool operator==(const FieldPath &, const FieldPath &) = default;

    [[nodiscard]] QString toString() const;
    [[nodiscard]] static std::optional<FieldPath> fromString(const QString &text);
};

} // namespace groundswell
