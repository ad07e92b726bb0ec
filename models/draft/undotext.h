#pragma once

#include "models/draft/fieldpath.h"

#include <QString>

namespace groundswell {

/// What an edit of the field is called in the Edit menu: "Change the ages". Where the member isn't described
/// or none is named, what an edit of its entry is called: "Change the targeting".
[[nodiscard]] QString undoText(const FieldPath &path);

} // namespace groundswell
