#include "faultyproxy.h"

#include <QPointer>
#include <QTimer>

#include <memory>

namespace groundswell::test {

namespace {

constexpr int quietAfter = 60; ///< ms

/// Size of the first whole request in \a bytes; 0 if it isn't complete yet.
qsizetype requestSize(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    qsizetype length = 0;
    const auto lines = bytes.first(headEnd).split('\n');
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    }
    const qsizetype total = headEnd + 4 + length;
    return bytes.size() < total ? 0 : total;
}

QByteArray answer(int status, const QByteArray &type, const QByteArray &body,
                  const QByteArray &moreHeaders = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nConnection: close\r\n" + moreHeaders
        + "Content-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body;
}

} // namespace

FaultyProxy::FaultyProxy(quint16 upstreamPort, quint32 seed, QObject *parent)
    : QObject(parent)
    , m_upstreamPort(upstreamPort)
    , m_random(seed)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            serve(client);
    });
    m_sinceLast.start();
    m_server.listen(QHostAddress::LocalHost);
}

bool FaultyProxy::isQuiet() const
{
    return m_held == 0 && m_connected == 0 && m_sinceLast.hasExpired(quietAfter);
}

void FaultyProxy::serve(QTcpSocket *client)
{
    ++m_connected;
    m_sinceLast.start();
    connect(client, &QTcpSocket::disconnected, this, [this, client] {
        --m_connected;
        m_sinceLast.start();
        client->deleteLater();
    });
    const auto bytes = std::make_shared<QByteArray>();
    connect(client, &QTcpSocket::readyRead, this, [this, client, bytes] {
        *bytes += client->readAll();
        const qsizetype size = requestSize(*bytes);
        if (size == 0)
            return;
        const QByteArray request = bytes->first(size);
        bytes->remove(0, size);
        play({client, request, !request.startsWith("GET ")}, drawFate());
    });
}

FaultyProxy::Fate FaultyProxy::drawFate()
{
    if (!m_faults || m_random.bounded(2) == 0)
        return Fate::Deliver;
    ++m_faultsPlayed;
    return static_cast<Fate>(m_random.bounded(1, fates));
}

void FaultyProxy::play(const Exchange &exchange, Fate fate)
{
    static const char *const names[fates] = {
        "delivered",      "answered slowly",  "dropped before",    "answer dropped",
        "delivered late", "dropped and late", "cut in the middle", "server error",
        "too many",       "a page",           "half an answer"};
    Q_EMIT happened(QString::fromLatin1(exchange.request.first(exchange.request.indexOf(' ')))
                    + QStringLiteral(" is ") + QLatin1StringView(names[static_cast<int>(fate)]));
    const auto pass = [exchange](const QByteArray &bytes) { reply(exchange, bytes); };
    const auto hangUp = [client = exchange.client](const QByteArray &) {
        if (client)
            client->disconnectFromHost();
    };
    switch (fate) {
    case Fate::Deliver:
        deliverAfter(m_faults ? m_random.bounded(60) : 0, exchange, pass);
        return;
    case Fate::AnswerSlowly:
        deliverAfter(0, exchange, [this, pass, pause = m_random.bounded(100, 500)](const QByteArray &bytes) {
            QTimer::singleShot(pause, this, [pass, bytes] { pass(bytes); });
        });
        return;
    case Fate::DropBefore:
        hangUp({});
        return;
    case Fate::DropAnswer:
        deliverAfter(m_random.bounded(40), exchange, hangUp);
        return;
    case Fate::DeliverLate:
        deliverAfter(m_random.bounded(100, 500), exchange, hangUp);
        return;
    case Fate::DropAndDeliverLate:
        deliverAfter(m_random.bounded(50, 500), exchange, [](const QByteArray &) {});
        hangUp({});
        return;
    case Fate::CutRequest:
        deliverHalf(exchange.request);
        hangUp({});
        return;
    case Fate::ServerError:
    case Fate::TooMany:
    case Fate::Page:
        refuse(exchange, fate);
        return;
    case Fate::HalfAnswer:
        // Within the head or within the body.
        deliverAfter(m_random.bounded(40), exchange,
                     [exchange, part = m_random.bounded(1, 10)](const QByteArray &bytes) {
                         reply(exchange, bytes.first(bytes.size() * part / 10));
                     });
        return;
    }
}

