#include "app/net/rest/httplog.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QBuffer>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient client{manager, session, scheduler, [] { return 0.0; }};
    QObject context;
    std::vector<Expected<Response>> answers;

    Fixture()
    {
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("token-1"), PartnerId(QStringLiteral("fd1")));
    }
    RequestHandle call(const Request &request)
    {
        return client.call(request, &context,
                           [this](Expected<Response> answer) { answers.push_back(std::move(answer)); });
    }
    [[nodiscard]] Problem::Kind kind() const { return answers.back().error().kind; }
};

Request read()
{
    return Request::get({QStringLiteral("events")});
}
Request write()
{
    return Request::put({QStringLiteral("setup_processes"), QStringLiteral("e")}).withJson("{}");
}

} // namespace

class TestRestClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anAnswerComesOnce()
    {
        Fixture f;
        auto handle = f.call(read());
        f.manager.last().reply->answer(200, "[]", {{"ETag", "\"1\""}});
        QCOMPARE(f.answers.size(), 1U);
        QVERIFY(f.answers[0].has_value());
        QCOMPARE(f.answers[0]->body, QByteArray("[]"));
        QCOMPARE(f.answers[0]->header("etag"), QByteArray("\"1\""));
        f.scheduler.advance(1h);
        QCOMPARE(f.answers.size(), 1U);
    }

    void requestsCarryWhatTheContractWants()
    {
        Fixture f;
        auto handle = f.call(write());
        const QNetworkRequest &sent = f.manager.last().request;
        QCOMPARE(f.manager.last().pathAndQuery(), QStringLiteral("/api/v3/setup_processes/e"));
        QCOMPARE(sent.rawHeader("Authorization"), QByteArray("Bearer token-1"));
        QCOMPARE(sent.rawHeader("X-Preferred-Partner-Id"), QByteArray("fd1"));
        QVERIFY(!sent.rawHeader("X-Request-ID").isEmpty());
        QCOMPARE(sent.header(QNetworkRequest::ContentTypeHeader).toString(),
                 QStringLiteral("application/json"));
        QCOMPARE(sent.attribute(QNetworkRequest::Http2AllowedAttribute).toBool(), false);
        QCOMPARE(sent.attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
                 static_cast<int>(QNetworkRequest::Manual));
        // A redirected PUT would come back as the answer of a GET, and look saved.
        QCOMPARE(sent.attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
                 static_cast<int>(QNetworkRequest::ManualRedirectPolicy));
    }

    void aSupersededRequestIsSilent()
    {
        Fixture f;
        auto handle = f.call(write());
        const QPointer<FakeReply> first = f.manager.last().reply;
        handle = f.call(write());
        QVERIFY(first->wasAborted());
        QVERIFY(f.answers.empty());
        f.manager.last().reply->answer(200, "{}");
        QCOMPARE(f.answers.size(), 1U);
    }

    void aDroppedHandleIsSilentAlsoDuringBackOff()
    {
        Fixture f;
        {
            auto handle = f.call(read());
            f.manager.last().reply->answer(503);
        }
        f.scheduler.advance(1h);
        QCOMPARE(f.manager.count(), 1);
        QVERIFY(f.answers.empty());
    }

    void aDeadContextHearsNothing()
    {
        Fixture f;
        auto context = std::make_unique<QObject>();
        bool called = false;
        auto handle = f.client.call(read(), context.get(), [&](const auto &) { called = true; });
        const QPointer<FakeReply> reply = f.manager.last().reply;
        context.reset();
        QVERIFY(reply->wasAborted());
        QVERIFY(!called);
    }

    void theCallbackMayReplaceItsOwnHandle()
    {
        Fixture f;
        RequestHandle handle;
        int calls = 0;
        handle = f.client.call(read(), &f.context, [&](const auto &) {
            ++calls;
            handle = f.call(read());
        });
        f.manager.last().reply->answer(200, "[]");
        QCOMPARE(calls, 1);
        f.manager.last().reply->answer(200, "[]");
        QCOMPARE(f.answers.size(), 1U);
    }

    void theClientMayDieFirst()
    {
        FakeAccessManager manager;
        Session session;
        ManualScheduler scheduler;
        bool called = false;
        auto client = std::make_unique<RestClient>(manager, session, scheduler, [] { return 0.0; });
        auto handle = client->call(read(), this, [&](const auto &) { called = true; });
        client.reset();
        handle.abort();
        QVERIFY(manager.last().reply->wasAborted());
        QVERIFY(!called);
    }

    void aPassedDeadlineIsATimeoutAndNothingElse()
    {
        Fixture f;
        auto handle = f.call(write());
        const QPointer<FakeReply> reply = f.manager.last().reply;
        f.scheduler.advance(14'999ms);
        QVERIFY(f.answers.empty());
        f.scheduler.advance(1ms);
        QCOMPARE(f.answers.size(), 1U);
        QCOMPARE(f.kind(), Problem::Kind::Timeout);
        QVERIFY(reply->wasAborted());
    }

    void aDeadlineFromTheLastByteLetsASlowStreamLive()
    {
        Fixture f;
        QBuffer sink;
        sink.open(QIODevice::WriteOnly);
        Request request = read();
        request.sink = &sink;
        request.deadlineFromLastByte = true;
        auto handle = f.call(request);
        FakeReply *reply = f.manager.last().reply;
        reply->begin(200);
        for (int i = 0; i < 5; ++i) {
            f.scheduler.advance(10s);
            reply->drip("line\n");
        }
        reply->end();
        QCOMPARE(f.answers.size(), 1U);
        QVERIFY(f.answers[0].has_value());
        QCOMPARE(sink.data(), QByteArray("line\n").repeated(5));
        QVERIFY(f.answers[0]->body.isEmpty());
    }

    void anErrorsBodyNeverReachesTheSink()
    {
        Fixture f;
        QBuffer sink;
        sink.open(QIODevice::WriteOnly);
        Request request = read();
        request.sink = &sink;
        auto handle = f.call(request);
        f.manager.last().reply->answer(410, R"({"message":"error.package.expired"})");
        QCOMPARE(f.kind(), Problem::Kind::Gone);
        QCOMPARE(f.answers[0].error().messageKey, QStringLiteral("error.package.expired"));
        QVERIFY(sink.data().isEmpty());
    }

    void failuresOfTheNetworkAreTold_data()
    {
        QTest::addColumn<QNetworkReply::NetworkError>("error");
        QTest::addColumn<Problem::Kind>("kind");
        QTest::newRow("refused") << QNetworkReply::ConnectionRefusedError << Problem::Kind::Offline;
        QTest::newRow("no such host") << QNetworkReply::HostNotFoundError << Problem::Kind::Offline;
        QTest::newRow("cut") << QNetworkReply::RemoteHostClosedError << Problem::Kind::Offline;
        QTest::newRow("proxy") << QNetworkReply::ProxyConnectionRefusedError << Problem::Kind::Proxy;
        QTest::newRow("tls") << QNetworkReply::SslHandshakeFailedError << Problem::Kind::Tls;
        QTest::newRow("system's time-out") << QNetworkReply::TimeoutError << Problem::Kind::Timeout;
    }
    void failuresOfTheNetworkAreTold()
    {
        QFETCH(QNetworkReply::NetworkError, error);
        QFETCH(Problem::Kind, kind);
        Fixture f;
        auto handle = f.call(write());
        f.manager.last().reply->fail(error, QStringLiteral("text"));
        QCOMPARE(f.kind(), kind);
        QCOMPARE(f.answers[0].error().detail, QStringLiteral("text"));
    }

    void anAnswerCutInTheMiddleIsNoSuccess()
    {
        Fixture f;
        auto handle = f.call(write());
        FakeReply *reply = f.manager.last().reply;
        reply->begin(200);
        reply->drip("{\"eid\":");
        reply->fail(QNetworkReply::RemoteHostClosedError);
        QCOMPARE(f.kind(), Problem::Kind::Offline);
    }

    void aRedirectedWriteIsNoSuccess()
    {
        Fixture f;
        auto handle = f.call(write());
        f.manager.last().reply->answer(302, "", {{"Location", "/elsewhere"}});
        QCOMPARE(f.kind(), Problem::Kind::Protocol);
    }

    void anEndlessAnswerIsRefused()
    {
        Fixture f;
        Request request = write();
        request.maxAnswerBytes = 10;
        auto handle = f.call(request);
        FakeReply *reply = f.manager.last().reply;
        reply->begin(200);
        reply->drip("12345678");
        reply->drip("12345678");
        QCOMPARE(f.kind(), Problem::Kind::Protocol);
        QVERIFY(reply->wasAborted());
    }

    void readsAreRepeatedUnderOneRequestId()
    {
        Fixture f;
        auto handle = f.call(read());
        const QByteArray id = f.manager.last().request.rawHeader("X-Request-ID");
        f.manager.last().reply->answer(503);
        QCOMPARE(f.manager.count(), 1);
        f.scheduler.advance(500ms);
        QCOMPARE(f.manager.count(), 2);
        QCOMPARE(f.manager.last().request.rawHeader("X-Request-ID"), id);
        f.manager.last().reply->fail(QNetworkReply::ConnectionRefusedError);
        f.scheduler.advance(1000ms);
        QCOMPARE(f.manager.count(), 3);
        f.manager.last().reply->answer(200, "[]");
        QVERIFY(f.answers.at(0).has_value());
    }

    void readsGiveUpInTheEnd()
    {
        Fixture f;
        f.manager.answerWith([](const auto &seen) { seen.reply->answer(500); });
        auto handle = f.call(read());
        for (int attempt = 1; attempt <= 3; ++attempt) {
            QTRY_COMPARE(f.manager.count(), attempt);
            QTRY_VERIFY(f.manager.last().reply.isNull() || f.manager.last().reply->isFinished());
            f.scheduler.advance(1s);
        }
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.kind(), Problem::Kind::ServerFault);
        QCOMPARE(f.manager.count(), 3);
    }

    void writesAreNeverRepeated()
    {
        Fixture f;
        auto handle = f.call(write());
        f.manager.last().reply->answer(503, "", {{"Retry-After", "7"}});
        QCOMPARE(f.kind(), Problem::Kind::ServerFault);
        QCOMPARE(f.answers[0].error().retryAfter, 7s);
        f.scheduler.advance(1h);
        QCOMPARE(f.manager.count(), 1);
    }

    void anExpiredTokenIsRenewedOnceForAll()
    {
        Fixture f;
        Session::RefreshDone finish;
        int refreshes = 0;
        f.session.setRefresher([&](Session::RefreshDone done) {
            ++refreshes;
            finish = std::move(done);
        });
        auto one = f.call(read());
        auto two = f.call(write());
        f.manager.seen()[0].reply->answer(401);
        f.manager.seen()[1].reply->answer(401);
        QCOMPARE(refreshes, 1);
        f.session.setToken(QStringLiteral("token-2"));
        finish({});
        QCOMPARE(f.manager.count(), 4);
        QCOMPARE(f.manager.last().request.rawHeader("Authorization"), QByteArray("Bearer token-2"));
        // Still refused: the session is dead, and nothing goes round in circles.
        f.manager.seen()[2].reply->answer(401);
        f.manager.seen()[3].reply->answer(401);
        QCOMPARE(refreshes, 1);
        QCOMPARE(f.answers.size(), 2U);
        QCOMPARE(f.kind(), Problem::Kind::Unauthorized);
        QVERIFY(!f.session.isSignedIn());
    }

    void aTokenThatWasRenewedMeanwhileIsTaken()
    {
        Fixture f;
        f.session.setRefresher([](const Session::RefreshDone &) { QFAIL("not needed"); });
        auto handle = f.call(write());
        f.session.setToken(QStringLiteral("token-2"));
        f.manager.last().reply->answer(401);
        QCOMPARE(f.manager.count(), 2);
        QCOMPARE(f.manager.last().request.rawHeader("Authorization"), QByteArray("Bearer token-2"));
    }

    void aProblemOfRenewingThatMayPassIsNoReasonToSignIn()
    {
        Fixture f;
        f.session.setRefresher([](const Session::RefreshDone &done) {
            Problem offline;
            offline.kind = Problem::Kind::Offline;
            done(tl::unexpected(offline));
        });
        auto handle = f.call(write());
        f.manager.last().reply->answer(401);
        QCOMPARE(f.kind(), Problem::Kind::Offline);
        QVERIFY(f.session.isSignedIn());
    }

    void aBadIdentifierIsAnsweredWithoutARequest()
    {
        Fixture f;
        auto handle = f.call(Request::get({QStringLiteral("events"), QStringLiteral("..")}));
        QVERIFY(f.answers.empty());
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.kind(), Problem::Kind::Rejected);
        QCOMPARE(f.manager.count(), 0);
    }

    void uploadsReportProgress()
    {
        Fixture f;
        Request request = write();
        std::vector<std::pair<qint64, qint64>> reports;
        request.uploadProgress = [&](qint64 sent, qint64 total) { reports.emplace_back(sent, total); };
        auto handle = f.call(request);
        f.manager.last().reply->reportUpload(1, 2);
        QCOMPARE(reports.size(), 1U);
        QCOMPARE(reports[0], std::pair(qint64(1), qint64(2)));
    }

    void theLogTellsNoSecrets()
    {
        static QString log;
        const auto previous =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
                log += text + QLatin1Char('\n');
            });
        QLoggingCategory::setFilterRules(QStringLiteral("groundswell.http.debug=true"));
        {
            Fixture f;
            auto handle =
                f.call(Request::put({QStringLiteral("setup_processes")},
                                    ApiQuery().add(QStringLiteral("username"), QStringLiteral("anna")))
                           .withJson(R"({"password":"hush"})"));
            f.manager.last().reply->answer(200, R"({"email":"a@b.example"})");
        }
        QLoggingCategory::setFilterRules(QString());
        qInstallMessageHandler(previous);
        QVERIFY2(log.contains(QStringLiteral("setup_processes")), qPrintable(log));
        QVERIFY(log.contains(QStringLiteral("\"in\":200")));
        for (const auto secret : {"token-1", "anna", "hush", "a@b.example"})
            QVERIFY2(!log.contains(QLatin1StringView(secret)), secret);
    }
};

QTEST_GUILESS_MAIN(TestRestClient)
#include "tst_restclient.moc"
