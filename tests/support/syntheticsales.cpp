#include "tests/support/syntheticsales.h"

#include "app/service/taste/numerics/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <span>

namespace groundswell::test {

namespace {

using service::Dataset;
using service::EventFacts;
using service::Purchase;
using service::Random;

constexpr std::int64_t day = 86'400;

std::string padded(const char *prefix, int number)
{
    std::string digits = std::to_string(number);
    return prefix + std::string(digits.size() < 7 ? 7 - digits.size() : 0, '0') + digits;
}

/// Draws an index with a probability in proportion to its weight.
class Weighted {
public:
    void add(int index, double weight)
    {
        m_indexes.push_back(index);
        m_sums.push_back((m_sums.empty() ? 0.0 : m_sums.back()) + weight);
    }
    [[nodiscard]] bool isEmpty() const { return m_indexes.empty(); }
    [[nodiscard]] int draw(Random &random) const
    {
        const double at = random.uniform() * m_sums.back();
        const auto it = std::upper_bound(m_sums.begin(), m_sums.end() - 1, at);
        return m_indexes[static_cast<std::size_t>(it - m_sums.begin())];
    }

private:
    std::vector<int> m_indexes;
    std::vector<double> m_sums;
};

double pareto(Random &random, double exponent)
{
    return std::pow(1.0 - random.uniform(), -exponent * 0.5);
}

EventFacts makeEvent(const SyntheticSalesSpec &spec, int number, int taste, Random &random)
{
    static const std::array genres{"Jazz",    "Rock",    "Oper",    "Ballett", "Kabarett", "Folk",
                                   "Klassik", "Musical", "Hip-Hop", "Metal",   "Lesung",   "Zirkus"};
    EventFacts event;
    event.id = padded("ev", number);
    event.title = "Abend " + std::to_string(number);
    const auto daysBack = static_cast<std::int64_t>(random.uniform() * spec.days);
    event.startHourLocal = 20;
    event.startUtc = (spec.lastDay - daysBack) * day + 19 * 3600;
    event.weekdayLocal = static_cast<int>((spec.lastDay - daysBack + 3) % 7) + 1;
    event.capacity = 2000;
    event.priceMinor = 3000;
    event.onSaleUtc = event.startUtc - 90 * day;
    if (spec.metadata) {
        event.genre = genres[static_cast<std::size_t>(taste) % genres.size()];
        event.venue = "Haus " + std::to_string((taste + static_cast<int>(random.below(2))) % spec.tastes);
        event.artists = {event.genre + " Ensemble " + std::to_string(random.below(4))};
    }
    return event;
}

void finish(Dataset &dataset, std::vector<std::vector<Purchase>> &byCustomer)
{
    dataset.ticketsSold.resize(dataset.events.size(), 0);
    dataset.revenueMinor.resize(dataset.events.size(), 0);
    dataset.offsets.assign(1, 0);
    for (auto &purchases : byCustomer) {
        std::stable_sort(purchases.begin(), purchases.end(), [](const Purchase &a, const Purchase &b) {
            return a.at != b.at ? a.at < b.at : a.event < b.event;
        });
        for (const Purchase &p : purchases) {
            dataset.ticketsSold[p.event] += p.quantity;
            dataset.revenueMinor[p.event] += p.amountMinor;
        }
        dataset.purchases.insert(dataset.purchases.end(), purchases.begin(), purchases.end());
        dataset.offsets.push_back(dataset.purchases.size());
    }
}

} // namespace

SyntheticSales makeSyntheticSales(const SyntheticSalesSpec &spec)
{
    SyntheticSales result;
    Dataset &dataset = result.dataset;
    Random random(spec.seed);
    dataset.snapshotId = "synthetic-" + std::to_string(spec.seed) + '-' + std::to_string(spec.purchases);
    dataset.currency = "EUR";
    dataset.timeZone = "Europe/Berlin";

    std::vector<Weighted> byTaste(static_cast<std::size_t>(spec.tastes));
    Weighted any;
    for (int e = 0; e < spec.events; ++e) {
        const int taste = static_cast<int>(spec.tastes * std::pow(random.uniform(), 1.5));
        const double popularity = pareto(random, 0.8);
        result.tasteOfEvent.push_back(taste);
        dataset.events.push_back(makeEvent(spec, e, taste, random));
        byTaste[static_cast<std::size_t>(taste)].add(e, popularity);
        any.add(e, popularity);
    }
    Weighted customers;
    std::vector<int> second;
    for (int c = 0; c < spec.customers; ++c) {
        const int taste = static_cast<int>(spec.tastes * std::pow(random.uniform(), 1.3));
        result.tasteOfCustomer.push_back(taste);
        second.push_back((taste + 1 + static_cast<int>(random.below(3))) % spec.tastes);
        customers.add(c, pareto(random, 0.7));
        dataset.customerIds.push_back(padded("c", c));
        dataset.customers.push_back({spec.consent, spec.consent, false});
    }
    std::vector<std::vector<Purchase>> byCustomer(static_cast<std::size_t>(spec.customers));
    for (int p = 0; p < spec.purchases; ++p) {
        const int customer = customers.draw(random);
        const double which = random.uniform();
        const auto c = static_cast<std::size_t>(customer);
        const auto taste =
            static_cast<std::size_t>(which < spec.mainTaste ? result.tasteOfCustomer[c] : second[c]);
        const bool fromTaste = which < spec.mainTaste + spec.secondTaste && !byTaste[taste].isEmpty();
        const auto event = static_cast<std::uint32_t>((fromTaste ? byTaste[taste] : any).draw(random));
        const double u = random.uniform();
        const auto before = static_cast<std::int64_t>(u * u * 90.0 * static_cast<double>(day));
        const auto quantity = static_cast<std::int32_t>(1 + random.below(3));
        byCustomer[c].push_back({event, static_cast<std::uint32_t>(p),
                                 dataset.events[event].startUtc - before, quantity,
                                 quantity * dataset.events[event].priceMinor.value_or(0)});
    }
    finish(dataset, byCustomer);
    return result;
}

Dataset makeDataset(const std::vector<Line> &lines, const std::vector<EventFacts> &events)
{
    Dataset dataset;
    dataset.snapshotId = "hand-made";
    dataset.currency = "EUR";
    dataset.timeZone = "Europe/Berlin";
    std::map<std::string, EventFacts> byId;
    for (const EventFacts &event : events)
        byId[event.id] = event;
    std::set<std::string> ids;
    for (const Line &line : lines) {
        ids.insert(line.customer);
        EventFacts &event = byId[line.event];
        if (event.id.empty()) {
            event.id = line.event;
            event.title = line.event;
        }
    }
    for (const auto &[id, event] : byId)
        dataset.events.push_back(event);
    dataset.customerIds.assign(ids.begin(), ids.end());
    dataset.customers.assign(ids.size(), {true, true, false});
    std::vector<std::vector<Purchase>> byCustomer(ids.size());
    std::uint32_t nextOrder = 1'000'000;
    for (const Line &line : lines) {
        const auto event = dataset.eventIndex(line.event).value_or(0);
        const std::uint32_t order = line.order == UINT32_MAX ? nextOrder++ : line.order;
        byCustomer[dataset.customerIndex(line.customer).value_or(0)].push_back(
            {event, order, line.at, line.quantity, line.amountMinor});
    }
    finish(dataset, byCustomer);
    return dataset;
}

} // namespace groundswell::test
