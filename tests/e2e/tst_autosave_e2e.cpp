#include "app/autosave/draftsession.h"
#include "app/autosave/wavedraftstore.h"
#include "app/net/rest/accessmanager.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "fastscheduler.h"
#include "tests/service/http/servicefixture.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using groundswell::service::ServiceFixture;

namespace {

constexpr int timesFaster = 40; // one second of the saver's time in 25 ms

} // namespace

/// The program's own saver and journal against the real service on a calm network; tst_typing_sessions has
/// the bad one.
class TestAutosaveE2e : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onACalmNetworkOneBurstIsOneWrite()
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
            QCOMPARE(draft.saver().counters().bursts, burst);
        }
        QCOMPARE(draft.saver().counters().aborted, 0);
        QCOMPARE(draft.saver().counters().verified, 0);
    }
};

QTEST_GUILESS_MAIN(TestAutosaveE2e)
#include "tst_autosave_e2e.moc"
