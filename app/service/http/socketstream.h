#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace groundswell::service {

#ifdef _WIN32
using SocketHandle = unsigned long long;
#else
using SocketHandle = int;
#endif

/// What a connection may take.
struct SocketLimits {
    std::size_t headBytes = 0; ///< of request line and headers
    std::chrono::seconds idle{0}; ///< between two requests
    std::chrono::seconds stall{0}; ///< without a byte within a request or an answer
    std::chrono::seconds request{0}; ///< for reading one whole request
};

/// A connected socket, read through a buffer with deadlines and a budget. Belongs to one thread; only
/// stopReading() may be called from another one.
class SocketStream {
public:
    SocketStream(SocketHandle socket, const SocketLimits &limits);
    SocketStream(const SocketStream &) = delete;
    SocketStream &operator=(const SocketStream &) = delete;

    /// Waits for the next request; false when the client stays silent or is gone.
    [[nodiscard]] bool awaitRequest() const;
    /// Starts the deadline and the budget of a head.
    void beginRequest();
    /// Sets the budget of a body. Its framing (chunk sizes, part headers) may take as much again as the body.
    void beginBody(std::size_t limit);
    /// Reads over a body that nobody wants, so that the next request is found behind it; false where it
    /// didn't come.
    [[nodiscard]] bool skip(std::size_t length);

    [[nodiscard]] bool isReadable() const;
    [[nodiscard]] bool isWritable() const;
    /// Bytes read; 0 = closed by the client; −1 = deadline, budget or fault.
    [[nodiscard]] std::ptrdiff_t read(char *data, std::size_t size);
    [[nodiscard]] std::ptrdiff_t write(const char *data, std::size_t size); ///< all of it, or −1

    void stopReading(); ///< a waiting read ends as if the client had closed
    /// \a linger: the client may still be sending. Closing with unread bytes would reset the connection and
    /// it might never see our last answer, so what comes is read and dropped for a moment.
    void close(bool linger);

    [[nodiscard]] SocketHandle handle() const { return m_socket; }

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] Clock::time_point readDeadline() const;
    [[nodiscard]] bool fill();

    SocketHandle m_socket;
    const SocketLimits m_limits;
    std::array<char, 16384> m_buffer;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_budget = 0;
    Clock::time_point m_deadline;
};

} // namespace groundswell::service
