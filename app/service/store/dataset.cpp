#include "app/service/store/dataset.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr std::int64_t secondsOfDay = 86'400;
/// More than a thousand years of days; purchases further apart aren't worth an index.
constexpr std::int64_t mostDays = 400'000;

/// The two days around the beginning of 1970 count as one: all that matters is that later is never earlier.
std::int64_t dayOf(std::int64_t at)
{
    return at / secondsOfDay;
}

} // namespace

std::span<const DayIndex::Entry> DayIndex::around(std::int64_t from, std::int64_t to) const
{
    if (from >= to || entries.empty())
        return {};
    const auto days = static_cast<std::int64_t>(offsets.size()) - 1;
    const auto first = static_cast<size_t>(std::clamp<std::int64_t>(dayOf(from) - firstDay, 0, days));
    const auto last = static_cast<size_t>(std::clamp<std::int64_t>(dayOf(to - 1) + 1 - firstDay, 0, days));
    return std::span(entries).subspan(offsets[first], offsets[last] - offsets[first]);
}

void Dataset::indexDays()
{
    byDay = {};
    if (purchases.empty() || purchases.size() > std::numeric_limits<std::uint32_t>::max())
        return;
    const auto [first, last] = std::ranges::minmax_element(purchases, {}, &Purchase::at);
    const std::int64_t firstDay = dayOf(first->at);
    const std::int64_t days = dayOf(last->at) - firstDay + 1;
    if (days > mostDays)
        return;
    byDay.firstDay = firstDay;
    byDay.offsets.assign(static_cast<size_t>(days) + 1, 0);
    const auto indexOf = [&](const Purchase &purchase) {
        return static_cast<size_t>(dayOf(purchase.at) - firstDay);
    };
    for (const Purchase &purchase : purchases)
        ++byDay.offsets[indexOf(purchase) + 1];
    std::partial_sum(byDay.offsets.begin(), byDay.offsets.end(), byDay.offsets.begin());
    byDay.entries.resize(purchases.size());
    std::vector<std::uint64_t> next(byDay.offsets.begin(), byDay.offsets.end() - 1);
    for (std::uint32_t customer = 0; customer + 1 < offsets.size(); ++customer) {
        for (std::uint64_t i = offsets[customer]; i < offsets[customer + 1]; ++i)
            byDay.entries[next[indexOf(purchases[i])]++] = {customer, static_cast<std::uint32_t>(i),
                                                            purchases[i].event};
    }
}

std::optional<std::uint32_t> Dataset::eventIndex(const std::string &eventId) const
{
    const auto found =
        std::lower_bound(events.begin(), events.end(), eventId,
                         [](const EventFacts &event, const std::string &id) { return event.id < id; });
    if (found == events.end() || found->id != eventId)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - events.begin());
}

std::optional<std::uint32_t> Dataset::customerIndex(const std::string &customerId) const
{
    const auto found = std::lower_bound(customerIds.begin(), customerIds.end(), customerId);
    if (found == customerIds.end() || *found != customerId)
        return std::nullopt;
    return static_cast<std::uint32_t>(found - customerIds.begin());
}

} // namespace groundswell::service
