#include "models/setupgenerators.h"
#include "models/wave/campaign.h"
#include "models/wave/cluster.h"
#include "models/wave/event.h"
#include "models/wave/json.h"
#include "models/wave/package.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

#include <rapidcheck.h>

#include <cmath>

using namespace groundswell;

namespace {

QJsonObject parsed(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text)).object();
}

/// Every member of \a expected is in \a actual, at every level; null and absent are the same.
bool keeps(const QJsonValue &actual, const QJsonValue &expected)
{
    if (expected.isNull())
        return actual.isNull() || actual.isUndefined();
    if (expected.isObject()) {
        const QJsonObject object = expected.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (!keeps(actual.toObject().value(it.key()), it.value()))
                return false;
        }
        return actual.isObject();
    }
    if (expected.isArray()) {
        const QJsonArray array = expected.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!keeps(actual.toArray().at(i), array.at(i)))
                return false;
        }
        return actual.toArray().size() == array.size();
    }
    return actual == expected;
}

/// Leaves out members that are null, and some of the others.
QJsonObject thinned(QJsonObject json, const std::vector<QString> &leftOut)
{
    for (const QString &key : json.keys()) {
        if (json.value(key).isNull())
            json.remove(key);
    }
    for (const QString &key : leftOut)
        json.remove(key);
    return json;
}

} // namespace

