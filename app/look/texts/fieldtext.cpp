#include "app/look/texts/fieldtext.h"

#include <algorithm>

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

QString choiceText(const FieldDescription &field, const QString &word)
{
    const auto known = std::ranges::find_if(
        field.choices, [&](const FieldChoice &choice) { return word == QLatin1StringView(choice.word); });
    return known == field.choices.end() ? word : SetupFields::tr(known->text);
}

QString fieldHelp(const FieldPath &path)
{
    const FieldDescription *field = SetupFields::find(path.section, path.member);
    return field && field->help ? SetupFields::tr(field->help) : QString();
}

} // namespace groundswell
