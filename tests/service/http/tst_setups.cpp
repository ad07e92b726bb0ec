#include "tests/service/http/servicefixture.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

namespace {

QByteArray setupPath(const QString &event)
{
    return "/setup_processes/" + event.toUtf8();
}

} // namespace

/// The draft over HTTP: start, replace, cancel, publish, and everything that guards it.
class TestSetups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lifecycle()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QByteArray path = setupPath(event);

        QCOMPARE(client.get(path).status, 404);
        QCOMPARE(client.put(path, {}).status, 404);
        QCOMPARE(client.remove(path).status, 404);
        QCOMPARE(client.post("/setup_processes/nowhere", {}).status, 404);

        const auto created = client.post(path, {{u"goal"_qs, u"VISIBILITY"_qs}});
        QCOMPARE(created.status, 201);
        QCOMPARE(created.json()[u"eid"].toString(), event);
        QCOMPARE(created.json()[u"currency"].toString(), u"EUR"_qs);
        QVERIFY(
            created.json()[u"total_budget"].isNull()); // the full row, with defaults for what was left out
        QVERIFY(created.json()[u"creatives"].isArray());
        QCOMPARE(client.post(path, {}).message(), u"error.setup.exists"_qs);
        QCOMPARE(client.get("/events/" + event.toUtf8()).json()[u"setup_state"].toString(), u"draft"_qs);

        const auto replaced = client.put(path, {{u"total_budget"_qs, 1234.5}});
        QCOMPARE(replaced.status, 200);
        QVERIFY(replaced.json()[u"goal"].isNull()); // left out: back to its default
        QCOMPARE(client.get(path).json()[u"total_budget"].toDouble(), 1234.5);

        QCOMPARE(client.remove(path + "?cancel=true").json(), QJsonObject());
        QCOMPARE(client.get(path).status, 404);
        QCOMPARE(client.get("/events/" + event.toUtf8()).json()[u"setup_state"].toString(), u"none"_qs);
    }

    void keepsWhatItDoesNotKnow()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        client.post(path, {});
        const QJsonObject row{
            {u"goal"_qs, u"BRAND_NEW_GOAL"_qs},
            {u"future"_qs, QJsonObject{{u"deep"_qs, QJsonArray{1, u"two"_qs}}}},
            {u"creatives"_qs,
             QJsonArray{QJsonObject{{u"tc"_qs, u"a"_qs}, {u"tc_run_id"_qs, u"7"_qs}, {u"mood"_qs, 3}}}}};
        client.put(path, row);
        const QJsonObject back = client.get(path).json();
        QCOMPARE(back[u"goal"], row[u"goal"]);
        QCOMPARE(back[u"future"], row[u"future"]);
        QCOMPARE(back[u"creatives"][0][u"mood"].toInt(), 3);
        QCOMPARE(back[u"creatives"][0][u"tc_run_id"].toInt(), 7); // a number, however it came
    }

    void readsTheOlderEditionsShapes()
    {
        const Contract contract = Contract::load();
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        client.post(path, {});
        QJsonObject older;
        for (const Contract::Example &example : contract.examples()) {
            if (example.operation.id == u"putSetup" && example.name == u"keyedByCluster")
                older = example.value.toObject();
        }
        QVERIFY(older[u"creatives"].isObject());
        const auto stored = client.put(path, older);
        QCOMPARE(stored.status, 200);
        QVERIFY(!stored.json()[u"creatives"][0][u"tc"].toString().isEmpty()); // written strictly: as lists
        QCOMPARE(stored.json()[u"creatives"][0][u"cta"].toString(), u"GET_TICKETS"_qs);
        QVERIFY(!stored.json()[u"targeting"][0][u"geo"][0][u"name"].toString().isEmpty());
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("code");
        QTest::newRow("another event") << QByteArray(R"({"eid":"somebody"})") << u"eid.mismatch"_qs;
        QTest::newRow("budget of words") << QByteArray(R"({"total_budget":"much"})") << u"wrong_type"_qs;
        QTest::newRow("31 February") << QByteArray(R"({"start_date":"2026-02-31"})") << u"wrong_type"_qs;
        QTest::newRow("clusters of text") << QByteArray(R"({"tcs":"all"})") << u"wrong_type"_qs;
        QTest::newRow("creative of number") << QByteArray(R"({"creatives":[7]})") << u"wrong_type"_qs;
        QTest::newRow("radius of text")
            << QByteArray(R"({"targeting":[{"tc":"a","geo":[{"radius_km":"far"}]}]})") << u"wrong_type"_qs;
        QTest::newRow("huge number") << QByteArray(R"({"total_budget":1e300})") << u"wrong_type"_qs;
    }
    void refusesWhatCannotBe()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        client.post(path, {{u"goal"_qs, u"ROAS"_qs}});
        const auto reply = client.call("PUT", path, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.message(), u"error.setup.invalid"_qs);
        QCOMPARE(reply.json()[u"validation_errors"][0][u"code"].toString(), code);
        QVERIFY(!reply.json()[u"validation_errors"][0][u"field"].toString().isEmpty());
        QCOMPARE(client.get(path).json()[u"goal"].toString(), u"ROAS"_qs); // nothing half-written
    }

    void hostileBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("hello");
        QTest::newRow("half") << QByteArray("{\"goal\":");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("nested arrays")
            << QByteArray("{\"a\":" + QByteArray(200000, '[') + QByteArray(200000, ']') + "}");
        QTest::newRow("nested objects")
            << QByteArray(R"({"a":)").repeated(40000) + "1" + QByteArray("}").repeated(40000);
        QTest::newRow("no UTF-8") << QByteArray("{\"goal\":\"\xff\xfe\"}");
        QTest::newRow("overlong UTF-8") << QByteArray("{\"goal\":\"\xc0\xaf\"}");
        QTest::newRow("NUL") << QByteArray("{\"goal\":\"\0\"}", 12);
        QTest::newRow("number out of range") << QByteArray(R"({"total_budget":1e999})");
        QTest::newRow("NaN") << QByteArray(R"({"total_budget":NaN})");
        QTest::newRow("brackets in a text") << QByteArray("{\"goal\":[\"") + QByteArray(500, '[') + "\"]}";
    }
    void hostileBodies()
    {
        QFETCH(QByteArray, body);
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        client.post(path, {{u"goal"_qs, u"ROAS"_qs}});
        const auto reply = client.call("PUT", path, body);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.message().startsWith(u"error."));
        QCOMPARE(client.get(path).json()[u"goal"].toString(), u"ROAS"_qs);
    }

    void tooLargeABody()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        client.post(path, {});
        QCOMPARE(client.call("PUT", path, "{\"x\":\"" + QByteArray(2000000, 'x') + "\"}").status, 413);
        QCOMPARE(client.call("PUT", path, "{\"x\":\"" + QByteArray(900000, 'x') + "\"}").status, 200);
    }

    void ifMatchGuardsTheRow()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        const QByteArray first = client.post(path, {}).header("ETag");
        QVERIFY(first.startsWith("\"v"));
        const QByteArray second = client.put(path, {{u"goal"_qs, u"ROAS"_qs}}).header("ETag");
        QVERIFY(first != second);
        QCOMPARE(client.get(path).header("ETag"), second);

        client.headers = {{"If-Match", first}};
        const auto refused = client.put(path, {{u"goal"_qs, u"VISIBILITY"_qs}});
        QCOMPARE(refused.status, 412);
        QCOMPARE(refused.message(), u"error.setup.changed"_qs);
        QCOMPARE(refused.json()[u"current"][u"goal"].toString(), u"ROAS"_qs);
        QCOMPARE(refused.header("ETag"), second);

        for (const QByteArray &tag : {second, QByteArray("*")}) {
            client.headers = {{"If-Match", tag}};
            QCOMPARE(client.put(path, {{u"goal"_qs, u"VISIBILITY"_qs}}).status, 200);
        }
        client.headers = {{"If-Match", "\"somebody else's\""}};
        QCOMPARE(client.put(path, {}).status, 412);
    }

    void aTagIsNeverUsedAgain()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        const QByteArray before = client.post(path, {}).header("ETag");
        client.remove(path);
        QVERIFY(client.post(path, {}).header("ETag") != before);
    }

    void aLateRevisionChangesNothing()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        client.post(path, {});
        const auto put = [&](const char *who, int revision, const QString &goal) {
            client.headers = {{"X-Client-Id", who}, {"X-Draft-Revision", QByteArray::number(revision)}};
            return client.put(path, {{u"goal"_qs, goal}});
        };
        QCOMPARE(put("window", 2, u"ROAS"_qs).status, 200);
        const auto late = put("window", 1, u"VISIBILITY"_qs);
        QCOMPARE(late.status, 409);
        QCOMPARE(late.message(), u"error.setup.stale"_qs);
        const auto again = put("window", 2, u"LINK_CLICKS"_qs); // a retry: answered, not applied
        QCOMPARE(again.status, 200);
        QCOMPARE(again.json()[u"goal"].toString(), u"ROAS"_qs);
        QCOMPARE(put("other", 1, u"UTILIZATION"_qs).status, 200); // revisions count per client
        QCOMPARE(put("window", 3, u"VISIBILITY"_qs).json()[u"goal"].toString(), u"VISIBILITY"_qs);
        client.headers = {{"X-Client-Id", "window"}, {"X-Draft-Revision", "many"}};
        QCOMPARE(client.put(path, {}).status, 400);
    }

    void plainOffersNoExtensions()
    {
        ServiceFixture fixture({.plain = true});
        auto client = fixture.client();
        const QByteArray path = setupPath(fixture.upcoming().first());
        QVERIFY(client.post(path, {}).header("ETag").isEmpty());
        client.headers = {{"If-Match", "\"v99\""}, {"X-Client-Id", "a"}, {"X-Draft-Revision", "9"}};
        QCOMPARE(client.put(path, {{u"goal"_qs, u"ROAS"_qs}}).status, 200);
        client.headers = {{"X-Client-Id", "a"}, {"X-Draft-Revision", "1"}};
        QCOMPARE(client.put(path, {{u"goal"_qs, u"VISIBILITY"_qs}}).status, 200); // the last writer wins
        QVERIFY(client.get(path).header("ETag").isEmpty());
    }

    void publishes()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QByteArray path = setupPath(event);
        QCOMPARE(client.post(path + "/boost").status, 404);

        QJsonObject row = fixture.completeRow(event);
        row.insert(u"dsa_payor"_qs, QString());
        client.post(path, row);
        const auto incomplete = client.post(path + "/boost");
        QCOMPARE(incomplete.status, 400);
        QCOMPARE(incomplete.message(), u"error.campaign.setup_invalid"_qs);
        QCOMPARE(incomplete.json()[u"validation_errors"][0][u"field"].toString(), u"dsaPayor"_qs);
        QCOMPARE(client.get("/events/" + event.toUtf8() + "/campaigns").json()[u"total"].toInt(), 0);

        row = fixture.completeRow(event);
        client.put(path, row);
        const auto boosted = client.post(path + "/boost");
        QVERIFY2(boosted.status == 200, boosted.body.constData());
        const QJsonArray campaigns = boosted.json()[u"campaigns"].toArray();
        QCOMPARE(campaigns.size(), row[u"tcs"].toArray().size());
        double budget = 0;
        for (const QJsonValue campaign : campaigns) {
            QCOMPARE(campaign[u"status"].toString(), u"READY_FOR_HANDOVER"_qs);
            QVERIFY(campaign[u"audience_id"].toString().startsWith(u"aud_"));
            QVERIFY(!campaign[u"label"].toString().isEmpty());
            budget += campaign[u"budget"].toDouble();
        }
        QVERIFY(qAbs(budget - row[u"total_budget"].toDouble()) < 0.001);

        QCOMPARE(client.post(path + "/boost").status, 409);
        QCOMPARE(client.put(path, row).message(), u"error.setup.frozen"_qs);
        QCOMPARE(client.remove(path).status, 409);
        const QJsonObject seen = client.get("/events/" + event.toUtf8()).json();
        QCOMPARE(seen[u"setup_state"].toString(), u"published"_qs);
        QCOMPARE(seen[u"campaign_status"].toString(), u"RUNNING"_qs);

        QCOMPARE(client.put("/events/" + event.toUtf8() + "/reset_campaigns_setup").status, 204);
        QCOMPARE(client.get("/events/" + event.toUtf8() + "/campaigns").json()[u"total"].toInt(), 0);
        QCOMPARE(client.put(path, row).status, 200);
        QCOMPARE(client.post(path + "/boost").status, 200);
    }

    void ownMediaFollowsThePort()
    {
        ServiceFixture fixture;
        const QByteArray path = "/api/v3" + setupPath(fixture.upcoming().first());
        const auto mediaUrl = [&](const QByteArray &body) {
            return QJsonDocument::fromJson(body).object()[u"creatives"][0][u"media_url"].toString();
        };
        auto client = fixture.rawClient();
        client.post(path, {});
        const QString sent = u"http://127.0.0.1:%1/api/media/abc.jpg"_qs.arg(fixture.service().port());
        QCOMPARE(mediaUrl(client
                              .put(path,
                                   {{u"creatives"_qs,
                                     QJsonArray{QJsonObject{{u"tc"_qs, u"a"_qs}, {u"media_url"_qs, sent}}}}})
                              .body),
                 sent);
        fixture.restart();
        auto later = fixture.rawClient();
        QCOMPARE(mediaUrl(later.get(path).body),
                 u"http://127.0.0.1:%1/api/media/abc.jpg"_qs.arg(fixture.service().port()));
    }
};

QTEST_GUILESS_MAIN(TestSetups)
#include "tst_setups.moc"
