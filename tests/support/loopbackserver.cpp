#include "support/loopbackserver.h"

namespace groundswell::test {

LoopbackServer::LoopbackServer(QObject *parent)
    : QObject(parent)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_partial.remove(socket);
                socket->deleteLater();
            });
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

void LoopbackServer::read(QTcpSocket *socket)
{
    QByteArray &data = m_partial[socket];
    data += socket->readAll();
    const qsizetype headerEnd = data.indexOf("\r\n\r\n");
    if (headerEnd < 0)
        return;
    const QByteArray head = data.left(headerEnd);
    qsizetype length = 0;
    const auto lines = head.split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    const qsizetype total = headerEnd + 4 + length;
    if (data.size() < total)
        return;
    const auto words = lines.first().trimmed().split(' ');
    m_received.push_back({words.value(0), words.value(1), head, data.mid(headerEnd + 4, length), socket});
    data.remove(0, total);
    Q_EMIT requestReceived(static_cast<int>(m_received.size()) - 1);
}

void LoopbackServer::answer(const Received &request, int status, const QByteArray &body,
                            const QByteArray &extraHeaders)
{
    write(request,
          "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: application/json\r\n"
              + "Content-Length: " + QByteArray::number(body.size()) + "\r\n" + extraHeaders + "\r\n" + body);
}

void LoopbackServer::write(const Received &request, const QByteArray &raw)
{
    if (!request.socket)
        return;
    request.socket->write(raw);
    request.socket->flush();
}

void LoopbackServer::cut(const Received &request)
{
    if (request.socket)
        request.socket->disconnectFromHost();
}

} // namespace groundswell::test
