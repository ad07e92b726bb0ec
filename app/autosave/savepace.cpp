#include "app/autosave/savepace.h"

#include <algorithm>
#include <cmath>

namespace groundswell {

SavePace::SavePace(const SaveTiming &timing)
    : m_debounce(timing.debounce)
    , m_minimumMaxWait(timing.minimumMaxWait)
    , m_deadline(timing.deadline)
    , m_factor(timing.roundTripFactor)
{
}

void SavePace::edited(Time now)
{
    if (!m_firstUnsent)
        m_firstUnsent = now;
    m_lastEdit = now;
}

void SavePace::sent(Time now)
{
    m_firstUnsent.reset();
    m_sentAt = now;
}

void SavePace::answered(Time now)
{
    if (!m_sentAt)
        return;
    const Time took = now - *m_sentAt;
    // Rises at once and falls slowly: one quick answer doesn't make a slow server fast.
    m_roundTrip = std::max(took, (3 * m_roundTrip + took) / 4);
    m_sentAt.reset();
    m_replacesGivenUp = false;
}

void SavePace::givenUp(Time now)
{
    if (!m_sentAt)
        return;
    m_roundTrip = std::max(m_roundTrip, now - *m_sentAt);
    m_sentAt.reset();
    m_replacesGivenUp = true;
}

void SavePace::settled()
{
    m_firstUnsent.reset();
    m_sentAt.reset();
    m_replacesGivenUp = false;
}

std::optional<SavePace::Time> SavePace::due() const
{
    if (!m_firstUnsent)
        return std::nullopt;
    Time due = std::min(m_lastEdit + m_debounce, *m_firstUnsent + maximumWait());
    if (m_sentAt && m_replacesGivenUp)
        due = std::max(due, *m_sentAt + patience());
    return due;
}

SavePace::Time SavePace::maximumWait() const
{
    return std::max(m_minimumMaxWait, patience());
}

SavePace::Time SavePace::patience() const
{
    const Time wanted(std::llround(static_cast<double>(m_roundTrip.count()) * m_factor));
    return std::min(wanted, m_deadline);
}

} // namespace groundswell
