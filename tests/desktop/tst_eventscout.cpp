// The tour's choice of an event: by what a campaign needs, not by its date alone.
#include "app/desktop/tour/eventscout.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace groundswell::tour;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 5); // a Saturday

/// Thirteen hours ahead of UTC: where it is the 5th at eight in the morning, UTC still has the 4th.
const Clock clockThere([] { return QDateTime(QDate(2026, 12, 4), QTime(19, 0), QTimeZone::utc()); },
                       QTimeZone("Pacific/Auckland"));

constexpr int forbidden = -1; ///< instead of a number of clusters

/// What the service knows of an event, and what of it a campaign lacks.
struct Offer {
    QString id;
    int daysAhead = 30;
    int sold = 100; ///< of 500
    int clusters = 3;
    double lower = 210;
    double upper = 900;
    QString setup = u"none"_s;
    QString status = u"DEFAULT"_s;
    QTime time = QTime(8, 0); ///< where the organiser is
};

QJsonObject eventOf(const Offer &offer)
{
    return {{"id"_L1, offer.id},
            {"title"_L1, QString(u"Evening "_s + offer.id)},
            {"start_date_time"_L1,
             QDateTime(today.addDays(offer.daysAhead), offer.time, clockThere.zone())
                 .toUTC()
                 .toString(Qt::ISODate)},
            {"capacity"_L1, 500},
            {"tickets_sold"_L1, offer.sold},
            {"frontend_status"_L1, offer.status},
            {"setup_state"_L1, offer.setup}};
}

} // namespace

class TestEventScout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asksForWhatACampaignNeeds_data();
    void asksForWhatACampaignNeeds();
    void countsDaysWhereTheOrganiserIs();
    void takesWholeUnitsOfTheCurrency_data();
    void takesWholeUnitsOfTheCurrency();
    void turnsThePages();
    void saysWhyThereIsNone();
    void saysThatTheServiceRefused();

private:
    /// The scout's last word on these offers, a page each.
    Progress search(const std::vector<std::vector<Offer>> &pages, const QString &currency = u"EUR"_s);
    struct Program {
        FakeAccessManager manager;
        Session session;
        ManualScheduler scheduler;
        RestClient rest{manager, session, scheduler, [] { return 0.0; }};
        WaveClient client{rest};
        EventScout scout{client, clockThere};
    };
    std::unique_ptr<Program> m_program;
};

Progress TestEventScout::search(const std::vector<std::vector<Offer>> &pages, const QString &currency)
{
    m_program = std::make_unique<Program>();
    m_program->session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                                 PartnerId(u"fd1"_s));
    m_program->client.setCurrency(currency);
    m_program->manager.answerWith([pages](const FakeAccessManager::Seen &seen) {
        const QUrl url = seen.request.url();
        const QUrlQuery query(url);
        QJsonObject answer;
        if (url.path().endsWith(u"/events/"_s)) {
            const auto page = std::max(1, query.queryItemValue(u"page"_s).toInt());
            QJsonArray items;
            for (const Offer &offer : pages[static_cast<size_t>(page - 1)])
                items.append(eventOf(offer));
            answer = {{"items"_L1, items},
                      {"total"_L1, 99},
                      {"page"_L1, page},
                      {"pages"_L1, static_cast<int>(pages.size())}};
        }
        for (const auto &page : pages) {
            for (const Offer &offer : page) {
                if (offer.clusters != forbidden
                    && url.path().endsWith(u"/events/%1/clusters"_s.arg(offer.id))) {
                    QJsonArray clusters;
                    for (int i = 1; i <= offer.clusters; ++i)
                        clusters.append(QJsonObject{{"tc"_L1, u"tc%1"_s.arg(i)}, {"tc_run_id"_L1, 7}});
                    answer = {{"tc_run_id"_L1, 7}, {"clusters"_L1, clusters}};
                } else if (url.path().endsWith(u"/events/%1/budget_min_max"_s.arg(offer.id))) {
                    answer = {{"lower_limit"_L1, offer.lower}, {"upper_limit"_L1, offer.upper}};
                }
            }
        }
        if (answer.isEmpty())
            seen.reply->answer(403, "{\"message\":\"error.forbidden\"}",
                               {{"Content-Type", "application/json"}});
        else
            seen.reply->answer(200, QJsonDocument(answer).toJson(), {{"Content-Type", "application/json"}});
    });
    Progress last;
    (void)QTest::qWaitFor([&] {
        last = m_program->scout.look();
        return last.kind != Progress::Kind::Waiting;
    });
    return last;
}

