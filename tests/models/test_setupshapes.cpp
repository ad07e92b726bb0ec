#include "models/wave/setupprocess.h"

#include <QJsonDocument>
#include <QtTest>

using namespace groundswell;

namespace {

Expected<SetupProcess> read(const char *text)
{
    return SetupProcess::fromJson(QJsonDocument::fromJson(QByteArray(text)).object(), QStringLiteral("EUR"));
}

const ClusterRef family{ClusterName(QStringLiteral("family")), 42};

} // namespace

/// The shapes of a row that are read though this version doesn't write them, and those that are refused.
class TestSetupShapes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arraysOfThePresentEdition()
    {
        const auto row = read(R"({"goal":"UTILIZATION","total_budget":5000,"start_date":"2026-05-25",
            "creatives":[{"tc":"family","tc_run_id":42,"headline":"H","cta":"GET_TICKETS"}],
            "targeting":[{"tc":"family","tc_run_id":42,"geo":[],"demographics":{},"saved_audience_id":null}],
            "integration_details":[{"tc":"family","tc_run_id":42,"ad_account_id":"act_123"}]})");
        QVERIFY(row.has_value());
        QVERIFY(row->goal.is(Goal::Utilization));
        QCOMPARE(row->totalBudget, (Money{500000, QStringLiteral("EUR")}));
        QVERIFY2(row->hasCluster(family), "a row without `tcs` has chosen the clusters of its creatives");
        QCOMPARE(row->creatives.front().cta, QStringLiteral("GET_TICKETS"));
        QVERIFY(row->targetingOf(family) != nullptr);
        QCOMPARE(row->integrationOf(family)->adAccountId, QStringLiteral("act_123"));
    }

    void objectsKeyedByCluster()
    {
        const auto row = read(R"({"goal":"tickets","tcs":[{"tc":"family","tc_run_id":"42"}],
            "creatives":{"family":[{"headline":"1"},{"headline":"2"}]},
            "targeting":{"family":{"geo":[{"city":"München","radius_km":50}],"demographics":[]}},
            "integration_details":{"ad_account_id":"act_1","x_new":{"deep":[1]}}})");
        QVERIFY(row.has_value());
        QVERIFY(row->goal.is(Goal::Utilization));
        QCOMPARE(row->goal.wire(), QStringLiteral("tickets"));
        QCOMPARE(row->creativesOf(family).size(), size_t(2));
        const GeoPlace &munich = row->targetingOf(family)->geo.front();
        QVERIFY(munich.type.is(GeoType::City));
        QCOMPARE(munich.name, QStringLiteral("München"));
        QCOMPARE(munich.radiusKm, 50.0);
        QCOMPARE(row->integrationDetails.size(), size_t(1));
        QCOMPARE(row->integrationDetails.front().cluster, family);
        QVERIFY(row->integrationDetails.front().extra.contains(u"x_new"));
    }

    void oneIntegrationHoldsForAllClusters()
    {
        const auto chosen = read(R"({"tcs":[{"tc":"a","tc_run_id":1},{"tc":"b","tc_run_id":1}],
            "integration_details":{"page_id":"p"}})");
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->integrationDetails.size(), size_t(2));
        const auto none = read(R"({"integration_details":{"page_id":"p"}})");
        QVERIFY(none.has_value());
        QCOMPARE(none->integrationOf(family)->pageId, QStringLiteral("p"));
    }

    void aPlaceKeepsItsCityBesideItsName()
    {
        const auto row =
            read(R"({"targeting":[{"tc":"a","geo":[{"name":"80331","type":"zip","city":"München"}]}]})");
        QVERIFY(row.has_value());
        QCOMPARE(row->targeting.front().geo.front().extra.value(u"city").toString(),
                 QStringLiteral("München"));
    }

    void nullIsAbsent()
    {
        const auto row =
            read(R"({"goal":null,"total_budget":null,"start_date":null,"tcs":null,"creatives":null,
            "targeting":null,"integration_details":null,"conversion_id":null,"updated_at":null})");
        QVERIFY(row.has_value());
        QCOMPARE(*row, SetupProcess());
    }

    void wrongTypesNameTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char *name, const char *json, const char *pointer) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(pointer);
        };
        row("goal is a list", R"({"goal":[]})", "/goal");
        row("budget is a word", R"({"total_budget":"much"})", "/total_budget");
        row("impossible date", R"({"start_date":"2026-02-30"})", "/start_date");
        row("creatives is a text", R"({"creatives":"none"})", "/creatives");
        row("creative is a number", R"({"creatives":[{"tc":"a"},7]})", "/creatives/1");
        row("headline is an object", R"({"creatives":[{"tc":"a"},{"headline":{}}]})",
            "/creatives/1/headline");
        row("run isn't whole", R"({"tcs":[{"tc":"a","tc_run_id":1.5}]})", "/tcs/0/tc_run_id");
        row("age is huge", R"({"targeting":[{"demographics":{"age_min":99999999999}}]})",
            "/targeting/0/demographics/age_min");
        row("radius is true", R"({"targeting":[{"geo":[{"name":"x","radius_km":true}]}]})",
            "/targeting/0/geo/0/radius_km");
        row("audience is an object", R"({"targeting":[{"custom_audiences":{"include":["a",{}]}}]})",
            "/targeting/0/custom_audiences/include/1");
        row("keyed entry is a number", R"({"targeting":{"a/b~c":5}})", "/targeting/a~1b~0c");
        row("keyed member", R"({"creatives":{"fam":[{"cta":[]}]}})", "/creatives/fam/0/cta");
        row("time is nonsense", R"({"updated_at":"yesterday"})", "/updated_at");
    }
    void wrongTypesNameTheirPlace()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, pointer);
        const auto row = read(json.constData());
        QVERIFY(!row.has_value());
        QCOMPARE(row.error().kind, Problem::Kind::Protocol);
        QVERIFY2(row.error().detail.startsWith(QString(pointer + u':')), qPrintable(row.error().detail));
    }

    void times()
    {
        const auto zoned =
            read(R"({"updated_at":"2026-05-01T12:00:00.250+02:00","end_date":"2026-06-12T00:00:00Z"})");
        QVERIFY(zoned.has_value());
        QCOMPARE(zoned->updatedAt, QDateTime(QDate(2026, 5, 1), QTime(10, 0, 0, 250), Qt::UTC));
        QCOMPARE(zoned->endDate, QDate(2026, 6, 12));
        QCOMPARE(zoned->toJson().value(u"updated_at").toString(), QStringLiteral("2026-05-01T10:00:00.250Z"));
        const auto bare = read(R"({"updated_at":"2026-05-01T10:00:00"})");
        QVERIFY(bare.has_value());
        QCOMPARE(bare->updatedAt, QDateTime(QDate(2026, 5, 1), QTime(10, 0), Qt::UTC));
    }
};

QTEST_GUILESS_MAIN(TestSetupShapes)
#include "test_setupshapes.moc"
