#include "models/rules/progress.h"

namespace groundswell {

Section sectionOf(const FieldPath &path)
{
    const QString &name = path.section;
    if (name == u"tcs")
        return Section::Clusters;
    if (name == u"creatives")
        return Section::Creative;
    if (name == u"targeting")
        return Section::Targeting;
    if (name == u"integrationDetails" || name == u"conversionId" || name == u"customEventType"
        || name == u"leadFormId")
        return Section::Integrations;
    if (name == u"dsaPayor" || name == u"dsaBeneficiary")
        return Section::Dsa;
    return Section::Plan;
}

SectionProgress progressOf(Section section, const Issues &issues)
{
    SectionProgress progress;
    for (const Issue &issue : issues) {
        if (sectionOf(issue.path) != section)
            continue;
        if (issue.severity == Severity::Error)
            ++progress.errors;
        else if (issue.severity == Severity::Warning)
            ++progress.warnings;
    }
    progress.complete = progress.errors == 0;
    return progress;
}

} // namespace groundswell
