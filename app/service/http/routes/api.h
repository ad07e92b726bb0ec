#pragma once

#include "app/service/http/routes/router.h"
#include "app/service/http/server/guard.h"
#include "app/service/http/server/server.h"

namespace groundswell::service {

inline constexpr std::size_t jsonLimit = std::size_t{1024} * 1024;
inline constexpr std::size_t mediaLimit = std::size_t{50} * 1024 * 1024; ///< of one file (wave-api 2.11)

/// Puts every request through the same gate: guard, route, content type, body limit, then the route's
/// handler; and every answer through the same door: request id, envelope, no caching.
class Api final : public RequestHandler {
public:
    Api(Guard &guard, const Router &router)
        : m_guard(guard)
        , m_router(router)
    {
    }

    [[nodiscard]] bool isTrusted(const Request &head) const override { return m_guard.hasToken(head); }
    [[nodiscard]] Admission admit(const Request &head) override;
    [[nodiscard]] Response answer(const Request &request) override;
    [[nodiscard]] Response failure(int status, const Request &head) override;

private:
    Guard &m_guard;
    const Router &m_router;
};

} // namespace groundswell::service
