#include "app/service/taste/numerics/kmeans.h"

#include "app/service/store/stopped.h"
#include "app/service/taste/numerics/random.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace groundswell::service {

namespace {

constexpr int maxIterations = 40;

struct Attempt {
    std::vector<int> groupOf;
    double quality = -1;
};

/// k-means++ on 1 − cosine.
Eigen::MatrixXf startingCentres(const Eigen::MatrixXf &rows, int count, Random &random)
{
    const Eigen::Index size = rows.rows();
    Eigen::MatrixXf centres(count, rows.cols());
    centres.row(0) = rows.row(random.below(static_cast<std::uint32_t>(size)));
    Eigen::VectorXf nearest = Eigen::VectorXf::Constant(size, -1.0F);
    for (int k = 1; k < count; ++k) {
        nearest = nearest.cwiseMax(rows * centres.row(k - 1).transpose());
        double total = 0;
        for (Eigen::Index i = 0; i < size; ++i)
            total += std::max(0.0, 1.0 - static_cast<double>(nearest(i)));
        double target = random.uniform() * total;
        Eigen::Index chosen = size - 1;
        for (Eigen::Index i = 0; i < size; ++i) {
            target -= std::max(0.0, 1.0 - static_cast<double>(nearest(i)));
            if (target < 0) {
                chosen = i;
                break;
            }
        }
        centres.row(k) = rows.row(chosen);
    }
    return centres;
}

/// Assigns every row to its nearest centre; returns the summed cosine.
double assign(const Eigen::MatrixXf &rows, const Eigen::MatrixXf &centres, std::vector<int> &groupOf,
              bool &changed)
{
    const Eigen::MatrixXf cosine = centres * rows.transpose();
    double quality = 0;
    changed = false;
    for (Eigen::Index i = 0; i < rows.rows(); ++i) {
        Eigen::Index best = 0;
        for (Eigen::Index k = 1; k < centres.rows(); ++k) {
            if (cosine(k, i) > cosine(best, i))
                best = k;
        }
        quality += static_cast<double>(cosine(best, i));
        int &group = groupOf[static_cast<std::size_t>(i)];
        changed = changed || group != static_cast<int>(best);
        group = static_cast<int>(best);
    }
    return quality;
}

void recentre(const Eigen::MatrixXf &rows, const std::vector<int> &groupOf, Eigen::MatrixXf &centres)
{
    Eigen::MatrixXf sums = Eigen::MatrixXf::Zero(centres.rows(), centres.cols());
    for (Eigen::Index i = 0; i < rows.rows(); ++i)
        sums.row(groupOf[static_cast<std::size_t>(i)]) += rows.row(i);
    for (Eigen::Index k = 0; k < centres.rows(); ++k) {
        const float norm = sums.row(k).norm();
        if (norm > 1e-6F) // an emptied group keeps its centre and may win rows back
            centres.row(k) = sums.row(k) / norm;
    }
}

Attempt attempt(const Eigen::MatrixXf &rows, int count, Random &random)
{
    Attempt result{std::vector<int>(static_cast<std::size_t>(rows.rows()), -1), 0};
    Eigen::MatrixXf centres = startingCentres(rows, count, random);
    bool changed = true;
    for (int i = 0; i < maxIterations && changed; ++i) {
        result.quality = assign(rows, centres, result.groupOf, changed);
        recentre(rows, result.groupOf, centres);
    }
    return result;
}

double pairs(double n)
{
    return n * (n - 1.0) / 2.0;
}

} // namespace

Partition sphericalKMeans(const Eigen::MatrixXf &rows, int count, int restarts, std::uint64_t seed,
                          const std::stop_token &stop)
{
    Partition result;
    const int groups = static_cast<int>(std::min<Eigen::Index>(std::max(count, 1), rows.rows()));
    if (groups == 0)
        return result;
    Random random(seed);
    Attempt best;
    for (int r = 0; r < std::max(1, restarts); ++r) {
        throwIfStopped(stop);
        Attempt next = attempt(rows, groups, random);
        if (next.quality > best.quality + 1e-6)
            best = std::move(next);
    }
    std::vector<int> renumbered(static_cast<std::size_t>(groups), -1);
    for (const int group : best.groupOf) {
        int &number = renumbered[static_cast<std::size_t>(group)];
        if (number < 0)
            number = result.count++;
        result.groupOf.push_back(number);
    }
    return result;
}

double adjustedRandIndex(std::span<const int> a, std::span<const int> b)
{
    std::map<std::pair<int, int>, double> both;
    std::map<int, double> left;
    std::map<int, double> right;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
        both[{a[i], b[i]}] += 1;
        left[a[i]] += 1;
        right[b[i]] += 1;
    }
    double together = 0, inLeft = 0, inRight = 0;
    for (const auto &[key, n] : both)
        together += pairs(n);
    for (const auto &[key, n] : left)
        inLeft += pairs(n);
    for (const auto &[key, n] : right)
        inRight += pairs(n);
    const double all = pairs(static_cast<double>(std::min(a.size(), b.size())));
    const double chance = all > 0 ? inLeft * inRight / all : 0;
    const double most = 0.5 * (inLeft + inRight);
    return most - chance > 1e-12 ? (together - chance) / (most - chance) : 1.0;
}

} // namespace groundswell::service
