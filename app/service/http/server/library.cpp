#include "app/service/http/server/library.h"

namespace groundswell::service {

namespace {

/// The head that the library gets to see: only what it needs to read the body and to write the answer.
std::string headForLibrary(const RequestHead &head)
{
    if (!head.isSound)
        return "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";
    std::string text = head.request.method + " / HTTP/1.1\r\n";
    if (head.framing == RequestHead::Framing::Length)
        text += "Content-Length: " + std::to_string(head.length) + "\r\n";
    if (head.framing == RequestHead::Framing::Chunked)
        text += "Transfer-Encoding: chunked\r\n";
    if (head.closes)
        text += "Connection: close\r\n";
    return text + "\r\n";
}

} // namespace

LibraryStream::LibraryStream(Connection &connection)
    : m_connection(connection)
    , m_head(headForLibrary(connection.head()))
{
}

ssize_t LibraryStream::read(char *data, std::size_t size)
{
    if (m_read == m_head.size())
        return m_connection.readBody(data, size);
    const std::size_t count = m_head.copy(data, size, m_read);
    m_read += count;
    return static_cast<ssize_t>(count);
}

void LibraryStream::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "127.0.0.1";
    port = 0;
}

void LibraryStream::get_local_ip_and_port(std::string &ip, int &port) const
{
    get_remote_ip_and_port(ip, port);
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

} // namespace groundswell::service
