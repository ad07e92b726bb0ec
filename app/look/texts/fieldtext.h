#pragma once

#include "models/draft/fieldpath.h"
#include "models/wave/setupfields.h"

#include <QString>

namespace groundswell {

// What the fields of a setup are called, everywhere the same: forms, issues, versions, conflicts. The English
// words are in models/wave/setupfields.cpp.

/// For lists and sentences: "Headline". The name of the path where this version doesn't know the field.
[[nodiscard]] QString fieldText(const FieldPath &path);
/// For the label of its control, with the mnemonic: "&Headline".
[[nodiscard]] QString fieldLabel(const FieldPath &path);
/// One of the field's choices: "Women". The word itself where this version doesn't know it.
[[nodiscard]] QString choiceText(const FieldDescription &field, const QString &word);
/// A sentence below its control; often empty.
[[nodiscard]] QString fieldHelp(const FieldPath &path);

} // namespace groundswell
