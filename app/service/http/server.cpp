#include "app/service/http/server.h"

#include "app/service/http/socketstream.h"
#include "app/service/http/workers.h"

// The only file that knows cpp-httplib. Sockets are read by a stream of our own instead of the library's: it
// bounds the head, sets one deadline for a whole request, closes idle connections at once when the server
// stops, and reads on after a refusal so that the refusal reaches a client that is still sending.
#include <httplib.h>

#include <atomic>
#include <charconv>
#include <mutex>
#include <set>
#include <thread>

namespace groundswell::service {

namespace {

constexpr std::size_t longestPath = 1024; ///< bytes; the longest path of the API has some 200
constexpr std::size_t skipLimit =
    1024 * 1024; ///< bytes of a refused body that are read over to keep the connection

/// One connection, in the library's terms.
class Connection final : public httplib::Stream {
public:
    /// What stop() may cut: everything before the answer is being made.
    enum class Phase { Idle, Reading, Answering };

    Connection(socket_t socket, const SocketLimits &limits)
        : stream(socket, limits)
    {
    }

    SocketStream stream;
    std::atomic<Phase> phase = Phase::Idle;
    bool closeAfterAnswer = false;

    bool is_readable() const override { return stream.isReadable(); }
    bool is_writable() const override { return stream.isWritable(); }
    ssize_t read(char *data, std::size_t size) override { return stream.read(data, size); }
    ssize_t write(const char *data, std::size_t size) override { return stream.write(data, size); }
    // Everybody comes from this computer: the server listens nowhere else.
    void get_remote_ip_and_port(std::string &ip, int &port) const override { here(ip, port); }
    void get_local_ip_and_port(std::string &ip, int &port) const override { here(ip, port); }
    socket_t socket() const override { return stream.handle(); }

private:
    static void here(std::string &ip, int &port)
    {
        ip = "127.0.0.1";
        port = 0;
    }
};

/// The connection that this thread serves: the library's handlers get no context of their own.
thread_local Connection *currentConnection = nullptr;

class TaskQueue final : public httplib::TaskQueue {
public:
    explicit TaskQueue(std::size_t most)
        : m_workers(most)
    {
    }
    void enqueue(std::function<void()> task) override { m_workers.post(std::move(task)); }
    void shutdown() override { m_workers.stop(); }

private:
    Workers m_workers;
};

struct Framing {
    enum Kind { None, Length, Chunked, Broken } kind = None;
    std::size_t length = 0;
};
/// How the body is delimited. Contradictions are refused rather than guessed at (RFC 9112, 6.3).
Framing framingOf(const httplib::Request &request)
{
    const auto lengths = request.get_header_value_count("Content-Length");
    const auto encodings = request.get_header_value_count("Transfer-Encoding");
    if (lengths + encodings > 1)
        return {Framing::Broken};
    if (encodings == 1) {
        // The library takes exactly this spelling for chunked.
        return {request.get_header_value("Transfer-Encoding") == "chunked" ? Framing::Chunked
                                                                           : Framing::Broken};
    }
    if (lengths == 0)
        return {};
    const auto text = request.get_header_value("Content-Length");
    std::size_t length = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
    if (error != std::errc() || end != text.data() + text.size())
        return {Framing::Broken};
    return {Framing::Length, length};
}

Request translated(const httplib::Request &from)
{
    Request request;
    request.method = from.method;
    const auto question = from.target.find('?');
    request.path = from.target.substr(0, question);
    if (question != std::string::npos)
        request.query = parseQuery(std::string_view(from.target).substr(question + 1));
    request.headers.assign(from.headers.begin(), from.headers.end());
    return request;
}

void fill(httplib::Response &to, Response &&from)
{
    to.status = from.status;
    for (const auto &[name, value] : from.headers)
        to.set_header(name, value);
    if (!from.contentType.empty()) {
        to.body = std::move(from.body);
        to.set_header("Content-Type", from.contentType);
    }
}

} // namespace

class HttpServer::Private final : public httplib::Server {
public:
    Private(RequestHandler &handler, const ServerOptions &options)
        : m_handler(handler)
        , m_options(options)
    {
        new_task_queue = [this] { return new TaskQueue(m_options.maxConnections); };
        // Not the library's default: it would share the port with another program that asks for the same one.
        set_socket_options([](socket_t socket) {
            int on = 1;
#ifdef _WIN32
            ::setsockopt(socket, SOL_SOCKET, SO_EXCLUSIVEADDRUSE, reinterpret_cast<const char *>(&on),
                         sizeof on);
#else
            ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
#endif
        });
        using httplib::Request;
        using httplib::Response;
        set_pre_routing_handler([this](const Request &in, Response &out) { return onHead(in, out); });
        const auto body = [this](const Request &in, Response &out, const httplib::ContentReader &reader) {
            onBody(in, out, reader);
        };
        for (auto method : {&Private::PostBody, &Private::PutBody, &Private::PatchBody, &Private::DeleteBody})
            (this->*method)(body);
        set_error_handler(HandlerWithResponse([this](const Request &in, Response &out) {
            if (out.body.empty())
                fail(in, out, out.status);
            return HandlerResponse::Handled;
        }));
        set_exception_handler(
            [this](const Request &in, Response &out, std::exception_ptr) { fail(in, out, 500); });
    }

