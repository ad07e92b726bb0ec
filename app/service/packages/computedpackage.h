#pragma once

#include "app/service/store/dataset.h"
#include "app/service/taste/run/tasterun.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace groundswell::service {

/// selective: a customer must fit every event of the package, so each further event makes it smaller.
/// inclusive: fitting at least half of them (one of one, one of two, two of three …) is enough.
enum class PackageMode { Selective, Inclusive };

struct PackageSpec {
    std::vector<std::string> eventIds = {};
    int numPackages = 3; ///< at most so many clusters, the largest ones
    int nTopEvents = 3; ///< explaining events named with each cluster
    PackageMode mode = PackageMode::Selective;
    std::vector<std::string> includeCustomers =
        {}; ///< in any case, whatever their taste; consent still rules
    std::vector<std::string> excludeCustomers = {}; ///< wins over include
    /// Customers who bought only before / only at or after this instant (UTC seconds) are left out.
    std::optional<std::int64_t> excludeOnlyBefore = {};
    std::optional<std::int64_t> excludeOnlyAfter = {};
    /// Customers whose mean price of a ticket lies outside are left out (minor units).
    std::optional<std::int64_t> excludePriceBelow = {};
    std::optional<std::int64_t> excludePriceAbove = {};
};

struct ComputedMember {
    std::uint32_t customer = 0; ///< dense index
    float affinity = 0; ///< 0–1, mean over the package's events
};

struct ComputedCluster {
    std::string tc; ///< unique within the package
    std::string label;
    std::vector<std::uint32_t> topEvents; ///< nTopEvents past events that explain it, best first
    std::vector<ComputedMember> members; ///< in order of customer; nobody is in two clusters
};

/// Why customers who fit were left out. Each is counted once, under the first reason that applies.
struct PackageExclusions {
    std::int64_t optedOut = 0;
    std::int64_t noConsent = 0;
    std::int64_t excludedById = 0;
    std::int64_t purchaseDate = 0;
    std::int64_t price = 0;
    std::int64_t beyondClusters = 0; ///< belonged to a taste outside the `numPackages` largest
};

struct ComputedPackage {
    std::string runKey;
    std::vector<ComputedCluster> clusters; ///< largest first
    std::int64_t customers = 0; ///< distinct
    std::int64_t fitting = 0; ///< before anybody was left out
    PackageExclusions excluded;
    std::vector<std::string> unmatchedInclude; ///< ids nobody has
    std::vector<std::string> unmatchedExclude;
    std::string notice; ///< as EventClusters::notice
};

/// The audience of a package. A customer fits an event whose audience (EventCluster::members) holds them, or
/// for which they hold a ticket; who holds one for every event of the package is left out, as there is
/// nothing left to win. Customers named in `includeCustomers` are in without fitting; those without a taste
/// of their own, or of one beyond `numPackages`, join the largest cluster (`included` where there is none).
/// Problems: Rejected with `error.package.invalid` and the fields (`event_ids`, `num_packages`, …), or
/// `error.taste.cancelled`. \a progress gets 0–1, about ten times at most.
[[nodiscard]] Expected<ComputedPackage> computePackage(const Dataset &dataset, const TasteRun &run,
                                                       const PackageSpec &spec, std::stop_token stop = {},
                                                       const std::function<void(double)> &progress = {});

/// A cluster of a stored package, by customer id, as it is merged with others.
struct StoredMember {
    std::string customerId;
    double affinity = 0;
};
struct StoredCluster {
    std::string tc;
    std::string label;
    std::vector<StoredMember> members; ///< sorted by customerId
};
/// The union of packages: clusters of the same label become one, and who is in several keeps the highest
/// affinity within a cluster and stays in each differently labelled one.
/// Throws Stopped.
[[nodiscard]] std::vector<StoredCluster>
uniteClusters(const std::vector<std::vector<StoredCluster>> &packages, const std::stop_token &stop = {});

} // namespace groundswell::service
