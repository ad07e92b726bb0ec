#include "models/rules/catalogue.h"

#include "models/rules/rules.h"

#include <algorithm>

namespace groundswell {

std::span<const Rule> rulesOf(Section section)
{
    switch (section) {
    case Section::Plan:
        return rules::planRules();
    case Section::Clusters:
        return rules::clusterRules();
    case Section::Creative:
        return rules::creativeRules();
    case Section::Targeting:
        return rules::targetingRules();
    case Section::Integrations:
        return rules::integrationRules();
    case Section::Dsa:
        return rules::dsaRules();
    }
    return {};
}

const Rule *findRule(const QString &id)
{
    for (const Section section : allSections) {
        const std::span<const Rule> rules = rulesOf(section);
        const auto found =
            std::ranges::find_if(rules, [&](const Rule &rule) { return id == QLatin1StringView(rule.id); });
        if (found != rules.end())
            return &*found;
    }
    return nullptr;
}

} // namespace groundswell
