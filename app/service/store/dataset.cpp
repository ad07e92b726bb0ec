#include "app/service/store/dataset.h"

#include <algorithm>

namespace groundswell::service {

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
