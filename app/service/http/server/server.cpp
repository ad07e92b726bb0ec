#include "app/service/http/server/server.h"

#include "app/service/http/server/door.h"
#include "app/service/http/server/library.h"
#include "app/service/http/server/multipart.h"
#include "app/service/http/server/workers.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

namespace groundswell::service {

namespace {

constexpr std::size_t longestPath = 1024; ///< bytes; the longest path of the API has some 200
constexpr std::size_t skipLimit =
    1024 * 1024; ///< bytes of a refused body that are read over to keep the connection
constexpr std::chrono::milliseconds lastWord{200}; ///< for an answer under way when the server stops

/// The connection that this thread serves: the library's handlers get no context of their own.
thread_local Connection *currentConnection = nullptr;

/// New sockets go to the door at once, on the listening thread.
class AtOnce final : public httplib::TaskQueue {
public:
    void enqueue(std::function<void()> task) override { task(); }
    void shutdown() override { }
};

} // namespace

class HttpServer::Private final : public httplib::Server {
public:
    Private(RequestHandler &handler, const ServerOptions &options)
        : m_handler(handler)
        , m_options(options)
        , m_known(options.maxRequests)
        , m_strangers(options.maxStrangers)
        , m_door({{options.headLimit, options.headTimeout, options.requestTimeout, options.idleTimeout,
                   options.stallTimeout},
                  options.maxConnections},
                 [this](std::shared_ptr<Connection> connection) { assign(std::move(connection)); })
    {
        new_task_queue = [] { return new AtOnce; };
        set_keep_alive_timeout(std::chrono::ceil<std::chrono::seconds>(options.idleTimeout).count());
        set_socket_options([](socket_t socket) { shareNoPort(socket); });
        using LibraryRequest = httplib::Request;
        using LibraryResponse = httplib::Response;
        set_pre_routing_handler([this](const LibraryRequest &, LibraryResponse &out) { return onHead(out); });
        const auto body = [this](const LibraryRequest &, LibraryResponse &out,
                                 const httplib::ContentReader &reader) { onBody(out, reader); };
        for (auto method : {&Private::PostBody, &Private::PutBody, &Private::PatchBody, &Private::DeleteBody})
            (this->*method)(body);
        set_error_handler(HandlerWithResponse([this](const LibraryRequest &, LibraryResponse &out) {
            if (out.body.empty())
                fail(out, out.status);
            return HandlerResponse::Handled;
        }));
        set_exception_handler(
            [this](const LibraryRequest &, LibraryResponse &out, std::exception_ptr) { fail(out, 500); });
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
        setQueue(svr_sock_, m_options.maxConnections); // the library's own queue holds five
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
        if (m_listener.joinable())
            m_listener.join();
        m_door.close();
        cutReaders();
        awaitAnswers();
        m_known.stop();
        m_strangers.stop();
    }

    [[nodiscard]] int port() const { return m_port; }

private:
    static constexpr const char *anyPath = R"([\s\S]*)";
    void PostBody(const HandlerWithContentReader &handler) { Post(anyPath, handler); }
    void PutBody(const HandlerWithContentReader &handler) { Put(anyPath, handler); }
    void PatchBody(const HandlerWithContentReader &handler) { Patch(anyPath, handler); }
    void DeleteBody(const HandlerWithContentReader &handler) { Delete(anyPath, handler); }

    bool process_and_close_socket(socket_t socket) override
    {
        m_door.admit(socket);
        return true;
    }

    /// A request's head is there. A client that doesn't bring the token waits for one of a few places, so
    /// that strangers can't take all of them.
    void assign(std::shared_ptr<Connection> connection)
    {
        connection->isTrusted = connection->head().isSound && m_handler.isTrusted(connection->head().request);
        Workers &workers = connection->isTrusted ? m_known : m_strangers;
        workers.post([this, connection = std::move(connection)]() mutable { serve(std::move(connection)); });
    }

