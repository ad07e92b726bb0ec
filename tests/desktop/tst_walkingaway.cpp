// Dialogs that are closed while the service is still at what they asked for.
#include "app/desktop/eventpage/spenddialog.h"
#include "app/desktop/packages/createpackagedialog.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "models/time/calendar.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

namespace {

/// A network that never answers by itself.
struct Service {
    Service()
    {
        session.connectTo(Session::Kind::Remote, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                          PartnerId(u"fd1"_s));
        client.setCurrency(u"EUR"_s);
    }

    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    Calendar calendar{[] { return QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::utc()); }};
};

} // namespace

class TestWalkingAway : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aPackageThatMayBeBuiltIsTold()
    {
        Service service;
        CreatePackageDialog dialog(service.client, service.calendar);
        dialog.show();
        QTRY_COMPARE(service.manager.count(), 1);
        service.manager.seen().front().reply->answer(
            200, R"({"items":[{"id":"e1","title":"Evening"}],"total":1,"page":1,"pages":1})",
            {{"Content-Type", "application/json"}});
        auto *events = dialog.findChild<QListView *>(u"packageEventList"_s)->model();
        QTRY_COMPARE(events->rowCount(), 1);
        QSignalSpy abandoned(&dialog, &CreatePackageDialog::abandoned);
        dialog.reject(); // nothing was asked for
        QCOMPARE(abandoned.size(), 0);
        dialog.show();
        QVERIFY(events->setData(events->index(0, 0), Qt::Checked, Qt::CheckStateRole));
        dialog.findChild<QPushButton *>(u"packageBuildButton"_s)->click();
        dialog.findChild<QLineEdit *>(u"packageTitleEdit"_s)->setText(u"Another"_s);
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
        QCOMPARE(abandoned.size(), 1);
        QCOMPARE(abandoned.front().front().toString(), u"Evening"_s);
    }

    void spendThatMayBeNotedIsReadAnew()
    {
        Service service;
        Event event;
        event.id = EventId(u"e1"_s);
        SpendDialog dialog(service.client, service.calendar, event, {});
        QSignalSpy changed(&dialog, &SpendDialog::changed);
        dialog.show();
        dialog.findChild<QPushButton *>(u"spendClose"_s)->click();
        QCOMPARE(changed.size(), 0);
        dialog.show();
        QTest::keyClicks(dialog.findChild<QLineEdit *>(u"spendAmount"_s), u"12"_s);
        auto *add = dialog.findChild<QPushButton *>(u"spendAdd"_s);
        QVERIFY(add->isEnabled());
        add->click();
        dialog.findChild<QPushButton *>(u"spendClose"_s)->click();
        QCOMPARE(changed.size(), 1);
    }
};

QTEST_MAIN(TestWalkingAway)
#include "tst_walkingaway.moc"