void FaultyProxy::refuse(const Exchange &exchange, Fate fate)
{
    static constexpr int errors[] = {500, 502, 503, 504};
    if (fate == Fate::Page) {
        reply(exchange, answer(200, "text/html", "<html>Please accept our terms</html>"));
    } else if (fate == Fate::ServerError) {
        reply(exchange,
              answer(errors[m_random.bounded(4)], "application/json",
                     R"({"message":"error.internal.unspecified"})"));
    } else {
        const QByteArray wait = m_random.bounded(2) == 0 ? "Retry-After: 2\r\n" : "";
        reply(exchange, answer(429, "application/json", R"({"message":"error.rate_limited"})", wait));
    }
}

void FaultyProxy::deliverAfter(int milliseconds, const Exchange &exchange,
                               std::function<void(const QByteArray &)> done)
{
    if (exchange.isWrite)
        ++m_held;
    QTimer::singleShot(milliseconds, this, [this, exchange, done = std::move(done)] {
        deliver(exchange.request, [this, exchange, done](const QByteArray &bytes) {
            if (exchange.isWrite) {
                --m_held;
                m_sinceLast.start();
                Q_EMIT happened(QStringLiteral("the server says ") + QString::fromLatin1(bytes.mid(9, 3)));
            }
            done(bytes);
        });
    });
}

void FaultyProxy::deliver(const QByteArray &request, std::function<void(const QByteArray &)> done)
{
    auto *upstream = new QTcpSocket(this);
    const auto bytes = std::make_shared<QByteArray>();
    connect(upstream, &QTcpSocket::connected, upstream,
            [upstream, request = readdressed(request)] { upstream->write(request); });
    connect(upstream, &QTcpSocket::readyRead, upstream, [upstream, bytes] { *bytes += upstream->readAll(); });
    connect(upstream, &QTcpSocket::disconnected, upstream, [upstream, bytes, done = std::move(done)] {
        upstream->deleteLater();
        done(*bytes);
    });
    upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstreamPort);
}

void FaultyProxy::deliverHalf(const QByteArray &request)
{
    auto *upstream = new QTcpSocket(this);
    const QByteArray whole = readdressed(request);
    const qsizetype cut = m_random.bounded(static_cast<int>(whole.size()));
    connect(upstream, &QTcpSocket::connected, upstream, [upstream, half = whole.first(cut)] {
        upstream->write(half);
        upstream->disconnectFromHost();
    });
    connect(upstream, &QTcpSocket::disconnected, upstream, &QObject::deleteLater);
    upstream->connectToHost(QHostAddress(QHostAddress::LocalHost), m_upstreamPort);
}

// The server checks the name under which it is called, and ends the connection after its answer.
QByteArray FaultyProxy::readdressed(const QByteArray &request) const
{
    const qsizetype headEnd = request.indexOf("\r\n\r\n");
    QByteArrayList lines;
    const auto all = request.first(headEnd).split('\n');
    for (const QByteArray &line : all) {
        const QByteArray lower = line.toLower();
        if (lower.startsWith("host:"))
            lines.append("Host: 127.0.0.1:" + QByteArray::number(m_upstreamPort));
        else if (!lower.startsWith("connection:"))
            lines.append(line.trimmed());
    }
    lines.append("Connection: close");
    return lines.join("\r\n") + request.mid(headEnd);
}

void FaultyProxy::reply(const Exchange &exchange, const QByteArray &bytes)
{
    if (!exchange.client)
        return;
    exchange.client->write(bytes);
    exchange.client->disconnectFromHost(); // after what is written
}

} // namespace groundswell::test
