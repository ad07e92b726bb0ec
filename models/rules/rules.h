#pragma once

#include "models/rules/preflight.h"

namespace groundswell::rules {

/// Collects what one subject's rules find. Internal to models/rules; callers use preflight().
class Findings {
public:
    explicit Findings(Issues &issues)
        : m_issues(issues)
    {
    }
    void add(Severity severity, const FieldPath &path, const char *messageId,
             const QStringList &arguments = {})
    {
        m_issues.push_back({severity, path, QString::fromLatin1(messageId), arguments});
    }
    void error(const FieldPath &path, const char *messageId, const QStringList &arguments = {})
    {
        add(Severity::Error, path, messageId, arguments);
    }
    void warning(const FieldPath &path, const char *messageId, const QStringList &arguments = {})
    {
        add(Severity::Warning, path, messageId, arguments);
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

void checkPlan(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkClusters(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkCreatives(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkTargeting(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkIntegrations(const SetupProcess &setup, const PreflightContext &context, Findings &found);
void checkDsa(const SetupProcess &setup, const PreflightContext &context, Findings &found);

} // namespace groundswell::rules
