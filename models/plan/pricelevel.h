#pragma once

#include <QString>

namespace groundswell {

/// How many of a currency's major units are worth about one euro. Rough round figures, so that amounts which
/// start from euros (floors, the price of a thousand views) are of the right size everywhere; no exchange
/// rate, and never used to convert anybody's money. 1 where the currency isn't known.
[[nodiscard]] double roughlyPerEuro(const QString &currency);
/// Whether roughlyPerEuro() knows it.
[[nodiscard]] bool isPriceLevelKnown(const QString &currency);

} // namespace groundswell
