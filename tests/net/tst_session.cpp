#include "app/net/rest/session.h"

#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTest>

using namespace groundswell;

class TestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mediaLieBesideTheVersion()
    {
        Session session;
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("https://wave.example/api/v3/")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        QCOMPARE(session.baseUrl(), QUrl(QStringLiteral("https://wave.example/api/v3")));
        QCOMPARE(session.mediaBaseUrl(), QUrl(QStringLiteral("https://wave.example/api")));
    }

    void theEmbeddedServiceIsNamedByItsWorkspace()
    {
        Session session;
        session.connectTo(Session::Kind::Embedded, QUrl(QStringLiteral("http://127.0.0.1:4711/api/v3")),
                          QStringLiteral("t"), {});
        QCOMPARE(session.place(), QStringLiteral("http://127.0.0.1:4711/api/v3"));
        session.setPlace(QStringLiteral("/home/mia/acme.gsw")); // the port is another one tomorrow
        QCOMPARE(session.place(), QStringLiteral("/home/mia/acme.gsw"));
    }

    void requestsCarryTokenAndPartner()
    {
        Session session;
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("https://wave.example/api/v3")),
                          QStringLiteral("secret"), PartnerId(QStringLiteral("fd1")));
        QNetworkRequest request;
        session.authorize(request);
        QCOMPARE(request.rawHeader("Authorization"), QByteArray("Bearer secret"));
        QCOMPARE(request.rawHeader("X-Preferred-Partner-Id"), QByteArray("fd1"));
    }

    void manyWhoAskShareOneRefresh()
    {
        Session session;
        int refreshes = 0;
        Session::RefreshDone finish;
        session.setRefresher([&](Session::RefreshDone done) {
            ++refreshes;
            finish = std::move(done);
        });
        int renewed = 0;
        QObject here;
        auto gone = std::make_unique<QObject>();
        session.refresh(&here, [&](const auto &ok) { renewed += ok ? 1 : 100; });
        session.refresh(&here, [&](const auto &ok) { renewed += ok ? 1 : 100; });
        session.refresh(gone.get(), [&](const auto &) { renewed += 1000; });
        gone.reset();
        finish({});
        QCOMPARE(refreshes, 1);
        QCOMPARE(renewed, 2);
    }

    void withoutARefresherTheAnswerIsNo()
    {
        Session session;
        std::optional<bool> answer;
        session.refresh(this, [&](const auto &ok) { answer = ok.has_value(); });
        QCOMPARE(answer, false);
    }

    void signingInIsTold()
    {
        Session session;
        QSignalSpy in(&session, &Session::signedIn);
        QSignalSpy out(&session, &Session::signedOut);
        session.setToken(QStringLiteral("a"));
        session.signOut();
        session.signOut();
        QCOMPARE(in.size(), 1);
        QCOMPARE(out.size(), 1);
        QVERIFY(!session.isSignedIn());
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
