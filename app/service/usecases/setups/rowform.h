#pragma once

#include "models/wave/problem.h"
#include "models/wave/setupprocess.h"

namespace groundswell::service {

/// Reads a setup row that a client wrote, strictly in form and not at all in sense: what has the right types
/// can be stored, however contradictory or incomplete. The pre-flight rules say what is wrong with it, and
/// publishing asks them.
///
/// Refused are, beside wrong types: a number where a text belongs (an id may be one), a `goal` that isn't in
/// the form of the enum's words, a `currency` that isn't three capital letters, an amount with more decimals
/// than its currency has or one that would be stored as 0 though it isn't. A goal in the right form that
/// nobody here knows is kept (wave-api 9.1). Problem: 400 `error.setup.invalid`; its field is the JSON
/// pointer.
[[nodiscard]] Expected<SetupProcess> readRow(const QJsonObject &row, const QString &organiserCurrency);

} // namespace groundswell::service
