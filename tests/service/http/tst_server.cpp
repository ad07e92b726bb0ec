#include "tests/service/http/serverfixture.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>

using namespace groundswell;
using namespace groundswell::service;

class TestServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersOverOneConnection()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        for (int i = 0; i < 200; ++i) {
            const auto reply = client.get("/api/v3/events/evt%201/clusters?tc=a&tc=b+c&x=%C3%A9");
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.json()[u"eid"].toString(), QStringLiteral("evt 1"));
            QCOMPARE(reply.json()[u"query"].toArray(),
                     (QJsonArray{QStringLiteral("tc=a"), QStringLiteral("tc=b c"), QStringLiteral("x=é")}));
            QVERIFY(reply.header("Connection").isEmpty());
        }
    }

    void trailingSlashMakesNoDifference()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        for (const char *path : {"/api/v3/status", "/api/v3/status/", "/api/v3/events/1/clusters/"})
            QCOMPARE(client.get(path).status, 200);
    }

    void bodylessWritesNeedNoContentLength()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        QElapsedTimer timer;
        timer.start();
        const auto reply = client.exchange("POST /api/v3/setup_processes/7/boost HTTP/1.1\r\nHost: 127.0.0.1:"
                                           + QByteArray::number(fixture.server->port())
                                           + "\r\nAuthorization: Bearer 0123456789abcdef\r\n\r\n");
        QCOMPARE(reply.status, 200);
        QVERIFY(timer.elapsed() < 3000); // not read until a time-out
        QCOMPARE(client.request("DELETE", "/api/v3/setup_processes/7").status, 200);
    }

    void refusesOnTheHead_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("message");
        const QByteArray token = "Authorization: Bearer 0123456789abcdef\r\n";
        const auto row = [](const char *name, const QByteArray &head, int status, const char *message) {
            QTest::newRow(name) << head << status << QString::fromLatin1(message);
        };
        row("no token", "GET /api/v3/large HTTP/1.1\r\nHost: @\r\n", 401, "error.auth.not_authorized");
        row("wrong token",
            "GET /api/v3/large HTTP/1.1\r\nHost: @\r\nAuthorization: Bearer 0123456789abcdee\r\n", 401,
            "error.auth.not_authorized");
        row("empty token", "GET /api/v3/large HTTP/1.1\r\nHost: @\r\nAuthorization: Bearer \r\n", 401,
            "error.auth.not_authorized");
        row("no token, unknown path", "GET /nowhere HTTP/1.1\r\nHost: @\r\n", 401,
            "error.auth.not_authorized");
        row("foreign host", "GET /api/v3/large HTTP/1.1\r\nHost: evil.example\r\n" + token, 403,
            "error.request.foreign_host");
        row("no host", "GET /api/v3/large HTTP/1.1\r\n" + token, 403, "error.request.foreign_host");
        row("other port", "GET /api/v3/large HTTP/1.1\r\nHost: 127.0.0.1:1\r\n" + token, 403,
            "error.request.foreign_host");
        row("status with foreign host", "GET /api/v3/status/ HTTP/1.1\r\nHost: evil.example\r\n", 403,
            "error.request.foreign_host");
        row("foreign origin",
            "GET /api/v3/large HTTP/1.1\r\nHost: @\r\nOrigin: https://evil.example\r\n" + token, 403,
            "error.request.foreign_origin");
        row("null origin", "GET /api/v3/large HTTP/1.1\r\nHost: @\r\nOrigin: null\r\n" + token, 403,
            "error.request.foreign_origin");
        row("other partner",
            "GET /api/v3/large HTTP/1.1\r\nHost: @\r\nX-Preferred-Partner-Id: fd9\r\n" + token, 403,
            "error.partner.not_yours");
        row("unknown path", "GET /api/v3/nowhere HTTP/1.1\r\nHost: @\r\n" + token, 404,
            "error.request.unknown_path");
        row("media below v3", "POST /api/v3/media HTTP/1.1\r\nHost: @\r\n" + token, 404,
            "error.request.unknown_path");
        row("method", "PATCH /api/v3/status/ HTTP/1.1\r\nHost: @\r\n" + token, 405,
            "error.request.method_not_allowed");
        row("preflight", "OPTIONS /api/v3/status/ HTTP/1.1\r\nHost: @\r\nOrigin: https://evil.example\r\n",
            403, "error.request.foreign_origin");
        row("bad percent", "GET /api/v3/events/%zz/clusters HTTP/1.1\r\nHost: @\r\n" + token, 400,
            "error.request.bad_path");
        row("NUL in path", "GET /api/v3/events/a%00b/clusters HTTP/1.1\r\nHost: @\r\n" + token, 400,
            "error.request.bad_path");
        row("no UTF-8 in path", "GET /api/v3/events/%ff/clusters HTTP/1.1\r\nHost: @\r\n" + token, 400,
            "error.request.bad_path");
        row("long path", "GET /api/v3/" + QByteArray(2000, 'a') + " HTTP/1.1\r\nHost: @\r\n" + token, 414,
            "error.request.path_too_long");
        row("very long path", "GET /api/v3/" + QByteArray(20'000, 'a') + " HTTP/1.1\r\nHost: @\r\n" + token,
            414, "error.request.path_too_long");
        row("two lengths",
            "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\nContent-Length: 1\r\nContent-Length: 2\r\n"
                + token,
            400, "error.request.malformed");
        row("length and chunks",
            "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\nContent-Length: 1\r\n"
            "Transfer-Encoding: chunked\r\n"
                + token,
            400, "error.request.malformed");
        row("negative length",
            "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\nContent-Length: -1\r\n" + token, 400,
            "error.request.malformed");
        row("huge length",
            "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\nContent-Type: application/json\r\n"
            "Content-Length: 9999999999999\r\n"
                + token,
            413, "error.request.too_large");
        row("overflowing length",
            "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\n"
            "Content-Length: 99999999999999999999999\r\n"
                + token,
            400, "error.request.malformed");
        row("not JSON",
            "PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: @\r\nContent-Type: text/plain\r\n"
            "Content-Length: 5\r\n"
                + token,
            415, "error.request.not_json");
        row("not multipart",
            "POST /api/media HTTP/1.1\r\nHost: @\r\nContent-Type: image/png\r\nContent-Length: 5\r\n" + token,
            415, "error.request.not_multipart");
        row("no HTTP", "Hello there\r\n", 400, "error.request.malformed");
        row("unknown method", "BREW /api/v3/status/ HTTP/1.1\r\nHost: @\r\n" + token, 400,
            "error.request.malformed");
    }
    void refusesOnTheHead()
    {
        QFETCH(QByteArray, head);
        QFETCH(int, status);
        QFETCH(QString, message);
        ServerFixture fixture;
        auto client = fixture.client();
        head.replace("@", QByteArray("127.0.0.1:" + QByteArray::number(fixture.server->port())));
        client.send(head + "\r\nhello"); // fewer bytes than announced: nothing may wait for the rest
        const auto reply = client.read();
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.message(), message);
        QVERIFY(!reply.json()[u"error_code"].toString().isEmpty());
        QVERIFY(reply.json()[u"validation_errors"].isArray());
        QVERIFY(!reply.header("X-Request-ID").isEmpty());
        QVERIFY(reply.header("Access-Control-Allow-Origin").isEmpty());
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200); // and the server lives
    }

    void lineStaysInStepAfterARefusal()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(client.request("PUT", "/api/v3/setup_processes/1", "not json", "text/plain").status,
                     415);
            QCOMPARE(client.get("/api/v3/events/1/clusters").status, 200);
            QCOMPARE(client.request("GET", "/api/v3/events/1/clusters", "a body on GET").status, 200);
        }
    }

    void bodyLimitHoldsWithoutALength()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        client.send("PUT /api/v3/setup_processes/1 HTTP/1.1\r\nHost: 127.0.0.1:"
                    + QByteArray::number(fixture.server->port())
                    + "\r\nAuthorization: Bearer 0123456789abcdef\r\nContent-Type: application/json\r\n"
                      "Transfer-Encoding: chunked\r\n\r\n");
        const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'a') + "\r\n";
        for (int i = 0; i < 20; ++i)
            client.send(chunk);
        client.send("0\r\n\r\n");
        QCOMPARE(client.read().status, 413);
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    void packedBombIsRefused()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        // qCompress gives a four-byte length and a zlib stream, which is what HTTP calls deflate.
        const QByteArray packed = qCompress(QByteArray(64 * 1024 * 1024, ' '), 9).mid(4);
        client.headers = {{"Content-Encoding", "deflate"}};
        const auto reply = client.request("PUT", "/api/v3/setup_processes/1", packed);
        QVERIFY2(reply.status == 413 || reply.status == 400 || reply.status == 415,
                 qPrintable(QString::number(reply.status)));
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    void tooLongHeadIsCut()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        client.send("GET /api/v3/status/ HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        client.send("X-Long: " + QByteArray(200'000, 'a') + "\r\n\r\n");
        const int status = client.read().status;
        QVERIFY2(status == 0 || status == 400, qPrintable(QString::number(status)));
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    void rangesAreIgnored()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        client.headers = {{"Range", "bytes=0-3"}, {"Accept-Encoding", "gzip"}};
        const auto reply = client.get("/api/v3/events/1/clusters");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"eid"].toString(), QStringLiteral("1"));
        QVERIFY(reply.header("Content-Encoding").isEmpty());
    }

    void absurdRangeHeaderDoesNoHarm()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        QByteArray ranges = "bytes=0-1";
        while (ranges.size() < 7900)
            ranges += ",0-1";
        client.headers = {{"Range", ranges}};
        QVERIFY(client.get("/api/v3/events/1/clusters").status >= 200);
        QCOMPARE(fixture.client().get("/api/v3/status").status, 200);
    }

    void multipartArrives()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        const QByteArray body =
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../x.png\"\r\n"
            "Content-Type: image/png\r\n\r\n"
            + QByteArray(3'000'000, 'p') + "\r\n--b--\r\n";
        const auto reply = client.request("POST", "/api/media", body, "multipart/form-data; boundary=b");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json()[u"parts"].toArray().first()[u"size"].toInt(), 3'000'000);
        QCOMPARE(client.request("POST", "/api/media", "no boundary at all", "multipart/form-data; boundary=b")
                     .status,
                 400);
    }

    void aFaultIsAnEnvelopeWithoutItsText()
    {
        ServerFixture fixture;
        QTest::ignoreMessage(QtCriticalMsg, "GET /api/v3/fault: secret");
        const auto reply = fixture.client().get("/api/v3/fault");
        QCOMPARE(reply.status, 500);
        QCOMPARE(reply.message(), QStringLiteral("error.internal.unspecified"));
        QVERIFY(!reply.body.contains("secret"));
    }

    void largeAnswersArriveWhole()
    {
        ServerFixture fixture;
        QCOMPARE(fixture.client().get("/api/v3/large").body.size(), 20 * 1024 * 1024);
    }

    void requestIdIsEchoedWhereHarmless()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        client.headers = {{"X-Request-ID", "abc-123"}};
        QCOMPARE(client.get("/api/v3/status").header("X-Request-ID"), "abc-123");
        client.headers = {{"X-Request-ID", "a b\"<script>"}};
        QVERIFY(!client.get("/api/v3/status").header("X-Request-ID").contains('<'));
    }

    void manyClientsAtOnce()
    {
        ServerFixture fixture;
        std::atomic<int> answered = 0;
        std::vector<std::thread> clients;
        for (int i = 0; i < 60; ++i) {
            clients.emplace_back([&] {
                auto client = fixture.client();
                for (int k = 0; k < 20; ++k)
                    answered += client.get("/api/v3/events/1/clusters").status == 200 ? 1 : 0;
            });
        }
        for (auto &client : clients)
            client.join();
        QCOMPARE(answered.load(), 60 * 20);
    }

    void stopsAtOnceWithIdleConnections()
    {
        ServerFixture fixture;
        auto client = fixture.client();
        QCOMPARE(client.get("/api/v3/status").status, 200);
        QElapsedTimer timer;
        timer.start();
        fixture.server->stop();
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(client.get("/api/v3/status").status, 0);
    }

    void aTakenPortIsAProblem()
    {
        ServerFixture fixture;
        Guard guard({.token = "t", .partnerId = "p", .rateLimits = false, .clock = {}});
        Router router;
        Api api(guard, router);
        const auto second = HttpServer::start(api, {.port = fixture.server->port()});
        QVERIFY(!second);
        QCOMPARE(second.error().messageKey, QStringLiteral("error.service.port_taken"));
    }

    void aDripDoesNotHoldAThreadForEver()
    {
        ServerFixture fixture(
            {.stallTimeout = std::chrono::seconds(1), .requestTimeout = std::chrono::seconds(1)});
        auto client = fixture.client();
        client.send("GET /api/v3/status/ HTTP/1.1\r\nHos");
        QElapsedTimer timer;
        timer.start();
        (void)client.read();
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

    void rateLimitsAreASwitch()
    {
        auto now = std::chrono::steady_clock::time_point();
        Guard guard({.token = "t", .partnerId = "p", .rateLimits = true, .clock = [&] { return now; }});
        guard.setPort(80);
        Request write{.method = "PUT",
                      .path = "/api/v3/x",
                      .query = {},
                      .headers = {{"Host", "localhost:80"}, {"Authorization", "Bearer t"}},
                      .body = {},
                      .parts = {}};
        for (int i = 0; i < 120; ++i)
            QVERIFY(!guard.refuse(write, false));
        now += std::chrono::seconds(20);
        const auto refused = guard.refuse(write, false);
        QVERIFY(refused);
        QCOMPARE(refused->status, 429);
        QCOMPARE(QByteArray::fromStdString(refused->headers.front().second), "40");
        now += std::chrono::seconds(41);
        QVERIFY(!guard.refuse(write, false));
    }

    void tokensAreLongAndDifferent()
    {
        QCOMPARE(randomToken().size(), std::size_t{64});
        QVERIFY(randomToken() != randomToken());
    }

    void literalsWinOverParametersPerMethod()
    {
        Router router;
        const auto named = [](int status) { return [status](const Call &) { return emptyReply(status); }; };
        router.add("GET", "/packages/{id}", named(201));
        router.add("POST", "/packages/merge", named(202));
        router.add("POST", "/packages/{id}/regenerate", named(203));
        const auto status = [&](const char *method, const char *path) {
            const auto match = router.match(method, path);
            const Request request;
            return match.kind == Router::Match::Found ? (*match.handler)({request, match.parameters}).status
                                                      : 0;
        };
        QCOMPARE(status("GET", "/packages/merge"), 201);
        QCOMPARE(status("POST", "/packages/merge"), 202);
        QCOMPARE(status("POST", "/packages/merge/regenerate/"), 203);
        QCOMPARE(status("POST", "/packages//regenerate"), 0);
        QCOMPARE(router.match("PUT", "/packages/merge").kind, Router::Match::MethodNotAllowed);
        QCOMPARE(QByteArray::fromStdString(router.match("PUT", "/packages/merge").allowed), "GET, POST");
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
