#include "app/look/texts/fieldtext.h"

#include "models/wave/setupfields.h"

namespace groundswell {

QString fieldText(const FieldPath &path)
{
    return fieldLabel(path).remove(u'&');
}

QString fieldLabel(const FieldPath &path)
{
    if (const FieldDescription *field = SetupFields::find(path.section, path.member))
        return SetupFields::tr(field->label);
    return path.member.isEmpty() ? path.section : path.member;
}

QString fieldHelp(const FieldPath &path)
{
    const FieldDescription *field = SetupFields::find(path.section, path.member);
    return field && field->help ? SetupFields::tr(field->help) : QString();
}

} // namespace groundswell
