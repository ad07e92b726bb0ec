// What campaigns brought, over the wire: counted from the organiser's own sales, and "unknown" where nobody
// knows.
#include "tests/e2e/sampleorganiser.h"
#include "tests/e2e/servedworkspace.h"

#include <QSet>
#include <QTest>

using namespace groundswell::test;

class TestResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyPartAgreesWithTheFile();
    void nothingIsInventedBeforeAnythingIsKnown();
    void typedInSpendAppearsWhereItBelongs();
    void theModelDecidesWhatIsKnown();
    void adjustmentsAreKeptApart();
    void typedInSalesAreCounted();

private:
    HttpUser &user() { return m_served->user(); }
    QJsonObject results()
    {
        return user().get("/integrations/facebook/events/" + encoded(m_event) + "/campaign_results").object();
    }
    QJsonObject spend(const QJsonValue &tc, const QJsonValue &run, double amount) const
    {
        return {{QStringLiteral("eid"), m_event},
                {QStringLiteral("tc"), tc},
                {QStringLiteral("tc_run_id"), run},
                {QStringLiteral("day"), QDate::currentDate().toString(Qt::ISODate)},
                {QStringLiteral("amount"), amount}};
    }
    std::unique_ptr<ServedWorkspace> m_served;
    QString m_event;
    QByteArray m_path; ///< of the event
};

void TestResults::init()
{
    m_served = std::make_unique<ServedWorkspace>(SampleOrganiser::shared().workspace());
    QCOMPARE(typeInAccounts(user()).status, 200);
    m_event = eventForSeveralClusters(user());
    m_path = "/events/" + encoded(m_event);
}

void TestResults::everyPartAgreesWithTheFile()
{
    const CsvTable &sales = SampleOrganiser::shared().sales();
    qint64 revenue = 0;
    QSet<QString> orders;
    for (qsizetype row = 0; row < sales.size(); ++row) {
        revenue += cents(sales.value(row, "sales_price"));
        if (sales.value(row, "quantity").toInt() > 0)
            orders.insert(sales.value(row, "event_id") + sales.value(row, "invoice_number"));
    }
    const QJsonObject figures = user().get("/events/statistics").object();
    QCOMPARE(cents(figures[u"revenue"]), revenue);
    QCOMPARE(figures[u"purchases"].toInt(), static_cast<int>(orders.size()));
    QCOMPARE(figures[u"total"].toInt(), static_cast<int>(SampleOrganiser::shared().events().size()));
    QVERIFY(figures[u"spent"].isNull() && figures[u"roas"].isNull());
    const QJsonObject import = SampleOrganiser::shared().importReport();
    QCOMPARE(import[u"sales"][u"added"].toInteger(), qint64(sales.size()));
}

void TestResults::nothingIsInventedBeforeAnythingIsKnown()
{
    for (const QJsonValue part : {results()[u"event_results"], results()[u"series_results"]}) {
        for (const char *figure :
             {"spend", "impressions", "clicks", "tickets", "purchases", "revenue", "roas", "cost_per_order"})
            QVERIFY2(part[QLatin1StringView(figure)].isNull(), figure);
    }
    const QJsonObject insights =
        user().get("/integrations/facebook/events/" + encoded(m_event) + "/fb_insights").object();
    for (const char *figure : {"impressions", "clicks", "spend", "ads"})
        QVERIFY2(insights[QLatin1StringView(figure)].isNull(), figure);
    QCOMPARE(insights[u"daily"], QJsonValue(QJsonArray()));
}

