#pragma once

#include "models/rules/preflight.h"

#include <QMetaType>

#include <functional>

namespace groundswell::testing {

/// A draft and what is known about it; rows of the table change one thing in it.
struct Case {
    SetupProcess setup;
    PreflightContext context;

    Creative &creative() { return setup.creatives.front(); }
    Targeting &targeting() { return setup.targeting.front(); }
    GeoPlace &place() { return setup.targeting.front().geo.front(); }
    IntegrationDetails &integration() { return setup.integrationDetails.front(); }
};
using Change = std::function<void(Case &)>;

inline const ClusterRef family{ClusterName(QStringLiteral("family")), 42};
inline const QString euro = QStringLiteral("EUR");

/// Ready to publish, without a single finding.
[[nodiscard]] Case readyCase();
void addCluster(Case &c, const char *name, TcRunId run);
void handOver(Case &c); ///< to a workspace without an ad platform behind it
[[nodiscard]] QString repeated(const char *text, int times);

} // namespace groundswell::testing

Q_DECLARE_METATYPE(groundswell::testing::Change)
