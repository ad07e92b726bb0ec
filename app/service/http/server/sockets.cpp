#include "app/service/http/server/sockets.h"

#include <array>
#include <cstdlib>
#include <vector>

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace groundswell::service {

namespace {

using std::chrono::milliseconds;

#ifdef _WIN32
using AddressLength = int;
constexpr int noMoreReading = SD_RECEIVE, noMoreWriting = SD_SEND, nothingMore = SD_BOTH, sendFlags = 0,
              receiveFlags = 0;
int pollAll(std::span<pollfd> entries, int timeout)
{
    return WSAPoll(entries.data(), static_cast<ULONG>(entries.size()), timeout);
}
bool wasInterrupted()
{
    return false;
}
bool neverWaits(SocketHandle socket)
{
    u_long on = 1;
    return ::ioctlsocket(socket, FIONBIO, &on) == 0;
}
#else
using AddressLength = socklen_t;
constexpr int noMoreReading = SHUT_RD, noMoreWriting = SHUT_WR, nothingMore = SHUT_RDWR,
              sendFlags = MSG_NOSIGNAL, receiveFlags = MSG_DONTWAIT;
int pollAll(std::span<pollfd> entries, int timeout)
{
    return ::poll(entries.data(), static_cast<nfds_t>(entries.size()), timeout);
}
bool wasInterrupted()
{
    return errno == EINTR;
}
bool neverWaits(SocketHandle socket)
{
    return ::fcntl(socket, F_SETFL, O_NONBLOCK) == 0;
}
#endif

/// True where one of them is ready before \a until.
bool pollUntil(std::span<pollfd> entries, SocketClock::time_point until)
{
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(until - SocketClock::now()).count();
        if (left <= 0)
            return false;
        constexpr long long longest = 60'000; // fits every system's idea of a time-out
        const int ready = pollAll(entries, static_cast<int>(left < longest ? left : longest));
        if (ready > 0)
            return true;
        if (ready < 0 && !wasInterrupted())
            return false;
    }
}

bool waitFor(SocketHandle socket, short events, SocketClock::time_point until)
{
    std::array<pollfd, 1> entry{};
    entry[0].fd = socket;
    entry[0].events = events;
    return pollUntil(entry, until);
}

} // namespace

void setNoDelay(SocketHandle socket)
{
    int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
}

void shareNoPort(SocketHandle socket)
{
    int on = 1;
#ifdef _WIN32
    constexpr int option = SO_EXCLUSIVEADDRUSE;
#else
    constexpr int option =
        SO_REUSEADDR; // not SO_REUSEPORT, which would share it with anybody who asks for it too
#endif
    ::setsockopt(socket, SOL_SOCKET, option, reinterpret_cast<const char *>(&on), sizeof on);
}

void setQueue(SocketHandle socket, std::size_t length)
{
    ::listen(socket, static_cast<int>(length)); // listening already: only the length changes
}

void closeSocket(SocketHandle socket)
{
#ifdef _WIN32
    ::closesocket(socket);
#else
    ::close(socket);
#endif
}

void endReading(SocketHandle socket)
{
    ::shutdown(socket, noMoreReading);
}

void endWriting(SocketHandle socket)
{
    ::shutdown(socket, noMoreWriting);
}

void endBoth(SocketHandle socket)
{
    ::shutdown(socket, nothingMore);
}

std::ptrdiff_t receive(SocketHandle socket, std::span<char> into)
{
    return ::recv(socket, into.data(), into.size(), receiveFlags);
}

std::ptrdiff_t transmit(SocketHandle socket, const char *data, std::size_t size)
{
    return ::send(socket, data, size, sendFlags);
}

bool waitReadable(SocketHandle socket, SocketClock::time_point until)
{
    return waitFor(socket, POLLIN, until);
}

bool waitWritable(SocketHandle socket, SocketClock::time_point until)
{
    return waitFor(socket, POLLOUT, until);
}

void waitForAny(std::span<Watched> sockets, SocketClock::time_point until)
{
    std::vector<pollfd> entries(sockets.size());
    for (std::size_t i = 0; i < sockets.size(); ++i) {
        entries[i].fd = sockets[i].socket;
        entries[i].events = POLLIN;
    }
    const bool any = pollUntil(entries, until);
    for (std::size_t i = 0; i < sockets.size(); ++i)
        sockets[i].isReady = any && entries[i].revents != 0;
}

WakeUp::WakeUp()
    : m_socket(::socket(AF_INET, SOCK_DGRAM, 0))
{
    sockaddr_in here{};
    here.sin_family = AF_INET;
    here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto *address = reinterpret_cast<sockaddr *>(&here);
    AddressLength length = sizeof here;
    if (::bind(m_socket, address, length) != 0 || ::getsockname(m_socket, address, &length) != 0
        || ::connect(m_socket, address, length) != 0 || !neverWaits(m_socket))
        std::abort(); // without the loopback there can't be a service either
}

WakeUp::~WakeUp()
{
    closeSocket(m_socket);
}

void WakeUp::ring()
{
    (void)transmit(m_socket, "!", 1); // if the buffer is full, it rings as well
}

void WakeUp::quiet()
{
    std::array<char, 16> bin;
    while (receive(m_socket, bin) > 0) { }
}

} // namespace groundswell::service
