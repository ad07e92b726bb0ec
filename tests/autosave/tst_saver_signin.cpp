#include "app/autosave/draftsaver.h"
#include "app/autosave/wavedraftstore.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/wave/tokenrefresher.h"
#include "app/net/wave/waveclient.h"
#include "support/loopbackserver.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using Kind = SaveState::Kind;

namespace {

struct Fixture {
    LoopbackServer server;
    QNetworkAccessManager manager;
    Session session;
    SystemScheduler scheduler{systemTime()};
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    TokenRefresher refresher{rest, session};
    WaveClient client{rest};
    WaveDraftStore store{client};
    SetupDraft draft;
    DraftSaver saver{draft, store, scheduler, [] { return 0.0; }};

    Fixture()
    {
        configureAccessManager(manager);
        session.connectTo(Session::Kind::Remote,
                          QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(server.port())),
                          QStringLiteral("old"), PartnerId(QStringLiteral("fd1")));
        refresher.setToken(QStringLiteral("long-lived"));
        QObject::connect(&session, &Session::signedIn, &saver, &DraftSaver::signedIn);
        SetupProcess row;
        row.eid = EventId(QStringLiteral("e"));
        draft.replace(row, Origin::Loaded);
        saver.start({row, "\"1\""});
    }
    void type(const char *payor)
    {
        draft.setDsa(QLatin1StringView(payor), {});
        saver.saveNow();
    }
    void answer(size_t index, int status, const QByteArray &body)
    {
        LoopbackServer::answer(server.received()[index], status, body, "ETag: \"2\"\r\n");
    }
};

const QByteArray saved = R"({"eid":"e","dsa_payor":"typed"})";

} // namespace

/// A save that is refused for its token: renewed once and sent again, or kept until the user has signed in.
class TestSaverSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRenewedTokenIsNothingToBeSeen()
    {
        Fixture f;
        f.type("typed");
        QTRY_COMPARE(f.server.received().size(), 1U);
        f.answer(0, 401, "{}");
        QTRY_COMPARE(f.server.received().size(), 2U);
        QSignalSpy states(&f.saver, &DraftSaver::stateChanged);
        f.answer(1, 200, R"({"AccessToken":"new"})");
        QTRY_COMPARE(f.server.received().size(), 3U);
        QCOMPARE(f.server.received()[2].body, f.server.received()[0].body);
        f.answer(2, 200, saved);
        QTRY_COMPARE(f.saver.state().kind, Kind::Saved);
        for (const QList<QVariant> &state : states)
            QVERIFY(state.at(0).value<SaveState>().kind != Kind::SignedOut);
    }

    void aDeadSessionAsksToSignInAndTheEditWaits()
    {
        Fixture f;
        QSignalSpy prompt(&f.session, &Session::signedOut);
        f.type("typed");
        QTRY_COMPARE(f.server.received().size(), 1U);
        f.answer(0, 401, "{}");
        QTRY_COMPARE(f.server.received().size(), 2U);
        f.answer(1, 400, R"({"message":"error.auth.not_authorized"})");
        QTRY_COMPARE(f.saver.state().kind, Kind::SignedOut);
        QCOMPARE(prompt.size(), 1);
        QCOMPARE(f.saver.state().pendingChanges, 1);
        f.saver.saveNow();
        f.saver.networkReturned();
        f.session.setToken(QStringLiteral("again")); // the user signed in
        QTRY_COMPARE(f.server.received().size(), 3U);
        QVERIFY(f.server.received()[2].headers.contains("Bearer again"));
        f.answer(2, 200, saved);
        QTRY_COMPARE(f.saver.state().kind, Kind::Saved);
        QVERIFY(!f.saver.hasPendingEdits());
    }
};

QTEST_GUILESS_MAIN(TestSaverSignIn)
#include "tst_saver_signin.moc"
