#include "app/autosave/requestlimit.h"

namespace groundswell {

RequestLimit::RequestLimit(int mostAMinute)
    : m_most(static_cast<size_t>(mostAMinute))
{
}

void RequestLimit::sent(Time now)
{
    m_sent.push_back(now);
    if (m_sent.size() > m_most)
        m_sent.pop_front();
}

std::optional<RequestLimit::Time> RequestLimit::pause(Time now) const
{
    if (m_sent.size() < m_most)
        return std::nullopt;
    const Time free = m_sent.front() + std::chrono::minutes(1);
    return free > now ? std::optional(free - now) : std::nullopt;
}

} // namespace groundswell
