#include "app/service/sample/samplemodel.h"
#include "app/service/sample/sampleworld.h"
#include "app/service/sample/xoshiro256.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <optional>

namespace groundswell::service {

namespace {

constexpr std::int64_t day = 86'400;
constexpr std::int64_t hour = 3600;
/// The day begins so long before it does in UTC, where the organiser lives farthest east: nothing is sold
/// that isn't past everywhere.
constexpr std::int64_t easternmost = 14 * hour;
constexpr std::int64_t longestLead = 90 * day;
constexpr int attemptsPerLine = 60;

/// Chooses events by popularity, within one genre or among all.
class EventLottery {
public:
    EventLottery(const std::vector<SampleEvent> &events, std::optional<int> genre)
    {
        std::uint64_t sum = 0;
        for (size_t i = 0; i < events.size(); ++i) {
            if (genre && events[i].genre != *genre)
                continue;
            sum += 1 + static_cast<std::uint64_t>(events[i].popularity * 1000);
            m_events.push_back(static_cast<std::uint32_t>(i));
            m_cumulative.push_back(sum);
        }
    }
    [[nodiscard]] bool isEmpty() const { return m_events.empty(); }
    [[nodiscard]] std::uint32_t draw(Xoshiro256 &random) const
    {
        const auto ticket =
            static_cast<std::uint64_t>(random.unit() * static_cast<double>(m_cumulative.back()));
        const auto found = std::upper_bound(m_cumulative.begin(), m_cumulative.end() - 1, ticket);
        return m_events[static_cast<size_t>(found - m_cumulative.begin())];
    }

private:
    std::vector<std::uint32_t> m_events;
    std::vector<std::uint64_t> m_cumulative;
};

class SaleMaker {
public:
    SaleMaker(const SampleOptions &options, std::vector<SampleEvent> &events)
        : m_options(options)
        , m_events(events)
        , m_random(options.seed, 3)
        , m_now(QDate(1970, 1, 1).daysTo(options.today) * day - easternmost)
        , m_all(events, std::nullopt)
    {
        for (int genre = 0; genre < static_cast<int>(sampleGenres().size()); ++genre)
            m_byGenre.emplace_back(events, genre);
        m_sales.reserve(static_cast<size_t>(options.purchases));
    }

    std::vector<SampleSale> make(const std::vector<SampleCustomer> &customers)
    {
        if (m_all.isEmpty())
            return {};
        for (std::uint32_t i = 0; i < customers.size(); ++i)
            buyAsCustomer(i, customers[i]);
        sellAnonymously();
        closeSoldOut();
        std::stable_sort(m_sales.begin(), m_sales.end(),
                         [](const SampleSale &a, const SampleSale &b) { return a.at < b.at; });
        return std::move(m_sales);
    }

private:
    void closeSoldOut()
    {
        for (SampleEvent &event : m_events) {
            if (event.sellsOut && event.sold > 0)
                event.capacity = event.sold;
        }
    }

    [[nodiscard]] bool isFull() const { return m_sales.size() >= static_cast<size_t>(m_options.purchases); }

    const EventLottery &lotteryFor(const SampleCustomer &customer)
    {
        const std::uint32_t percent = m_random.below(100);
        const int taste = percent < 60 ? customer.mainTaste : percent < 85 ? customer.secondTaste : -1;
        if (taste < 0 || m_byGenre[static_cast<size_t>(taste)].isEmpty())
            return m_all;
        return m_byGenre[static_cast<size_t>(taste)];
    }

    void buyAsCustomer(std::uint32_t index, const SampleCustomer &customer)
    {
        int bought = 0;
        for (int attempt = 0;
             bought < customer.purchases && attempt < customer.purchases * attemptsPerLine && !isFull();
             ++attempt) {
            const std::uint32_t event = lotteryFor(customer).draw(m_random);
            const SampleEvent &facts = m_events[event];
            const bool near = sampleVenues()[static_cast<size_t>(facts.venue)].region == customer.region;
            if (facts.startsAt < customer.since || (!near && !m_random.chance(25)))
                continue;
            bought += order(index, event, customer.purchases - bought);
        }
    }

    void sellAnonymously()
    {
        const auto most = static_cast<std::int64_t>(m_options.purchases) * attemptsPerLine;
        for (std::int64_t attempt = 0; !isFull() && attempt < most; ++attempt)
            order(anonymousCustomer, m_all.draw(m_random), 1);
    }

