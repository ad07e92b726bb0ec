#pragma once

#include <Eigen/Core>

#include <span>
#include <stop_token>

namespace groundswell::service {

/// The affinity model: a linear autoencoder with a closed form (EASE, Steck 2019). With P = (G + λI)⁻¹ the
/// weight of event i for event j is −P_ij / P_jj, 0 on the diagonal; a customer's affinity to j is the sum
/// over the events that she bought. It holds the Cholesky factor and solves the columns that are asked for:
/// an organiser plans one event at a time, and the full inverse would be eight times the work.
class Ease {
public:
    Ease() = default;
    /// From the Gram matrix and λ > 0. Throws Stopped, as columns() does.
    Ease(Eigen::MatrixXf gram, float ridge, const std::stop_token &stop = {});

    [[nodiscard]] Eigen::Index size() const { return m_factor.rows(); }
    /// The weights for the given slots, a column each.
    [[nodiscard]] Eigen::MatrixXf columns(std::span<const std::int32_t> slots,
                                          const std::stop_token &stop = {}) const;

private:
    Eigen::MatrixXf m_factor; ///< lower triangle
};

/// The default λ. Grows with the customers (30 up to 3,000, from there a power law to 500 at a million)
/// and with how much one customer buys: dense rows make large Gram entries, and large entries are shrunk
/// alike.
[[nodiscard]] float ridgeFor(std::size_t customers, std::size_t interactions);

} // namespace groundswell::service
