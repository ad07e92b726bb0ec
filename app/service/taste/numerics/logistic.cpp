#include "app/service/taste/numerics/logistic.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

constexpr int maxIterations = 50;
constexpr double tolerance = 1e-9;

/// Design matrix with the intercept as its first column.
Eigen::MatrixXd withIntercept(const Eigen::MatrixXd &rows)
{
    Eigen::MatrixXd design(rows.rows(), rows.cols() + 1);
    design.col(0).setOnes();
    design.rightCols(rows.cols()) = rows;
    return design;
}

/// One Newton step of a generalised linear model; `gradient` and `curvature` are per observation.
Eigen::VectorXd newtonStep(const Eigen::MatrixXd &design, const Eigen::VectorXd &gradient,
                           const Eigen::VectorXd &curvature, const Eigen::VectorXd &penalty, double ridge)
{
    Eigen::MatrixXd hessian = design.transpose() * curvature.asDiagonal() * design;
    Eigen::VectorXd slope = design.transpose() * gradient;
    slope.tail(slope.size() - 1) -= ridge * penalty;
    hessian.diagonal().tail(slope.size() - 1).array() += ridge;
    hessian.diagonal().array() += 1e-9; // an empty column must not make it singular
    Eigen::VectorXd step = hessian.ldlt().solve(slope);
    const double longest = step.cwiseAbs().maxCoeff();
    return longest > 4.0 ? Eigen::VectorXd(step * (4.0 / longest)) : step;
}

} // namespace

double logistic(double x)
{
    return x >= 0 ? 1.0 / (1.0 + std::exp(-x)) : std::exp(x) / (1.0 + std::exp(x));
}

LogisticModel fitLogistic(const Eigen::MatrixXd &rows, const Eigen::VectorXd &labels,
                          const Eigen::VectorXd &weights, const Eigen::VectorXd &prior, double ridge)
{
    LogisticModel model{prior, 0.0};
    const double total = weights.sum();
    const double positive = weights.dot(labels);
    if (!(positive > 0) || !(positive < total))
        return model;
    const Eigen::MatrixXd design = withIntercept(rows);
    Eigen::VectorXd beta(prior.size() + 1);
    beta << std::log(positive / (total - positive)), prior;
    for (int i = 0; i < maxIterations; ++i) {
        const Eigen::VectorXd p = (design * beta).unaryExpr(&logistic);
        const Eigen::VectorXd gradient = weights.array() * (labels - p).array();
        const Eigen::VectorXd curvature = weights.array() * p.array() * (1.0 - p.array());
        const Eigen::VectorXd step =
            newtonStep(design, gradient, curvature, beta.tail(prior.size()) - prior, ridge);
        beta += step;
        if (step.cwiseAbs().maxCoeff() < tolerance)
            break;
    }
    model.intercept = beta(0);
    model.coefficients = beta.tail(prior.size());
    return model;
}

LogisticModel fitPoisson(const Eigen::MatrixXd &rows, const Eigen::VectorXd &counts,
                         const Eigen::VectorXd &offsets, double ridge)
{
    LogisticModel model{Eigen::VectorXd::Zero(rows.cols()), 0.0};
    const double exposure = offsets.array().exp().sum();
    if (!(counts.sum() > 0) || !(exposure > 0))
        return model;
    const Eigen::MatrixXd design = withIntercept(rows);
    Eigen::VectorXd beta = Eigen::VectorXd::Zero(rows.cols() + 1);
    beta(0) = std::log(counts.sum() / exposure);
    for (int i = 0; i < maxIterations; ++i) {
        const Eigen::VectorXd mean =
            (offsets + design * beta).unaryExpr([](double x) { return std::exp(std::min(x, 30.0)); });
        const Eigen::VectorXd step = newtonStep(design, counts - mean, mean, beta.tail(rows.cols()), ridge);
        beta += step;
        if (step.cwiseAbs().maxCoeff() < tolerance)
            break;
    }
    model.intercept = beta(0);
    model.coefficients = beta.tail(rows.cols());
    return model;
}

} // namespace groundswell::service
