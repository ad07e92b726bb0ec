#include "app/service/http/server.h"

// The only file that knows cpp-httplib. Sockets are read by a stream of our own instead of the library's: it
// bounds the head, sets one deadline for a whole request, closes idle connections at once when the server
// stops, and reads on after a refusal so that the refusal reaches a client that is still sending.
#include <httplib.h>

#include <atomic>
#include <charconv>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <set>
#include <thread>

#ifndef _WIN32
#include <netinet/tcp.h>
#include <poll.h>
#endif

namespace groundswell::service {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t longestPath = 1024; ///< bytes; the longest path of the API has some 200
constexpr std::size_t drainLimit = 1024 * 1024; ///< bytes of a refused body that are read to keep the line

bool waitFor(socket_t socket, short events, Clock::time_point until)
{
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(until - Clock::now()).count();
        if (left <= 0)
            return false;
        pollfd entry{};
        entry.fd = socket;
        entry.events = events;
#ifdef _WIN32
        const int ready = WSAPoll(&entry, 1, static_cast<int>(left));
#else
        const int ready = ::poll(&entry, 1, static_cast<int>(left));
        if (ready < 0 && errno == EINTR)
            continue;
#endif
        return ready > 0;
    }
}

#ifdef _WIN32
constexpr int stopReading = SD_RECEIVE, stopWriting = SD_SEND, stopBoth = SD_BOTH, sendFlags = 0;
void closeSocket(socket_t socket)
{
    ::closesocket(socket);
}
#else
constexpr int stopReading = SHUT_RD, stopWriting = SHUT_WR, stopBoth = SHUT_RDWR, sendFlags = MSG_NOSIGNAL;
void closeSocket(socket_t socket)
{
    ::close(socket);
}
#endif

/// One connection.
class Connection final : public httplib::Stream {
public:
    /// What stop() may cut: everything before the answer is being made.
    enum class Phase { Idle, Reading, Answering };

    Connection(socket_t socket, const ServerOptions &options)
        : m_socket(socket)
        , m_options(options)
    {
        int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
    }

    std::atomic<Phase> phase = Phase::Idle;
    bool closeAfterAnswer = false;

    /// Waits for the next request; false when the client stays silent or is gone.
    bool awaitRequest()
    {
        return m_begin < m_end || waitFor(m_socket, POLLIN, Clock::now() + m_options.idleTimeout);
    }
    void beginRequest()
    {
        m_budget = m_options.headLimit;
        m_deadline = Clock::now() + m_options.requestTimeout;
        closeAfterAnswer = false;
    }
    /// The framing of a body (chunk sizes, part headers) may take as much again as the body.
    void beginBody(std::size_t limit) { m_budget = 2 * limit + m_options.headLimit; }

    /// Reads a body that nobody wants, so that the next request is found behind it.
    void drain(std::size_t length)
    {
        beginBody(length);
        std::array<char, 8192> bin;
        while (length > 0) {
            const auto count = read(bin.data(), std::min(bin.size(), length));
            if (count <= 0) {
                closeAfterAnswer = true;
                return;
            }
            length -= static_cast<std::size_t>(count);
        }
    }

    /// Closing with unread bytes resets the connection and the client may never see our last answer, so
    /// what it still sends is read and dropped for a moment.
    void close()
    {
        if (closeAfterAnswer) {
            ::shutdown(m_socket, stopWriting);
            const auto until = Clock::now() + std::chrono::seconds(2);
            std::array<char, 16384> bin;
            while (waitFor(m_socket, POLLIN, std::min(until, Clock::now() + milliseconds(500)))) {
                if (::recv(m_socket, bin.data(), bin.size(), 0) <= 0)
                    break;
            }
        }
        ::shutdown(m_socket, stopBoth);
        closeSocket(m_socket);
    }

    bool is_readable() const override { return m_begin < m_end || waitFor(m_socket, POLLIN, readDeadline()); }
    bool is_writable() const override
    {
        return waitFor(m_socket, POLLOUT, Clock::now() + m_options.stallTimeout);
    }

    ssize_t read(char *data, std::size_t size) override
    {
        if (m_begin == m_end && !fill())
            return -1;
        const std::size_t count = std::min({size, m_end - m_begin, m_budget});
        if (count == 0)
            return m_begin == m_end ? 0 : -1; // closed, or over the budget
        std::copy_n(m_buffer.data() + m_begin, count, data);
        m_begin += count;
        m_budget -= count;
        return static_cast<ssize_t>(count);
    }

    ssize_t write(const char *data, std::size_t size) override
    {
        std::size_t sent = 0;
        while (sent < size) {
            if (!is_writable())
                return -1;
            const auto count = ::send(m_socket, data + sent, size - sent, sendFlags);
            if (count <= 0)
                return -1;
            sent += static_cast<std::size_t>(count);
        }
        return static_cast<ssize_t>(sent);
    }

    void get_remote_ip_and_port(std::string &ip, int &port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }
    void get_local_ip_and_port(std::string &ip, int &port) const override
    {
        ip = "127.0.0.1";
        port = 0;
    }
    socket_t socket() const override { return m_socket; }

private:
    Clock::time_point readDeadline() const
    {
        return std::min(m_deadline, Clock::now() + m_options.stallTimeout);
    }
    bool fill()
    {
        if (!waitFor(m_socket, POLLIN, readDeadline()))
            return false;
        const auto count = ::recv(m_socket, m_buffer.data(), m_buffer.size(), 0);
        if (count < 0)
            return false;
        m_begin = 0;
        m_end = static_cast<std::size_t>(count);
        return true;
    }

    socket_t m_socket;
    const ServerOptions &m_options;
    std::array<char, 16384> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_budget = 0;
    Clock::time_point m_deadline;
};

/// The connection that this thread serves: the library's handlers get no context of their own.
thread_local Connection *currentConnection = nullptr;

/// A thread for each connection, made when needed and kept. The mutex guards the queue and the count of
/// free threads.
class Workers final : public httplib::TaskQueue {
public:
    explicit Workers(std::size_t most)
        : m_most(most)
    {
    }
    void enqueue(std::function<void()> task) override
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
        if (m_free < m_tasks.size() && m_threads.size() < m_most)
            m_threads.emplace_back([this] { work(); });
        m_wake.notify_one();
    }
    void shutdown() override
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_wake.notify_all();
        for (auto &thread : m_threads)
            thread.join();
    }

private:
    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            ++m_free;
            m_wake.wait(lock, [this] { return m_stopping || !m_tasks.empty(); });
            --m_free;
            if (m_tasks.empty())
                return;
            auto task = std::move(m_tasks.front());
            m_tasks.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
    }
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_tasks;
    std::vector<std::thread> m_threads;
    std::size_t m_most;
    std::size_t m_free = 0;
    bool m_stopping = false;
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
        new_task_queue = [this] { return new Workers(m_options.maxConnections); };
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
                    ::shutdown(connection->socket(), stopReading);
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
        Connection connection(socket, m_options);
        {
            const std::lock_guard lock(m_mutex);
            m_connections.insert(&connection);
        }
        currentConnection = &connection;
        bool ok = true;
        while (!m_stopping && connection.awaitRequest()) {
            connection.phase = Connection::Phase::Reading;
            connection.beginRequest();
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
        connection.close();
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
            if (framing.kind == Framing::Length && framing.length <= drainLimit)
                connection.drain(framing.length);
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
            connection.beginBody(admission.bodyLimit);
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