class TestCodecs : public QObject {
    Q_OBJECT
public:
    static void initMain() { testing::useFixedSeed(); }

private Q_SLOTS:
    void rowSurvivesTheRoundTrip()
    {
        QVERIFY(rc::check("decode(encode(row)) == row", [] {
            const SetupProcess row = *testing::setupProcess();
            const auto back = SetupProcess::fromJson(row.toJson());
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == row);
        }));
    }

    void rowSurvivesBytes()
    {
        QVERIFY(rc::check("the same through text", [] {
            const SetupProcess row = *testing::setupProcess();
            const QByteArray bytes = QJsonDocument(row.toJson()).toJson(QJsonDocument::Compact);
            const auto back = SetupProcess::fromJson(QJsonDocument::fromJson(bytes).object());
            RC_ASSERT(back.has_value());
            RC_ASSERT(*back == row);
        }));
    }

    void unknownMembersAreSentBack()
    {
        QVERIFY(rc::check("encode(decode(json)) keeps every member", [] {
            const auto leftOut = *rc::gen::container<std::vector<QString>>(rc::gen::element(
                QStringLiteral("goal"), QStringLiteral("targeting"), QStringLiteral("currency"),
                QStringLiteral("dsa_payor"), QStringLiteral("updated_at")));
            QJsonObject json = thinned((*testing::setupProcess()).toJson(), leftOut);
            json.remove(QStringLiteral("total_budget")); // its digits follow the currency
            const auto row = SetupProcess::fromJson(json);
            RC_ASSERT(row.has_value());
            RC_ASSERT(keeps(row->toJson(), json));
        }));
    }

    void strictShapeIsComplete()
    {
        const QJsonObject json = SetupProcess().toJson();
        const QStringList members{QStringLiteral("eid"),           QStringLiteral("goal"),
                                  QStringLiteral("total_budget"),  QStringLiteral("currency"),
                                  QStringLiteral("start_date"),    QStringLiteral("end_date"),
                                  QStringLiteral("tcs"),           QStringLiteral("creatives"),
                                  QStringLiteral("targeting"),     QStringLiteral("integration_details"),
                                  QStringLiteral("conversion_id"), QStringLiteral("lead_form_id"),
                                  QStringLiteral("dsa_payor"),     QStringLiteral("dsa_beneficiary"),
                                  QStringLiteral("updated_at"),    QStringLiteral("custom_event_type")};
        for (const QString &member : members)
            QVERIFY2(json.contains(member), qPrintable(member));
        QVERIFY(json.value(u"goal").isNull());
        QVERIFY(!SetupProcess().contentJson().contains(u"updated_at"));
    }

    void money_data()
    {
        QTest::addColumn<QJsonValue>("json");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("minor");
        QTest::newRow("euro cents") << QJsonValue(19.99) << QStringLiteral("EUR") << true << qint64(1999);
        QTest::newRow("yen have no minor unit")
            << QJsonValue(5000) << QStringLiteral("JPY") << true << qint64(5000);
        QTest::newRow("dinar have three")
            << QJsonValue(1.234) << QStringLiteral("KWD") << true << qint64(1234);
        QTest::newRow("numeric string")
            << QJsonValue(QStringLiteral("12.50")) << QStringLiteral("EUR") << true << qint64(1250);
        QTest::newRow("rounds, never cuts")
            << QJsonValue(0.29) << QStringLiteral("EUR") << true << qint64(29);
        QTest::newRow("no currency, two digits") << QJsonValue(1) << QString() << true << qint64(100);
        QTest::newRow("a word") << QJsonValue(QStringLiteral("much")) << QStringLiteral("EUR") << false
                                << qint64(0);
        QTest::newRow("too large") << QJsonValue(1e300) << QStringLiteral("EUR") << false << qint64(0);
        QTest::newRow("a boolean") << QJsonValue(true) << QStringLiteral("EUR") << false << qint64(0);
        QTest::newRow("infinite") << QJsonValue(QStringLiteral("inf")) << QStringLiteral("EUR") << false
                                  << qint64(0);
    }
    void money()
    {
        QFETCH(const QJsonValue, json);
        QFETCH(const QString, currency);
        QFETCH(const bool, ok);
        QFETCH(const qint64, minor);
        const auto amount = Money::fromJson(json, currency);
        QCOMPARE(amount.has_value(), ok);
        if (!ok)
            return;
        QCOMPARE(amount->minor, minor);
        QCOMPARE(Money::fromJson(amount->toJson(), currency), amount);
    }

    void datesAreReadToTheirEnd_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isDate");
        QTest::addColumn<bool>("isMoment");
        for (const char *moment :
             {"2026-12-01", "2026-12-01T10:00", "2026-12-01T10:00:00", "2026-12-01 10:00:00",
              "2026-12-01T10:00:00Z", "2026-12-01T10:00:00.123Z", "2026-12-01T10:00:00+01:00",
              "2026-12-01T10:00:00-0330", "2026-12-01T10:00Z"})
            QTest::newRow(moment) << QString::fromLatin1(moment) << true << true;
        for (const char *rubbish :
             {"2026-12-01Tgarbage", "2026-12-01garbage", "2026-12-01T", "2026-12-01Z", "2026-12-01T10",
              "2026-12-01T10:00:00Zx", "2026-12-01T10:00:00+01:00x", "2026-12-01T10:00:00 UTC", "2026/12/01",
              "2026.12.01", "2026-12-01,", "20261201", "26-12-01", "2026-13-01", "2026-02-30",
              "2026-12-01T25:00:00Z", "2026-12-01T10:61:00Z", "-026-12-01", "2026-12-01T10:00:00ZZ"})
            QTest::newRow(rubbish) << QString::fromLatin1(rubbish) << false << false;
    }
    void datesAreReadToTheirEnd()
    {
        QFETCH(QString, text);
        QFETCH(bool, isDate);
        QFETCH(bool, isMoment);
        JsonReader reader({{QStringLiteral("day"), text}}, {});
        const QDate day = reader.date("day");
        QCOMPARE(!reader.problem() && day == QDate(2026, 12, 1), isDate);
        QCOMPARE(reader.problem().has_value(), !isDate);
        JsonReader again({{QStringLiteral("at"), text}}, {});
        const QDateTime moment = again.dateTime("at");
        QCOMPARE(!again.problem() && moment.isValid(), isMoment);
    }

    void anIdThatComesAsANumber_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QString>("id"); // empty = refused
        for (const char *kept : {"7", "-7", "9007199254740993", "1234567890123456789", "9223372036854775807",
                                 "-9223372036854775808"})
            QTest::newRow(kept) << QByteArray(kept) << QString::fromLatin1(kept);
        QTest::newRow("1e3") << QByteArray("1e3") << QStringLiteral("1000");
        for (const char *lost : {"1e300", "18446744073709551617", "1.5", "-0.1", "1e19"})
            QTest::newRow(lost) << QByteArray(lost) << QString();
    }
    void anIdThatComesAsANumber()
    {
        QFETCH(QByteArray, number);
        QFETCH(QString, id);
        const QJsonObject json = parsed(QByteArray("{\"id\":" + number + '}').constData());
        JsonReader text(json, {});
        QCOMPARE(text.text("id"), id);
        QCOMPARE(text.problem().has_value(), id.isEmpty());
        JsonReader integer(json, {});
        const auto read = integer.integer("id");
        QCOMPARE(read ? QString::number(*read) : QString(), id);
    }

    /// Every amount of up to 15 digits comes through JSON as itself; where it might not, it is refused.
    void noAmountBecomesAnother()
    {
        const QString euro = QStringLiteral("EUR");
        for (qint64 minor = 9'007'199'254'740'000; minor < 9'007'199'254'740'992; ++minor) {
            const auto back = Money::fromJson(Money{minor, euro}.toJson(), euro);
            QVERIFY2(!back || back->minor == minor, qPrintable(QString::number(minor)));
        }
        QVERIFY(rc::check("what is read back is what was written, or nothing", [] {
            const auto magnitude = *rc::gen::inRange(0, 19);
            const auto minor = *rc::gen::inRange<qint64>(0, static_cast<qint64>(std::pow(10.0, magnitude)));
            const auto currency = *rc::gen::element(QStringLiteral("EUR"), QStringLiteral("JPY"),
                                                    QStringLiteral("KWD"), QStringLiteral("CLF"));
            const Money money{minor, currency};
            const QByteArray wire = QJsonDocument(QJsonArray{money.toJson()}).toJson(QJsonDocument::Compact);
            const auto back = Money::fromJson(QJsonDocument::fromJson(wire).array().at(0), currency);
            RC_ASSERT(!back || back->minor == minor);
            RC_ASSERT(back.has_value() || minor > 1'000'000'000'000'000);
        }));
    }

    void aDateWithoutATimeIsOnlyADay()
    {
        const QTimeZone berlin("Europe/Berlin");
        // As our own service says it, and as one might that knows only dates.
        for (const char *text :
             {R"({"id":"e","start_date_time":"2026-10-24T22:00:00Z","start_date":"2026-10-25"})",
              R"({"id":"e","start_date_time":"2026-10-25"})"}) {
            const auto event = Event::fromJson(parsed(text));
            QVERIFY(event.has_value());
            QVERIFY(!event->hasTimeOfDay());
            QCOMPARE(event->dayIn(QTimeZone("Pacific/Auckland")), QDate(2026, 10, 25));
            QCOMPARE(event->dayIn(berlin), QDate(2026, 10, 25));
            QCOMPARE(event->overAt(berlin), QDateTime(QDate(2026, 10, 25), QTime(23, 0), Qt::UTC));
            QCOMPARE(Event::fromJson(event->toJson()), event);
        }
        const auto timed = Event::fromJson(parsed(R"({"id":"e","start_date_time":"2026-10-24T22:00:00Z"})"));
        QVERIFY(timed->hasTimeOfDay());
        QCOMPARE(timed->dayIn(berlin), QDate(2026, 10, 25));
        QCOMPARE(timed->dayIn(QTimeZone::utc()), QDate(2026, 10, 24));
        QCOMPARE(timed->overAt(berlin), timed->start);
    }

    void eventKeepsWhatItDoesNotKnow()
    {
        const QJsonObject json = parsed(R"({"id":12345,"title":"Concert at Olympiahalle",
            "start_date_time":"2026-06-12T20:30:00+02:00","capacity":"12000","special_ad_category":null,
            "frontend_status":"STARRED","campaign_status":"RUNNING","predicted_sales_share":0.71,
            "benchmark":{"prediction":{"value":0.78}},"campaign_event_series":["evt_2"]})");
        const auto event = Event::fromJson(json);
        QVERIFY(event.has_value());
        QCOMPARE(event->id.value(), QStringLiteral("12345"));
        QCOMPARE(event->start, QDateTime(QDate(2026, 6, 12), QTime(18, 30), Qt::UTC));
        QCOMPARE(event->capacity, 12000);
        QCOMPARE(event->frontendStatus.wire(), QStringLiteral("STARRED"));
        QVERIFY(!event->frontendStatus.known().has_value());
        QVERIFY(event->campaignStatus.is(CampaignRollup::Running));
        const QJsonObject back = event->toJson();
        QVERIFY(keeps(back.value(u"benchmark"), json.value(u"benchmark")));
        QVERIFY(keeps(back.value(u"campaign_event_series"), json.value(u"campaign_event_series")));
        QCOMPARE(Event::fromJson(back), event);
    }

    void eventPages()
    {
        const auto page = eventPageFromJson(parsed(
            R"({"total":423,"limit":50,"page":2,"pages":9,"nextPage":3,"items":[{"id":"a"},{"id":"b"}]})"));
        QVERIFY(page.has_value());
        QCOMPARE(page->total, 423);
        QCOMPARE(page->page, 2);
        QCOMPARE(page->items.size(), size_t(2));
        const auto bare = eventPageFromJson(QJsonArray{QJsonObject{{QStringLiteral("id"), 1}}});
        QVERIFY(bare.has_value());
        QCOMPARE(bare->total, 1);
        const auto bad = eventPageFromJson(parsed(R"({"items":[{"id":"a"},{"id":["b"]}]})"));
        QVERIFY(!bad.has_value());
        QVERIFY2(bad.error().detail.startsWith(u"/items/1/id:"), qPrintable(bad.error().detail));
    }

    void queryRepeatsListsAndLeavesOutWhatIsEmpty()
    {
        EventQuery query;
        query.search = QStringLiteral("  ");
        query.cities = {QStringLiteral("Berlin"), QStringLiteral("München")};
        query.since = QDate(2026, 1, 2);
        const std::vector<std::pair<QString, QString>> expected{
            {QStringLiteral("page"), QStringLiteral("1")},
            {QStringLiteral("limit"), QStringLiteral("50")},
            {QStringLiteral("since"), QStringLiteral("2026-01-02")},
            {QStringLiteral("city"), QStringLiteral("Berlin")},
            {QStringLiteral("city"), QStringLiteral("München")}};
        QVERIFY(toQuery(query) == expected);
    }

    void clusterRunGivesItsNumberToItsClusters()
    {
        const auto run = ClusterRun::fromJson(parsed(
            R"({"tc_run_id":42,"clusters":[{"tc":"family","label":"Family","metric_pred":4.15,"reach_estimate":184000,
                "size_share":0.21,"explaining_events":[{"eid":"evt_9","title":"Carmen","weight":0.4}],"tone":"warm"}]})"));
        QVERIFY(run.has_value());
        const TasteCluster &cluster = run->clusters.front();
        QCOMPARE(cluster.cluster.tcRunId, 42);
        QCOMPARE(cluster.because.front().title, QStringLiteral("Carmen"));
        QCOMPARE(cluster.extra.value(u"tone").toString(), QStringLiteral("warm"));
        QVERIFY(!ClusterRun::fromJson(parsed(R"({"clusters":[{"label":"nameless"}]})")).has_value());
    }

    void choicesAreWordsOrObjects()
    {
        const auto choices = choicesFromJson(
            QJsonDocument::fromJson(R"(["BUY_TICKETS",{"value":"LEARN_MORE","label":"Learn more"}])")
                .array());
        QVERIFY(choices.has_value());
        QCOMPARE(choices->at(0).value, QStringLiteral("BUY_TICKETS"));
        QCOMPARE(choices->at(1).label, QStringLiteral("Learn more"));
        QVERIFY(!choicesFromJson(QJsonArray{7}).has_value());
    }

    void campaignReadsOneCreativeOrSeveral()
    {
        const auto single = Campaign::fromJson(
            parsed(
                R"({"eid":"e","tc":"family","tc_run_id":"42","status":"RUNNING","creative":{"headline":"H"},
                "targeting":{"geo":[],"demographics":[]},"budget":1500,"end_date":"2026-06-12",
                "suggested_creative":{"headline":"S"}})"),
            QStringLiteral("EUR"));
        QVERIFY(single.has_value());
        QCOMPARE(single->creatives.size(), size_t(1));
        QCOMPARE(single->creatives.front().cluster, single->cluster);
        QCOMPARE(single->targeting.cluster.tcRunId, 42);
        QCOMPARE(single->budget->minor, 150000);
        QVERIFY(single->toJson().value(u"suggested_creative").isObject());
        QCOMPARE(Campaign::fromJson(single->toJson(), QStringLiteral("EUR")), single);

        const auto several = campaignsFromJson(
            parsed(R"({"campaigns":[{"tc":"a","creatives":[{"headline":"1"},{"headline":"2"}]}]})"));
        QVERIFY(several.has_value());
        QCOMPARE(several->front().creatives.size(), size_t(2));
        QVERIFY(campaignsFromJson(QJsonArray()).has_value());
        QVERIFY(!campaignsFromJson(QStringLiteral("none")).has_value());
    }

    void figuresMayBeUnknown()
    {
        const auto results = CampaignResults::fromJson(
            parsed(
                R"({"event_results":{"spend":100.5,"revenue":null,"campaigns":[{"tc":"a","tc_run_id":1,"clicks":7}]}})"),
            QStringLiteral("EUR"));
        QVERIFY(results.has_value());
        QCOMPARE(results->event.spend->minor, 10050);
        QVERIFY(!results->event.revenue.has_value());
        QCOMPARE(results->campaigns.front().figures.clicks, 7);
        QVERIFY(!results->series.roas.has_value());
    }

    void packageRequestSurvives()
    {
        PackageRequest request;
        request.title = QStringLiteral("Munich shows");
        request.events = {EventId(QStringLiteral("e1")), EventId(QStringLiteral("2"))};
        request.targetingMode = TargetingMode::Inclusive;
        request.excludePurchasedOnlyBefore = QDate(2025, 1, 1);
        request.excludePriceBelow = Money{1250, QStringLiteral("EUR")};
        const auto back = PackageRequest::fromJson(request.toJson(), QStringLiteral("EUR"));
        QVERIFY(back.has_value());
        QCOMPARE(back->toJson(), request.toJson());
        const auto numbers = PackageRequest::fromJson(parsed(R"({"event_ids":[12345]})"), {});
        QVERIFY(numbers.has_value());
        QCOMPARE(numbers->events.front().value(), QStringLiteral("12345"));
        QCOMPARE(numbers->numPackages, 3);
    }

    void evaluationIsAnObjectOrBareRows()
    {
        const auto rows = PackageEvaluation::fromJson(
            QJsonDocument::fromJson(R"([{"tc":"a","customers":3,"items":5,"purchase":4,"revenue":"88.20"}])")
                .array(),
            QStringLiteral("EUR"));
        QVERIFY(rows.has_value());
        QCOMPARE(rows->clusters.front().revenue->minor, 8820);
        QVERIFY(!rows->unique.has_value());
        const auto whole = PackageEvaluation::fromJson(
            parsed(
                R"({"status":"DONE","as_of":"2026-06-20T00:00:00Z","clusters":[],"unique":{"customers":2},"provisional":true,"days_elapsed":6})"),
            QStringLiteral("EUR"));
        QVERIFY(whole.has_value());
        QCOMPARE(whole->unique->customers, 2);
        QVERIFY(whole->provisional);
        QCOMPARE(whole->daysElapsed, 6);
        QVERIFY(!PackageEvaluation::fromJson(QStringLiteral("soon"), {}).has_value());
    }
};

QTEST_GUILESS_MAIN(TestCodecs)
#include "test_codecs.moc"
