// The event page between asking and being answered.
#include "app/desktop/eventpage/eventpage.h"
#include "app/net/restclient.h"
#include "app/net/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

class TestEventPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void campaignsWaitForTheirEvent();
};

/// What is typed about a campaign's event must not be sent for an event that isn't known yet. That they are
/// offered once it is there, tst_mainwindow tries on a real service.
void TestEventPage::campaignsWaitForTheirEvent()
{
    FakeAccessManager manager;
    Session session;
    session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                      PartnerId(u"fd1"_s));
    ManualScheduler scheduler;
    RestClient rest(manager, session, scheduler, [] { return 0.0; });
    WaveClient client(rest);
    EventPage page(client);
    page.open(EventId(u"e1"_s));
    const auto *campaigns = page.findChild<QWidget *>(u"campaignsPanel"_s);
    QVERIFY(campaigns);
    QVERIFY(!campaigns->isEnabled());
}

QTEST_MAIN(TestEventPage)
#include "tst_eventpage.moc"
