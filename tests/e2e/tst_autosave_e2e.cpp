#include "app/autosave/draftsession.h"
#include "app/autosave/wavedraftstore.h"
#include "app/net/accessmanager.h"
#include "app/net/restclient.h"
#include "app/net/session.h"
#include "app/net/waveclient.h"
#include "fastscheduler.h"
#include "faultyproxy.h"
#include "tests/service/http/servicefixture.h"

#include <QNetworkAccessManager>
#include <QTest>
#include <QTimer>

using namespace groundswell;
using namespace groundswell::test;
using groundswell::service::ServiceFixture;

namespace {

constexpr int timesFaster = 40; // one second of the saver's time in 25 ms

/// The program's own client, saver and journal, on one event of the real service behind the proxy.
class Desk {
public:
    Desk(ServiceFixture &service, const EventId &eid, const QString &journals, quint32 seed)
        : m_eid(eid)
        , m_journals(journals)
        , m_service(service)
        , m_random(seed)
        , m_proxy(static_cast<quint16>(service.service().port()), seed + 1)
    {
        configureAccessManager(m_manager);
        m_session.connectTo(Session::Kind::Embedded,
                            QUrl(QStringLiteral("http://127.0.0.1:%1/api/v3").arg(m_proxy.port())),
                            service.service().token(), PartnerId(service::Service::partnerId()));
        m_client.setCurrency(QStringLiteral("EUR"));
        sitDown();
    }

    /// Opens the draft as the program does on start.
    void sitDown()
    {
        m_proxy.setFaults(false);
        m_draft = std::make_unique<DraftSession>(
            m_store, m_scheduler, [this] { return m_random.generateDouble(); },
            DraftSession::Place{m_journals, QStringLiteral("service"), m_session.partner()});
        SetupProcess defaults;
        defaults.currency = QStringLiteral("EUR");
        m_draft->open(m_eid, defaults);
        QTRY_COMPARE(m_draft->phase(), DraftSession::Phase::Ready);
    }
    /// Ends without asking anybody, with whatever is on its way.
    void walkAway() { m_draft.reset(); }

    void burst()
    {
        m_proxy.setFaults(true);
        if (m_random.bounded(3) == 0)
            colleagueEdits();
        m_keys = m_random.bounded(1, 8);
        m_typing = true;
        pressKey();
        QTRY_VERIFY(!m_typing);
        if (m_random.bounded(3) == 0)
            m_draft->saver().networkReturned();
    }

