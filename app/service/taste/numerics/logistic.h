#pragma once

#include <Eigen/Core>

namespace groundswell::service {

/// Weighted logistic regression with a ridge on the coefficients (not on the intercept), by Newton's method.
struct LogisticModel {
    Eigen::VectorXd coefficients;
    double intercept = 0;

    [[nodiscard]] double linear(const Eigen::Ref<const Eigen::VectorXd> &row) const
    {
        return intercept + coefficients.dot(row);
    }
};

/// `rows`: one observation in each row; `labels` 0 or 1; `weights` ≥ 0; `prior`: the coefficients that the
/// ridge pulls to. Unless both labels occur, it returns the prior.
[[nodiscard]] LogisticModel fitLogistic(const Eigen::MatrixXd &rows, const Eigen::VectorXd &labels,
                                        const Eigen::VectorXd &weights, const Eigen::VectorXd &prior,
                                        double ridge);

/// Poisson regression with a log link: expected = exp(offset + intercept + coefficients · row).
[[nodiscard]] LogisticModel fitPoisson(const Eigen::MatrixXd &rows, const Eigen::VectorXd &counts,
                                       const Eigen::VectorXd &offsets, double ridge);

[[nodiscard]] double logistic(double x);

} // namespace groundswell::service
