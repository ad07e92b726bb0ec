#include "app/service/http/server/sockets.h"
#include "tests/service/http/serverfixture.h"

#include <QTest>

#include <array>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

using namespace groundswell;
using namespace groundswell::service;

namespace {

constexpr std::chrono::minutes never{60};
/// Nobody is sent away for being slow: what a test sees then is no time-out.
ServerOptions patient()
{
    ServerOptions options;
    options.headTimeout = options.idleTimeout = options.stallTimeout = options.requestTimeout = never;
    return options;
}

/// One worker: it has handed a connection back to the door before the next one is answered, so the order in
/// which they wait is the order of their answers.
ServerOptions inTurn()
{
    ServerOptions options = patient();
    options.maxRequests = 1;
    return options;
}

/// \a text with the server's address for `@` and the token for `&`.
QByteArray filledIn(const ServerFixture &fixture, QByteArray text)
{
    text.replace("@", QByteArray("127.0.0.1:" + QByteArray::number(fixture.server->port())));
    text.replace("&", "Authorization: Bearer 0123456789abcdef\r\n");
    return text;
}

/// How many answers came.
qsizetype answersIn(const QByteArray &line)
{
    return line.count("HTTP/1.1 ") - line.count("HTTP/1.1 100 ");
}

const QByteArray putHead =
    "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\n&Content-Type: application/json\r\n";
const QByteArray smuggled = "GET /api/v3/events/7/clusters HTTP/1.1\r\nHost: @\r\n&\r\n";

/// A route whose handler waits until it is let go, and counts how many are in it.
class Gate {
public:
    Response pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_inside;
        m_most = std::max(m_most, m_inside);
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_isOpen; });
        --m_inside;
        return jsonReply(QJsonObject());
    }
    void awaitInside(int count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_inside >= count; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_changed.notify_all();
    }
    int most()
    {
        const std::lock_guard lock(m_mutex);
        return m_most;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_inside = 0;
    int m_most = 0;
    bool m_isOpen = false;
};

std::vector<std::unique_ptr<RawClient>> drippers(const ServerFixture &fixture, int count,
                                                 const QByteArray &begun)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(fixture.server->port()));
        clients.back()->send(filledIn(fixture, begun));
    }
    return clients;
}

} // namespace

