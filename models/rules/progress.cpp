#include "models/rules/progress.h"

#include <algorithm>

namespace groundswell {

Section sectionOf(const FieldPath &path)
{
    const auto fields = SetupFields::ofRow();
    const auto field = std::ranges::find_if(
        fields, [&](const RowField &each) { return path.section == QLatin1StringView(each.id); });
    return field == fields.end() ? Section::Plan : field->section;
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