void TestEventScout::asksForWhatACampaignNeeds_data()
{
    QTest::addColumn<Offer>("unfit");
    QTest::newRow("sold out") << Offer{.id = u"u"_s, .sold = 500};
    QTest::newRow("less than a fifth of the seats free") << Offer{.id = u"u"_s, .sold = 401};
    QTest::newRow("too soon") << Offer{.id = u"u"_s, .daysAhead = 20};
    QTest::newRow("one cluster") << Offer{.id = u"u"_s, .clusters = 1};
    QTest::newRow("no budget between the limits") << Offer{.id = u"u"_s, .lower = 210, .upper = 210};
    QTest::newRow("no whole amount between them") << Offer{.id = u"u"_s, .lower = 210, .upper = 210.9};
    QTest::newRow("a draft") << Offer{.id = u"u"_s, .setup = u"draft"_s};
    QTest::newRow("published") << Offer{.id = u"u"_s, .setup = u"published"_s};
    QTest::newRow("cancelled") << Offer{.id = u"u"_s, .status = u"CANCELLED"_s};
}

void TestEventScout::asksForWhatACampaignNeeds()
{
    QFETCH(Offer, unfit);
    const Offer fit{.id = u"f"_s, .daysAhead = 40, .sold = 400};
    const Progress progress = search({{unfit, fit}});
    QVERIFY2(progress.kind == Progress::Kind::Done, qPrintable(progress.reason));
    QCOMPARE(m_program->scout.found().id, EventId(u"f"_s));
    const PlanQuestion &plan = m_program->scout.plan();
    QCOMPARE(plan.start, today.addDays(1));
    QCOMPARE(plan.days(), 14);
    QCOMPARE(plan.clusters.size(), size_t(3));
    QCOMPARE(*plan.budget, (Money{555'00, u"EUR"_s}));
}

/// At eight in the morning there, UTC is a day behind: what is three weeks off would be twenty days.
void TestEventScout::countsDaysWhereTheOrganiserIs()
{
    const Progress early = search({{{.id = u"a"_s, .daysAhead = EventScout::soonestDays}}});
    QVERIFY2(early.kind == Progress::Kind::Done, qPrintable(early.reason));
    QCOMPARE(m_program->scout.plan().start, today.addDays(1));
    const Progress late =
        search({{{.id = u"a"_s, .daysAhead = EventScout::soonestDays - 1, .time = QTime(23, 0)}}});
    QCOMPARE(late.kind, Progress::Kind::Failed);
}

void TestEventScout::takesWholeUnitsOfTheCurrency_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("two digits") << u"EUR"_s << qint64(555'00);
    QTest::newRow("none") << u"JPY"_s << qint64(555);
    QTest::newRow("three") << u"KWD"_s << qint64(555'000);
}

void TestEventScout::takesWholeUnitsOfTheCurrency()
{
    QFETCH(QString, currency);
    QFETCH(qint64, minor);
    const Progress progress = search({{{.id = u"a"_s, .upper = 901}}}, currency);
    QVERIFY2(progress.kind == Progress::Kind::Done, qPrintable(progress.reason));
    QCOMPARE(*m_program->scout.plan().budget, (Money{minor, currency}));
}

void TestEventScout::turnsThePages()
{
    const Progress progress =
        search({{{.id = u"a"_s, .sold = 500}, {.id = u"b"_s, .clusters = 0}}, {}, {{.id = u"c"_s}}});
    QVERIFY2(progress.kind == Progress::Kind::Done, qPrintable(progress.reason));
    QCOMPARE(m_program->scout.found().id, EventId(u"c"_s));
}

void TestEventScout::saysWhyThereIsNone()
{
    const Progress progress = search({{{.id = u"a"_s, .sold = 500}}, {{.id = u"b"_s, .upper = 1}}});
    QCOMPARE(progress.kind, Progress::Kind::Failed);
    QVERIFY2(progress.reason.startsWith(u"none of 2 events"), qPrintable(progress.reason));
}

void TestEventScout::saysThatTheServiceRefused()
{
    const Progress progress = search({{{.id = u"a"_s, .clusters = forbidden}}});
    QCOMPARE(progress.kind, Progress::Kind::Failed);
    QVERIFY2(progress.reason.contains(u"error.forbidden"), qPrintable(progress.reason));
}

QTEST_GUILESS_MAIN(TestEventScout)
#include "tst_eventscout.moc"
