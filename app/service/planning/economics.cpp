#include "app/service/planning/planning.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace groundswell::service {

namespace {

constexpr std::int64_t enoughTickets = 10; ///< for a mean price
constexpr double enoughBuyers = 20; ///< for tickets a buyer
constexpr double doubt = 20; ///< buyers: against this many a history has to stand
constexpr double leastCorrection = 0.2;
constexpr double mostCorrection = 5.0;
constexpr std::int64_t groupBooking = 20; ///< of more tickets only so many count: not what an ad brings

std::optional<std::int64_t> meanPrice(std::int64_t revenueMinor, std::int64_t tickets)
{
    if (tickets < enoughTickets || revenueMinor <= 0)
        return std::nullopt;
    return (revenueMinor + tickets / 2) / tickets;
}

void setPrice(const Dataset &dataset, std::uint32_t event, EventEconomics &economics)
{
    economics.priceSource = PriceSource::PaidForEvent;
    economics.ticketPriceMinor = meanPrice(dataset.revenueMinor[event], dataset.ticketsSold[event]);
    if (economics.ticketPriceMinor)
        return;
    economics.priceSource = PriceSource::Listed;
    economics.ticketPriceMinor = dataset.events[event].priceMinor;
    if (economics.ticketPriceMinor)
        return;
    economics.priceSource = PriceSource::PaidForAll;
    economics.ticketPriceMinor =
        meanPrice(std::accumulate(dataset.revenueMinor.begin(), dataset.revenueMinor.end(), std::int64_t(0)),
                  std::accumulate(dataset.ticketsSold.begin(), dataset.ticketsSold.end(), std::int64_t(0)));
    if (!economics.ticketPriceMinor)
        economics.priceSource = PriceSource::Unknown;
}

} // namespace

Baskets countBaskets(const Dataset &dataset)
{
    Baskets baskets;
    baskets.tickets.assign(dataset.events.size(), 0);
    baskets.buyers.assign(dataset.events.size(), 0);
    std::vector<std::pair<std::uint32_t, std::int64_t>> held;
    for (std::size_t c = 0; c < dataset.customerIds.size(); ++c) {
        held.clear();
        for (const Purchase &purchase : dataset.purchasesOf(c))
            held.emplace_back(purchase.event, purchase.quantity);
        std::sort(held.begin(), held.end());
        for (std::size_t i = 0; i < held.size();) {
            const std::uint32_t event = held[i].first;
            std::int64_t quantity = 0;
            for (; i < held.size() && held[i].first == event; ++i)
                quantity += held[i].second;
            if (quantity <= 0)
                continue;
            baskets.tickets[event] += static_cast<double>(std::min(quantity, groupBooking));
            baskets.buyers[event] += 1;
        }
    }
    baskets.allTickets = std::accumulate(baskets.tickets.begin(), baskets.tickets.end(), 0.0);
    baskets.allBuyers = std::accumulate(baskets.buyers.begin(), baskets.buyers.end(), 0.0);
    return baskets;
}

EventEconomics economicsOf(const Dataset &dataset, const Baskets &baskets, std::uint32_t event)
{
    EventEconomics economics;
    if (event >= dataset.events.size())
        return economics;
    setPrice(dataset, event, economics);
    if (const auto capacity = dataset.events[event].capacity)
        economics.freeSeats = std::max<std::int64_t>(0, *capacity - dataset.ticketsSold[event]);
    const bool own = baskets.buyers[event] >= enoughBuyers;
    const double buyers = own ? baskets.buyers[event] : baskets.allBuyers;
    if (buyers > 0)
        economics.ticketsPerBuyer = (own ? baskets.tickets[event] : baskets.allTickets) / buyers;
    economics.basketBuyers = std::llround(buyers);
    return economics;
}

double conversionCorrection(const CampaignHistory &history)
{
    if (history.campaigns <= 0 || history.promised <= 0)
        return 1.0;
    return std::clamp((static_cast<double>(history.buyers) + doubt) / (history.promised + doubt),
                      leastCorrection, mostCorrection);
}

} // namespace groundswell::service
