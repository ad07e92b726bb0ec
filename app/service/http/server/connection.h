#pragma once

#include "app/service/http/server/requesthead.h"
#include "app/service/http/server/sockets.h"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <string>

namespace groundswell::service {

/// The limits of a connection.
struct ConnectionLimits {
    std::size_t headBytes = 0; ///< of request line and headers
    std::chrono::milliseconds head{0}; ///< for a whole head, and for the first one to come at all
    std::chrono::milliseconds request{0}; ///< for reading a whole request
    std::chrono::milliseconds idle{0}; ///< between two requests
    std::chrono::milliseconds stall{0}; ///< without progress while an answer is sent
};

/// A connected socket and the request that it brings. Belongs to one thread at a time: to the door's thread
/// while it waits for a head, to a worker while the request is served. Only stopReading(), abort() and phase
/// may be used from another thread.
class Connection {
public:
    /// What a stop may cut off: reading at once, writing after a moment, the work between them never.
    enum class Phase { Reading, Working, Writing };

    Connection(SocketHandle socket, const ConnectionLimits &limits);
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection(); ///< closes

    // At the door.
    enum class Arrival { Waiting, Head, Gone };
    /// Takes what has arrived, without waiting for more. Head: head() is there, sound or not.
    [[nodiscard]] Arrival takeIn();
    /// Looks for a head in what has arrived already.
    [[nodiscard]] Arrival look();
    /// How long the door waits for the rest.
    [[nodiscard]] SocketClock::time_point deadline() const;
    /// Since when nothing has happened here: the connection that waits longest yields first.
    [[nodiscard]] SocketClock::time_point since() const { return m_since; }
    /// The client may still be sending. If we closed with unread bytes, the connection would be reset and our
    /// last answer might never be seen, so what arrives is read and dropped for a moment.
    void beginLinger();
    [[nodiscard]] bool lingers() const { return m_lingers; }

    // While a request is served.
    void beginRequest();
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    /// How many bytes a body of at most \a limit bytes may take on the line: its framing and the heads of its
    /// parts may take as much again.
    void beginBody(std::size_t limit);
    /// Bytes of this request's body and no further, its chunk framing included and checked; 0 = its end;
    /// −1 = deadline, limit, bad framing, fault.
    [[nodiscard]] std::ptrdiff_t readBody(char *data, std::size_t size);
    [[nodiscard]] bool isBodyOver() const;
    /// Reads past a body that nobody wants, so that the next request is found behind it.
    [[nodiscard]] bool skipBody();
    /// The body didn't arrive whole: it was too slow, or closed. Nothing is answered then, since a client may
    /// send a request again that was lost, but not one that was refused.
    [[nodiscard]] bool brokeOff() const { return m_brokeOff; }
    [[nodiscard]] std::ptrdiff_t write(const char *data, std::size_t size); ///< all of it, or −1
    /// Makes ready for the next request.
    void endRequest();

    void stopReading(); ///< a waiting read ends as if the client had closed
    void abort(); ///< a waiting write ends too
    std::atomic<Phase> phase = Phase::Reading;
    bool isTrusted = false; ///< its latest request brought the token
    bool closeAfterAnswer = false;

    [[nodiscard]] SocketHandle handle() const { return m_socket; }

private:
    [[nodiscard]] std::string_view pending() const;
    void use(std::size_t count);
    [[nodiscard]] bool fill(SocketClock::time_point until);

    SocketHandle m_socket;
    const ConnectionLimits m_limits;
    std::string m_buffer; ///< what has arrived
    std::size_t m_used = 0; ///< of it
    bool m_isFresh = true; ///< no request yet
    bool m_lingers = false;
    SocketClock::time_point m_since;
    SocketClock::duration m_headTook{};
    SocketClock::time_point m_deadline; ///< of the body
    RequestHead m_head;
    std::size_t m_left = 0; ///< of a body with a length
    ChunkedBody m_chunks;
    std::size_t m_budget = 0;
    bool m_brokeOff = false;
};

} // namespace groundswell::service
