#pragma once

#include "app/service/http/routes/api.h"
#include "app/service/http/server/reply.h"
#include "tests/service/http/rawclient.h"

#include <memory>
#include <stdexcept>

namespace groundswell::service {

inline Response echo(const Call &call)
{
    QJsonObject seen{{QStringLiteral("body"), QString::fromStdString(call.request.body)},
                     {QStringLiteral("eid"), QString::fromStdString(call.parameter("eid"))}};
    QJsonArray parts;
    for (const Part &part : call.request.parts)
        parts.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(part.name)},
                                 {QStringLiteral("size"), static_cast<qint64>(part.content.size())}});
    seen.insert(QStringLiteral("parts"), parts);
    QJsonArray query;
    for (const auto &[name, value] : call.request.query)
        query.append(QString::fromStdString(name + '=' + value));
    seen.insert(QStringLiteral("query"), query);
    return jsonReply(seen);
}

/// A server with a few routes of its own: what is tested here is the way through socket, guard and router.
struct ServerFixture {
    Router router;
    Guard guard{
        {.token = "0123456789abcdef", .partnerId = "partner-id-local", .rateLimits = false, .clock = {}}};
    Api api{guard, router};
    std::unique_ptr<HttpServer> server;

    explicit ServerFixture(const ServerOptions &options = {})
    {
        router.add("GET", "/api/v3/status/", [](const Call &) { return jsonReply(QJsonObject()); });
        router.add("GET", "/api/v3/events/{eid}/clusters", echo);
        router.add("PUT", "/api/v3/setup_processes/{eid}", echo, BodyKind::Json);
        router.add("POST", "/api/v3/setup_processes/{eid}/boost", echo);
        router.add("DELETE", "/api/v3/setup_processes/{eid}", echo);
        router.add("POST", "/api/media", echo, BodyKind::Multipart);
        router.add("GET", "/api/v3/fault",
                   [](const Call &) -> Response { throw std::runtime_error("secret"); });
        router.add("GET", "/api/v3/large", [](const Call &) {
            Response response;
            response.contentType = "text/csv; charset=utf-8";
            response.body.assign(std::size_t{20} * 1024 * 1024, 'x');
            return response;
        });
        auto started = HttpServer::start(api, options);
        if (!started)
            qFatal("no server");
        server = std::move(*started);
        guard.setPort(server->port());
    }
    [[nodiscard]] RawClient client() const { return RawClient(server->port(), "0123456789abcdef"); }
};

} // namespace groundswell::service
