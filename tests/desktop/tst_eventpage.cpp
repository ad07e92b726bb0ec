// The event page between asking and being answered.
#include "app/desktop/eventpage/eventheader.h"
#include "app/desktop/eventpage/eventpage.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "models/time/calendar.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QLabel>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

class TestEventPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void campaignsWaitForTheirEvent();
    void theDayChangesWhileItIsLookedAt();
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
    const Calendar calendar([] { return QDateTime(QDate(2026, 5, 20), QTime(12, 0), QTimeZone::utc()); });
    EventPage page(client, calendar);
    page.open(EventId(u"e1"_s));
    const auto *campaigns = page.findChild<QWidget *>(u"campaignsPanel"_s);
    QVERIFY(campaigns);
    QVERIFY(!campaigns->isEnabled());
}

void TestEventPage::theDayChangesWhileItIsLookedAt()
{
    QDateTime now(QDate(2026, 5, 19), QTime(21, 59, 59), QTimeZone::utc()); // 23:59:59 in Berlin
    Calendar calendar([&now] { return now; });
    calendar.setZone(u"Europe/Berlin"_s);
    EventHeader header(calendar);
    Event event;
    event.id = EventId(u"e1"_s);
    event.start = QDateTime(QDate(2026, 5, 20), QTime(18, 0), QTimeZone::utc());
    header.setEvent(event);
    const auto *left = header.findChild<QWidget *>(u"eventDaysLeft"_s);
    const auto *when = header.findChild<QLabel *>(u"eventWhenAndWhere"_s);
    QVERIFY(left && when);
    QCOMPARE(left->accessibleName(), EventHeader::tr("Tomorrow"));
    now = now.addSecs(1);
    calendar.look();
    QCOMPARE(left->accessibleName(), EventHeader::tr("Today"));
    QVERIFY2(when->text().contains(u"20:00"_s) || when->text().contains(u"8:00"_s), qPrintable(when->text()));
    calendar.setZone(u"Pacific/Auckland"_s); // there the 20th has long begun, and it is on the 21st
    QCOMPARE(left->accessibleName(), EventHeader::tr("Tomorrow"));
}

QTEST_MAIN(TestEventPage)
#include "tst_eventpage.moc"
