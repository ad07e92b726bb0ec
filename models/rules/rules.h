#pragma once

#include "models/rules/catalogue.h"
#include "models/rules/preflight.h"

#include <string_view>

namespace groundswell::rules {

// So that a line of a rules table is short.
using enum Severity;
using enum Argument;

/// The line of a table that has this id. Looked up by the compiler: an id that isn't in the table doesn't
/// compile.
[[nodiscard]] consteval const Rule &lineOf(std::span<const Rule> table, std::string_view id)
{
    for (const Rule &rule : table) {
        if (rule.id == id)
            return rule;
    }
    throw "the table has no rule with this id";
}

/// Collects what one subject's rules find. Internal to models/rules; callers use preflight().
class Findings {
public:
    explicit Findings(Issues &issues)
        : m_issues(issues)
    {
    }
    void add(const FieldPath &path, const Rule &rule, const QStringList &arguments = {})
    {
        addAs(rule.severity, path, rule, arguments);
    }
    /// For a rule whose severity depends on circumstances.
    void addAs(Severity severity, const FieldPath &path, const Rule &rule, const QStringList &arguments = {})
    {
        m_issues.push_back({severity, path, QString::fromLatin1(rule.id), arguments});
    }

private:
    Issues &m_issues;
};

[[nodiscard]] inline FieldPath rowField(const char *section)
{
    return {QString::fromLatin1(section), std::nullopt, 0, {}};
}
[[nodiscard]] inline FieldPath clusterField(const char *section, const ClusterRef &cluster,
                                            const char *member = "", int index = 0)
{
    return {QString::fromLatin1(section), cluster, index, QString::fromLatin1(member)};
}

// The tables, by subject. Each file of rules begins with its own.
[[nodiscard]] std::span<const Rule> planRules();
[[nodiscard]] std::span<const Rule> clusterRules();
[[nodiscard]] std::span<const Rule> creativeRules();
[[nodiscard]] std::span<const Rule> targetingRules();
[[nodiscard]] std::span<const Rule> integrationRules();
[[nodiscard]] std::span<const Rule> dsaRules();

void checkPlan(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkClusters(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkCreatives(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkTargeting(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkIntegrations(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkDsa(const SetupProcess &setup, const PreflightContext &context, Findings &found);

} // namespace groundswell::rules