    Expected<void> open()
    {
        const char *address = "127.0.0.1";
        if (m_options.port == 0)
            m_port = bind_to_any_port(address);
        else if (bind_to_port(address, m_options.port))
            m_port = m_options.port;
        if (m_port <= 0) {
            Problem problem;
            problem.kind = Problem::Kind::Conflict;
            problem.messageKey = QStringLiteral("error.service.port_taken");
            problem.detail = QString::number(m_options.port);
            return tl::unexpected(problem);
        }
        m_listener = std::thread([this] { listen_after_bind(); });
        // stop() does nothing before the loop runs.
        while (!is_running())
            std::this_thread::yield();
        return {};
    }

    void close()
    {
        if (m_stopping.exchange(true))
            return;
        Server::stop();
        {
            const std::lock_guard lock(m_mutex);
            for (auto *connection : m_connections) {
                if (connection->phase != Connection::Phase::Answering)
                    connection->stream.stopReading();
            }
        }
        if (m_listener.joinable())
            m_listener.join();
    }

    [[nodiscard]] int port() const
    {
        return m_port;
    }

private:
    static constexpr const char *anyPath = R"([\s\S]*)";
    void PostBody(const HandlerWithContentReader &handler)
    {
        Post(anyPath, handler);
    }
    void PutBody(const HandlerWithContentReader &handler)
    {
        Put(anyPath, handler);
    }
    void PatchBody(const HandlerWithContentReader &handler)
    {
        Patch(anyPath, handler);
    }
    void DeleteBody(const HandlerWithContentReader &handler)
    {
        Delete(anyPath, handler);
    }

    bool process_and_close_socket(socket_t socket) override
    {
        Connection connection(
            socket,
            {m_options.headLimit, m_options.idleTimeout, m_options.stallTimeout, m_options.requestTimeout});
        {
            const std::lock_guard lock(m_mutex);
            m_connections.insert(&connection);
        }
        currentConnection = &connection;
        bool ok = true;
        while (!m_stopping && connection.stream.awaitRequest()) {
            connection.phase = Connection::Phase::Reading;
            connection.stream.beginRequest();
            connection.closeAfterAnswer = false;
            bool closed = false;
            ok = process_request(connection, m_stopping, closed, nullptr);
            connection.phase = Connection::Phase::Idle;
            if (!ok || closed || connection.closeAfterAnswer)
                break;
        }
        currentConnection = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            m_connections.erase(&connection);
        }
        connection.stream.close(connection.closeAfterAnswer);
        return ok;
    }

