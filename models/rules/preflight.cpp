#include "models/rules/preflight.h"

#include "models/rules/rules.h"

#include <algorithm>

namespace groundswell {

bool hasErrors(const Issues &issues)
{
    return std::any_of(issues.begin(), issues.end(),
                       [](const Issue &issue) { return issue.severity == Severity::Error; });
}

Issues preflight(const SetupProcess &setup, const PreflightContext &context)
{
    Issues issues;
    rules::Findings found(issues);
    rules::checkPlan(setup, context, found);
    rules::checkClusters(setup, context, found);
    rules::checkCreatives(setup, context, found);
    rules::checkTargeting(setup, context, found);
    rules::checkIntegrations(setup, context, found);
    rules::checkDsa(setup, context, found);
    return issues;
}

} // namespace groundswell
