#pragma once

#include "app/service/http/server/message.h"
#include "models/wave/problem.h"

#include <chrono>
#include <cstdint>
#include <memory>

namespace groundswell::service {

/// What the server does with a request whose head has been read: refuse it, or read at most that many bytes.
struct Admission {
    std::optional<Response> refusal;
    std::size_t bodyLimit = 0; ///< bytes; 0 = answered without its body
};

/// The service behind the server. Called from many threads at once.
class RequestHandler {
public:
    RequestHandler() = default;
    RequestHandler(const RequestHandler &) = delete;
    RequestHandler &operator=(const RequestHandler &) = delete;
    virtual ~RequestHandler() = default;

    /// True if the request brings the token. Called for every head, on one thread for all: must be quick.
    [[nodiscard]] virtual bool isTrusted(const Request &head) const = 0;
    /// Decides on the head alone, before a byte of the body is read.
    [[nodiscard]] virtual Admission admit(const Request &head) = 0;
    [[nodiscard]] virtual Response answer(const Request &request) = 0;
    /// Writes the answer for a status that arose below the service (an unreadable request, a body over the
    /// limit).
    [[nodiscard]] virtual Response failure(int status, const Request &head) = 0;
};

struct ServerOptions {
    int port = 0; ///< 0 = any free one
    std::size_t maxConnections = 256; ///< open at once; beyond, the one that waits longest yields to a new
                                      ///< one
    std::size_t maxRequests = 128; ///< served at once, each by a thread; further ones wait
    std::size_t maxStrangers = 4; ///< the same, for requests that don't bring the token
    std::size_t headLimit = 64 * 1024; ///< bytes of request line and headers
    std::chrono::milliseconds headTimeout{5000}; ///< for a head, from its first byte or from connecting
    std::chrono::milliseconds idleTimeout{15'000}; ///< of a kept-alive connection between two requests
    std::chrono::milliseconds stallTimeout{10'000}; ///< without progress while an answer is sent
    std::chrono::milliseconds requestTimeout{10'000}; ///< for reading one whole request, against a slow drip
};

/// HTTP/1.1 on 127.0.0.1, and nowhere else. Only library.h and server.cpp know the library behind it, so that
/// it can be exchanged.
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
    /// Accepts no new connection, closes at once those that wait or still send their request, lets the
    /// handler finish its current work, and gives an answer under way a moment. May be called twice.
    void stop();

private:
    class Private;
    explicit HttpServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace groundswell::service
