#pragma once

#include "models/draft/fieldpath.h"

#include <QStringList>

#include <vector>

namespace groundswell {

enum class Severity { Info, Warning, Error };

/// What a rule found: data, not text. The interface words `messageId` with `arguments`.
struct Issue {
    Severity severity = Severity::Error;
    FieldPath path;
    QString messageId; ///< for instance `creative.headline.missing`; findRule() tells what is known of it
    QStringList arguments; ///< raw values, formatted by the interface
    friend bool operator==(const Issue &, const Issue &) = default;
};
using Issues = std::vector<Issue>;

[[nodiscard]] bool hasErrors(const Issues &issues);

} // namespace groundswell
