#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/loopbackserver.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

/// What only real sockets show.
class TestRestClientSockets : public QObject {
    Q_OBJECT

    struct Fixture {
        LoopbackServer server;
        QNetworkAccessManager manager;
        Session session;
        SystemScheduler scheduler{systemTime()};
        RestClient client{manager, session, scheduler, [] { return 0.0; }};
        QObject context;
        std::vector<Expected<Response>> answers;

        Fixture()
        {
            configureAccessManager(manager);
            session.connectTo(Session::Kind::Embedded,
                              QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(server.port())),
                              QStringLiteral("t"), PartnerId(QStringLiteral("local")));
        }
        RequestHandle put(const QByteArray &body, std::chrono::milliseconds deadline = 15s)
        {
            auto request =
                Request::put({QStringLiteral("setup_processes"), QStringLiteral("e/1")}).withJson(body);
            request.deadline = deadline;
            return client.call(request, &context,
                               [this](Expected<Response> answer) { answers.push_back(std::move(answer)); });
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        // A proxy that nobody runs: whoever asks it fails.
        qputenv("http_proxy", "http://127.0.0.1:9");
    }

    void loopbackIsNeverProxiedAndPathsArriveEncoded()
    {
        Fixture f;
        auto handle = f.put("{}");
        QTRY_COMPARE(f.server.received().size(), 1U);
        QCOMPARE(f.server.received()[0].target, QByteArray("/api/v3/setup_processes/e%2F1"));
        LoopbackServer::answer(f.server.received()[0], 200, "{}");
        QTRY_COMPARE(f.answers.size(), 1U);
        QVERIFY(f.answers[0].has_value());
    }

    // The fact that shapes the whole of autosave: an abort cancels the answer, not the request.
    void anAbortedRequestStillArrivesAndOnlyTheLastAnswerCounts()
    {
        Fixture f;
        auto handle = f.put("{\"n\":1}");
        QTRY_COMPARE(f.server.received().size(), 1U);
        handle = f.put("{\"n\":2}");
        QTRY_COMPARE(f.server.received().size(), 2U);
        QCOMPARE(f.server.received()[0].body, QByteArray("{\"n\":1}"));
        LoopbackServer::answer(f.server.received()[0], 200, "{\"answer\":1}");
        LoopbackServer::answer(f.server.received()[1], 200, "{\"answer\":2}");
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0]->body, QByteArray("{\"answer\":2}"));
    }

    void silenceIsATimeout()
    {
        Fixture f;
        auto handle = f.put("{}", 50ms);
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Timeout);
    }

    void aClosedDoorIsOffline()
    {
        Fixture f;
        quint16 nobody = 0;
        {
            QTcpServer probe;
            QVERIFY(probe.listen(QHostAddress::LocalHost));
            nobody = probe.serverPort();
        }
        f.session.connectTo(Session::Kind::Embedded,
                            QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(nobody)),
                            QStringLiteral("t"), {});
        auto handle = f.put("{}");
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Offline);
    }

    void aTruncatedAnswerIsNoSuccess()
    {
        Fixture f;
        auto handle = f.put("{}");
        QTRY_COMPARE(f.server.received().size(), 1U);
        LoopbackServer::write(f.server.received()[0],
                              "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"eid\"");
        LoopbackServer::cut(f.server.received()[0]);
        QTRY_COMPARE(f.answers.size(), 1U);
        QVERIFY(!f.answers[0]);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Offline);
    }

    void garbageIsAProtocolProblem()
    {
        Fixture f;
        // Each time: the network layer asks again by itself when a connection ends without an answer.
        connect(&f.server, &LoopbackServer::requestReceived, &f.context, [&](int index) {
            const auto &request = f.server.received()[static_cast<size_t>(index)];
            LoopbackServer::write(request, "hello, I am not HTTP\r\n\r\n");
            LoopbackServer::cut(request);
        });
        auto handle = f.put("{}");
        QTRY_COMPARE(f.answers.size(), 1U);
        QVERIFY(!f.answers[0]);
    }

    void aLoopOfRedirectsIsLeftAfterFive()
    {
        Fixture f;
        connect(&f.server, &LoopbackServer::requestReceived, &f.context, [&](int index) {
            const auto &request = f.server.received()[static_cast<size_t>(index)];
            LoopbackServer::answer(request, 302, "{}", "Location: " + request.target + "\r\n");
        });
        auto handle =
            f.client.call(Request::get({QStringLiteral("events")}), &f.context,
                          [&](Expected<Response> answer) { f.answers.push_back(std::move(answer)); });
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Protocol);
        QCOMPARE(f.server.received().size(), 6U); // and where it began
    }

    // What a few bytes unpack to is refused before there is room for it.
    void whatUnpacksToTooMuchIsRefused_data()
    {
        QTest::addColumn<int>("megabytes");
        QTest::newRow("little more than there may be") << 3;
        QTest::newRow("a bomb") << 100;
    }
    void whatUnpacksToTooMuchIsRefused()
    {
        QFETCH(int, megabytes);
        Fixture f;
        auto handle = f.put("{}"); // a row
        QTRY_COMPARE(f.server.received().size(), 1U);
        // Without the four bytes that Qt puts before a stream of zlib.
        const QByteArray packed = qCompress('"' + QByteArray(megabytes * 1024 * 1024, 'x') + '"', 9).mid(4);
        QVERIFY(packed.size() < 2 * 1024 * 1024);
        LoopbackServer::answer(f.server.received()[0], 200, packed, "Content-Encoding: deflate\r\n");
        QTRY_COMPARE(f.answers.size(), 1U);
        QVERIFY(!f.answers[0]);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Protocol);
    }

    void theErrorEnvelopeIsRead()
    {
        Fixture f;
        auto handle = f.put("{}");
        QTRY_COMPARE(f.server.received().size(), 1U);
        LoopbackServer::answer(f.server.received()[0], 409, R"({"message":"error.setup.frozen"})");
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Conflict);
        QCOMPARE(f.answers[0].error().messageKey, QStringLiteral("error.setup.frozen"));
        QVERIFY(!f.answers[0].error().requestId.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRestClientSockets)
#include "tst_restclient_sockets.moc"
