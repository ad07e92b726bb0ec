#pragma once

#include "models/wave/cluster.h"

namespace groundswell::service {

/// The call-to-action words that a goal allows, best known first (resources/reference/calls-to-action.json);
/// all of them for a goal that isn't known.
[[nodiscard]] std::vector<Choice> callToActions(const QString &goal);
/// Conversion events that a pixel counts; with a goal of sales the purchase first.
[[nodiscard]] std::vector<Choice> conversionEventTypes();

} // namespace groundswell::service
