#pragma once

#include <chrono>
#include <deque>
#include <optional>

namespace groundswell {

/// Allows only so many requests within any minute, whatever is answered: the last resort behind the saver's
/// pauses. Nobody who types comes near it.
class RequestLimit {
public:
    using Time = std::chrono::milliseconds;

    explicit RequestLimit(int mostAMinute);

    void sent(Time now);
    /// How long to wait; nullopt if a request may go at once.
    [[nodiscard]] std::optional<Time> pause(Time now) const;

private:
    size_t m_most;
    std::deque<Time> m_sent; ///< the last of them, oldest first
};

} // namespace groundswell
