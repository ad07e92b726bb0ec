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
    QString timeZone; ///< of the organiser, IANA; decides on which day the event is. Empty = UTC
    QString currency;
    std::optional<BudgetLimits> budgetLimits;
    std::optional<std::vector<Choice>> allowedCtas;
    std::optional<AdAssets> assets;
    std::optional<ConnectionStatus> connection;
};

/// All pre-flight issues of a draft, ordered as the wizard's pages are: plan, clusters, creatives, targeting,
/// ad platform, payer and beneficiary. Only chosen clusters are looked at. Pure; the same rules serve page
/// hints, the step list, the review page and the embedded service's own validation. Limits come from
/// platformLimits(). Each file of rules begins with the table of them
/// (models/rules/catalogue.h).
[[nodiscard]] Issues preflight(const SetupProcess &setup, const PreflightContext &context);

/// Whether payer and beneficiary must be named (EU Digital Services Act): a chosen cluster's targeting
/// touches the EU or an associated territory, or isn't limited to countries.
[[nodiscard]] bool needsDsa(const SetupProcess &setup);

} // namespace groundswell