    void calmDown()
    {
        m_proxy.setFaults(false);
        QTRY_COMPARE(m_proxy.held(), 0);
        m_draft->saver().networkReturned();
        const bool well = QTest::qWaitFor([this] { return settled(); }, 20'000);
        if (!well)
            qInfo() << standing();
        QVERIFY(well);
    }

    /// What is wrong; empty = nothing.
    [[nodiscard]] QString violation()
    {
        const QJsonObject row = serverRow();
        const auto payor = row[u"dsa_payor"].toString();
        if (payor != m_draft->draft().data().dsaPayor) {
            return QStringLiteral("the server holds \"%1\", the draft \"%2\"")
                .arg(payor, m_draft->draft().data().dsaPayor);
        }
        if (payor != QString::number(m_typed))
            return QStringLiteral("typed %1, kept \"%2\"").arg(m_typed).arg(payor);
        if (row[u"dsa_beneficiary"].toString() != m_colleague) {
            return QStringLiteral("the colleague's \"%1\" became \"%2\"")
                .arg(m_colleague, row[u"dsa_beneficiary"].toString());
        }
        return {};
    }
    [[nodiscard]] int faultsPlayed() const { return m_proxy.faultsPlayed(); }
    [[nodiscard]] const SaveCounters &counters() const { return m_draft->saver().counters(); }

private:
    void pressKey()
    {
        m_draft->draft().setDsa(QString::number(++m_typed), m_draft->draft().data().dsaBeneficiary);
        if (--m_keys > 0) {
            const int pause = m_random.bounded(m_random.bounded(3) == 0 ? 120 : 10);
            QTimer::singleShot(pause, &m_context, [this] { pressKey(); });
        } else {
            // The weather has its time too: eight seconds of the saver's at most.
            QTimer::singleShot(m_random.bounded(200), &m_context, [this] { m_typing = false; });
        }
    }

    // Whether the server has it and nothing more is planned: late looks included.
    [[nodiscard]] bool settled()
    {
        return m_draft->saveState().kind == SaveState::Kind::Saved && !m_draft->saver().hasPendingEdits()
            && serverRow()[u"dsa_payor"].toString() == QString::number(m_typed);
    }

    [[nodiscard]] QString standing() const
    {
        const SaveState state = m_draft->saveState();
        return QStringLiteral("state %1, %2 pending, problem %3 %4 %5")
            .arg(static_cast<int>(state.kind))
            .arg(state.pendingChanges)
            .arg(state.problem ? static_cast<int>(state.problem->kind) : -1)
            .arg(state.problem ? state.problem->messageKey : QString(),
                 state.problem ? state.problem->detail : QString());
    }

    [[nodiscard]] QByteArray target() const { return "/api/v3/setup_processes/" + m_eid.value().toUtf8(); }
    [[nodiscard]] QJsonObject serverRow() { return m_service.rawClient().get(target()).json(); }

    void colleagueEdits()
    {
        // Only between writes of ours, and only where the service has ETags: without them an edit that comes
        // between our reading and our writing is lost without a trace.
        auto client = m_service.rawClient();
        auto reply = client.get(target());
        const QByteArray etag = reply.header("ETag");
        if (reply.status != 200 || etag.isEmpty())
            return;
        QJsonObject row = reply.json();
        const QString text = QStringLiteral("colleague %1").arg(m_colleagueEdits + 1);
        row.insert(QStringLiteral("dsa_beneficiary"), text);
        client.headers = {{"If-Match", etag}};
        if (client.put(target(), row).status != 200)
            return; // a write of ours was quicker
        ++m_colleagueEdits;
        m_colleague = text;
    }

    const EventId m_eid;
    const QString m_journals;
    ServiceFixture &m_service;
    QRandomGenerator m_random;
    FaultyProxy m_proxy;
    FastScheduler m_scheduler{timesFaster};
    QNetworkAccessManager m_manager;
    Session m_session;
    RestClient m_rest{m_manager, m_session, m_scheduler, [this] { return m_random.generateDouble(); }};
    WaveClient m_client{m_rest};
    WaveDraftStore m_store{m_client};
    std::unique_ptr<DraftSession> m_draft;
    QObject m_context;
    int m_keys = 0;
    bool m_typing = false;
    int m_typed = 0;
    int m_colleagueEdits = 0;
    QString m_colleague;
};

} // namespace

/// The program's own saver and journal against the real service, in both modes, through bad weather.
class TestAutosaveE2e : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEditArrives_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::newRow("with extensions") << false;
        QTest::newRow("plain") << true;
    }
    void everyEditArrives()
    {
        QFETCH(bool, plain);
        // GROUNDSWELL_E2E_BURSTS=n for the long run.
        bool given = false;
        const int wanted = qEnvironmentVariableIntValue("GROUNDSWELL_E2E_BURSTS", &given);
        const int bursts = given ? wanted : 24;
        ServiceFixture service(ServiceFixture::Options{.plain = plain});
        const QStringList events = service.upcoming();
        QVERIFY(!events.isEmpty());
        QTemporaryDir journals;
        Desk desk(service, EventId(events.first()), journals.path(), plain ? 11 : 7);
        for (int i = 1; i <= bursts; ++i) {
            desk.burst();
            if (i % 6 == 0) {
                desk.calmDown();
                const QString violation = desk.violation();
                QVERIFY2(violation.isEmpty(),
                         qPrintable(QStringLiteral("after burst %1: %2").arg(i).arg(violation)));
            } else if (i % 4 == 0) {
                desk.walkAway();
                desk.sitDown();
            }
        }
        desk.calmDown();
        QCOMPARE(desk.violation(), QString());
        QVERIFY(desk.faultsPlayed() > 0);
        qInfo("%d bursts, %d faults", bursts, desk.faultsPlayed());
    }

    void inCalmWeatherOneBurstIsOneWrite()
    {
        ServiceFixture service;
        QTemporaryDir journals;
        QNetworkAccessManager manager;
        configureAccessManager(manager);
        Session session;
        session.connectTo(Session::Kind::Embedded, QUrl(service.service().baseUrl()),
                          service.service().token(), PartnerId(service::Service::partnerId()));
        FastScheduler scheduler(timesFaster);
        RestClient rest(manager, session, scheduler, [] { return 0.0; });
        WaveClient client(rest);
        WaveDraftStore store(client);
        DraftSession draft(store, scheduler, [] { return 0.0; },
                           {journals.path(), QStringLiteral("service"), session.partner()});
        draft.open(EventId(service.upcoming().first()), {});
        QTRY_COMPARE(draft.phase(), DraftSession::Phase::Ready);
        for (int burst = 1; burst <= 3; ++burst) {
            for (int key = 0; key < 10; ++key)
                draft.draft().setDsa(QStringLiteral("%1.%2").arg(burst).arg(key), {});
            QTRY_COMPARE(draft.saveState().kind, SaveState::Kind::Saved);
            QTRY_VERIFY(!draft.saver().hasPendingEdits());
            QCOMPARE(draft.saver().counters().sent, burst);
        }
        QCOMPARE(draft.saver().counters().aborted, 0);
        QCOMPARE(draft.saver().counters().verified, 0);
    }
};

QTEST_GUILESS_MAIN(TestAutosaveE2e)
#include "tst_autosave_e2e.moc"
