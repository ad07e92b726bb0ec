#include "app/desktop/events/attention.h"
#include "app/desktop/events/eventstatus.h"
#include "app/desktop/packages/attributiontext.h"
#include "app/desktop/packages/proportion.h"
#include "app/look/texts/phrases.h"

#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

/// The desktop's own small judgements: what an event needs, how it stands, how a result is worded.
class TestRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void attention_data();
    void attention();
    void nearestFirst();
    void standing();
    void daysAreTheOrganisers_data();
    void daysAreTheOrganisers();
    void aDayWithoutATimeShowsNone();
    void wilsonAgreesWithTheLiterature();
    void wilsonStaysBetweenNothingAndAll();
    void sentenceTellsTheUncertainty();
    void sentenceAsksForTheSendingDay();
    void roundsMoneyOnlyWhereItIsLarge();
};

namespace {

const QDate Today(2026, 11, 22);

/// Noon of that day.
Clock noon(const QTimeZone &zone = QTimeZone("Europe/Berlin"))
{
    return Clock([zone] { return QDateTime(Today, QTime(12, 0), zone); }, zone);
}

Event eventIn(int days, SetupState setup, std::optional<int> sold = 100)
{
    Event event;
    event.id = EventId(u"evt_%1"_s.arg(days));
    event.start = QDateTime(Today.addDays(days), QTime(19, 0), noon().zone()).toUTC();
    event.capacity = 1000;
    event.ticketsSold = sold;
    event.setupState = setup;
    return event;
}

} // namespace

void TestRules::attention_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("setup");
    QTest::addColumn<int>("sold");
    QTest::addColumn<bool>("paused");
    QTest::addColumn<int>("expected");
    const auto row = [](const char *name, int days, SetupState setup, int sold, bool paused,
                        AttentionReason reason) {
        QTest::newRow(name) << days << int(setup) << sold << paused << int(reason);
    };
    row("nothing planned", 20, SetupState::None, 100, false, AttentionReason::NoSetup);
    row("nothing planned, but full", 20, SetupState::None, 930, false, AttentionReason::None);
    row("far away", PlanningHorizonDays + 1, SetupState::None, 100, false, AttentionReason::None);
    row("past", -1, SetupState::None, 100, false, AttentionReason::None);
    row("today", 0, SetupState::Draft, 100, false, AttentionReason::DraftIncomplete);
    row("published and quiet", 20, SetupState::Published, 100, false, AttentionReason::None);
    row("published and paused", 20, SetupState::Published, 100, true, AttentionReason::Paused);
    row("published and nearly full", 20, SetupState::Published, 920, false, AttentionReason::SellingOut);
    row("published and just not", 20, SetupState::Published, 919, false, AttentionReason::None);
}

void TestRules::attention()
{
    QFETCH(int, days);
    QFETCH(int, setup);
    QFETCH(int, sold);
    QFETCH(bool, paused);
    QFETCH(int, expected);
    Event event = eventIn(days, SetupState(setup), sold);
    if (paused)
        event.clientCampaignStatus = CampaignRunState::Paused;
    QCOMPARE(int(attentionFor(event, noon()).reason), expected);
}

void TestRules::nearestFirst()
{
    const auto items = attentionList({eventIn(30, SetupState::None), eventIn(3, SetupState::Draft),
                                      eventIn(9, SetupState::None), eventIn(400, SetupState::None)},
                                     noon(), 2);
    QCOMPARE(items.size(), size_t(2));
    QCOMPARE(items.at(0).attention.daysLeft, 3);
    QCOMPARE(items.at(1).attention.daysLeft, 9);
}

void TestRules::standing()
{
    QCOMPARE(eventStatusOf(eventIn(5, SetupState::None), noon()), EventStatus::NoSetup);
    QCOMPARE(eventStatusOf(eventIn(5, SetupState::Draft), noon()), EventStatus::Draft);
    QCOMPARE(eventStatusOf(eventIn(5, SetupState::Published), noon()), EventStatus::Published);
    QCOMPARE(eventStatusOf(eventIn(-5, SetupState::Published), noon()), EventStatus::Past);
    Event plain = eventIn(5, SetupState::None);
    plain.setupState = {}; // the plain contract doesn't say
    QCOMPARE(eventStatusOf(plain, noon()), EventStatus::Unknown);
    plain.campaignStatus = CampaignRollup::Open;
    QCOMPARE(eventStatusOf(plain, noon()), EventStatus::NoSetup);
}

