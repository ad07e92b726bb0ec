#pragma once

#include "app/service/http/server/connection.h"
#include "app/service/http/server/message.h"

// How cpp-httplib is used, and for what: listening, reading bodies, and writing answers. Only this file and
// the server's know it. It never sees what a stranger can send: requesthead.h reads heads first and writes
// them anew for the library, chunks are checked on their way, and connections wait in the door. advisories.md
// lists the advisories of the packaged version and how this answers them.
#include <httplib.h>

namespace groundswell::service {

/// A request and its answer, in the library's terms: a head of our own making and the body's bytes.
class LibraryStream final : public httplib::Stream {
public:
    explicit LibraryStream(Connection &connection);

    bool is_readable() const override { return true; } // never called: reading has a deadline
    bool is_writable() const override { return true; }
    ssize_t read(char *data, std::size_t size) override;
    ssize_t write(const char *data, std::size_t size) override { return m_connection.write(data, size); }
    // Every client is on this computer: the server listens nowhere else.
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_connection.handle(); }

private:
    Connection &m_connection;
    const std::string m_head;
    std::size_t m_read = 0; ///< bytes of m_head
};

void fill(httplib::Response &to, Response &&from);

} // namespace groundswell::service
