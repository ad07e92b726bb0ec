#pragma once

#include <QByteArray>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <vector>

namespace groundswell::test {

/// A small real HTTP/1.1 server on the loopback, for what only sockets show: what an aborted request still
/// delivers, in which order, and how broken answers end. One request at a time on each connection; the test
/// answers, late or never.
class LoopbackServer final : public QObject {
    Q_OBJECT
public:
    struct Received {
        QByteArray verb;
        QByteArray target;
        QByteArray headers;
        QByteArray body;
        QPointer<QTcpSocket> socket;
    };

    explicit LoopbackServer(QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// Complete requests, in the order in which their last byte came.
    [[nodiscard]] const std::vector<Received> &received() const { return m_received; }

    static void answer(const Received &request, int status, const QByteArray &body,
                       const QByteArray &extraHeaders = {});
    /// Bytes as they are, for answers that break the rules.
    static void write(const Received &request, const QByteArray &raw);
    static void cut(const Received &request);

Q_SIGNALS:
    void requestReceived(int index);

private:
    void read(QTcpSocket *socket);
    QHash<QTcpSocket *, QByteArray> m_partial;
    std::vector<Received> m_received;
    // Last: its sockets say goodbye when it dies, and what they then touch must still be there.
    QTcpServer m_server;
};

} // namespace groundswell::test
