#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cmath>
#include <limits>

namespace groundswell {

// Amounts beyond the integers: an absurd floor times a far date stays absurdly large, and never turns
// negative.

/// The product of two numbers that aren't negative, or the largest number there is.
[[nodiscard]] constexpr qint64 saturatedProduct(qint64 a, qint64 b)
{
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    return a > 0 && b > largest / a ? largest : a * b;
}

/// The nearest whole number, within those that aren't negative; 0 for what is no number.
[[nodiscard]] inline qint64 saturatedWhole(double number)
{
    constexpr qint64 largest = std::numeric_limits<qint64>::max();
    constexpr double beyond = 9223372036854775808.0; // 2^63, the first that is too large
    if (!(number > 0))
        return 0;
    return number >= beyond ? largest : static_cast<qint64>(std::round(number));
}

} // namespace groundswell
