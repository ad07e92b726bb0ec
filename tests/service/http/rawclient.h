#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QTcpSocket>

#include <optional>

namespace groundswell::service {

struct RawReply {
    int status = 0; ///< 0 = no answer came
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(const char *name) const
    {
        for (const auto &[key, value] : headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(body).array(); }
    [[nodiscard]] QString message() const { return json()[u"message"].toString(); }
};

/// A blocking HTTP client over one kept-alive connection that sends exactly the bytes it is given, also wrong
/// ones. One a thread.
class RawClient {
public:
    explicit RawClient(int port, QByteArray token = {})
        : m_port(port)
        , m_token(std::move(token))
    {
    }

    QList<std::pair<QByteArray, QByteArray>> headers; ///< sent with every request() beside the usual ones

    RawReply request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                     const QByteArray &contentType = "application/json")
    {
        QByteArray head =
            method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
        if (!m_token.isEmpty())
            head += "Authorization: Bearer " + m_token + "\r\n";
        for (const auto &[name, value] : headers)
            head += name + ": " + value + "\r\n";
        if (!body.isEmpty() || method == "POST" || method == "PUT") {
            head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
            if (!body.isEmpty())
                head += "Content-Type: " + contentType + "\r\n";
        }
        return exchange(head + "\r\n" + body, method == "HEAD");
    }
    RawReply get(const QByteArray &target) { return request("GET", target); }
    RawReply put(const QByteArray &target, const QJsonObject &body)
    {
        return request("PUT", target, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    RawReply post(const QByteArray &target, const QJsonObject &body)
    {
        return request("POST", target, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    /// Sends raw bytes and reads one answer.
    RawReply exchange(const QByteArray &bytes, bool headOnly = false)
    {
        for (int attempt = 0; attempt < 2; ++attempt) {
            const bool reused = m_socket.state() == QAbstractSocket::ConnectedState;
            if (!connectNow())
                return {};
            m_socket.write(bytes);
            RawReply reply = read(headOnly);
            // A kept-alive connection may have been closed by the server in the meantime.
            if (reply.status != 0 || !reused)
                return reply;
            m_socket.abort();
        }
        return {};
    }
    void send(const QByteArray &bytes)
    {
        if (connectNow()) {
            m_socket.write(bytes);
            m_socket.waitForBytesWritten(5000);
        }
    }
    RawReply read(bool headOnly = false)
    {
        QByteArray data;
        while (!data.contains("\r\n\r\n")) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(20'000))
                return {};
            data += m_socket.readAll();
        }
        RawReply reply;
        const auto end = data.indexOf("\r\n\r\n");
        const auto lines = data.left(end).split('\n');
        reply.status = lines.first().mid(9, 3).toInt();
        for (const QByteArray &line : lines.mid(1)) {
            const auto colon = line.indexOf(':');
            reply.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
        reply.body = data.mid(end + 4);
        const auto length = headOnly ? 0 : reply.header("Content-Length").toLongLong();
        while (reply.body.size() < length) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(20'000))
                return {};
            reply.body += m_socket.readAll();
        }
        if (reply.header("Connection").compare("close", Qt::CaseInsensitive) == 0)
            m_socket.abort();
        return reply;
    }
    /// Everything that comes until the server closes the connection; nothing where it doesn't.
    std::optional<QByteArray> untilClosed()
    {
        QByteArray data = m_socket.readAll();
        while (m_socket.state() == QAbstractSocket::ConnectedState) {
            if (!m_socket.waitForReadyRead(20'000) && m_socket.state() == QAbstractSocket::ConnectedState)
                return std::nullopt;
            data += m_socket.readAll();
        }
        return data + m_socket.readAll();
    }
    [[nodiscard]] bool isClosedByServer()
    {
        m_socket.waitForReadyRead(0);
        return m_socket.state() != QAbstractSocket::ConnectedState;
    }
    void close() { m_socket.abort(); }

private:
    bool connectNow()
    {
        if (m_socket.state() == QAbstractSocket::ConnectedState)
            return true;
        m_socket.abort();
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(m_port));
        return m_socket.waitForConnected(10'000);
    }
    int m_port;
    QByteArray m_token;
    QTcpSocket m_socket;
};

} // namespace groundswell::service
