#include "tests/service/http/servicefixture.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// How good the clusters are, on request of a client on the same computer.
class TestClusterQualityReports : public QObject {
    Q_OBJECT

    static QString stateOf(ContractClient &client)
    {
        return client.get("/local/taste_evaluation").json()[u"state"].toString();
    }

private Q_SLOTS:
    void isComputedOnceAndKept()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        QCOMPARE(stateOf(client), u"ABSENT"_qs);
        const auto begun = client.post("/local/taste_evaluation");
        QCOMPARE(begun.status, 202);
        QCOMPARE(begun.json()[u"state"].toString(), u"STARTED"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(client), u"SUCCESS"_qs, 60'000);
        const QJsonObject kept = client.get("/local/taste_evaluation").json();
        QCOMPARE(kept[u"report"][u"gates"].toArray().size(), 13);
        QCOMPARE(kept[u"progress"].toDouble(), 1.0);
        const auto again = client.post("/local/taste_evaluation");
        QCOMPARE(again.status, 202);
        QCOMPARE(again.json(), kept);
    }

    void isStopped()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        QCOMPARE(client.post("/local/taste_evaluation").json()[u"state"].toString(), u"STARTED"_qs);
        QCOMPARE(client.remove("/local/taste_evaluation").status, 204);
        QCOMPARE(stateOf(client), u"ABSENT"_qs);
        QVERIFY(client.get("/local/taste_evaluation").json()[u"report"].isNull());
        // Stopping what doesn't run is no mistake, and it can be asked for again.
        QCOMPARE(client.remove("/local/taste_evaluation").status, 204);
        QCOMPARE(client.post("/local/taste_evaluation").json()[u"state"].toString(), u"STARTED"_qs);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(client), u"SUCCESS"_qs, 60'000);
    }

    void workspaceWithoutSalesSaysSo()
    {
        ServiceFixture fixture({.empty = true});
        auto client = fixture.client();
        QCOMPARE(client.post("/local/taste_evaluation").status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(client), u"SUCCESS"_qs, 60'000);
        const QJsonObject report = client.get("/local/taste_evaluation").json()[u"report"].toObject();
        QCOMPARE(report[u"notice"].toString(), u"few_sales"_qs);
        QVERIFY(report[u"rankings"][0][u"lift"].isNull() || report[u"rankings"].toArray().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestClusterQualityReports)
#include "tst_clusterquality.moc"
