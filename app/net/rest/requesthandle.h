#pragma once

#include <functional>
#include <utility>

namespace groundswell {

/// Owns one request under way. Destroying or replacing it aborts the request *silently*: the callback of a
/// superseded request is never called. Keep it as long as the answer is wanted.
///
/// Aborting cancels the answer, not the request: a request whose reply was aborted may still reach the server
/// and be applied there.
class [[nodiscard]] RequestHandle {
public:
    RequestHandle() = default;
    /// \a abort is called at most once, also after the request has finished; it must then do nothing.
    explicit RequestHandle(std::function<void()> abort)
        : m_abort(std::move(abort))
    {
    }
    RequestHandle(const RequestHandle &) = delete;
    RequestHandle &operator=(const RequestHandle &) = delete;
    RequestHandle(RequestHandle &&other) noexcept
        : m_abort(std::exchange(other.m_abort, nullptr))
    {
    }
    RequestHandle &operator=(RequestHandle &&other) noexcept
    {
        if (this != &other) {
            abort();
            m_abort = std::exchange(other.m_abort, nullptr);
        }
        return *this;
    }
    ~RequestHandle() { abort(); }

    void abort() noexcept
    {
        // Cleared first: aborting may run code that asks this very handle again.
        if (const auto action = std::exchange(m_abort, nullptr))
            action();
    }

private:
    std::function<void()> m_abort;
};

} // namespace groundswell
