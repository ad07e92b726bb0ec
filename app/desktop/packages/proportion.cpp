#include "app/desktop/packages/proportion.h"

#include <algorithm>
#include <cmath>

namespace groundswell {

Proportion wilsonInterval(qint64 count, qint64 of)
{
    Q_ASSERT(of > 0);
    constexpr double Z = 1.959963984540054; // 97.5 % quantile of the normal distribution
    const auto n = double(of);
    const double share = double(std::clamp<qint64>(count, 0, of)) / n;
    const double weight = Z * Z / n;
    const double centre = (share + weight / 2) / (1 + weight);
    const double half = Z / (1 + weight) * std::sqrt(share * (1 - share) / n + weight / (4 * n));
    return {share, std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

} // namespace groundswell
