#pragma once

#include "app/service/store/dataset.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace groundswell::service {

/// Who holds tickets for which event, before an instant: the customer × event matrix of zeros and ones,
/// customer-major. Returns are netted, so only pairs with a positive balance are in it.
struct Interactions {
    std::int64_t before = 0; ///< UTC seconds; only purchases strictly earlier were looked at
    std::vector<std::uint64_t> offsets; ///< customers + 1 entries into events
    std::vector<std::uint32_t> events; ///< dense indexes, ascending within a customer
    std::vector<std::int64_t> firstAt; ///< parallel to events: the pair's first purchase
    std::vector<std::uint32_t> orders; ///< per customer: distinct orders with a sale
    std::vector<std::int64_t> lastAt; ///< per customer: the latest sale; 0 where there is none
    std::vector<std::uint32_t> buyers; ///< per event
    std::int64_t earliest = 0; ///< the first sale of all; = before where there is none
    std::uint32_t knownCustomers = 0; ///< with at least one pair

    [[nodiscard]] std::size_t customers() const { return offsets.size() - 1; }
    [[nodiscard]] std::span<const std::uint32_t> eventsOf(std::size_t customer) const
    {
        return std::span(events).subspan(offsets[customer], offsets[customer + 1] - offsets[customer]);
    }
    [[nodiscard]] std::span<const std::int64_t> firstAtOf(std::size_t customer) const
    {
        return std::span(firstAt).subspan(offsets[customer], offsets[customer + 1] - offsets[customer]);
    }
    [[nodiscard]] bool holds(std::size_t customer, std::uint32_t event) const;
};

/// `before`: null = everything. For a customer with more than `eventsPerCustomer` events only those bought
/// last count (ties by event index): a group booker's list isn't a taste. Throws Stopped.
[[nodiscard]] Interactions collectInteractions(const Dataset &dataset, std::optional<std::int64_t> before,
                                               int eventsPerCustomer, const std::stop_token &stop = {});

} // namespace groundswell::service