void TestRules::daysAreTheOrganisers_data()
{
    QTest::addColumn<QByteArray>("zone");
    for (const char *zone : {"Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin", "UTC"})
        QTest::newRow(zone) << QByteArray(zone);
}

void TestRules::daysAreTheOrganisers()
{
    QFETCH(QByteArray, zone);
    const Clock clock = noon(QTimeZone(zone));
    Event event;
    event.setupState = SetupState::None;
    // A quarter past midnight and a quarter before it: elsewhere either is another day.
    for (const QTime &time : {QTime(0, 15), QTime(23, 45)}) {
        event.start = QDateTime(Today, time, clock.zone()).toUTC();
        QCOMPARE(attentionFor(event, clock).daysLeft, 0);
        QCOMPARE(eventStatusOf(event, clock), EventStatus::NoSetup);
        QCOMPARE(phrases::shortDate(event, clock), u"Sun 22 Nov"_s);
        QCOMPARE(phrases::timeAndDistance(event, clock), time.toString(u"HH:mm · "_s) + u"today"_s);
        QVERIFY(phrases::longDateTime(event, clock).startsWith(u"Sunday, 22 November 2026"_s)
                || phrases::longDateTime(event, clock).startsWith(u"Sunday 22 November 2026"_s));
        QVERIFY(phrases::longDateTime(event, clock).contains(time.toString(u"HH:mm"_s)));
    }
    event.start = QDateTime(Today.addDays(-1), QTime(23, 45), clock.zone()).toUTC();
    QCOMPARE(eventStatusOf(event, clock), EventStatus::Past);
}

void TestRules::aDayWithoutATimeShowsNone()
{
    Event event;
    event.day = Today;
    event.start = QDateTime(Today, QTime(0, 0), noon().zone()).toUTC();
    event.setupState = SetupState::None;
    for (const char *zone : {"Pacific/Auckland", "America/Los_Angeles", "Europe/Berlin"}) {
        const Clock clock = noon(QTimeZone(zone));
        QCOMPARE(eventStatusOf(event, clock), EventStatus::NoSetup);
        QCOMPARE(phrases::shortDate(event, clock), u"Sun 22 Nov"_s);
        QCOMPARE(phrases::timeAndDistance(event, clock), u"today"_s);
        QVERIFY(!phrases::longDateTime(event, clock).contains(u':'));
    }
}

void TestRules::wilsonAgreesWithTheLiterature()
{
    // 15 of 148: 0.0624 to 0.1605 (Newcombe 1998, table I, method 3).
    const Proportion share = wilsonInterval(15, 148);
    QVERIFY(std::abs(share.low - 0.0624) < 0.0001);
    QVERIFY(std::abs(share.high - 0.1605) < 0.0001);
}

void TestRules::wilsonStaysBetweenNothingAndAll()
{
    QVERIFY(wilsonInterval(0, 20).low >= 0);
    QVERIFY(wilsonInterval(0, 20).high > 0);
    QVERIFY(wilsonInterval(20, 20).high <= 1);
}

void TestRules::sentenceTellsTheUncertainty()
{
    AttributionSettings details;
    details.emailSentDate = Today;
    details.windowDays = 14;
    PackageEvaluation evaluation;
    evaluation.unique = EvaluationRow();
    evaluation.unique->customers = 312;
    evaluation.unique->purchases = 350;
    evaluation.unique->items = 690;
    const QString sentence = attributionSentence(evaluation, details, 4120);
    QVERIFY2(sentence.contains(u"312 of 4,120"_s) && sentence.contains(u"7.6"_s)
                 && sentence.contains(u"6.8"_s) && sentence.contains(u"8.4"_s),
             qPrintable(sentence));
    QVERIFY2(sentence.contains(u"—"_s), "the revenue isn't known and must not read as nothing");
}

void TestRules::sentenceAsksForTheSendingDay()
{
    QVERIFY(attributionSentence({}, {}, 100).contains(u"when the e-mail was sent"_s));
}

void TestRules::roundsMoneyOnlyWhereItIsLarge()
{
    QCOMPARE(phrases::roundMoney(Money{1'825'449, u"EUR"_s}), u"€18,254"_s);
    QCOMPARE(phrases::roundMoney(Money{91'05, u"EUR"_s}), u"€91.05"_s);
    QCOMPARE(phrases::roundMoney(std::nullopt), u"—"_s);
}

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
