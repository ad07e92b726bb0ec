#pragma once

#include "models/preflightcase.h"

#include <vector>

namespace groundswell::testing {

/// One rule: what sets it off, where and how severe; and a near miss that doesn't.
struct RuleCase {
    const char *id;
    Severity severity;
    const char *path;
    Change trigger;
    Change nearMiss;
    QStringList arguments; ///< compared where there are any
};

/// The cases of all rules, by subject.
class RuleCases {
public:
    RuleCases();
    [[nodiscard]] const std::vector<RuleCase> &all() const { return m_cases; }
    /// Columns named as the members, and a row for each case, in the table of the current test.
    void addToTable() const;

private:
    void planRules();
    void clusterRules();
    void creativeRules();
    void targetingRules();
    void integrationRules();
    void dsaRules();
    void rule(const char *id, Severity severity, const char *path, Change trigger, Change nearMiss,
              const QStringList &arguments = {});

    std::vector<RuleCase> m_cases;
};

} // namespace groundswell::testing
