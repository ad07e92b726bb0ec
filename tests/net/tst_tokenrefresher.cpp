#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/wave/tokenrefresher.h"
#include "support/loopbackserver.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;

namespace {

QUrl baseUrl(const LoopbackServer &server)
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(server.port()));
}

struct Fixture {
    LoopbackServer server;
    QNetworkAccessManager manager;
    Session session;
    SystemScheduler scheduler{systemTime()};
    RestClient client{manager, session, scheduler, [] { return 0.0; }};
    TokenRefresher refresher{client, session};
    QObject context;
    std::vector<Expected<Response>> answers;

    Fixture()
    {
        configureAccessManager(manager);
        session.connectTo(Session::Kind::Remote, baseUrl(server), QStringLiteral("old"),
                          PartnerId(QStringLiteral("fd1")));
        refresher.setToken(QStringLiteral("long-lived"));
    }
    RequestHandle put()
    {
        return client.call(
            Request::put({QStringLiteral("setup_processes"), QStringLiteral("e")}).withJson("{}"), &context,
            [this](Expected<Response> answer) { answers.push_back(std::move(answer)); });
    }
    void answer(size_t index, int status, const QByteArray &body = "{}")
    {
        LoopbackServer::answer(server.received()[index], status, body);
    }
};

} // namespace

/// A refused access token is renewed once, and where that is refused too, the user is asked to sign in.
class TestTokenRefresher : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRefusedTokenIsRenewedOnceForAll()
    {
        Fixture f;
        auto one = f.put();
        auto two = f.put();
        QTRY_COMPARE(f.server.received().size(), 2U);
        f.answer(0, 401);
        f.answer(1, 401);
        QTRY_COMPARE(f.server.received().size(), 3U);
        const auto renewal = f.server.received()[2];
        QCOMPARE(renewal.verb, QByteArray("POST"));
        QCOMPARE(renewal.target, QByteArray("/api/v3/auth/refresh_token"));
        QVERIFY(!renewal.headers.toLower().contains("authorization"));
        const QJsonObject body = QJsonDocument::fromJson(renewal.body).object();
        QCOMPARE(body[u"token"].toString(), QStringLiteral("long-lived"));
        QVERIFY(body.contains(u"device_key") && body[u"device_key"].isNull());
        f.answer(2, 200, R"({"AccessToken":"new","IdToken":"i","TokenType":"Bearer"})");
        QTRY_COMPARE(f.server.received().size(), 5U);
        for (size_t i : {3U, 4U}) {
            QCOMPARE(f.server.received()[i].target, QByteArray("/api/v3/setup_processes/e"));
            QVERIFY(f.server.received()[i].headers.contains("Bearer new"));
            f.answer(i, 200);
        }
        QTRY_COMPARE(f.answers.size(), 2U);
        QVERIFY(f.answers[0] && f.answers[1]);
    }

    void aRefusedRefreshTokenEndsTheSession()
    {
        Fixture f;
        QSignalSpy out(&f.session, &Session::signedOut);
        auto handle = f.put();
        QTRY_COMPARE(f.server.received().size(), 1U);
        f.answer(0, 401);
        QTRY_COMPARE(f.server.received().size(), 2U);
        f.answer(1, 400, R"({"message":"error.auth.not_authorized"})");
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Unauthorized);
        QCOMPARE(out.size(), 1);
        // What comes next is refused at once, without another try to renew.
        handle = f.put();
        QTRY_COMPARE(f.server.received().size(), 3U);
        f.answer(2, 401);
        QTRY_COMPARE(f.answers.size(), 2U);
        QCOMPARE(f.server.received().size(), 3U);
    }

    void aFreshTokenThatIsRefusedEndsTheSession()
    {
        Fixture f;
        auto handle = f.put();
        QTRY_COMPARE(f.server.received().size(), 1U);
        f.answer(0, 401);
        QTRY_COMPARE(f.server.received().size(), 2U);
        f.answer(1, 200, R"({"AccessToken":"new"})");
        QTRY_COMPARE(f.server.received().size(), 3U);
        f.answer(2, 401);
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Unauthorized);
        QVERIFY(!f.session.isSignedIn());
        QCOMPARE(f.server.received().size(), 3U);
    }

    void aFaultWhileRenewingMayPass()
    {
        Fixture f;
        auto handle = f.put();
        QTRY_COMPARE(f.server.received().size(), 1U);
        f.answer(0, 401);
        QTRY_COMPARE(f.server.received().size(), 2U);
        f.answer(1, 503);
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::ServerFault);
        QVERIFY(f.session.isSignedIn() && f.session.canRefresh());
    }

    void anotherServerNeverSeesTheRefreshToken()
    {
        Fixture f;
        LoopbackServer other;
        f.session.connectTo(Session::Kind::Remote, baseUrl(other), QStringLiteral("t"), {});
        auto handle = f.put();
        QTRY_COMPARE(other.received().size(), 1U);
        LoopbackServer::answer(other.received()[0], 401, "{}");
        QTRY_COMPARE(f.answers.size(), 1U);
        QCOMPARE(f.answers[0].error().kind, Problem::Kind::Unauthorized);
        QCOMPARE(other.received().size(), 1U);
        QVERIFY(f.server.received().empty());
    }
};

QTEST_GUILESS_MAIN(TestTokenRefresher)
#include "tst_tokenrefresher.moc"
