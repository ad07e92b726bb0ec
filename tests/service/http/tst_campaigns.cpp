#include "app/service/store/sqlite/connection/database.h"
#include "models/plan/planmoney.h"
#include "tests/service/http/servicefixture.h"

#include <QTest>
#include <QTimeZone>

using namespace groundswell;
using namespace groundswell::service;

namespace {

QByteArray clusterPath(const QJsonValue &campaign)
{
    return campaign[u"eid"].toString().toUtf8() + '/'
        + campaign[u"tc"].toString().toUtf8().toPercentEncoding() + '/'
        + QByteArray::number(campaign[u"tc_run_id"].toInteger());
}

QJsonObject keyOf(const QJsonValue &campaign)
{
    return {{u"eid"_qs, campaign[u"eid"]},
            {u"tc"_qs, campaign[u"tc"]},
            {u"tc_run_id"_qs, campaign[u"tc_run_id"]}};
}

} // namespace

/// Campaigns after publishing: edits, additions, pausing, budgets, and what they brought.
class TestCampaigns : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editsOneCluster()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QJsonArray campaigns = fixture.publish(fixture.upcoming().first());
        QVERIFY(!campaigns.isEmpty());
        QJsonObject edit = keyOf(campaigns[0]);
        QJsonObject creative = campaigns[0][u"creative"].toObject();
        creative.insert(u"headline"_qs, u"Two evenings left"_qs);
        edit.insert(u"creatives"_qs, QJsonArray{creative});
        const auto edited = client.post("/campaigns_setup", edit);
        QVERIFY2(edited.status == 200, edited.body.constData());
        QCOMPARE(edited.json()[u"creative"][u"headline"].toString(), u"Two evenings left"_qs);
        QCOMPARE(edited.json()[u"targeting"], campaigns[0][u"targeting"]); // left out: stays
        QCOMPARE(edited.json()[u"audience_id"], campaigns[0][u"audience_id"]);

        creative.insert(u"headline"_qs, QString());
        edit.insert(u"creatives"_qs, QJsonArray{creative});
        const auto refused = client.post("/campaigns_setup", edit);
        QCOMPARE(refused.status, 400);
        QVERIFY(refused.json()[u"validation_errors"][0][u"field"].toString().startsWith(u"creatives["));
        const QByteArray list = "/events/" + campaigns[0][u"eid"].toString().toUtf8() + "/campaigns";
        QCOMPARE(client.get(list).json()[u"items"][0][u"creative"][u"headline"].toString(),
                 u"Two evenings left"_qs);

        edit.insert(u"tc"_qs, u"somebody else"_qs);
        QCOMPARE(client.post("/campaigns_setup", edit).status, 404);
        QCOMPARE(client.post("/campaigns_setup", {}).status, 400);
        QCOMPARE(client.post("/campaigns_setup", {{u"eid"_qs, 7}, {u"tc"_qs, QJsonArray()}}).status, 400);
    }

    void editsOfTheOlderEdition()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QJsonArray campaigns = fixture.publish(fixture.upcoming().first());
        const QByteArray path = "/campaigns/" + clusterPath(campaigns[0]);
        QJsonObject creative = campaigns[0][u"creative"].toObject();
        creative.insert(u"body"_qs, u"New words"_qs);
        QCOMPARE(client.put(path + "/creative", creative).json()[u"creative"][u"body"].toString(),
                 u"New words"_qs);
        const QByteArray audience = "/campaigns/" + Service::partnerId().toLatin1() + '/'
            + clusterPath(campaigns[0]) + "/target_audience";
        QJsonObject targeting = campaigns[0][u"targeting"].toObject();
        targeting.insert(u"demographics"_qs, QJsonObject{{u"age_min"_qs, 30}, {u"age_max"_qs, 50}});
        QCOMPARE(client.put(audience, targeting).json()[u"targeting"][u"demographics"][u"age_min"].toInt(),
                 30);
        targeting.insert(u"demographics"_qs, QJsonObject{{u"age_min"_qs, 50}, {u"age_max"_qs, 30}});
        QCOMPARE(client.put(audience, targeting).status, 400);
        QCOMPARE(client.put(path + "/ignore", {{u"reason"_qs, u"sold out"_qs}}).json()[u"status"].toString(),
                 u"IGNORED"_qs);
        QCOMPARE(client.get("/campaigns/statistics").json()[u"ignored"].toInt(), 1);
        QCOMPARE(client.put("/campaigns/nowhere/x/1/creative", creative).status, 404);
        QCOMPARE(client.put("/campaigns/" + clusterPath(campaigns[0]) + "x/creative", creative).status, 404);
    }

    void pausesAndResumes()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QJsonArray campaigns = fixture.publish(fixture.upcoming().first());
        const QByteArray event = "/events/" + campaigns[0][u"eid"].toString().toUtf8();
        QCOMPARE(client.get(event + "/client_campaign_status/task").status, 404); // none was ever started
        QCOMPARE(client.call("PUT", event + "/client_campaign_status?client_campaign_status=PAUSED").status,
                 204);
        const QJsonObject task = client.get(event + "/client_campaign_status/task").json();
        QCOMPARE(task[u"state"].toString(), u"SUCCESS"_qs);
        QCOMPARE(client.get("/tasks/" + task[u"id"].toString().toUtf8()).json(), task);
        QCOMPARE(client.get(event).json()[u"client_campaign_status"].toString(), u"PAUSED"_qs);
        QCOMPARE(client.get(event + "/campaigns").json()[u"items"][0][u"status"].toString(), u"PAUSED"_qs);
        QCOMPARE(client.call("PUT", event + "/client_campaign_status?client_campaign_status=RUNNING").status,
                 204);
        QCOMPARE(client.get(event + "/campaigns").json()[u"items"][0][u"status"].toString(),
                 u"READY_FOR_HANDOVER"_qs);
        QCOMPARE(client.call("PUT", event + "/client_campaign_status?client_campaign_status=HALTED").status,
                 400);
        QCOMPARE(client.call("PUT", event + "/client_campaign_status").status, 400);
        QCOMPARE(
            client.call("PUT", "/events/nowhere/client_campaign_status?client_campaign_status=PAUSED").status,
            404);
    }

    void addsAClusterToAPublishedEvent()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QJsonObject run = client.get("/events/" + event.toUtf8() + "/clusters").json();
        const auto add = [&](const QString &tc, const QByteArray &rest) {
            return client.post("/campaigns/?eid=" + event.toUtf8() + "&tc=" + tc.toUtf8().toPercentEncoding()
                               + "&tc_run_id=" + QByteArray::number(run[u"tc_run_id"].toInt()) + rest);
        };
        QByteArray plan = "&budget=100&start_date=2024-09-01&end_date=2024-09-10";
        QCOMPARE(add(run[u"clusters"][0][u"tc"].toString(), plan).message(), u"error.setup.not_published"_qs);
        const QJsonArray campaigns = fixture.publish(event);
        plan = "&budget=300&start_date=" + campaigns[0][u"start_date"].toString().toLatin1()
            + "&end_date=" + campaigns[0][u"end_date"].toString().toLatin1();
        QStringList taken;
        for (const QJsonValue campaign : campaigns)
            taken.append(campaign[u"tc"].toString());
        QCOMPARE(add(taken.first(), plan).status, 409);
        QString free;
        for (const QJsonValue cluster : run[u"clusters"].toArray()) {
            if (!taken.contains(cluster[u"tc"].toString()))
                free = cluster[u"tc"].toString();
        }
        if (!free.isEmpty()) {
            client.call(
                "PUT", "/events/" + event.toUtf8() + "/client_campaign_status?client_campaign_status=PAUSED");
            const auto added = add(free, plan);
            QCOMPARE(added.status, 201);
            QCOMPARE(added.json()[u"budget"].toDouble(), 300.0);
            QCOMPARE(added.json()[u"status"].toString(), u"PAUSED"_qs); // as the event's others
            QVERIFY(!added.json()[u"creatives"].toArray().isEmpty()); // the first campaign's, to begin with
            QVERIFY(!taken.contains(added.json()[u"audience_id"].toString()));
        }
        QCOMPARE(add(u"no such taste"_qs, plan).status, 404);
        QCOMPARE(add(u"x"_qs, "&budget=-1&start_date=2024-09-01&end_date=2024-09-10").status, 400);
        QCOMPARE(add(u"x"_qs, "&budget=1&start_date=2024-09-10&end_date=2024-09-01").status, 400);
        QCOMPARE(client.post("/campaigns/").status, 400);
    }

    void changesBudgetAndEnd()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QJsonArray before = fixture.publish(event);
        const QByteArray path = "/campaigns/new_runtime_budget?eid=" + event.toUtf8();
        const QString end = before[0][u"end_date"].toString();
        const QByteArray earlier =
            QDate::fromString(end, Qt::ISODate).addDays(-1).toString(Qt::ISODate).toLatin1();
        const auto changed = client.post(path + "&total_budget=1000.01&end_date=" + earlier);
        QCOMPARE(changed.status, 200);
        const QJsonArray campaigns =
            client.get("/events/" + event.toUtf8() + "/campaigns").json()[u"items"].toArray();
        qint64 cents = 0;
        for (const QJsonValue campaign : campaigns) {
            cents += qRound64(campaign[u"budget"].toDouble() * 100);
            QCOMPARE(campaign[u"end_date"].toString(), QString::fromLatin1(earlier));
        }
        QCOMPARE(cents, 100001); // to the cent
        QCOMPARE(client.post(path).status, 400);
        QCOMPARE(client.post(path + "&end_date=2001-01-01").status, 400);
        QCOMPARE(client.post(path + "&total_budget=-5").status, 400);
        QCOMPARE(client.post("/campaigns/new_runtime_budget?eid=nowhere&total_budget=5").status, 404);
        QCOMPARE(client.get("/events/" + event.toUtf8() + "/campaigns").json()[u"items"].toArray(),
                 campaigns);
    }

    void aNewTotalIsDividedByClusterAndNobodyIsLeftWithout()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QJsonArray before = fixture.publish(event);
        QVERIFY(before.size() > 1);
        const QByteArray path = "/campaigns/new_runtime_budget?eid=" + event.toUtf8() + "&total_budget=";
        const QByteArray list = "/events/" + event.toUtf8() + "/campaigns";
        // The first one is over: the others' money must not move up to it.
        QCOMPARE(client.put("/campaigns/" + clusterPath(before[0]) + "/ignore", {}).status, 200);
        double running = 0;
        for (qsizetype i = 1; i < before.size(); ++i)
            running += before[i][u"budget"].toDouble();
        const QJsonArray doubled =
            client.post(path + QByteArray::number(running * 2, 'f', 2)).json()[u"campaigns"].toArray();
        QCOMPARE(doubled.size(), before.size());
        for (const QJsonValue campaign : doubled) {
            for (const QJsonValue old : before) {
                if (old[u"tc"] != campaign[u"tc"])
                    continue;
                const bool isOver = campaign[u"status"].toString() == u"IGNORED";
                const double factor = isOver ? 1 : 2;
                QVERIFY(qAbs(campaign[u"budget"].toDouble() - old[u"budget"].toDouble() * factor) < 0.015);
            }
        }
        // Fewer cents than campaigns, or none at all, is no budget; nothing has changed then.
        QCOMPARE(client.post(path + "0").status, 400);
        QCOMPARE(client.post(path + "0&end_date=" + before[0][u"end_date"].toString().toLatin1()).status,
                 400);
        QCOMPARE(client.get(list).json()[u"items"].toArray(), doubled);
    }

    void aNewBudgetIsHeldToTheDailyFloor()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray event = fixture.upcoming().first().toUtf8();
        const QJsonArray before = fixture.publish(QString::fromUtf8(event));
        QVERIFY(before.size() > 1);
        const QDate start = QDate::fromString(before[0][u"start_date"].toString(), Qt::ISODate);
        const QDate end = QDate::fromString(before[0][u"end_date"].toString(), Qt::ISODate);
        const auto days = start.daysTo(end) + 1;
        const double perDay =
            client
                .get("/events/" + event
                     + "/budget_min_max?goal=LINK_CLICKS&runtime_in_days=" + QByteArray::number(days))
                .json()[u"explanation"][u"floor_per_day"]
                .toDouble();
        QVERIFY(perDay > 0);
        const QByteArray list = "/events/" + event + "/campaigns";
        const QByteArray path = "/campaigns/new_runtime_budget?eid=" + event;
        const auto refused = [&](const QByteArray &change) {
            const auto reply = client.post(path + change);
            const QJsonArray rows = client.get(list).json()[u"items"].toArray();
            QStringList found{QString::number(reply.status),
                              rows == before ? u"as before"_qs : u"changed"_qs};
            for (const QJsonValue error : reply.json()[u"validation_errors"].toArray())
                found.append(error[u"code"].toString() + u' ' + error[u"field"].toString());
            return found;
        };
        // Too little for all is the budget's fault.
        const double forAll = perDay * double(days) * double(before.size());
        QCOMPARE(refused("&total_budget=" + QByteArray::number(forAll - 1, 'f', 2)),
                 (QStringList{u"400"_qs, u"as before"_qs, u"plan.budget.below_limit totalBudget"_qs}));
        QCOMPARE(refused("&total_budget=0"),
                 (QStringList{u"400"_qs, u"as before"_qs, u"plan.budget.not_positive totalBudget"_qs}));
        // The budgets aren't even: at just enough for all, the smallest is below.
        const QStringList one = refused("&total_budget=" + QByteArray::number(forAll, 'f', 2));
        QCOMPARE(one.mid(0, 2), (QStringList{u"400"_qs, u"as before"_qs}));
        QVERIFY2(one.value(2).startsWith(u"clusters.share.below_floor tcs[tc="), qPrintable(one.join(u' ')));
        QVERIFY(one.value(2).endsWith(u"].budgetShare"));
        // More days need more money, whoever asks for them. The event's day is the last that can be had.
        fixture.advanceDays(1);
        const QDate day =
            QDateTime::fromString(client.get("/events/" + event).json()[u"start_date_time"].toString(),
                                  Qt::ISODate)
                .toTimeZone(QTimeZone("Europe/Berlin"))
                .date();
        const double enough = forAll * 4;
        QCOMPARE(client
                     .post(path + "&total_budget=" + QByteArray::number(enough, 'f', 2)
                           + "&end_date=" + day.toString(Qt::ISODate).toLatin1())
                     .status,
                 200);
    }

    void datesKeepToTheEventsDayInTheOrganisersZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone :
             {"Pacific/Kiritimati", "Europe/Berlin", "America/Los_Angeles", "Pacific/Pago_Pago"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void datesKeepToTheEventsDayInTheOrganisersZone()
    {
        QFETCH(QByteArray, zone);
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray event = fixture.upcoming().first().toUtf8();
        QCOMPARE(client
                     .put("/local/settings",
                          {{u"organiser"_qs, QJsonObject{{u"time_zone"_qs, QString::fromLatin1(zone)}}}})
                     .status,
                 200);
        const QJsonArray before = fixture.publish(QString::fromUtf8(event));
        const QDate day =
            QDateTime::fromString(client.get("/events/" + event).json()[u"start_date_time"].toString(),
                                  Qt::ISODate)
                .toTimeZone(QTimeZone(zone))
                .date();
        const auto iso = [](const QDate &date) { return date.toString(Qt::ISODate).toLatin1(); };
        const auto codes = [](const RawReply &reply) {
            QStringList found;
            for (const QJsonValue error : reply.json()[u"validation_errors"].toArray())
                found.append(error[u"code"].toString() + u' ' + error[u"field"].toString());
            return found;
        };
        const QByteArray change =
            "/campaigns/new_runtime_budget?eid=" + event + "&total_budget=5000&end_date=";
        QCOMPARE(codes(client.post(change + iso(day.addDays(1)))),
                 QStringList{u"plan.end.after_event endDate"_qs});
        QCOMPARE(codes(client.post(change + iso(fixture.today().addDays(-2)))).value(0).section(u' ', 1),
                 u"endDate"_qs);
        QCOMPARE(client.post(change + iso(day)).status, 200);

        // A cluster that comes later is held to the same.
        QString free;
        for (const QJsonValue cluster :
             client.get("/events/" + event + "/clusters").json()[u"clusters"].toArray()) {
            bool taken = false;
            for (const QJsonValue campaign : before)
                taken = taken || campaign[u"tc"] == cluster[u"tc"];
            if (!taken)
                free = cluster[u"tc"].toString();
        }
        if (free.isEmpty())
            QSKIP("every cluster has a campaign");
        const QByteArray add = "/campaigns/?eid=" + event + "&tc=" + free.toUtf8().toPercentEncoding()
            + "&tc_run_id=" + QByteArray::number(before[0][u"tc_run_id"].toInteger());
        const QByteArray start = "&start_date=" + iso(day.addDays(-1));
        QCOMPARE(codes(client.post(add + "&budget=500" + start + "&end_date=" + iso(day.addDays(1)))),
                 QStringList{u"plan.end.after_event endDate"_qs});
        QCOMPARE(codes(client.post(add + "&budget=500&start_date=" + iso(day.addDays(1))
                                   + "&end_date=" + iso(day.addDays(1)))),
                 (QStringList{u"plan.start.after_event startDate"_qs, u"plan.end.after_event endDate"_qs}));
        QCOMPARE(codes(client.post(add + "&budget=500&start_date=" + iso(fixture.today().addDays(-3))
                                   + "&end_date=" + iso(day))),
                 QStringList{u"plan.start.past startDate"_qs});
        QCOMPARE(codes(client.post(add + "&budget=0.05" + start + "&end_date=" + iso(day))),
                 QStringList{u"plan.budget.below_limit totalBudget"_qs});
        QCOMPARE(client.get("/events/" + event + "/campaigns").json()[u"items"].toArray().size(),
                 before.size());
        QCOMPARE(client.post(add + "&budget=500" + start + "&end_date=" + iso(day)).status, 201);
    }

    /// An earlier version has published campaigns without any money: they get their part of a new total.
    void aCampaignWithoutMoneyGetsAPartOfANewTotal()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QJsonArray before = fixture.publish(event);
        QVERIFY(before.size() > 1);
        {
            Database database(fixture.workspaceFile(), Database::Access::ReadWrite);
            database.run("UPDATE campaign SET row = json_set(row, '$.budget', 0) WHERE tc = ?",
                         before[0][u"tc"].toString());
            QCOMPARE(database.changes(), 1);
        }
        const QByteArray path = "/campaigns/new_runtime_budget?eid=" + event.toUtf8() + "&total_budget=9000";
        double sum = 0;
        for (const QJsonValue campaign : client.post(path).json()[u"campaigns"].toArray()) {
            const double budget = campaign[u"budget"].toDouble();
            if (campaign[u"tc"] == before[0][u"tc"]) // as much as the others have on average
                QVERIFY(qAbs(budget - 9000.0 / double(before.size())) < 0.015);
            sum += budget;
        }
        QCOMPARE(sum, 9000.0);
    }

    void publishingDividesAsThePlanSays()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        QJsonObject row = fixture.completeRow(event);
        QJsonArray tcs = row[u"tcs"].toArray();
        QVERIFY(tcs.size() > 1);
        const auto withShares = [&](const std::vector<QJsonValue> &shares) {
            QJsonArray array;
            for (qsizetype i = 0; i < tcs.size(); ++i) {
                QJsonObject one = tcs[i].toObject();
                one.insert(u"budget_share"_qs,
                           i < qsizetype(shares.size()) ? shares[size_t(i)] : QJsonValue());
                array.append(one);
            }
            row.insert(u"tcs"_qs, array);
        };
        const QByteArray path = "/setup_processes/" + event.toUtf8();
        // The first takes all, and the last would get nothing: that isn't published without a word.
        withShares({1.0});
        QCOMPARE(client.post(path, row).status, 201);
        const auto nothing = client.post(path + "/boost");
        QCOMPARE(nothing.status, 400);
        const auto codes = [](const RawReply &reply) {
            QStringList found;
            for (const QJsonValue error : reply.json()[u"validation_errors"].toArray())
                found.append(error[u"code"].toString());
            return found;
        };
        QVERIFY2(codes(nothing).contains(u"clusters.share.nothing"_qs), nothing.body.constData());
        withShares({0.999});
        QCOMPARE(client.put(path, row).status, 200);
        const auto little = client.post(path + "/boost");
        QCOMPARE(little.status, 400);
        QVERIFY2(codes(little).contains(u"clusters.share.below_floor"_qs), little.body.constData());
        QVERIFY(little.json()[u"validation_errors"][0][u"field"].toString().endsWith(u".budgetShare"));

        // With the one fix that is offered it goes through, and every campaign has the plan's amount.
        const auto setup = SetupProcess::fromJson(row);
        const QDate start = setup->startDate;
        const QByteArray days = QByteArray::number(start.daysTo(setup->endDate) + 1);
        const QJsonObject limits = client
                                       .get("/events/" + event.toUtf8()
                                            + "/budget_min_max?runtime_in_days=" + days + "&goal=LINK_CLICKS")
                                       .json();
        const auto floorPerDay = Money::fromJson(limits[u"explanation"][u"floor_per_day"], u"EUR"_qs);
        const PlanMoney judged = planMoney(*setup, floorPerDay);
        const auto mended = withEveryFloor(setup->clusters, setup->totalBudget, judged.floor);
        QVERIFY(mended.has_value());
        SetupProcess fixedRow = *setup;
        fixedRow.clusters = *mended;
        QCOMPARE(client.put(path, fixedRow.toJson()).status, 200);
        const auto published = client.post(path + "/boost");
        QVERIFY2(published.status == 200, published.body.constData());
        const PlanMoney plan = planMoney(fixedRow);
        QCOMPARE(plan.remainder->minor, 0);
        for (const QJsonValue campaign : published.json()[u"campaigns"].toArray()) {
            const auto *part =
                plan.of({ClusterName(campaign[u"tc"].toString()), campaign[u"tc_run_id"].toInteger()});
            QVERIFY(part);
            QCOMPARE(Money::fromJson(campaign[u"budget"], u"EUR"_qs), part->amount);
        }
    }

    void resultsAreCountedNotInvented()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QByteArray results = "/integrations/facebook/events/" + event.toUtf8() + "/campaign_results";
        QVERIFY(client.get(results)
                    .json()[u"event_results"][u"purchases"]
                    .isNull()); // nothing published, nothing known
        const QJsonArray campaigns = fixture.publish(event);
        fixture.advanceDays(30);
        const QJsonObject counted = client.get(results).json()[u"event_results"].toObject();
        QCOMPARE(counted[u"model"].toString(), u"FD"_qs);
        QVERIFY(counted[u"impressions"].isNull());
        QVERIFY(counted[u"clicks"].isNull());
        QVERIFY(counted[u"spend"].isNull());
        QVERIFY(counted[u"roas"].isNull());
        QVERIFY(counted[u"purchases"].toInt(-1) >= 0);
        qint64 rows = 0;
        for (const QJsonValue row : counted[u"campaigns"].toArray())
            rows += row[u"purchases"].toInteger();
        QCOMPARE(rows, counted[u"purchases"].toInteger()); // an event's clusters share nobody
        const QJsonObject series = client.get(results).json()[u"series_results"].toObject();
        QVERIFY(series[u"purchases"].toInteger() >= counted[u"purchases"].toInteger());
        QCOMPARE(client.get("/integrations/facebook/events/" + event.toUtf8() + "/fb_insights")
                     .json()[u"daily"]
                     .toArray(),
                 QJsonArray());

        const auto spend = client.post("/local/ad_spend",
                                       {{u"eid"_qs, event},
                                        {u"tc"_qs, campaigns[0][u"tc"]},
                                        {u"tc_run_id"_qs, campaigns[0][u"tc_run_id"]},
                                        {u"day"_qs, u"2024-09-05"_qs},
                                        {u"amount"_qs, 50.25}});
        QCOMPARE(spend.status, 201);
        const QJsonObject withSpend = client.get(results).json()[u"event_results"].toObject();
        QCOMPARE(withSpend[u"spend"].toDouble(), 50.25);
        if (withSpend[u"revenue"].toDouble() > 0)
            QVERIFY(qAbs(withSpend[u"roas"].toDouble() - withSpend[u"revenue"].toDouble() / 50.25) < 1e-6);
        QCOMPARE(client.get("/integrations/facebook/events/" + event.toUtf8() + "/fb_insights")
                     .json()[u"daily"][0][u"spend"]
                     .toDouble(),
                 50.25);
        QCOMPARE(client.get("/events/" + event.toUtf8() + "/statistics").json()[u"spent"].toDouble(), 50.25);
        QCOMPARE(client.get("/local/ad_spend?eid=" + event.toUtf8()).array().size(), 1);
        QCOMPARE(client.remove("/local/ad_spend/" + QByteArray::number(spend.json()[u"id"].toInt())).status,
                 204);
        QVERIFY(client.get(results).json()[u"event_results"][u"spend"].isNull());
        QCOMPARE(client
                     .post("/local/ad_spend",
                           {{u"eid"_qs, event}, {u"day"_qs, u"2024-09-05"_qs}, {u"amount"_qs, -1}})
                     .status,
                 400);
        QCOMPARE(client
                     .post("/local/ad_spend",
                           {{u"eid"_qs, u"nowhere"_qs}, {u"day"_qs, u"2024-09-05"_qs}, {u"amount"_qs, 1}})
                     .status,
                 404);

        for (const char *model : {"META", "EXTERNAL"}) {
            client.put("/events/" + event.toUtf8() + "/attribution_model",
                       {{u"model"_qs, QString::fromLatin1(model)}});
            const QJsonObject other = client.get(results).json()[u"event_results"].toObject();
            QVERIFY(other[u"purchases"].isNull() && other[u"revenue"].isNull() && other[u"spend"].isNull());
            QCOMPARE(other[u"model"].toString(), QString::fromLatin1(model));
        }
    }

    void adjustmentsStandApart()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray event = fixture.upcoming().first().toUtf8();
        QVERIFY(client.get("/campaign_results/?eid=" + event).array().isEmpty());
        const auto added = client.post("/campaign_results/?eid=" + event + "&purchase=3&revenue=135.5");
        QCOMPARE(added.status, 200);
        QCOMPARE(added.json()[u"source"].toString(), u"manual"_qs);
        QCOMPARE(client.get("/campaign_results/?eid=" + event).array().first()[u"revenue"].toDouble(), 135.5);
        fixture.publish(QString::fromUtf8(event));
        QCOMPARE(client.get("/campaign_results/?eid=" + event).array().size(),
                 2); // counted and typed in, side by side
        QCOMPARE(client.remove("/campaign_results/?id=" + added.json()[u"id"].toString().toUtf8()).status,
                 204);
        QCOMPARE(client.remove("/campaign_results/?id=" + added.json()[u"id"].toString().toUtf8()).status,
                 404);
        QCOMPARE(client.remove("/campaign_results/?id=cr_automated").status, 404);
        QCOMPARE(client.get("/campaign_results/?eid=" + event + "&partner_id=fd9").status, 403);
        QCOMPARE(client.post("/campaign_results/?eid=" + event + "&purchase=many&revenue=1").status, 400);
        QCOMPARE(client.post("/campaign_results/?eid=nowhere&purchase=1&revenue=1").status, 404);
    }

    void takesTypedInSales()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QByteArray statistics = "/events/" + event.toUtf8() + "/statistics";
        const double before = client.get(statistics).json()[u"revenue"].toDouble();
        const auto summary = [&](const QString &eid, const QJsonValue &sold) {
            return client.post(
                "/ingest/transaction_summary",
                {{u"eid"_qs, eid},
                 {u"from"_qs, u"2024-06-01"_qs},
                 {u"to"_qs, u"2024-06-12"_qs},
                 {u"tickets"_qs,
                  QJsonArray{QJsonObject{
                      {u"type"_qs, u"standard"_qs}, {u"sold"_qs, sold}, {u"revenue"_qs, 185.4}}}}});
        };
        QCOMPARE(summary(event, 4).status, 200);
        QCOMPARE(summary(event, 4).status, 200); // the same period again replaces
        QVERIFY(qAbs(client.get(statistics).json()[u"revenue"].toDouble() - before - 185.4) < 0.001);
        const QByteArray revenue = "/daily_revenue_summary/?event_id=" + event.toUtf8();
        const QJsonObject daily = client.get(revenue + "&start_date=1900-01-01&end_date=2100-01-01").json();
        QCOMPARE(daily[u"manual_adjustments"][0][u"revenue"].toDouble(), 185.4);
        double imported = 0;
        for (const QJsonValue day : daily[u"daily"].toArray())
            imported += day[u"revenue"].toDouble();
        QVERIFY(qAbs(imported - before) < 0.001); // by day, what the statistics hold in all
        QVERIFY(client.get(revenue + "&end_date=1999-01-01").json()[u"daily"].toArray().isEmpty());
        QCOMPARE(client.get(revenue + "&currency=JPY").status, 400);
        QCOMPARE(client.get("/daily_revenue_summary/").status, 400);
        QCOMPARE(client.get("/daily_revenue_summary/?event_id=nowhere").status, 404);
        QCOMPARE(summary(u"nowhere"_qs, 4).status, 404);
        QCOMPARE(summary(event, -4).status, 400);
        QCOMPARE(summary(event, u"four"_qs).status, 400);
        QCOMPARE(client.post("/ingest/transaction_summary", {{u"eid"_qs, event}}).status, 400);
    }

    void endedCampaignsAreCompleted()
    {
        ServiceFixture fixture;
        const QString event = fixture.upcoming().first();
        QVERIFY(!fixture.publish(event).isEmpty());
        fixture.advanceDays(120);
        fixture.restart(); // housekeeping starts with the service
        auto client = fixture.client();
        QTRY_COMPARE(
            client.get("/events/" + event.toUtf8() + "/campaigns").json()[u"items"][0][u"status"].toString(),
            u"COMPLETED"_qs);
        QTRY_COMPARE(client.get("/events/" + event.toUtf8()).json()[u"campaign_status"].toString(),
                     u"CLOSED"_qs);
    }

    void aCampaignEndsWithTheOrganisersDay()
    {
        ServiceFixture fixture;
        const QString event = fixture.upcoming().first();
        const QString last = fixture.today().addDays(1).toString(Qt::ISODate); // today on Kiritimati
        {
            auto client = fixture.client();
            client.put("/local/settings",
                       {{u"organiser"_qs, QJsonObject{{u"time_zone"_qs, u"Pacific/Kiritimati"_qs}}}});
            QJsonObject row = fixture.completeRow(event);
            row.insert(u"start_date"_qs, last);
            row.insert(u"end_date"_qs, last);
            const QByteArray path = "/setup_processes/" + event.toUtf8();
            QCOMPARE(client.post(path, row).status, 201);
            QCOMPARE(client.post(path + "/boost").status, 200);
        }
        fixture.advanceDays(1); // the last day's midnight has passed there, and in Greenwich it is that day
        fixture.restart();
        auto client = fixture.client();
        QTRY_COMPARE(
            client.get("/events/" + event.toUtf8() + "/campaigns").json()[u"items"][0][u"status"].toString(),
            u"COMPLETED"_qs);
    }
};

QTEST_GUILESS_MAIN(TestCampaigns)
#include "tst_campaigns.moc"