    /// One invoice of one or two lines, perhaps with a later return; the number of lines sold.
    int order(std::uint32_t customer, std::uint32_t event, int atMost)
    {
        const std::optional<std::int64_t> at = timeOfSale(m_events[event]);
        if (!at)
            return 0;
        const std::uint32_t number = m_nextOrder++;
        SampleSale sale{*at, number, customer, event, ticketCount(), categoryOf()};
        if (!sell(sale))
            return 0;
        int lines = 1;
        if (atMost > 1 && !isFull() && m_random.chance(9)) {
            SampleSale second = sale;
            second.category =
                sale.category == SampleCategory::Regular ? SampleCategory::Reduced : SampleCategory::Regular;
            second.quantity = m_random.between(1, 2);
            lines += sell(second) ? 1 : 0;
        }
        if (m_random.below(1000) < 17 && !isFull())
            giveBack(sale);
        return lines;
    }

    bool sell(const SampleSale &sale)
    {
        SampleEvent &event = m_events[sale.event];
        if (event.sold + sale.quantity > event.mostSold)
            return false;
        event.sold += sale.quantity;
        m_sales.push_back(sale);
        return true;
    }

    void giveBack(const SampleSale &sale)
    {
        SampleSale back = sale;
        back.at += m_random.between(1, 10) * day + m_random.between(0, 20'000);
        if (back.at >= m_now || back.at >= m_events[sale.event].startsAt - day)
            return;
        back.quantity = -m_random.between(1, sale.quantity);
        m_events[sale.event].sold += back.quantity;
        m_sales.push_back(back);
    }

    /// From the first day of sale on, but not more than 90 days before the event, most of them shortly before
    /// it; nullopt where that isn't yet.
    std::optional<std::int64_t> timeOfSale(const SampleEvent &event)
    {
        const double u = m_random.unit();
        // Two hours: from the clock on the wall to UTC, roughly; the box office closes an hour before.
        const std::int64_t last = event.startsAt - 3 * hour;
        const std::int64_t longest = std::min(longestLead, last - event.onSaleAt);
        const std::int64_t at = last - static_cast<std::int64_t>(u * u * static_cast<double>(longest));
        const std::int64_t timeOfDay = at % day;
        // Few people book at night.
        const std::int64_t awake = timeOfDay < 6 * hour ? at + 6 * hour : at;
        if (awake >= m_now || awake >= event.startsAt - 2 * hour)
            return std::nullopt;
        return std::max(awake, event.onSaleAt);
    }

    int ticketCount()
    {
        static constexpr std::array weights{30, 78, 86, 95, 97, 99};
        const auto percent = static_cast<int>(m_random.below(100));
        for (size_t i = 0; i < weights.size(); ++i) {
            if (percent < weights[i])
                return static_cast<int>(i) + 1;
        }
        return m_random.between(7, 20); // a group
    }

    SampleCategory categoryOf()
    {
        const std::uint32_t percent = m_random.below(100);
        if (percent < 72)
            return SampleCategory::Regular;
        if (percent < 88)
            return SampleCategory::Reduced;
        if (percent < 94)
            return SampleCategory::Subscription;
        return percent < 98 ? SampleCategory::Vip : SampleCategory::Comp;
    }

    const SampleOptions &m_options;
    std::vector<SampleEvent> &m_events;
    Xoshiro256 m_random;
    std::int64_t m_now;
    EventLottery m_all;
    std::vector<EventLottery> m_byGenre;
    std::vector<SampleSale> m_sales;
    std::uint32_t m_nextOrder = 0;
};

} // namespace

int categoryPriceMinor(SampleCategory category, int regularMinor)
{
    switch (category) {
    case SampleCategory::Regular:
        return regularMinor;
    case SampleCategory::Reduced:
        return regularMinor * 65 / 100;
    case SampleCategory::Vip:
        return regularMinor * 180 / 100;
    case SampleCategory::Subscription:
        return regularMinor * 80 / 100;
    case SampleCategory::Comp:
        return 0;
    }
    return regularMinor;
}

const char *categoryName(SampleCategory category)
{
    switch (category) {
    case SampleCategory::Regular:
        return "regular";
    case SampleCategory::Reduced:
        return "reduced";
    case SampleCategory::Vip:
        return "VIP";
    case SampleCategory::Subscription:
        return "subscription";
    case SampleCategory::Comp:
        return "comp";
    }
    return "";
}

std::vector<SampleSale> makeSampleSales(const SampleOptions &options, std::vector<SampleEvent> &events,
                                        const std::vector<SampleCustomer> &customers)
{
    return SaleMaker(options, events).make(customers);
}

} // namespace groundswell::service
