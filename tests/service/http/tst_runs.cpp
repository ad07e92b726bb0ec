#include "tests/service/http/servicefixture.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// Runs never change and drafts stay on theirs, whatever is imported afterwards.
class TestRuns : public QObject {
    Q_OBJECT

    static QByteArray clustersAt(ContractClient &client, const QByteArray &event, qint64 run)
    {
        return client.get("/events/" + event + "/clusters?tc_run_id=" + QByteArray::number(run)).body;
    }
    static qint64 latestRun(ContractClient &client, const QByteArray &event)
    {
        return client.get("/events/" + event + "/clusters").json()[u"tc_run_id"].toInteger();
    }
    /// Sales that weren't there before; returns the run that is computed on them in the background.
    static qint64 importMore(ServiceFixture &fixture, ContractClient &client, int round)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("sales.csv")));
        const QStringList events = fixture.upcoming();
        if (!file.open(QIODevice::WriteOnly))
            return 0;
        file.write("customer_id,event_id,purchase_datetime,sales_price\n");
        for (int i = 0; i < 40; ++i)
            file.write(QStringLiteral("late%1_%2,%3,2024-08-01T10:00:00Z,20\n")
                           .arg(round)
                           .arg(i)
                           .arg(events.at(i % events.size()))
                           .toUtf8());
        file.close();
        const qint64 before = client.get("/local/taste_run").json()[u"tc_run_id"].toInteger();
        const auto begun = client.post("/local/import", {{QStringLiteral("sales"), file.fileName()}});
        const QByteArray id = begun.json()[u"id"].toString().toUtf8();
        QJsonObject run;
        const bool over = QTest::qWaitFor(
            [&] {
                if (client.get("/local/import/" + id).json()[u"state"].toString() != u"SUCCESS")
                    return false;
                run = client.get("/local/taste_run").json();
                return run[u"state"].toString() == u"SUCCESS";
            },
            30'000);
        const qint64 number = run[u"tc_run_id"].toInteger();
        return over && number > before ? number : 0;
    }
    static QJsonObject onRun(QJsonObject row, const QJsonArray &clusters, qint64 run)
    {
        for (const char *key : {"tcs", "creatives", "targeting", "integration_details"}) {
            QJsonArray entries = row[QLatin1StringView(key)].toArray();
            for (qsizetype i = 0; i < entries.size(); ++i) {
                QJsonObject entry = entries[i].toObject();
                entry.insert(QStringLiteral("tc"), clusters[i % clusters.size()][u"tc"]);
                entry.insert(QStringLiteral("tc_run_id"), run);
                entries[i] = entry;
            }
            row.insert(QLatin1StringView(key), entries);
        }
        return row;
    }

    static void staysAsItWas(ContractClient &client, const QByteArray &event, const QJsonObject &row,
                             const QByteArray &shown, qint64 old, qint64 fresh)
    {
        QCOMPARE(latestRun(client, event), fresh);
        QCOMPARE(clustersAt(client, event, old), shown);
        QCOMPARE(client.get("/setup_processes/" + event).json()[u"tcs"].toArray(), row[u"tcs"].toArray());
        const QByteArray path = "/events/" + event + "/suggested_tcs?budget=900&goal=ROAS";
        QCOMPARE(client.get(path).array()[0][u"tc_run_id"].toInteger(), old);
        const QByteArray newer = path + "&tc_run_id=" + QByteArray::number(fresh);
        QCOMPARE(client.get(newer).array()[0][u"tc_run_id"].toInteger(), fresh);
    }
    static void isMatchedByItsPeople(ContractClient &client, const QByteArray &event, const QJsonObject &row,
                                     qint64 old, qint64 fresh)
    {
        const QJsonObject matches =
            client.get("/local/events/" + event + "/cluster_matches?from=" + QByteArray::number(old)).json();
        QCOMPARE(matches[u"from_run"].toInteger(), old);
        QCOMPARE(matches[u"to_run"].toInteger(), fresh);
        double best = 0;
        for (const QJsonValue match : matches[u"matches"].toArray()) {
            if (match[u"from"] == row[u"tcs"][0][u"tc"])
                best = std::max(best, match[u"overlap"].toDouble());
        }
        QVERIFY2(best > 0.5, qPrintable(QString::number(best))); // a few sales don't change who people are
    }

