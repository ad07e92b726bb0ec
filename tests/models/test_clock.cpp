#include "models/time/calendar.h"

#include <QSignalSpy>
#include <QTest>

using namespace groundswell;

/// Which day it is, at the edges where the computer's zone and the organiser's disagree.
class TestClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void todayIsTheZones();
    void anUnknownZoneIsUtc();
    void aShiftedClockRunsOn();
    void theDayChangesAtTheOrganisersMidnight();
    void aZoneMayMakeItAnotherDay();
    void anUnknownZoneLeavesTheGuess();
};

void TestClock::todayIsTheZones()
{
    // New Year in Auckland, while Los Angeles has its last morning of the old one.
    const Clock clock([] { return QDateTime(QDate(2026, 12, 31), QTime(12, 0), QTimeZone::utc()); });
    QCOMPARE(clock.today(), QDate(2026, 12, 31));
    QCOMPARE(clock.in(QTimeZone("Pacific/Auckland")).today(), QDate(2027, 1, 1));
    QCOMPARE(clock.in(QTimeZone("America/Los_Angeles")).today(), QDate(2026, 12, 31));
    QCOMPARE(clock.in(QTimeZone("America/Los_Angeles")).local(clock.now()).time(), QTime(4, 0));
    QVERIFY(!clock.dayOf(QDateTime()).isValid());
}

void TestClock::anUnknownZoneIsUtc()
{
    QCOMPARE(zoneNamed(QStringLiteral("Mars/Olympus_Mons")), QTimeZone::utc());
    QCOMPARE(zoneNamed(QString()), QTimeZone::utc());
    QCOMPARE(zoneNamed(QStringLiteral("Asia/Tokyo")), QTimeZone("Asia/Tokyo"));
}

void TestClock::aShiftedClockRunsOn()
{
    const QDateTime start(QDate(2028, 2, 29), QTime(10, 0), QTimeZone("Europe/Berlin"));
    const TimeSource source = timeStartingAt(start);
    const QDateTime first = source();
    QCOMPARE(first.timeSpec(), Qt::UTC);
    QVERIFY(first >= start && first < start.addSecs(60));
    QTRY_VERIFY(source() > first);
}

void TestClock::theDayChangesAtTheOrganisersMidnight()
{
    QDateTime now(QDate(2026, 5, 20), QTime(21, 59, 59), QTimeZone::utc()); // 23:59:59 in Berlin
    Calendar calendar([&now] { return now; });
    calendar.setZone(QStringLiteral("Europe/Berlin"));
    const QSignalSpy changed(&calendar, &Calendar::changed);
    calendar.look();
    QCOMPARE(changed.count(), 0);
    now = now.addSecs(1);
    calendar.look();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(calendar.today(), QDate(2026, 5, 21));
    calendar.look();
    QCOMPARE(changed.count(), 1);
}

void TestClock::aZoneMayMakeItAnotherDay()
{
    Calendar calendar([] { return QDateTime(QDate(2026, 5, 20), QTime(12, 0), QTimeZone::utc()); });
    calendar.setZone(QStringLiteral("UTC"));
    const QSignalSpy changed(&calendar, &Calendar::changed);
    calendar.setZone(QStringLiteral("Pacific/Auckland"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(calendar.today(), QDate(2026, 5, 21));
    calendar.setZone(QStringLiteral("Pacific/Auckland"));
    QCOMPARE(changed.count(), 1);
}

void TestClock::anUnknownZoneLeavesTheGuess()
{
    Calendar calendar([] { return QDateTime(QDate(2026, 5, 20), QTime(12, 0), QTimeZone::utc()); });
    const QTimeZone guess = calendar.zone();
    QVERIFY(guess.isValid());
    calendar.setZone(QString());
    calendar.setZone(QStringLiteral("Mars/Olympus_Mons"));
    QCOMPARE(calendar.zone(), guess);
}

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"
