#pragma once

#include "app/service/http/message.h"
#include "models/wave/problem.h"

#include <chrono>
#include <cstdint>
#include <memory>

namespace groundswell::service {

/// What the server does with a request whose head has been read: refuse it, or read at most that much body.
struct Admission {
    std::optional<Response> refusal;
    std::size_t bodyLimit = 0; ///< bytes, after unpacking a Content-Encoding
};

/// The service behind the server. Called from many threads at once.
class RequestHandler {
public:
    RequestHandler() = default;
    RequestHandler(const RequestHandler &) = delete;
    RequestHandler &operator=(const RequestHandler &) = delete;
    virtual ~RequestHandler() = default;

    /// Decides on the head alone, before a byte of the body is read.
    [[nodiscard]] virtual Admission admit(const Request &head) = 0;
    [[nodiscard]] virtual Response answer(const Request &request) = 0;
    /// Dresses a status that came about below the service (an unreadable request, a body over the limit).
    [[nodiscard]] virtual Response failure(int status, const Request &head) = 0;
};

struct ServerOptions {
    int port = 0; ///< 0 = any free one
    std::size_t maxConnections = 128; ///< each holds a thread while it lives; further ones wait
    std::size_t headLimit = 64 * 1024; ///< bytes of request line and headers
    std::chrono::seconds idleTimeout{15}; ///< of a kept-alive connection between two requests
    std::chrono::seconds stallTimeout{10}; ///< without a byte within a request or an answer
    std::chrono::seconds requestTimeout{120}; ///< for reading one whole request, against a slow drip
};

/// HTTP/1.1 on 127.0.0.1, and nowhere else. The library behind it shows in server.cpp only, so that it can be
/// exchanged.
class HttpServer {
public:
    /// Binds and starts to answer. A taken port is a Problem, never a silently shared one. \a handler must
    /// outlive the server.
    [[nodiscard]] static Expected<std::unique_ptr<HttpServer>> start(RequestHandler &handler,
                                                                     const ServerOptions &options = {});
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;
    ~HttpServer(); ///< stops

    [[nodiscard]] int port() const;
    /// Takes no new connection, lets running requests finish, closes idle connections at once. May be called
    /// twice.
    void stop();

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace groundswell::service
