#pragma once

#include <chrono>
#include <cstddef>
#include <span>

namespace groundswell::service {

// The differences between systems' sockets, so that nothing above has to ask which one it runs on.

#ifdef _WIN32
using SocketHandle = unsigned long long;
#else
using SocketHandle = int;
#endif

using SocketClock = std::chrono::steady_clock;

void setNoDelay(SocketHandle socket);
/// Before binding: the port is ours alone, and free again as soon as we are gone.
void shareNoPort(SocketHandle socket);
/// For a listening socket: how many connections may wait to be accepted. A client that finds the queue full
/// tries again after a second.
void setQueue(SocketHandle socket, std::size_t length);
void closeSocket(SocketHandle socket);
void endReading(SocketHandle socket); ///< a waiting read ends as if the other side had closed
void endWriting(SocketHandle socket); ///< tells the other side that nothing more will come
void endBoth(SocketHandle socket);

/// Reads what is there, without waiting. Bytes; 0 = closed by the other side; −1 = nothing yet, or a fault.
[[nodiscard]] std::ptrdiff_t receive(SocketHandle socket, std::span<char> into);
[[nodiscard]] std::ptrdiff_t transmit(SocketHandle socket, const char *data, std::size_t size);

/// False from \a until on, even if something has come: a steady drip can't put a deadline off.
[[nodiscard]] bool waitReadable(SocketHandle socket, SocketClock::time_point until);
[[nodiscard]] bool waitWritable(SocketHandle socket, SocketClock::time_point until);

/// One of several sockets that waitForAny() looks at.
struct Watched {
    SocketHandle socket;
    bool isReady = false; ///< there is something to read, the end included
};
/// Returns at \a until at the latest.
void waitForAny(std::span<Watched> sockets, SocketClock::time_point until);

/// Ends another thread's waitForAny(): a datagram socket of this computer that is connected to itself, since
/// every system has those.
class WakeUp {
public:
    WakeUp();
    WakeUp(const WakeUp &) = delete;
    WakeUp &operator=(const WakeUp &) = delete;
    ~WakeUp();

    void ring();
    void quiet(); ///< reads the rings, without waiting
    [[nodiscard]] SocketHandle handle() const { return m_socket; }

private:
    SocketHandle m_socket;
};

} // namespace groundswell::service
