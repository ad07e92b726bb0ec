#include "allcalls.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/loopbackserver.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;

namespace {

/// A server that takes every request whole, answers the first \a polite of them, and then hangs up without a
/// word.
struct Net {
    LoopbackServer server;
    QNetworkAccessManager manager;
    Session session;
    SystemScheduler scheduler{systemTime()};
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient wave{rest};
};

struct Fixture : Net, Asker {
    int polite = 0;

    Fixture()
        : Asker(wave)
    {
        configureAccessManager(manager);
        session.connectTo(Session::Kind::Embedded,
                          QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(server.port())),
                          QStringLiteral("t"), PartnerId(QStringLiteral("local")));
        QObject::connect(&server, &LoopbackServer::requestReceived, &context, [this](int index) {
            const auto &request = server.received()[static_cast<size_t>(index)];
            if (polite-- > 0)
                LoopbackServer::answer(request, 200, "[]");
            else
                LoopbackServer::cut(request);
        });
    }
    [[nodiscard]] int requests(const QByteArray &verb) const
    {
        return static_cast<int>(std::count_if(server.received().begin(), server.received().end(),
                                              [&](const auto &request) { return request.verb == verb; }));
    }
};

} // namespace

/// What must not happen twice is sent once, whatever becomes of the connection.
class TestOnce : public QObject {
    Q_OBJECT

    const Calls m_calls = allCalls();

private Q_SLOTS:
    void whatIsPostedIsSentOnce_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("reused");
        for (const auto &[id, call] : m_calls) {
            QTest::addRow("%s, fresh connection", qPrintable(id)) << id << false;
            QTest::addRow("%s, kept connection", qPrintable(id)) << id << true;
        }
    }
    void whatIsPostedIsSentOnce()
    {
        QFETCH(QString, id);
        QFETCH(bool, reused);
        Fixture f;
        if (reused) {
            f.polite = 1;
            auto before = f.rest.call(Request::get({QStringLiteral("x")}), &f.context, f.done());
            QTRY_COMPARE(f.answers, 1);
        }
        const size_t earlier = f.server.received().size();
        f.handle = m_calls.at(id)(f);
        QTRY_VERIFY(f.server.received().size() > earlier);
        if (f.server.received().back().verb != "POST")
            return; // doing it again changes nothing
        QTRY_COMPARE(f.answers, reused ? 2 : 1);
        QVERIFY(f.problem);
        QCOMPARE(f.problem->kind, Problem::Kind::Offline); // what became of it isn't known
        QCOMPARE(f.requests("POST"), 1);
    }

    // The test above would pass with a client that never posts.
    void everyCallThatMustNotHappenTwiceIsPosted()
    {
        int posted = 0;
        for (const char *id : {"createSetup", "boost", "editCampaign", "addCampaign", "changeRuntimeBudget",
                               "addSalesAdjustment", "createPackage", "mergePackages", "regeneratePackage",
                               "uploadMedia", "sendTransactionSummary", "addAdSpend", "startImport"}) {
            Fixture f;
            f.polite = 1;
            f.handle = m_calls.at(QLatin1StringView(id))(f);
            QTRY_COMPARE(f.server.received().size(), 1U);
            QCOMPARE(f.server.received()[0].verb, QByteArray("POST"));
            ++posted;
        }
        QCOMPARE(posted, 13);
    }

    void whatIsPostedArrivesWhole()
    {
        Fixture f;
        f.polite = 1;
        const QByteArray large = '"' + QByteArray(3'000'000, 'x') + '"';
        auto handle = f.rest.call(Request::post({QStringLiteral("x")}).withJson(large), &f.context, f.done());
        QTRY_COMPARE(f.answers, 1);
        QVERIFY(!f.problem);
        QCOMPARE(f.server.received()[0].body, large);
    }
};

QTEST_GUILESS_MAIN(TestOnce)
#include "tst_once.moc"
