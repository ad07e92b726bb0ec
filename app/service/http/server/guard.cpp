#include "app/service/http/server/guard.h"

#include "app/service/http/server/reply.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <cstdlib>

namespace groundswell::service {

namespace {

constexpr std::chrono::minutes budgetPeriod{1};

} // namespace

std::string randomToken()
{
    std::array<unsigned char, 32> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        std::abort(); // without a source of randomness there is no secret to guard the data with
    static constexpr char digits[] = "0123456789abcdef";
    std::string token;
    for (const unsigned char byte : bytes) {
        token.push_back(digits[byte >> 4]);
        token.push_back(digits[byte & 15]);
    }
    return token;
}

Guard::Guard(Options options)
    : m_options(std::move(options))
{
    if (!m_options.clock)
        m_options.clock = [] { return std::chrono::steady_clock::now(); };
}

bool Guard::isOwnHost(std::string_view host) const
{
    const std::string port = ':' + std::to_string(m_port);
    return host == "127.0.0.1" + port || host == "localhost" + port;
}

bool Guard::isOwnOrigin(std::string_view origin) const
{
    return origin.starts_with("http://") && isOwnHost(origin.substr(7));
}

bool Guard::hasToken(const Request &head) const
{
    const std::string *header = head.header("Authorization");
    constexpr std::string_view scheme = "Bearer ";
    if (!header || !header->starts_with(scheme))
        return false;
    const std::string_view given = std::string_view(*header).substr(scheme.size());
    // The length is no secret; the content is compared in constant time.
    return given.size() == m_options.token.size() && !given.empty()
        && CRYPTO_memcmp(given.data(), m_options.token.data(), given.size()) == 0;
}

std::optional<Response> Guard::refuse(const Request &head, bool isOpen)
{
    const std::string *host = head.header("Host");
    if (!host || !isOwnHost(*host))
        return errorReply(403, QStringLiteral("error.request.foreign_host"));
    if (const std::string *origin = head.header("Origin"); origin && !isOwnOrigin(*origin))
        return errorReply(403, QStringLiteral("error.request.foreign_origin"));
    if (isOpen)
        return m_options.rateLimits && head.method == "POST" ? spend(head, true) : std::nullopt;
    if (!hasToken(head)) {
        Response response = errorReply(401, QStringLiteral("error.auth.not_authorized"));
        response.setHeader("WWW-Authenticate", "Bearer");
        return response;
    }
    const std::string *partner = head.header("X-Preferred-Partner-Id");
    if (partner && *partner != m_options.partnerId)
        return errorReply(403, QStringLiteral("error.partner.not_yours"));
    return m_options.rateLimits ? spend(head, false) : std::nullopt;
}

std::optional<Response> Guard::spend(const Request &head, bool isSignIn)
{
    const bool isRead = head.method == "GET" || head.method == "HEAD";
    const char *kind = isSignIn ? "sign-in" : isRead ? "read" : "write";
    const int limit = isSignIn ? 10 : isRead ? 600 : 120;
    const auto now = m_options.clock();

    const std::lock_guard lock(m_mutex);
    Budget &budget = m_budgets[kind];
    if (budget.spent == 0 || now - budget.since >= budgetPeriod)
        budget = {now, 0};
    if (budget.spent >= limit) {
        const auto wait = std::chrono::ceil<std::chrono::seconds>(budgetPeriod - (now - budget.since));
        Response response = errorReply(429, QStringLiteral("error.request.rate_limited"));
        response.setHeader("Retry-After", std::to_string(wait.count()));
        return response;
    }
    ++budget.spent;
    return std::nullopt;
}

} // namespace groundswell::service