    void serve(std::shared_ptr<Connection> connection)
    {
        connection->beginRequest();
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return;
            m_serving.insert(connection.get());
        }
        currentConnection = connection.get();
        LibraryStream stream(*connection);
        bool closed = false;
        const bool ok = process_request(stream, false, closed, nullptr);
        currentConnection = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            m_serving.erase(connection.get());
        }
        m_served.notify_all();
        if (!ok || connection->brokeOff())
            return; // closed with the last of its owners
        if (closed || connection->closeAfterAnswer || !connection->isBodyOver())
            m_door.letGo(std::move(connection));
        else
            m_door.giveBack(std::move(connection));
    }

    /// Everything that can be decided on the head: refusals, and whole requests without a body.
    HandlerResponse onHead(httplib::Response &out)
    {
        auto &connection = *currentConnection;
        const RequestHead &head = connection.head();
        if (!head.isSound)
            return refuse(out, m_handler.failure(400, head.request));
        if (head.request.path.size() > longestPath)
            return refuse(out, m_handler.failure(414, head.request));
        Admission admission = m_handler.admit(head.request);
        if (admission.refusal)
            return refuse(out, std::move(*admission.refusal));
        if (head.framing == RequestHead::Framing::None || head.request.method == "GET"
            || head.request.method == "HEAD" || admission.bodyLimit == 0) {
            connection.phase = Connection::Phase::Working;
            return refuse(out, m_handler.answer(head.request)); // reads past a body that nobody asked for
        }
        if (head.framing == RequestHead::Framing::Length && head.length > admission.bodyLimit)
            return refuse(out, m_handler.failure(413, head.request));
        connection.beginBody(admission.bodyLimit);
        m_bodyLimit = admission.bodyLimit;
        constexpr std::string_view goAhead = "HTTP/1.1 100 Continue\r\n\r\n";
        if (head.awaitsGoAhead)
            (void)connection.write(goAhead.data(), goAhead.size());
        return HandlerResponse::Unhandled;
    }

    /// Answers without the body. If the body is short and the client has shown the token, it is read past to
    /// keep the connection; nobody else is waited for.
    HandlerResponse refuse(httplib::Response &out, Response &&answer)
    {
        auto &connection = *currentConnection;
        const RequestHead &head = connection.head();
        if (!connection.isBodyOver()) {
            connection.phase = Connection::Phase::Reading; // so that a stop may cut it off, unless one has
                                                           // begun
            const bool isWorthIt = !m_stopping && connection.isTrusted && !head.awaitsGoAhead
                && head.framing == RequestHead::Framing::Length && head.length <= skipLimit;
            connection.closeAfterAnswer = !isWorthIt || !connection.skipBody() || connection.closeAfterAnswer;
        }
        reply(out, std::move(answer));
        return HandlerResponse::Handled;
    }

    void onBody(httplib::Response &out, const httplib::ContentReader &reader)
    {
        auto &connection = *currentConnection;
        Request request = connection.head().request;
        std::size_t seen = 0;
        bool over = false;
        const auto count = [&](std::size_t length) {
            seen += length;
            over = seen > m_bodyLimit;
            return !over;
        };
        const bool complete = reader([&](const char *data, std::size_t length) {
            if (!count(length))
                return false;
            request.body.append(data, length);
            return true;
        });
        // The library reports a chunked body as complete even if it isn't.
        if (!complete || !connection.isBodyOver()) {
            connection.closeAfterAnswer = true; // somewhere in the middle of the body
            return reply(out, m_handler.failure(over ? 413 : 400, request));
        }
        if (!takeParts(request))
            return reply(out, m_handler.failure(400, request));
        connection.phase = Connection::Phase::Working;
        reply(out, m_handler.answer(request));
    }

    /// Takes a multipart body apart; false if it claims to be one and isn't.
    static bool takeParts(Request &request)
    {
        const std::string *type = request.header("Content-Type");
        if (!type || !isMultipart(*type))
            return true;
        auto parts = parseMultipart(*type, request.body);
        if (!parts)
            return false;
        request.parts = std::move(*parts);
        request.body.clear();
        request.body.shrink_to_fit();
        return true;
    }

    void fail(httplib::Response &out, int status)
    {
        // If the library gave up, we can't know what else is on the line.
        currentConnection->closeAfterAnswer = true;
        out.headers.clear(); // one of them is the exception's text
        reply(out, m_handler.failure(status, currentConnection->head().request));
    }

    static void reply(httplib::Response &out, Response &&answer)
    {
        fill(out, std::move(answer));
        const RequestHead &head = currentConnection->head();
        if (currentConnection->closeAfterAnswer && head.isSound && !head.closes) // else the library says so
            out.set_header("Connection", "close");
        currentConnection->phase = Connection::Phase::Writing;
    }

    void cutReaders()
    {
        const std::lock_guard lock(m_mutex);
        for (auto *connection : m_serving) {
            if (connection->phase == Connection::Phase::Reading)
                connection->stopReading();
        }
    }

    /// The current work is finished; an answer that a client doesn't take is given up.
    void awaitAnswers()
    {
        std::unique_lock lock(m_mutex);
        std::set<Connection *> writing;
        while (!m_serving.empty()) {
            m_served.wait_for(lock, lastWord, [this] { return m_serving.empty(); });
            std::set<Connection *> still;
            for (auto *connection : m_serving) {
                if (connection->phase != Connection::Phase::Writing)
                    continue;
                if (writing.contains(connection))
                    connection->abort();
                still.insert(connection);
            }
            writing.swap(still);
        }
    }

    RequestHandler &m_handler;
    const ServerOptions m_options;
    static thread_local std::size_t m_bodyLimit; ///< of the request whose body is being read
    int m_port = 0;
    std::thread m_listener;
    std::atomic<bool> m_stopping = false;
    std::mutex m_mutex; ///< guards m_serving: workers come and go, close() walks over them
    std::condition_variable m_served;
    std::set<Connection *> m_serving;
    Workers m_known;
    Workers m_strangers;
    Door m_door; ///< hands to the other members, so it is destroyed first
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
