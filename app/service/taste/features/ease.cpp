#include "app/service/taste/features/ease.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/numerics/dense.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace groundswell::service {

namespace {

/// Many right-hand sides are solved in groups, with a check of the stop token before each. Each side's sums
/// are the same whatever stands beside it, as long as a group is too large for the kernel that solves few.
constexpr Eigen::Index sidesBetweenLooks = 64;
constexpr Eigen::Index fewestSides = 32;

} // namespace

Ease::Ease(Eigen::MatrixXf gram, float ridge, const std::stop_token &stop)
    : m_factor(std::move(gram))
{
    m_factor.diagonal().array() += ridge;
    for (std::ptrdiff_t done = 0; done < m_factor.rows();) {
        throwIfStopped(stop);
        done = dense::factoriseStep(m_factor.data(), m_factor.rows(), done);
    }
}

Eigen::MatrixXf Ease::columns(std::span<const std::int32_t> slots, const std::stop_token &stop) const
{
    const auto count = static_cast<Eigen::Index>(slots.size());
    Eigen::MatrixXf result = Eigen::MatrixXf::Zero(size(), count);
    for (Eigen::Index j = 0; j < count; ++j)
        result(slots[static_cast<std::size_t>(j)], j) = 1.0F;
    if (result.size() == 0)
        return result; // the solver takes the address of the first coefficient
    for (Eigen::Index begin = 0, sides = 0; begin < count; begin += sides) {
        throwIfStopped(stop);
        const Eigen::Index left = count - begin;
        sides = left < sidesBetweenLooks + fewestSides ? left : sidesBetweenLooks;
        dense::solve(m_factor.data(), size(), result.col(begin).data(), sides);
    }
    for (Eigen::Index j = 0; j < count; ++j) {
        const Eigen::Index own = slots[static_cast<std::size_t>(j)];
        result.col(j) *= -1.0F / result(own, j);
        result(own, j) = 0.0F;
    }
    return result;
}

float ridgeFor(std::size_t customers, std::size_t interactions)
{
    const auto people = static_cast<double>(std::max<std::size_t>(1, customers));
    const double scale = std::max(1.0, people / 3000.0);
    const double exponent = std::log(500.0 / 30.0) / std::log(1'000'000.0 / 3000.0);
    const double density = std::clamp(static_cast<double>(interactions) / people / 3.0, 1.0, 40.0);
    return static_cast<float>(30.0 * std::pow(scale, exponent) * density);
}

} // namespace groundswell::service
