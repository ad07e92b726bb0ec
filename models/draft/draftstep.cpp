#include "models/draft/draftstep.h"

#include "models/wave/json.h"

namespace groundswell {

QJsonObject DraftStep::toJson() const
{
    QJsonObject json{{QStringLiteral("text"), text},
                     {QStringLiteral("fields"), static_cast<int>(fields.toInt())},
                     {QStringLiteral("patch"), patch.toJson()}};
    if (field)
        json.insert(QStringLiteral("field"), field->toString());
    return json;
}

Expected<DraftStep> DraftStep::fromJson(const QJsonObject &json)
{
    JsonReader reader(json, {});
    DraftStep step;
    step.text = reader.text("text");
    step.fields =
        DraftFields::fromInt(reader.smallInteger("fields").value_or(0)) & DraftFields(DraftField::All);
    if (const QString path = reader.text("field"); !path.isEmpty())
        step.field = FieldPath::fromString(path);
    auto patch = RowPatch::fromJson(reader.object("patch"));
    if (!patch)
        return tl::unexpected(patch.error());
    step.patch = std::move(*patch);
    return reader.finish(std::move(step));
}

} // namespace groundswell
