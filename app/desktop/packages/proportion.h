#pragma once

#include <QtGlobal>

namespace groundswell {

/// A share with its uncertainty, all 0–1.
struct Proportion {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// Wilson's score interval at 95 %: unlike the textbook one it holds for small counts and never leaves 0–1
/// (Wilson, 1927). \a of must be greater than 0.
[[nodiscard]] Proportion wilsonInterval(qint64 count, qint64 of);

/// Under this many buyers a share says little, and the interface says so.
inline constexpr qint64 FewBuyers = 30;

} // namespace groundswell
