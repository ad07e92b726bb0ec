#include "tests/service/http/servicefixture.h"

#include <QDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// One walk through every operation of the contract: each must answer as it is described there.
class TestCoverage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyOperationIsAnsweredAsDescribed()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QStringList events = fixture.upcoming();
        const QByteArray eid = events.at(0).toUtf8();
        const QByteArray event = "/events/" + eid;
        const QByteArray partner = Service::partnerId().toLatin1();

        for (const char *path :
             {"/status/", "/partners/", "/permissions", "/features", "/events/", "/events/statistics",
              "/events/flagged/", "/events/venues", "/setup_processes/call_to_action/?goal=ROAS",
              "/setup_processes/event_types", "/campaigns/statistics",
              "/integrations/connect/facebook/status", "/meta/authorization/status",
              "/integrations/facebook/assets", "/integrations/facebook/targeting_search?q=k",
              "/package_builder/packages/", "/local/settings", "/local/ad_spend", "/local/taste_run"})
            QVERIFY2(client.get(path).status == 200, path);
        client.call("PUT", "/partners/attribution_model?model=FD");
        client.get("/partners/" + partner + "/backhaul_attribution_details");
        client.post("/partners/" + partner + "/backhaul_attribution_details",
                    {{u"backhaul_evaluation_attribution_window"_qs, 14}});
        for (const char *rest :
             {"", "/statistics", "/clusters", "/series", "/tickets", "/benchmark", "/sales-graph",
              "/attribution_model", "/default_campaigns_parameters", "/suggested_tcs?budget=100&goal=ROAS",
              "/campaigns_expected_value?goal=ROAS&budget=100", "/budget_min_max?runtime_in_days=7"})
            QVERIFY2(client.get(event + rest).status == 200, rest);
        const QByteArray run =
            QByteArray::number(client.get(event + "/clusters").json()[u"tc_run_id"].toInt());
        client.get("/local/events/" + eid + "/cluster_matches?from=" + run);
        client.remove("/local/taste_run");
        client.post(event + "/series?event_series=" + events.at(1).toUtf8());
        client.put(event + "/setup_frontend_status", {{u"frontend_status"_qs, u"FLAGGED"_qs}});
        client.put(event + "/attribution_model", {{u"model"_qs, u"FD"_qs}});

        client.post("/setup_processes/" + events.at(1).toUtf8(), {});
        client.remove("/setup_processes/" + events.at(1).toUtf8());
        const QJsonObject row = fixture.completeRow(events.at(0));
        client.post("/setup_processes/" + eid, {});
        client.put("/setup_processes/" + eid, row);
        client.get("/setup_processes/" + eid);
        client.post("/setup_processes/" + eid + "/boost");
        const QJsonArray campaigns = client.get(event + "/campaigns").json()[u"items"].toArray();
        QVERIFY(!campaigns.isEmpty());
        const QJsonObject campaign = campaigns[0].toObject();
        const QByteArray cluster = eid + '/' + campaign[u"tc"].toString().toUtf8().toPercentEncoding() + '/'
            + QByteArray::number(campaign[u"tc_run_id"].toInt());
        client.post("/campaigns_setup",
                    {{u"eid"_qs, campaign[u"eid"]},
                     {u"tc"_qs, campaign[u"tc"]},
                     {u"tc_run_id"_qs, campaign[u"tc_run_id"]},
                     {u"creatives"_qs, campaign[u"creatives"]}});
        client.put("/campaigns/" + cluster + "/creative", campaign[u"creative"].toObject());
        client.put("/campaigns/" + partner + '/' + cluster + "/target_audience",
                   campaign[u"targeting"].toObject());
        client.call("PUT", event + "/client_campaign_status?client_campaign_status=PAUSED");
        const QByteArray task =
            client.get(event + "/client_campaign_status/task").json()[u"id"].toString().toUtf8();
        client.get("/tasks/" + task);
        client.call("PUT", event + "/campaign_optimisation_status?campaign_optimisation_status=ON");
        client.call("PUT", event + "/ad_campaign_optimisation_status?ad_campaign_optimisation_status=ON");
        client.post("/campaigns/new_runtime_budget?eid=" + eid + "&total_budget=900");
        client.get("/integrations/facebook/events/" + eid + "/campaign_results");
        client.get("/integrations/facebook/events/" + eid + "/fb_insights");
        const auto adjustment = client.post("/campaign_results/?eid=" + eid + "&purchase=1&revenue=10");
        client.get("/campaign_results/?eid=" + eid);
        client.remove("/campaign_results/?id=" + adjustment.json()[u"id"].toString().toUtf8());
        client.put("/campaigns/" + cluster + "/ignore", {{u"reason"_qs, u"sold out"_qs}});
        QStringList taken;
        for (const QJsonValue one : campaigns)
            taken.append(one[u"tc"].toString());
        for (const QJsonValue known : client.get(event + "/clusters").json()[u"clusters"].toArray()) {
            if (!taken.contains(known[u"tc"].toString()))
                client.post("/campaigns/?eid=" + eid
                            + "&tc=" + known[u"tc"].toString().toUtf8().toPercentEncoding()
                            + "&tc_run_id=" + QByteArray::number(campaign[u"tc_run_id"].toInt())
                            + "&budget=10&start_date=2024-09-01&end_date=2024-09-02");
        }
        client.get("/daily_revenue_summary/?event_id=" + eid);
        client.call("PUT", event + "/reset_campaigns_setup");
        client.post("/ingest/transaction_summary",
                    {{u"eid"_qs, events.at(0)},
                     {u"from"_qs, u"2024-06-01"_qs},
                     {u"to"_qs, u"2024-06-02"_qs},
                     {u"tickets"_qs,
                      QJsonArray{QJsonObject{{u"type"_qs, u"a"_qs}, {u"sold"_qs, 1}, {u"revenue"_qs, 1}}}}});
        const auto spend = client.post(
            "/local/ad_spend", {{u"eid"_qs, events.at(0)}, {u"day"_qs, u"2024-09-01"_qs}, {u"amount"_qs, 1}});
        client.remove("/local/ad_spend/" + QByteArray::number(spend.json()[u"id"].toInt()));
        client.put("/local/settings", {});

        const QJsonObject request{{u"package_title"_qs, u"A"_qs},
                                  {u"event_ids"_qs, QJsonArray{events.at(0)}}};
        const QByteArray a = "/package_builder/packages/"
            + client.post("/package_builder/packages", request).json()[u"id"].toString().toUtf8();
        const QByteArray b = "/package_builder/packages/"
            + client.post("/package_builder/packages", request).json()[u"id"].toString().toUtf8();
        // One that is never built: others are before it.
        const QByteArray c =
            client.post("/package_builder/packages", request).json()[u"id"].toString().toUtf8();
        client.remove("/local/package_builds/" + c);
        for (const QByteArray &one : {a, b})
            QTRY_COMPARE(client.get(one).json()[u"status"].toString(), u"DONE"_qs);
        client.get(a + '/' + client.get(a).json()[u"clusters"][0][u"tc"].toString().toUtf8()
                   + "/customer_list");
        client.get(a + "/backhaul_evaluation_details");
        client.put(a + "/backhaul_evaluation_details", {{u"email_sent_date"_qs, u"2024-08-01"_qs}});
        client.get(a + "/backhaul_evaluation");
        client.post("/package_builder/packages/merge?packages_ids=" + a.mid(26)
                    + "&packages_ids=" + b.mid(26));
        client.post(a + "/regenerate");

        client.get("/local/taste_evaluation");
        client.post("/local/taste_evaluation");
        client.remove("/local/taste_evaluation");

        const QTemporaryDir folder;
        QFile file(folder.filePath(u"e.csv"_qs));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("event_id,title,date\nx,Y,2024-09-20\n");
        file.close();
        client.post("/local/import/preview", {{u"events"_qs, file.fileName()}});
        const QByteArray import =
            client.post("/local/import", {{u"events"_qs, file.fileName()}}).json()[u"id"].toString().toUtf8();
        client.get("/local/import/" + import);
        client.remove("/local/import/" + import);

        // Signing in and natural language are refused by a local workspace, and media need another body.
        const QStringList elsewhere{u"signIn"_qs,
                                    u"answerMfaChallenge"_qs,
                                    u"answerNewPasswordChallenge"_qs,
                                    u"refreshToken"_qs,
                                    u"forgotPassword"_qs,
                                    u"resetPassword"_qs,
                                    u"customersFromDescription"_qs,
                                    u"uploadMedia"_qs,
                                    u"storedMedia"_qs};
        QStringList missing;
        const Contract contract = Contract::load();
        for (const Contract::Operation &operation : contract.operations()) {
            if (!client.covered.contains(operation.id) && !elsewhere.contains(operation.id))
                missing.append(operation.method + u' ' + operation.path);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", ")));
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
