#pragma once

#include "app/service/store/dataset.h"

#include <cstdint>
#include <vector>

namespace groundswell::test {

/// An organiser with planted tastes. Defaults are small; every figure follows from the seed.
struct SyntheticSalesSpec {
    int customers = 3000;
    int events = 120;
    int purchases = 15'000;
    int tastes = 6;
    double mainTaste = 0.60; ///< share of purchases from a customer's main taste
    double secondTaste = 0.25; ///< from the second one; the rest is from any
    bool metadata = true; ///< genres, artists and venues follow the taste; else all events look alike
    bool consent = true;
    std::int64_t lastDay = 20'000; ///< days since 1970 of the last event
    int days = 5 * 365; ///< the events lie in so many days
    std::uint64_t seed = 1;
};

struct SyntheticSales {
    service::Dataset dataset;
    std::vector<int> tasteOfEvent; ///< by dense index
    std::vector<int> tasteOfCustomer; ///< the main one
};

/// Events have a share by taste that follows a power law; popularities and activities follow a Pareto law; a
/// sale is up to 90 days before its event, mostly shortly before.
[[nodiscard]] SyntheticSales makeSyntheticSales(const SyntheticSalesSpec &spec = {});

/// One purchase line of a hand-made dataset.
struct Line {
    const char *customer;
    const char *event;
    std::int64_t at;
    std::int32_t quantity = 1;
    std::int64_t amountMinor = 2000;
    std::uint32_t order = UINT32_MAX; ///< UINT32_MAX = an order of its own
};
/// A dataset from lines; events and customers are those that occur, plus the given events.
[[nodiscard]] service::Dataset makeDataset(const std::vector<Line> &lines,
                                           const std::vector<service::EventFacts> &events = {});

} // namespace groundswell::test
