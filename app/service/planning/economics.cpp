#include "app/service/planning/planning.h"

#include <algorithm>
#include <map>

namespace groundswell::service {

namespace {

constexpr std::int64_t enoughTickets = 10; ///< for a mean price
constexpr double enoughBuyers = 20; ///< for tickets a buyer
constexpr std::int64_t groupBooking = 20; ///< of more tickets only so many count: not what an ad brings

std::optional<std::int64_t> meanPrice(std::int64_t revenueMinor, std::int64_t tickets)
{
    if (tickets < enoughTickets || revenueMinor <= 0)
        return std::nullopt;
    return (revenueMinor + tickets / 2) / tickets;
}

std::optional<std::int64_t> priceOf(const Dataset &dataset, std::uint32_t event)
{
    if (const auto paid = meanPrice(dataset.revenueMinor[event], dataset.ticketsSold[event]))
        return paid;
    if (dataset.events[event].priceMinor)
        return dataset.events[event].priceMinor;
    std::int64_t revenue = 0;
    std::int64_t tickets = 0;
    for (std::size_t e = 0; e < dataset.events.size(); ++e) {
        revenue += dataset.revenueMinor[e];
        tickets += dataset.ticketsSold[e];
    }
    return meanPrice(revenue, tickets);
}

/// Tickets and buyers (customer and event) of one event and of all.
struct Baskets {
    double eventTickets = 0, eventBuyers = 0, tickets = 0, buyers = 0;
};

Baskets countBaskets(const Dataset &dataset, std::uint32_t event)
{
    Baskets baskets;
    std::map<std::uint32_t, std::int64_t> held;
    for (std::size_t c = 0; c < dataset.customerIds.size(); ++c) {
        held.clear();
        for (const Purchase &purchase : dataset.purchasesOf(c))
            held[purchase.event] += purchase.quantity;
        for (const auto &[which, quantity] : held) {
            if (quantity <= 0)
                continue;
            const auto counted = static_cast<double>(std::min(quantity, groupBooking));
            baskets.tickets += counted;
            baskets.buyers += 1;
            baskets.eventTickets += which == event ? counted : 0;
            baskets.eventBuyers += which == event ? 1 : 0;
        }
    }
    return baskets;
}

} // namespace

EventEconomics economicsOf(const Dataset &dataset, std::uint32_t event)
{
    EventEconomics economics;
    if (event >= dataset.events.size())
        return economics;
    economics.ticketPriceMinor = priceOf(dataset, event);
    if (const auto capacity = dataset.events[event].capacity)
        economics.freeSeats = std::max<std::int64_t>(0, *capacity - dataset.ticketsSold[event]);
    const Baskets baskets = countBaskets(dataset, event);
    if (baskets.eventBuyers >= enoughBuyers)
        economics.ticketsPerBuyer = baskets.eventTickets / baskets.eventBuyers;
    else if (baskets.buyers > 0)
        economics.ticketsPerBuyer = baskets.tickets / baskets.buyers;
    return economics;
}

} // namespace groundswell::service
