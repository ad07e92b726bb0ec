#include "app/service/taste/ease.h"

#include "app/service/taste/dense.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace groundswell::service {

Ease::Ease(Eigen::MatrixXf gram, float ridge)
    : m_factor(std::move(gram))
{
    m_factor.diagonal().array() += ridge;
    if (m_factor.size() > 0)
        dense::factorise(m_factor.data(), m_factor.rows());
}

Eigen::MatrixXf Ease::columns(std::span<const std::int32_t> slots) const
{
    const auto count = static_cast<Eigen::Index>(slots.size());
    Eigen::MatrixXf result = Eigen::MatrixXf::Zero(size(), count);
    for (Eigen::Index j = 0; j < count; ++j)
        result(slots[static_cast<std::size_t>(j)], j) = 1.0F;
    if (result.size() == 0)
        return result; // the solver takes the address of the first coefficient
    dense::solve(m_factor.data(), size(), result.data(), count);
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