    /// Everything that can be decided on the head: refusals, and whole requests that have no body.
    HandlerResponse onHead(const httplib::Request &in, httplib::Response &out)
    {
        dropTransportFeatures(in);
        auto &connection = *currentConnection;
        Request head = translated(in);
        const Framing framing = framingOf(in);
        const auto refuse = [&](Response &&refusal) {
            if (framing.kind == Framing::Length && framing.length <= skipLimit)
                connection.closeAfterAnswer = !connection.stream.skip(framing.length);
            else if (framing.kind != Framing::None)
                connection.closeAfterAnswer = true;
            reply(out, std::move(refusal));
            return HandlerResponse::Handled;
        };
        if (framing.kind == Framing::Broken)
            return refuse(m_handler.failure(400, head));
        if (head.path.size() > longestPath)
            return refuse(m_handler.failure(414, head));
        Admission admission = m_handler.admit(head);
        if (admission.refusal)
            return refuse(std::move(*admission.refusal));
        if (framing.kind == Framing::Length && framing.length > admission.bodyLimit)
            return refuse(m_handler.failure(413, head));
        const bool takesBody =
            in.method == "POST" || in.method == "PUT" || in.method == "PATCH" || in.method == "DELETE";
        if (takesBody && framing.kind != Framing::None) {
            connection.stream.beginBody(admission.bodyLimit);
            m_bodyLimit = admission.bodyLimit;
            return HandlerResponse::Unhandled;
        }
        connection.phase = Connection::Phase::Answering;
        return refuse(m_handler.answer(head)); // a body on GET is read over
    }

    void onBody(const httplib::Request &in, httplib::Response &out, const httplib::ContentReader &reader)
    {
        auto &connection = *currentConnection;
        Request request = translated(in);
        std::size_t seen = 0;
        bool over = false;
        const auto count = [&](std::size_t length) {
            seen += length;
            over = seen > m_bodyLimit;
            return !over;
        };
        bool complete = false;
        if (in.is_multipart_form_data()) {
            complete = reader(
                [&](const httplib::MultipartFormData &part) {
                    request.parts.push_back({part.name, part.filename, part.content_type, {}});
                    return request.parts.size() <= 16;
                },
                [&](const char *data, std::size_t length) {
                    if (request.parts.empty() || !count(length))
                        return false;
                    request.parts.back().content.append(data, length);
                    return true;
                });
        } else {
            complete = reader([&](const char *data, std::size_t length) {
                if (!count(length))
                    return false;
                request.body.append(data, length);
                return true;
            });
        }
        if (!complete) {
            connection.closeAfterAnswer = true; // somewhere in the middle of the body
            return reply(out, m_handler.failure(over ? 413 : 400, request));
        }
        connection.phase = Connection::Phase::Answering;
        reply(out, m_handler.answer(request));
    }

    void fail(const httplib::Request &in, httplib::Response &out, int status)
    {
        // Where the library gave up there is no knowing what else is on the line.
        currentConnection->closeAfterAnswer = true;
        out.headers.clear(); // an exception's text among them
        reply(out, m_handler.failure(status, translated(in)));
    }

    static void reply(httplib::Response &out, Response &&answer)
    {
        fill(out, std::move(answer));
        if (currentConnection->closeAfterAnswer)
            out.set_header("Connection", "close");
    }

    /// Ranges and compression are for networks; on the loopback they cost time and can cut an answer short.
    static void dropTransportFeatures(const httplib::Request &in)
    {
        // The library hands the handler its own mutable request as const.
        auto &request = const_cast<httplib::Request &>(in);
        request.ranges.clear();
        request.headers.erase("Accept-Encoding");
    }

    RequestHandler &m_handler;
    const ServerOptions m_options;
    static thread_local std::size_t m_bodyLimit; ///< of the request whose body is being read
    int m_port = 0;
    std::thread m_listener;
    std::atomic<bool> m_stopping = false;
    std::mutex m_mutex; ///< guards m_connections: request threads come and go, stop() walks over them
    std::set<Connection *> m_connections;
};

thread_local std::size_t HttpServer::Private::m_bodyLimit = 0;

Expected<std::unique_ptr<HttpServer>> HttpServer::start(RequestHandler &handler, const ServerOptions &options)
{
    auto d = std::make_unique<Private>(handler, options);
    if (auto opened = d->open(); !opened)
        return tl::unexpected(opened.error());
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(d)));
}

HttpServer::HttpServer(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

HttpServer::~HttpServer()
{
    stop();
}
int HttpServer::port() const
{
    return d->port();
}
void HttpServer::stop()
{
    d->close();
}

} // namespace groundswell::service
