#include "app/service/http/socketstream.h"

#include <algorithm>

#ifdef _WIN32
#include <winsock2.h>
#else
#include <cerrno>
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
constexpr int noMoreReading = SD_RECEIVE, noMoreWriting = SD_SEND, nothingMore = SD_BOTH, sendFlags = 0;
void closeSocket(SocketHandle socket)
{
    ::closesocket(socket);
}
int pollOne(pollfd &entry, int timeout)
{
    return WSAPoll(&entry, 1, timeout);
}
bool wasInterrupted()
{
    return false;
}
#else
constexpr int noMoreReading = SHUT_RD, noMoreWriting = SHUT_WR, nothingMore = SHUT_RDWR,
              sendFlags = MSG_NOSIGNAL;
void closeSocket(SocketHandle socket)
{
    ::close(socket);
}
int pollOne(pollfd &entry, int timeout)
{
    return ::poll(&entry, 1, timeout);
}
bool wasInterrupted()
{
    return errno == EINTR;
}
#endif

constexpr std::chrono::seconds longestLinger{2};
constexpr milliseconds lingerPause{500};

bool waitFor(SocketHandle socket, short events, std::chrono::steady_clock::time_point until)
{
    for (;;) {
        const auto left = std::chrono::ceil<milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0)
            return false;
        pollfd entry{};
        entry.fd = socket;
        entry.events = events;
        const int ready = pollOne(entry, static_cast<int>(left));
        if (ready >= 0 || !wasInterrupted())
            return ready > 0;
    }
}

} // namespace

SocketStream::SocketStream(SocketHandle socket, const SocketLimits &limits)
    : m_socket(socket)
    , m_limits(limits)
{
    int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, reinterpret_cast<const char *>(&on), sizeof on);
}

bool SocketStream::awaitRequest() const
{
    return m_begin < m_end || waitFor(m_socket, POLLIN, Clock::now() + m_limits.idle);
}

void SocketStream::beginRequest()
{
    m_budget = m_limits.headBytes;
    m_deadline = Clock::now() + m_limits.request;
}

void SocketStream::beginBody(std::size_t limit)
{
    m_budget = 2 * limit + m_limits.headBytes;
}

bool SocketStream::skip(std::size_t length)
{
    beginBody(length);
    std::array<char, 8192> bin;
    while (length > 0) {
        const auto count = read(bin.data(), std::min(bin.size(), length));
        if (count <= 0)
            return false;
        length -= static_cast<std::size_t>(count);
    }
    return true;
}

SocketStream::Clock::time_point SocketStream::readDeadline() const
{
    return std::min(m_deadline, Clock::now() + m_limits.stall);
}

bool SocketStream::isReadable() const
{
    return m_begin < m_end || waitFor(m_socket, POLLIN, readDeadline());
}

bool SocketStream::isWritable() const
{
    return waitFor(m_socket, POLLOUT, Clock::now() + m_limits.stall);
}

bool SocketStream::fill()
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

std::ptrdiff_t SocketStream::read(char *data, std::size_t size)
{
    if (m_begin == m_end && !fill())
        return -1;
    const std::size_t count = std::min({size, m_end - m_begin, m_budget});
    if (count == 0)
        return m_begin == m_end ? 0 : -1; // closed, or over the budget
    std::copy_n(m_buffer.data() + m_begin, count, data);
    m_begin += count;
    m_budget -= count;
    return static_cast<std::ptrdiff_t>(count);
}

std::ptrdiff_t SocketStream::write(const char *data, std::size_t size)
{
    std::size_t sent = 0;
    while (sent < size) {
        if (!isWritable())
            return -1;
        const auto count = ::send(m_socket, data + sent, size - sent, sendFlags);
        if (count <= 0)
            return -1;
        sent += static_cast<std::size_t>(count);
    }
    return static_cast<std::ptrdiff_t>(sent);
}

void SocketStream::stopReading()
{
    ::shutdown(m_socket, noMoreReading);
}

void SocketStream::close(bool linger)
{
    if (linger) {
        ::shutdown(m_socket, noMoreWriting);
        const auto until = Clock::now() + longestLinger;
        while (waitFor(m_socket, POLLIN, std::min(until, Clock::now() + lingerPause))) {
            if (::recv(m_socket, m_buffer.data(), m_buffer.size(), 0) <= 0)
                break;
        }
    }
    ::shutdown(m_socket, nothingMore);
    closeSocket(m_socket);
}

} // namespace groundswell::service
