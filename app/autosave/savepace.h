#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace groundswell {

struct SaveTiming {
    std::chrono::milliseconds debounce{1'000};
    std::chrono::milliseconds minimumMaxWait{5'000};
    double roundTripFactor = 1.5; ///< maximum wait = max(minimumMaxWait, factor × round trip)
    std::chrono::milliseconds deadline{15'000}; ///< of one request
    std::chrono::milliseconds savingShownAfter{400}; ///< shorter saves show no "Saving…"
    std::chrono::milliseconds backOffBase{1'000};
    std::chrono::milliseconds backOffCap{30'000};
    /// Further read-backs if the server can't refuse a late write (no ETag), each after the one before.
    std::vector<std::chrono::milliseconds> recheckAfter{std::chrono::seconds(5), std::chrono::seconds(20)};
};

/// When a save is due: one debounce after the last edit, but not longer after the first edit than a wait that
/// grows with the round trip. With a fixed maximum wait, a server slower than that would never be done: every
/// write would be given up for the next. So the age of a write that was given up is a lower bound for the
/// round trip, and a write that replaced such a one is left alone until it had time for its answer.
class SavePace {
public:
    using Time = std::chrono::milliseconds;

    explicit SavePace(const SaveTiming &timing);

    void edited(Time now);
    /// Everything edited so far is on its way.
    void sent(Time now);
    void answered(Time now);
    void givenUp(Time now);
    /// Nothing waits and nothing is on its way.
    void settled();

    /// Nullopt if nothing waits.
    [[nodiscard]] std::optional<Time> due() const;
    [[nodiscard]] Time maximumWait() const;
    [[nodiscard]] Time roundTrip() const { return m_roundTrip; }

private:
    [[nodiscard]] Time patience() const;

    Time m_debounce;
    Time m_minimumMaxWait;
    Time m_deadline;
    double m_factor;
    Time m_roundTrip{0};
    std::optional<Time> m_firstUnsent;
    Time m_lastEdit{0};
    std::optional<Time> m_sentAt; ///< of the write under way
    bool m_replacesGivenUp = false;
};

} // namespace groundswell
