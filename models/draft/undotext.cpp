#include "models/draft/undotext.h"

#include "models/wave/setupfields.h"

namespace groundswell {

QString undoText(const FieldPath &path)
{
    const FieldDescription *field = SetupFields::find(path.section, path.member);
    if (!field)
        field = SetupFields::find(path.section, {});
    return field ? SetupFields::tr(field->undoText) : QString();
}

} // namespace groundswell
