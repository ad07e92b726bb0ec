#pragma once

#include "models/wave/cluster.h"

#include <QLocale>
#include <QString>

namespace groundswell {

/// Why the budget can't be less and shouldn't be more, with the numbers both limits are reckoned from; the
/// bare limits where the service doesn't say.
[[nodiscard]] QString limitsText(const BudgetLimits &limits, const QLocale &locale);

/// One number of an estimate as a sentence of its own; empty for one this version doesn't know, or without a
/// value. \a currency is ISO 4217.
[[nodiscard]] QString basisText(const EstimateBasis &basis, const QString &currency, const QLocale &locale);
/// True for what comes from the organiser's own data.
[[nodiscard]] bool isMeasured(const EstimateBasis &basis);

} // namespace groundswell
