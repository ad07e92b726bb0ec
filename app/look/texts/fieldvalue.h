#pragma once

#include "app/look/texts/issuetext.h"
#include "models/draft/fieldpath.h"

#include <QJsonValue>
#include <QLocale>
#include <QString>

namespace groundswell {

/// What is needed to word a setup's fields for somebody who compares two versions of it.
struct FieldWording {
    ClusterLabel label; ///< how clusters are called
    QString currency; ///< ISO 4217, for the amount
    QLocale locale;
};

/// A field's value as differences() and merge() give it, in words: an amount with its currency, a list of
/// places, a date; a whole entry by what stands out in it. Nothing is a dash.
[[nodiscard]] QString fieldValueText(const FieldPath &path, const QJsonValue &value,
                                     const FieldWording &wording);

/// What the field is called and whose it is: "Headline · Families on Sunday, variant 2".
[[nodiscard]] QString fieldNameText(const FieldPath &path, const FieldWording &wording);

} // namespace groundswell