/// What a program without manners can do at the door: bad framing, slowness, crowds. Where an advisory about
/// the library applies, its number is in the name (see app/service/http/server/advisories.md).
class TestDoor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void badFramingIsRefusedAndCloses_data()
    {
        QTest::addColumn<QByteArray>("request");
        const auto row = [](const char *name, const QByteArray &request) { QTest::newRow(name) << request; };
        row("space before the colon", putHead + "Content-Length : 2\r\n\r\n{}");
        row("empty length", putHead + "Content-Length:\r\n\r\n{}");
        row("second length", putHead + "Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}");
        row("list of lengths", putHead + "Content-Length: 2, 2\r\n\r\n{}");
        row("length and chunks",
            putHead + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        row("unknown encoding", putHead + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        row("second Host", putHead + "Host: @\r\nContent-Length: 2\r\n\r\n{}");
        row("empty Origin", putHead + "Origin:\r\nContent-Length: 2\r\n\r\n{}");
        row("folded line", putHead + "X-A: a\r\n b\r\nContent-Length: 2\r\n\r\n{}");
        row("bare line feeds", "GET /api/v3/status/ HTTP/1.1\nHost: @\n\n");
        row("NUL in a header", putHead + QByteArray("X-A: \0\r\n", 8) + "Content-Length: 2\r\n\r\n{}");
        row("second token", putHead + "&Content-Length: 2\r\n\r\n{}");
        const QByteArray chunks = putHead + "Transfer-Encoding: chunked\r\n\r\n";
        row("chunk without a size", chunks + "\r\n{}\r\n0\r\n\r\n");
        row("chunk without its line end", chunks + "2\r\n{}0\r\n\r\n");
        row("chunk longer than it says", chunks + "1\r\n{}\r\n0\r\n\r\n");
        row("chunk size in words", chunks + "two\r\n{}\r\n0\r\n\r\n");
        row("chunk size with 0x", chunks + "0x2\r\n{}\r\n0\r\n\r\n");
        row("chunk size and a space", chunks + "2 \r\n{}\r\n0\r\n\r\n");
        row("chunks with bare line feeds", chunks + "2\n{}\n0\n\n");
        row("chunk extension", chunks + "2;a=\"b\"\r\n{}\r\n0\r\n\r\n");
        row("trailer", chunks + "2\r\n{}\r\n0\r\nX-A: a\r\n\r\n");
        row("CVE-2026-45352: negative chunk size", chunks + "-2\r\n{}\r\n0\r\n\r\n");
        row("CVE-2025-53628: chunk size without an end", chunks + QByteArray(100'000, '0'));
        row("CVE-2025-53629: huge chunk size", chunks + "fffffffffffffffe\r\n{}");
        row("CVE-2025-52887: headers without an end",
            putHead + QByteArray("X-A: a\r\n").repeated(3000) + "\r\n");
        row("CVE-2025-53628: a header without an end", putHead + "X-A: " + QByteArray(100'000, 'a'));
    }
    /// Also that what stands behind isn't taken for another request.
    void badFramingIsRefusedAndCloses()
    {
        QFETCH(QByteArray, request);
        ServerFixture fixture(patient());
        auto client = fixture.client();
        client.send(filledIn(fixture, request + smuggled));
        const auto line = client.untilClosed();
        QVERIFY(line);
        QVERIFY2(line->startsWith("HTTP/1.1 400 "), line->left(300).constData());
        QVERIFY(line->contains("error.request.malformed"));
        QVERIFY(line->contains("Connection: close\r\n"));
        QCOMPARE(answersIn(*line), 1);
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    void chunksArrive()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        const QByteArray request = putHead + "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n";
        client.send(filledIn(fixture, request));
        client.send(filledIn(fixture, "04\r\n\":1}\r\n0\r\n\r\n"));
        const auto first = client.read();
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json()[u"body"].toString(), QStringLiteral("{\"a\":1}"));
    }

    void pipelinedRequestsAreAnsweredInTurn()
    {
        ServerFixture fixture(patient());
        auto client = fixture.client();
        const QByteArray last =
            "GET /api/v3/events/8/clusters HTTP/1.1\r\nHost: @\r\nConnection: close\r\n&\r\n";
        client.send(filledIn(fixture, smuggled + putHead + "Content-Length: 2\r\n\r\n{}" + smuggled + last));
        const auto line = client.untilClosed();
        QVERIFY(line);
        QCOMPARE(answersIn(*line), 4);
        QVERIFY(line->contains("\"eid\":\"8\""));
    }

    void goAheadIsGivenWhereABodyIsWanted()
    {
        ServerFixture fixture(patient());
        auto client = fixture.client();
        client.send(filledIn(fixture, putHead + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
        QCOMPARE(client.read().status, 100);
        client.send("{}");
        QCOMPARE(client.read().status, 200);
        client.send(filledIn(fixture, putHead + "Expect: 100-continue\r\nContent-Length: 99000000\r\n\r\n"));
        QCOMPARE(client.read().status, 413);
    }

    /// CVE-2026-34441, for every method.
    void aBodyIsNeverTheNextRequest_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const char *method : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"})
            QTest::newRow(method) << QByteArray(method);
    }
    void aBodyIsNeverTheNextRequest()
    {
        QFETCH(QByteArray, method);
        ServerFixture fixture(patient());
        for (const char *path :
             {"/api/v3/events/1/clusters", "/api/v3/nowhere", "/api/v3/auth", "/api/v3/status/"}) {
            auto client = fixture.client();
            const QByteArray body = filledIn(fixture, smuggled);
            client.send(filledIn(fixture,
                                 method + ' ' + path
                                     + " HTTP/1.1\r\nHost: @\r\nConnection: close\r\n&Content-Length: ")
                        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            const auto line = client.untilClosed();
            QVERIFY(line);
            QCOMPARE(answersIn(*line), 1);
            QVERIFY(!line->contains("\"eid\":\"7\""));
        }
    }

    /// CVE-2026-45372: headers are what they are, undone by nobody.
    void headersAreNotPercentDecoded()
    {
        ServerFixture fixture;
        auto client = RawClient(fixture.server->port());
        client.headers = {{"Authorization", "Bearer%200123456789abcdef"}};
        QCOMPARE(client.get("/api/v3/events/1/clusters").status, 401);
        client.headers = {{"Authorization", "Bearer 0123456789abcde%66"}};
        QCOMPARE(client.get("/api/v3/events/1/clusters").status, 401);
        client.headers = {{"X-Request-ID", "a%0d%0aSet-Cookie: b"}};
        QVERIFY(client.get("/api/v3/status/").header("Set-Cookie").isEmpty());
    }

    /// CVE-2025-66570: what the library adds to a request never reaches the service.
    void nothingIsAddedToARequest()
    {
        NamedValues seen;
        ServerFixture fixture;
        fixture.router.add("GET", "/api/v3/seen", [&](const Call &call) {
            seen = call.request.headers;
            return emptyReply(204);
        });
        auto client = fixture.client();
        client.headers = {{"REMOTE_ADDR", "10.0.0.1"}, {"X-Forwarded-For", "10.0.0.2"}};
        QCOMPARE(client.get("/api/v3/seen").status, 204);
        QCOMPARE(seen.size(), std::size_t{4});
        QCOMPARE(seen[2].second, std::string("10.0.0.1"));
    }

    /// CVE-2026-22776 and CVE-2026-28435.
    void packedBodiesAreRefused()
    {
        ServerFixture fixture;
        for (const char *encoding : {"gzip", "deflate", "br", "identity, gzip"}) {
            auto client = fixture.client();
            client.headers = {{"Content-Encoding", encoding}};
            QCOMPARE(client.request("PUT", "/api/v3/setup_processes/1", qCompress("{}").mid(4)).status, 415);
        }
    }

    /// CVE-2026-29076.
    void aLongFileNameOverflowsNoStack()
    {
        ServerFixture fixture;
        for (const int length : {100, 7'000, 8'150, 60'000, 900'000}) {
            for (const char *name :
                 {"filename=\"", "filename*=UTF-8''", "filename=\"a\"; filename*=utf-8''"}) {
                auto client = fixture.client();
                const QByteArray body = QByteArray("--b\r\nContent-Disposition: form-data; name=\"file\"; ")
                    + name + QByteArray(length, 'a') + "\"\r\n\r\nx\r\n--b--\r\n";
                const int status =
                    client.request("POST", "/api/media", body, "multipart/form-data; boundary=b").status;
                QVERIFY2(status == 200 || status == 400, qPrintable(QString::number(status)));
            }
        }
    }

    /// CVE-2025-46728 for parts: heads of parts without an end, and parts without a number.
    void partsHaveLimits_data()
    {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<int>("status");
        const QByteArray part = "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n";
        const QByteArray whole = part + "\r\nx\r\n";
        const QByteArray line = "X-A: b\r\n";
        QTest::newRow("many") << whole.repeated(16) << 200;
        QTest::newRow("too many") << whole.repeated(17) << 400;
        QTest::newRow("far too many") << whole.repeated(10'000) << 400;
        QTest::newRow("long head") << part + line.repeated(900) + "\r\nx\r\n" << 200;
        QTest::newRow("too long a head") << part + line.repeated(1100) + "\r\nx\r\n" << 400;
        QTest::newRow("head without an end") << part + line.repeated(40'000) << 400;
        QTest::newRow("no name") << QByteArray("--b\r\n\r\nx\r\n") << 400;
    }
    void partsHaveLimits()
    {
        QFETCH(QByteArray, parts);
        QFETCH(int, status);
        ServerFixture fixture;
        auto client = fixture.client();
        QCOMPARE(client.request("POST", "/api/media", parts + "--b--\r\n", "multipart/form-data; boundary=b")
                     .status,
                 status);
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    /// Whatever bytes come: an answer with a status, or the end of the connection, and never more answers
    /// than requests were sent.
    void anyBytes()
    {
        ServerFixture fixture;
        std::mt19937 random(20261128);
        const QByteArray sound = filledIn(fixture,
                                          putHead
                                              + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                                                "2\r\n{}\r\n0\r\n\r\n");
        for (int i = 0; i < 400; ++i) {
            QByteArray bytes = sound;
            for (auto strikes = 1 + random() % 3; strikes > 0; --strikes) {
                const auto at = static_cast<qsizetype>(random() % static_cast<std::size_t>(bytes.size()));
                switch (random() % 3) {
                case 0:
                    bytes[at] = static_cast<char>(random());
                    break;
                case 1:
                    bytes.insert(at, static_cast<char>(random() % 64));
                    break;
                default:
                    bytes.remove(at, static_cast<qsizetype>(1 + random() % 4));
                }
            }
            auto client = fixture.client();
            client.send(bytes + "\r\n\r\n0\r\n\r\n");
            const RawReply reply = client.read();
            QVERIFY2(reply.status == 200 || (reply.status >= 400 && reply.status < 500), bytes.constData());
        }
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    void drippingStrangersKeepNobodyOut()
    {
        ServerFixture fixture(patient());
        const auto heads = drippers(fixture, 100, "GET /api/v3/sta");
        const auto silent = drippers(fixture, 50, "");
        const auto bodies =
            drippers(fixture, 50,
                     "POST /api/v3/auth HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\n"
                     "Content-Length: 1000\r\n\r\n{");
        for (int i = 0; i < 20; ++i) {
            auto client = fixture.client();
            QCOMPARE(client.get("/api/v3/events/1/clusters").status, 200);
            QCOMPARE(client.put("/api/v3/setup_processes/1", {}).status, 200);
        }
    }

    /// They are answered, and never asked for the rest.
    void strangersBodiesAreNotWaitedFor()
    {
        ServerFixture fixture(patient());
        for (const char *path : {"/api/v3/auth", "/api/v3/nowhere", "/api/v3/setup_processes/1"}) {
            RawClient client(fixture.server->port());
            client.send(filledIn(fixture,
                                 QByteArray("POST ") + path
                                     + " HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\n"
                                       "Content-Length: 1000\r\n\r\n{"));
            const auto line = client.untilClosed();
            QVERIFY(line);
            QCOMPARE(answersIn(*line), 1);
        }
    }

    void strangersGetAFewPlaces()
    {
        Gate gate;
        ServerOptions options = patient();
        options.maxStrangers = 2;
        ServerFixture fixture(options);
        fixture.router.add("GET", "/api/v3/auth/gate", [&](const Call &) { return gate.pass(); });
        std::vector<std::thread> strangers;
        for (int i = 0; i < 10; ++i) {
            strangers.emplace_back([&] { (void)RawClient(fixture.server->port()).get("/api/v3/auth/gate"); });
        }
        gate.awaitInside(2);
        QCOMPARE(fixture.client().get("/api/v3/events/1/clusters").status, 200); // who has the token passes
        gate.open();
        for (auto &stranger : strangers)
            stranger.join();
        QCOMPARE(gate.most(), 2);
    }

    void theLongestIdleYields()
    {
        ServerOptions options = inTurn();
        options.maxConnections = 8;
        ServerFixture fixture(options);
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 8; ++i) {
            idle.push_back(std::make_unique<RawClient>(fixture.server->port(), "0123456789abcdef"));
            QCOMPARE(idle.back()->get("/api/v3/events/1/clusters").status, 200);
        }
        QCOMPARE(idle.front()->get("/api/v3/events/1/clusters").status, 200); // now the second waits longest
        QCOMPARE(fixture.client().get("/api/v3/events/1/clusters").status, 200);
        QTRY_VERIFY(idle[1]->isClosedByServer());
        for (std::size_t i = 0; i < idle.size(); ++i)
            QCOMPARE(idle[i]->isClosedByServer(), i == 1);
    }

    /// Whoever has the token is a stranger too until its first head is there.
    void strangersKeepAQuarterOfThePlaces()
    {
        ServerOptions options = inTurn();
        options.maxConnections = 8;
        ServerFixture fixture(options);
        std::vector<std::unique_ptr<RawClient>> idle;
        for (int i = 0; i < 8; ++i) {
            idle.push_back(std::make_unique<RawClient>(fixture.server->port(), "0123456789abcdef"));
            QCOMPARE(idle.back()->get("/api/v3/events/1/clusters").status, 200);
        }
        const auto strangers = drippers(fixture, 6, "GET /api");
        QTRY_VERIFY(strangers[3]->isClosedByServer());
        for (std::size_t i = 0; i < idle.size(); ++i)
            QCOMPARE(idle[i]->isClosedByServer(), i < 2);
        QVERIFY(!strangers[4]->isClosedByServer());
        QVERIFY(!strangers[5]->isClosedByServer());
    }

    void strangersYieldBeforeTheIdle()
    {
        ServerOptions options = patient();
        options.maxConnections = 8;
        ServerFixture fixture(options);
        auto idle = fixture.client();
        QCOMPARE(idle.get("/api/v3/events/1/clusters").status, 200);
        const auto strangers = drippers(fixture, 40, "GET /api");
        QCOMPARE(fixture.client().get("/api/v3/events/1/clusters").status, 200);
        QTRY_VERIFY(strangers.front()->isClosedByServer());
        QVERIFY(!idle.isClosedByServer());
        QCOMPARE(idle.get("/api/v3/events/1/clusters").status, 200);
    }

    void whoIsTooSlowIsClosed_data()
    {
        QTest::addColumn<QByteArray>("begun");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half a head") << QByteArray("GET /api/v3/sta");
        QTest::newRow("half a body") << putHead + "Content-Length: 20\r\n\r\n{";
        QTest::newRow("half a chunk") << putHead + "Transfer-Encoding: chunked\r\n\r\n20\r\n{";
        QTest::newRow("idle") << QByteArray("GET /api/v3/status/ HTTP/1.1\r\nHost: @\r\n\r\n");
    }
    void whoIsTooSlowIsClosed()
    {
        QFETCH(QByteArray, begun);
        ServerOptions options = patient();
        options.headTimeout = options.requestTimeout = options.idleTimeout = std::chrono::milliseconds(30);
        ServerFixture fixture(options);
        auto client = fixture.client();
        client.send(filledIn(fixture, begun));
        const auto line = client.untilClosed();
        QVERIFY(line);
        // A request that broke off is answered with nothing: a client may send it again, a refusal would
        // forbid it.
        QCOMPARE(answersIn(*line), begun.endsWith("\r\n\r\n") ? 1 : 0);
    }

    /// Each limit by itself: with the others out of the way it is the only one that can close the line.
    void eachTimeHasALimitOfItsOwn_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("begun");
        QTest::addColumn<bool>("isHead");
        QTest::addColumn<bool>("isIdle");
        const QByteArray whole = "GET /api/v3/status/ HTTP/1.1\r\nHost: @\r\n\r\n";
        QTest::newRow("nothing") << QByteArray() << QByteArray() << true << false;
        QTest::newRow("half a head") << QByteArray() << QByteArray("GET /api/v3/sta") << true << false;
        QTest::newRow("half a later head") << whole << QByteArray("GET /api/v3/sta") << true << false;
        QTest::newRow("idle") << whole << QByteArray() << false << true;
        QTest::newRow("half a body") << whole << putHead + "Content-Length: 20\r\n\r\n{" << false << false;
    }
    void eachTimeHasALimitOfItsOwn()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, begun);
        QFETCH(bool, isHead);
        QFETCH(bool, isIdle);
        ServerOptions options = patient();
        (isHead       ? options.headTimeout
             : isIdle ? options.idleTimeout
                      : options.requestTimeout) = std::chrono::milliseconds(30);
        ServerFixture fixture(options);
        auto client = fixture.client();
        client.send(filledIn(fixture, first + begun));
        const auto line = client.untilClosed();
        QVERIFY(line);
        QCOMPARE(answersIn(*line), first.isEmpty() ? 0 : 1);
    }

    /// Else the door's thread would turn in a circle from the first connection on.
    void aBellIsQuietOnceHeard()
    {
        WakeUp bell;
        const auto isRinging = [&] {
            std::array<Watched, 1> watched{Watched{bell.handle()}};
            waitForAny(watched, SocketClock::now() + std::chrono::milliseconds(1));
            return watched.front().isReady;
        };
        QVERIFY(!isRinging());
        for (int i = 0; i < 5000; ++i) // more than any buffer holds: nobody may wait for room in it
            bell.ring();
        QVERIFY(isRinging());
        bell.quiet();
        QVERIFY(!isRinging());
    }

    void defaultsAreThoseOfTheContract()
    {
        const ServerOptions options;
        QCOMPARE(options.headTimeout, std::chrono::milliseconds(5000));
        QCOMPARE(options.requestTimeout, std::chrono::milliseconds(10'000));
    }

    /// With everybody there who could hold it up, and limits that would never let them go.
    void stopWaitsForNobodySlow()
    {
        Gate gate;
        ServerFixture fixture(patient());
        fixture.router.add("GET", "/api/v3/gate", [&](const Call &) { return gate.pass(); });
        const auto heads = drippers(fixture, 20, "GET /api/v3/sta");
        const auto bodies = drippers(fixture, 20, putHead + "Content-Length: 1000\r\n\r\n{");
        const auto unwanted =
            drippers(fixture, 20,
                     "GET /api/v3/events/1/clusters HTTP/1.1\r\nHost: @\r\n&Content-Length: 1000\r\n\r\n{");
        const auto deaf = drippers(fixture, 5, "GET /api/v3/large HTTP/1.1\r\nHost: @\r\n&\r\n");
        auto idle = fixture.client();
        QCOMPARE(idle.get("/api/v3/events/1/clusters").status, 200);
        int status = 0;
        std::thread busy([&] { status = fixture.client().get("/api/v3/gate").status; });
        gate.awaitInside(1);
        std::thread stopping([&] { fixture.server->stop(); });
        QTRY_VERIFY(idle.isClosedByServer()); // while the handler still works
        gate.open();
        stopping.join();
        busy.join();
        QCOMPARE(status, 200); // what was worked on is answered
    }
};

QTEST_GUILESS_MAIN(TestDoor)
#include "tst_door.moc"
