#include "app/service/http/server/connection.h"

#include <algorithm>
#include <array>

namespace groundswell::service {

namespace {

constexpr std::chrono::seconds longestLinger{2};
constexpr std::size_t blockSize = 16384;

} // namespace

Connection::Connection(SocketHandle socket, const ConnectionLimits &limits)
    : m_socket(socket)
    , m_limits(limits)
    , m_since(SocketClock::now())
{
    setNoDelay(m_socket);
}

Connection::~Connection()
{
    endBoth(m_socket);
    closeSocket(m_socket);
}

Connection::Arrival Connection::takeIn()
{
    std::array<char, blockSize> block;
    const auto count = receive(m_socket, block);
    if (count == 0)
        return Arrival::Gone;
    if (count < 0)
        return Arrival::Waiting; // the next call reports a fault as the end
    if (m_lingers)
        return Arrival::Waiting; // dropped
    if (pending().empty() && !m_isFresh)
        m_since = SocketClock::now();
    m_buffer.append(block.data(), static_cast<std::size_t>(count));
    return look();
}

Connection::Arrival Connection::look()
{
    const HeadScan scan = scanHead(pending());
    if (scan.state == HeadScan::Incomplete && pending().size() < m_limits.headBytes)
        return Arrival::Waiting;
    if (scan.state == HeadScan::Complete && scan.length <= m_limits.headBytes) {
        m_head = parseHead(pending().substr(0, scan.length));
        use(scan.length);
    } else {
        m_head = {};
    }
    m_headTook = SocketClock::now() - m_since;
    return Arrival::Head;
}

SocketClock::time_point Connection::deadline() const
{
    if (m_lingers)
        return m_since + longestLinger;
    return m_since + (m_isFresh || !pending().empty() ? m_limits.head : m_limits.idle);
}

void Connection::beginLinger()
{
    endWriting(m_socket);
    m_lingers = true;
    m_since = SocketClock::now();
}

void Connection::beginRequest()
{
    // The client can't help how long it waited for a free thread.
    m_deadline = SocketClock::now() + m_limits.request - m_headTook;
    m_left = m_head.framing == RequestHead::Framing::Length ? m_head.length : 0;
    m_chunks = {};
    m_budget = 0;
    m_brokeOff = false;
    closeAfterAnswer = !m_head.isSound || m_head.closes;
    phase = Phase::Reading;
}

void Connection::beginBody(std::size_t limit)
{
    m_budget = 2 * limit + m_limits.headBytes;
}

bool Connection::isBodyOver() const
{
    switch (m_head.framing) {
    case RequestHead::Framing::Length:
        return m_left == 0;
    case RequestHead::Framing::Chunked:
        return m_chunks.isComplete();
    default:
        return true;
    }
}

std::string_view Connection::pending() const
{
    return std::string_view(m_buffer).substr(m_used);
}

void Connection::use(std::size_t count)
{
    m_used += count;
    if (m_used < m_buffer.size())
        return;
    m_buffer.clear();
    m_used = 0;
}

bool Connection::fill(SocketClock::time_point until)
{
    m_buffer.resize(blockSize);
    const auto count = waitReadable(m_socket, until) ? receive(m_socket, m_buffer) : -1;
    m_buffer.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    m_brokeOff = count <= 0;
    return !m_brokeOff;
}

std::ptrdiff_t Connection::readBody(char *data, std::size_t size)
{
    if (isBodyOver())
        return 0;
    if (pending().empty() && !fill(m_deadline))
        return -1;
    std::size_t count = std::min({size, pending().size(), m_budget});
    if (m_head.framing == RequestHead::Framing::Length)
        count = std::min(count, m_left);
    else
        count = m_chunks.take(pending().substr(0, count));
    if (count == 0)
        return -1; // badly framed, or over the budget
    std::copy_n(pending().data(), count, data);
    use(count);
    m_left -= std::min(m_left, count);
    m_budget -= count;
    return static_cast<std::ptrdiff_t>(count);
}

bool Connection::skipBody()
{
    beginBody(m_left);
    std::array<char, blockSize> bin;
    while (!isBodyOver()) {
        if (readBody(bin.data(), bin.size()) <= 0) {
            m_brokeOff = false; // there is an answer, even so
            return false;
        }
    }
    return true;
}

std::ptrdiff_t Connection::write(const char *data, std::size_t size)
{
    if (m_brokeOff)
        return -1;
    std::size_t sent = 0;
    while (sent < size) {
        if (!waitWritable(m_socket, SocketClock::now() + m_limits.stall))
            return -1;
        const auto count = transmit(m_socket, data + sent, size - sent);
        if (count <= 0)
            return -1;
        sent += static_cast<std::size_t>(count);
    }
    return static_cast<std::ptrdiff_t>(sent);
}

void Connection::endRequest()
{
    m_isFresh = false;
    m_since = SocketClock::now();
}

void Connection::stopReading()
{
    endReading(m_socket);
}

void Connection::abort()
{
    endBoth(m_socket);
}

} // namespace groundswell::service