void TestResults::typedInSpendAppearsWhereItBelongs()
{
    const QJsonArray campaigns = boost(user(), m_event).object()[u"campaigns"].toArray();
    QVERIFY(campaigns.size() >= 2);
    QCOMPARE(
        user().post("/local/ad_spend", spend(campaigns[0][u"tc"], campaigns[0][u"tc_run_id"], 120.5)).status,
        201);
    QCOMPARE(user().post("/local/ad_spend", spend(QJsonValue(), QJsonValue(), 30)).status, 201);

    const QJsonObject event = results()[u"event_results"].toObject();
    QCOMPARE(cents(event[u"spend"]), 15050);
    QVERIFY(event[u"impressions"].isNull() && event[u"clicks"].isNull());
    QCOMPARE(event[u"model"].toString(), QStringLiteral("FD"));
    QVERIFY(!event[u"as_of"].toString().isEmpty());
    QCOMPARE(event[u"campaigns"].toArray().size(), campaigns.size());
    for (const QJsonValue row : event[u"campaigns"].toArray()) {
        if (row[u"tc"] == campaigns[0][u"tc"])
            QCOMPARE(cents(row[u"spend"]), 12050);
        else
            QVERIFY(row[u"spend"].isNull());
        QVERIFY(row[u"tickets"].isDouble()); // from today on nothing was sold yet: that is known
        QVERIFY(row[u"impressions"].isNull());
    }
    const QJsonObject insights =
        user().get("/integrations/facebook/events/" + encoded(m_event) + "/fb_insights").object();
    QCOMPARE(cents(insights[u"spend"]), 15050);
    QVERIFY(insights[u"impressions"].isNull());
    QCOMPARE(insights[u"daily"].toArray().size(), 1);
    const QJsonObject statistics = user().get(m_path + "/statistics").object();
    QCOMPARE(cents(statistics[u"spent"]), 15050);
    QVERIFY(qAbs(statistics[u"roas"].toDouble() - statistics[u"revenue"].toDouble() / 150.5) < 1e-6);
    QCOMPARE(statistics[u"campaigns"].toInt(), static_cast<int>(campaigns.size()));

    const QJsonArray rows = user().get("/local/ad_spend?eid=" + encoded(m_event)).array();
    QCOMPARE(rows.size(), 2);
    for (const QJsonValue row : rows)
        QVERIFY(user().remove("/local/ad_spend/" + QByteArray::number(row[u"id"].toInteger())).status < 300);
    QVERIFY(user().get(m_path + "/statistics").object()[u"spent"].isNull());
    QCOMPARE(user().post("/local/ad_spend", spend(QJsonValue(), QJsonValue(), -1)).status, 400);
}

void TestResults::theModelDecidesWhatIsKnown()
{
    QCOMPARE(boost(user(), m_event).status, 200);
    QCOMPARE(user().get(m_path + "/attribution_model").object()[u"model"].toString(), QStringLiteral("FD"));
    QVERIFY(results()[u"event_results"][u"tickets"].isDouble());
    QCOMPARE(user().put(m_path + "/attribution_model", json(R"({"model": "META"})")).status, 200);
    QCOMPARE(user().get(m_path + "/attribution_model").object()[u"model"].toString(), QStringLiteral("META"));
    // What an ad platform counts isn't known here.
    const QJsonObject event = results()[u"event_results"].toObject();
    QCOMPARE(event[u"model"].toString(), QStringLiteral("META"));
    for (const char *figure : {"tickets", "purchases", "revenue", "roas"})
        QVERIFY2(event[QLatin1StringView(figure)].isNull(), figure);
    QCOMPARE(user().put(m_path + "/attribution_model", json(R"({"model": "MAGIC"})")).status, 400);
}

void TestResults::adjustmentsAreKeptApart()
{
    const QByteArray list = "/campaign_results/?eid=" + encoded(m_event) + "&partner_id=partner-id-local";
    const auto manual = [&] {
        QJsonArray rows;
        for (const QJsonValue row : user().get(list).array()) {
            if (row[u"source"].toString() == u"manual")
                rows.append(row);
        }
        return rows;
    };
    QVERIFY(manual().isEmpty());
    const Answer added = user().post(list + "&purchase=12&revenue=540.5");
    QVERIFY(added.status == 200 || added.status == 201);
    QCOMPARE(manual().size(), 1);
    QCOMPARE(manual()[0][u"purchase"].toInt(), 12);
    QCOMPARE(cents(manual()[0][u"revenue"]), 54050);
    QVERIFY(user().remove("/campaign_results/?id=" + encoded(manual()[0][u"id"].toString())).status < 300);
    QVERIFY(manual().isEmpty());
    QCOMPARE(user().remove("/campaign_results/?id=cr_999").status, 404);
    QCOMPARE(user().post(list + "&purchase=many").status, 400);
}

void TestResults::typedInSalesAreCounted()
{
    const qint64 before = cents(user().get(m_path + "/statistics").object()[u"revenue"]);
    QJsonObject summary = json(
        R"({"from": "2026-06-01", "to": "2026-06-12", "tickets": [{"type": "standard", "sold": 10, "revenue": 185.4}]})");
    summary.insert(QStringLiteral("eid"), m_event);
    QCOMPARE(user().post("/ingest/transaction_summary", summary).status, 200);
    QCOMPARE(cents(user().get(m_path + "/statistics").object()[u"revenue"]), before + 18540);
    // The same again replaces it.
    QCOMPARE(user().post("/ingest/transaction_summary", summary).status, 200);
    QCOMPARE(cents(user().get(m_path + "/statistics").object()[u"revenue"]), before + 18540);
    summary.insert(QStringLiteral("to"), QStringLiteral("2026-05-12"));
    QCOMPARE(user().post("/ingest/transaction_summary", summary).status, 400);
    summary.insert(QStringLiteral("eid"), QStringLiteral("nobody"));
    summary.insert(QStringLiteral("to"), QStringLiteral("2026-06-12"));
    QCOMPARE(user().post("/ingest/transaction_summary", summary).status, 404);
}

QTEST_GUILESS_MAIN(TestResults)
#include "tst_e2e_results.moc"
