#pragma once

#include "models/rules/issue.h"
#include "models/rules/progress.h"

#include <array>
#include <optional>
#include <span>

namespace groundswell {

/// What an argument of an issue is, and so how the interface words it.
enum class Argument {
    None, ///< there is no such argument
    Text, ///< shown as it is: a name, an id, a word that nobody knows
    Amount, ///< in minor units of the currency that is the issue's last argument
    CurrencyCode,
    Date, ///< ISO
    Share, ///< 0–1
    Number, ///< also of characters, counted as in models/rules/textlength.h
    Cluster, ///< its name; the interface says its label
    GoalWord,
    PlaceKind, ///< a word of GeoType
    GenderWord,
    Button, ///< a call to action
    Several, ///< any number of words that the sentence doesn't repeat; only as the last one
};

/// A rule of the pre-flight check, one line of its subject's table (at the top of `models/rules/*rules.cpp`).
/// How the interface says it stands in `app/look/texts/issuetext.cpp`.
struct Rule {
    const char *id; ///< also what the service answers as `validation_errors[].code`
    Severity severity;
    std::array<Argument, 6> arguments{};
    std::optional<Severity> otherwise{}; ///< the severity in circumstances that the rule's comment names
};

/// The rules of one subject. Every issue of preflight() is of one of them.
[[nodiscard]] std::span<const Rule> rulesOf(Section section);

/// nullptr where this version has no such rule; a newer service may.
[[nodiscard]] const Rule *findRule(const QString &id);

} // namespace groundswell