private Q_SLOTS:
    void draftsStayOnTheirRunUntilTheyAreMoved()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray event = fixture.upcoming().at(0).toUtf8();
        const QByteArray other = fixture.upcoming().at(1).toUtf8();
        const QJsonObject row = fixture.completeRow(QString::fromUtf8(event));
        const QJsonObject otherRow = fixture.completeRow(QString::fromUtf8(other));
        QCOMPARE(client.post("/setup_processes/" + event, row).status, 201);
        QCOMPARE(client.post("/setup_processes/" + other, otherRow).status, 201);
        const qint64 old = row[u"tcs"][0][u"tc_run_id"].toInteger();
        const QByteArray shown = clustersAt(client, event, old);

        const qint64 fresh = importMore(fixture, client, 1);
        QVERIFY(fresh > old);
        staysAsItWas(client, event, row, shown, old, fresh);
        isMatchedByItsPeople(client, other, otherRow, old, fresh);

        // Moved, it is on the newer run for good: its people are kept through the next import.
        const QJsonArray clusters =
            client.get("/events/" + other + "/clusters").json()[u"clusters"].toArray();
        QCOMPARE(client.put("/setup_processes/" + other, onRun(otherRow, clusters, fresh)).status, 200);
        QVERIFY(importMore(fixture, client, 2) > fresh);
        const QByteArray path = "/local/events/" + other + "/cluster_matches?from=";
        QVERIFY(!client.get(path + QByteArray::number(fresh)).json()[u"matches"].toArray().isEmpty());
        QCOMPARE(client.get(path + "9999").status, 404);
        QCOMPARE(client.get(path + "none").status, 400);

        // The people of the other one were kept too, so it can still be published on its run.
        const auto published = client.post("/setup_processes/" + event + "/boost");
        QCOMPARE(published.status, 200);
        QCOMPARE(published.json()[u"campaigns"][0][u"tc_run_id"].toInteger(), old);
        const QJsonObject results =
            client.get("/integrations/facebook/events/" + event + "/campaign_results").json();
        QVERIFY(results[u"event_results"][u"campaigns"][0][u"tickets"].isDouble());
    }

    void theSameDataGivesTheSameRun()
    {
        // Two workspaces, each with a service of its own that computes from scratch.
        ServiceFixture one, two;
        auto first = one.client();
        auto second = two.client();
        for (const QString &event : one.upcoming().mid(0, 5)) {
            const QByteArray path = "/events/" + event.toUtf8() + "/clusters";
            const QByteArray bytes = first.get(path).body;
            QVERIFY(bytes.contains("explaining_events"));
            QCOMPARE(second.get(path).body, bytes);
        }
        const QByteArray path = "/events/" + one.upcoming().at(0).toUtf8() + "/clusters";
        const QByteArray before = first.get(path).body;
        one.restart();
        auto again = one.client();
        QCOMPARE(again.get(path).body, before);
    }

    void theRunSaysHowFarItIs()
    {
        ServiceFixture &fixture = m_fixture;
        auto client = fixture.client();
        const auto run = [&] { return client.get("/local/taste_run").json(); };
        QTRY_COMPARE_WITH_TIMEOUT(run()[u"state"].toString(), QStringLiteral("SUCCESS"), 30'000);
        QCOMPARE(run()[u"progress"].toDouble(), 1.0);
        const QByteArray event = fixture.upcoming().at(0).toUtf8();
        QCOMPARE(run()[u"tc_run_id"].toInteger(), latestRun(client, event));
        // There is nothing to give up, and nothing is lost by asking.
        QCOMPARE(client.remove("/local/taste_run").status, 204);
        QCOMPARE(run()[u"state"].toString(), QStringLiteral("SUCCESS"));
    }

    void anEstimateIsAboutWhatIsAsked()
    {
        ServiceFixture &fixture = m_fixture;
        auto client = fixture.client();
        const QByteArray event = "/events/" + fixture.upcoming().at(0).toUtf8();
        const QJsonArray clusters = client.get(event + "/clusters").json()[u"clusters"].toArray();
        QVERIFY(clusters.size() > 1);
        QByteArray path = event + "/campaigns_expected_value?goal=UTILIZATION&budget=900";
        for (const int i : {0, 1})
            path += "&tc=" + clusters[i][u"tc"].toString().toUtf8().toPercentEncoding();
        const auto part = [](const RawReply &reply, int i) {
            return reply.json()[u"clusters"][i][u"expected"].toDouble();
        };
        const auto even = client.get(path);
        const auto uneven = client.get(path + "&budget_share=0.9&budget_share=0.1");
        QVERIFY(part(uneven, 0) > part(even, 0));
        QVERIFY(part(uneven, 1) < part(even, 1));
        QCOMPARE(client.get(path + "&budget_share=0.9").status, 400);
        QCOMPARE(client.get(path + "&budget_share=2&budget_share=0").status, 400);
        const auto limits =
            client.get(event + "/budget_min_max?runtime_in_days=10&goal=VISIBILITY&clusters=3").json();
        QCOMPARE(limits[u"lower_limit"].toDouble(), 30.0);
        QVERIFY(limits[u"explanation"][u"audience"].toInt() > 0);
    }

    void pastCampaignsAreLearntFrom()
    {
        ServiceFixture &fixture = m_fixture;
        auto client = fixture.client();
        const QStringList events = fixture.upcoming();
        const auto basis = [&] {
            QJsonObject found;
            const auto answer = client.get("/events/" + events.back().toUtf8()
                                           + "/campaigns_expected_value?goal=UTILIZATION&budget=900");
            for (const QJsonValue one : answer.json()[u"basis"].toArray())
                found.insert(one[u"id"].toString(), one);
            return found;
        };
        const QJsonObject before = basis();
        QCOMPARE(before[u"reach"][u"source"].toString(), QStringLiteral("measured"));
        QVERIFY(before[u"reach"][u"value"].toDouble() > 0);
        QCOMPARE(before[u"conversion"][u"source"].toString(), QStringLiteral("measured"));
        QVERIFY(before[u"conversion"][u"sample"][u"events"].toInt() > 0);
        QVERIFY(before[u"forecast_error"][u"value"].toDouble() > 1);
        QCOMPARE(before[u"cpm"][u"source"].toString(), QStringLiteral("assumed"));
        QVERIFY(!before.contains(u"past_campaigns"));

        const QJsonArray campaigns = fixture.publish(events.at(0));
        QVERIFY(!campaigns.isEmpty());
        QVERIFY(!basis().contains(u"past_campaigns")); // its event is still ahead
        fixture.advanceDays(60);
        const QJsonObject after = basis();
        QCOMPARE(after[u"past_campaigns"][u"sample"][u"campaigns"].toInt(), int(campaigns.size()));
        // Nobody of the audience bought: the promise is corrected downwards, and with it the estimate.
        QVERIFY(after[u"past_campaigns"][u"value"].toDouble() <= 1.0);
        QVERIFY(after[u"conversion"][u"value"].toDouble() <= before[u"conversion"][u"value"].toDouble());

        client.put("/local/settings",
                   {{QStringLiteral("market_assumptions"), QJsonObject{{QStringLiteral("cpm"), 12.5}}}});
        QCOMPARE(basis()[u"cpm"][u"source"].toString(), QStringLiteral("typed"));
        QCOMPARE(basis()[u"cpm"][u"value"].toDouble(), 12.5);
        QCOMPARE(basis()[u"frequency"][u"source"].toString(), QStringLiteral("assumed"));
    }

private:
    ServiceFixture m_fixture; ///< for those that leave it as it is, and the last
};

QTEST_GUILESS_MAIN(TestRuns)
#include "tst_runs.moc"
