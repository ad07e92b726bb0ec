#pragma once

#include "models/rules/issue.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/setupprocess.h"

namespace groundswell {

/// What the rules need to know beside the draft. Everything may be unknown; a rule that can't judge stays
/// silent.
struct PreflightContext {
    std::optional<Event> event;
    QDate today; ///< in the organiser's zone
    QString currency;
    std::optional<BudgetLimits> budgetLimits;
    std::optional<std::vector<Choice>> allowedCtas;
    std::optional<AdAssets> assets;
    std::optional<ConnectionStatus> connection;
};

/// All pre-flight issues of a draft, ordered as the wizard's pages are. Pure; the same rules serve page
/// hints, the step list, the review page and the embedded service's own validation. Sources: wave-api 4.1,
/// product.md B.
[[nodiscard]] Issues preflight(const SetupProcess &setup, const PreflightContext &context);

} // namespace groundswell
