#pragma once

#include "app/service/http/server/message.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>

namespace groundswell::service {

/// 256 bits from the system's generator as 64 hex digits.
[[nodiscard]] std::string randomToken();

/// Refuses requests that don't come from a program that was given the token: checked on the head, before
/// routing and before the body. A page in the user's browser can reach the loopback too, so a foreign Host
/// (DNS rebinding) or Origin is refused whatever else the request brings.
class Guard {
public:
    struct Options {
        std::string token;
        std::string partnerId;
        /// The reference service's budgets a minute (wave-api 1.7): 600 reads, 120 writes, 10 sign-ins.
        bool rateLimits = false;
        std::function<std::chrono::steady_clock::time_point()> clock; ///< empty = the real one
    };
    explicit Guard(Options options);

    /// The answer to a request that may not pass; nullopt lets it pass. \a isOpen: the route needs no token
    /// (status, sign-in).
    [[nodiscard]] std::optional<Response> refuse(const Request &head, bool isOpen);
    [[nodiscard]] bool hasToken(const Request &head) const;
    /// The port that `Host` must name; known once the server listens. Until then everything is refused.
    void setPort(int port) { m_port = port; }

private:
    [[nodiscard]] bool isOwnHost(std::string_view host) const;
    [[nodiscard]] bool isOwnOrigin(std::string_view origin) const;
    [[nodiscard]] std::optional<Response> spend(const Request &head, bool isSignIn);

    Options m_options;
    std::atomic<int> m_port = 0;
    struct Budget {
        std::chrono::steady_clock::time_point since;
        int spent = 0;
    };
    std::mutex m_mutex; ///< guards the budgets, which all request threads count down
    std::map<std::string, Budget, std::less<>> m_budgets;
};

} // namespace groundswell::service
