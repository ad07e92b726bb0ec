#include "tests/service/http/servicefixture.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// What a client reads and switches: events, planning helpers, partner, ad platform, media, settings.
class TestReading : public QObject {
    Q_OBJECT

    std::unique_ptr<ServiceFixture> m_fixture; ///< of the tests that change nothing

private Q_SLOTS:
    void initTestCase() { m_fixture = std::make_unique<ServiceFixture>(); }
    void cleanupTestCase() { m_fixture.reset(); }

    void statusIsOpenToAll()
    {
        RawClient stranger(m_fixture->service().port());
        QCOMPARE(stranger.get("/api/v3/status/").json()[u"status"].toString(), u"ok"_qs);
        QCOMPARE(stranger.get("/api/v3/partners/").status, 401);
        QCOMPARE(stranger.request("POST", "/api/v3/auth", "{}").status, 501);
    }

    void tellsWhomTheRequestsActFor()
    {
        auto client = m_fixture->client();
        const QJsonObject partner = client.get("/partners/").json();
        QCOMPARE(partner[u"id"].toString(), Service::partnerId());
        QCOMPARE(partner[u"currency"].toString(), u"EUR"_qs);
        client.headers = {{"X-Preferred-Partner-Id", Service::partnerId().toLatin1()}};
        QCOMPARE(client.get("/partners/").status, 200);
        client.headers = {{"X-Preferred-Partner-Id", "partner-id-other"}};
        QCOMPARE(client.get("/partners/").status, 403);
        client.headers.clear();
        QVERIFY(client.get("/permissions").array().contains(u"wave"_qs));
        QCOMPARE(client.get("/features").status, 200);
    }

    void pagesEvents()
    {
        auto client = m_fixture->client();
        const QJsonObject first = client.get("/events/?limit=20").json();
        QCOMPARE(first[u"total"].toInt(), 90);
        QCOMPARE(first[u"pages"].toInt(), 5);
        QCOMPARE(first[u"items"].toArray().size(), 20);
        QVERIFY(first[u"prevPage"].isNull());
        QCOMPARE(first[u"nextPage"].toInt(), 2);
        const QJsonObject last = client.get("/events/?limit=20&page=5").json();
        QCOMPARE(last[u"items"].toArray().size(), 10);
        QVERIFY(last[u"nextPage"].isNull());
        // No page tells of an event twice, and together they are all.
        QSet<QString> seen;
        for (int page = 1; page <= 5; ++page) {
            for (const QJsonValue event :
                 client.get("/events/?limit=20&page=" + QByteArray::number(page)).json()[u"items"].toArray())
                seen.insert(event[u"id"].toString());
        }
        QCOMPARE(seen.size(), 90);
    }

    void upcomingEventsComeFirst()
    {
        auto client = m_fixture->client();
        const QJsonArray items = client.get("/events/").json()[u"items"].toArray();
        const QString now = m_fixture->today().toString(Qt::ISODate);
        bool past = false;
        QString before;
        for (const QJsonValue event : items) {
            const QString start = event[u"start_date_time"].toString();
            const bool isPast = start < now;
            QVERIFY(isPast || !past);
            if (!before.isEmpty() && isPast == past)
                QVERIFY(isPast ? start <= before : start >= before);
            QCOMPARE(event[u"campaign_status"].toString(), isPast ? u"CLOSED"_qs : u"OPEN"_qs);
            past = isPast;
            before = start;
        }
    }

    void filtersEvents()
    {
        auto client = m_fixture->client();
        const auto total = [&](const QByteArray &query) {
            return client.get("/events/?" + query).json()[u"total"].toInt(-1);
        };
        const QByteArray today = m_fixture->today().toString(Qt::ISODate).toLatin1();
        const int upcoming = total("since=" + today);
        QVERIFY(upcoming > 0 && upcoming < 90);
        QCOMPARE(total("marketing_campaign_status=OPEN") + total("marketing_campaign_status=CLOSED"), 90);
        QCOMPARE(total("campaigns=true"), 0);
        QCOMPARE(total("simulated=true"), 0);
        QCOMPARE(total("q=no%20such%20event"), 0);
        QCOMPARE(total("city=Atlantis"), 0);
        const QJsonObject event = client.get("/events/?limit=1").json()[u"items"][0].toObject();
        QVERIFY(total("search=" + event[u"title"].toString().toUtf8().toPercentEncoding()) >= 1);
        QCOMPARE(total("frontend_status=FLAGGED"), 0);
        QCOMPARE(total("frontend_status=FLAGGED&frontend_status=DEFAULT&flagged_to_top=true"), 90);
        QCOMPARE(client.get("/events/statistics").json()[u"total"].toInt(), 90);
        QCOMPARE(client.get("/events/statistics").json()[u"open"].toInt(),
                 total("marketing_campaign_status=OPEN"));
    }

    void refusesBadQueries_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char *path :
             {"/events/?page=-1", "/events/?page=0", "/events/?page=x", "/events/?limit=0",
              "/events/?limit=-5", "/events/?limit=many", "/events/?since=31.02.2024",
              "/events/?since=2024-02-31", "/events/?campaigns=perhaps", "/events/?page=1&page=2",
              "/events/?page=99999999999999999999", "/events/?marketing_campaign_status=MAYBE",
              "/events/?frontend_status=GONE", "/events/?until=2024-01-01T00:00:00Z"})
            QTest::newRow(path) << QByteArray(path);
    }
    void refusesBadQueries()
    {
        QFETCH(QByteArray, path);
        auto client = m_fixture->client();
        const auto reply = client.get(path);
        QCOMPARE(reply.status, 400);
        QVERIFY(!reply.json()[u"validation_errors"][0][u"field"].toString().isEmpty());
    }

    void capsTheLimit()
    {
        auto client = m_fixture->client();
        const QJsonObject page = client.get("/events/?limit=100000").json();
        QCOMPARE(page[u"limit"].toInt(), 50);
        QCOMPARE(page[u"items"].toArray().size(), 50);
        QCOMPARE(client.get("/events/?page=1000000").status, 200); // beyond the end: the last page
    }

    void unknownEventsAreNotFound_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::newRow("plain") << QByteArray("nowhere");
        QTest::newRow("SQL") << QByteArray("1'%20OR%20'1'='1");
        QTest::newRow("drop") << QByteArray("x%27%3B%20DROP%20TABLE%20event%3B--");
        QTest::newRow("slash") << QByteArray("a%2Fb");
        QTest::newRow("dots") << QByteArray("%2e%2e%2f%2e%2e");
        QTest::newRow("emoji") << QByteArray("%F0%9F%8E%AA");
    }
    void unknownEventsAreNotFound()
    {
        QFETCH(QByteArray, id);
        auto client = m_fixture->rawClient();
        for (const char *what :
             {"", "/clusters", "/statistics", "/campaigns", "/series", "/tickets", "/benchmark",
              "/attribution_model", "/default_campaigns_parameters", "/suggested_tcs",
              "/campaigns_expected_value?goal=ROAS&budget=10", "/budget_min_max?runtime_in_days=3"}) {
            const auto reply = client.get("/api/v3/events/" + id + what);
            QVERIFY2(reply.status == 404, what);
            QCOMPARE(reply.message(), u"error.event.not_found"_qs);
        }
        QCOMPARE(client.get("/api/v3/events/").status, 200);
    }

    void oneEventAndItsSeries()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QStringList ids = fixture.upcoming();
        const QByteArray event = ids.at(0).toUtf8();
        QCOMPARE(client
                     .post("/events/" + event + "/series?event_series=" + ids.at(1).toUtf8()
                           + "&event_series=" + ids.at(2).toUtf8())
                     .status,
                 204);
        const QJsonArray siblings = client.get("/events/" + event + "/series?limit=1000").array();
        QCOMPARE(siblings.size(), 2);
        QCOMPARE(client.get("/events/" + event).json()[u"campaign_event_series"].toArray().size(), 2);
        QCOMPARE(client.post("/events/" + event + "/series?event_series=nowhere").status, 404);
    }

    void clustersComeFromTheSales()
    {
        auto client = m_fixture->client();
        const QByteArray event = m_fixture->upcoming().first().toUtf8();
        const QJsonObject run = client.get("/events/" + event + "/clusters").json();
        const QJsonArray clusters = run[u"clusters"].toArray();
        QVERIFY(clusters.size() >= 2);
        double share = 0;
        double before = 6;
        for (const QJsonValue cluster : clusters) {
            QVERIFY(!cluster[u"label"].toString().isEmpty());
            QVERIFY(!cluster[u"explaining_events"].toArray().isEmpty());
            QVERIFY(cluster[u"metric_pred"].toDouble() <= before);
            before = cluster[u"metric_pred"].toDouble();
            share += cluster[u"size_share"].toDouble();
        }
        QVERIFY(qAbs(share - 1.0) < 1e-6);
        const QByteArray number = QByteArray::number(run[u"tc_run_id"].toInt());
        QCOMPARE(client.get("/events/" + event + "/clusters?tc_run_id=" + number).json(), run);
        QCOMPARE(client.get("/events/" + event + "/clusters?tc_run_id=4711").message(),
                 u"error.run.not_found"_qs);
        QCOMPARE(client.get("/events/" + event + "/clusters?tc_run_id=x").status, 400);
    }

    void aRunKeepsItsNumberAcrossRestarts()
    {
        ServiceFixture fixture;
        const QByteArray path = "/events/" + fixture.upcoming().first().toUtf8() + "/clusters";
        const QJsonObject before = fixture.client().get(path).json();
        fixture.restart();
        QCOMPARE(fixture.client().get(path).json(), before);
    }

    void plansOnTheOrganisersOwnFigures()
    {
        auto client = m_fixture->client();
        const QByteArray event = "/events/" + m_fixture->upcoming().first().toUtf8();
        const QJsonObject defaults = client.get(event + "/default_campaigns_parameters").json();
        QVERIFY(defaults[u"total_budget"].toDouble() > 0);
        QVERIFY(defaults[u"start_date"].toString() > m_fixture->today().toString(Qt::ISODate));
        QVERIFY(!defaults[u"tcs"].toArray().isEmpty());
        QCOMPARE(defaults[u"dsa_payor"].toString(), u"Acme Concerts GmbH"_qs);
        QCOMPARE(defaults[u"integration_details"][0][u"ad_account_id"].toString(), u"act_1"_qs);

        const QJsonArray suggested = client.get(event + "/suggested_tcs?budget=900&goal=tickets").array();
        QVERIFY(!suggested.isEmpty());
        for (qsizetype i = 0; i < suggested.size(); ++i)
            QCOMPARE(suggested[i][u"rank"].toInt(), static_cast<int>(i) + 1);

        const auto expected = [&](const char *budget) {
            return client.get(event + "/campaigns_expected_value?goal=VISIBILITY&budget=" + budget).json();
        };
        QVERIFY(expected("100")[u"expected"].toDouble() < expected("1000")[u"expected"].toDouble());
        QCOMPARE(expected("100")[u"unit"].toString(), u"impressions"_qs);
        QVERIFY(!expected("100")[u"assumptions"].toObject().isEmpty());

        const auto lower = [&](const char *days) {
            return client.get(event + "/budget_min_max?runtime_in_days=" + days)
                .json()[u"lower_limit"]
                .toDouble();
        };
        QVERIFY(lower("7") > 0 && qAbs(lower("14") - 2 * lower("7")) < 1e-9);

        for (const char *bad :
             {"/suggested_tcs?budget=-1", "/suggested_tcs?goal=FAME", "/suggested_tcs?budget=nan",
              "/suggested_tcs?budget=1e400", "/campaigns_expected_value?goal=ROAS",
              "/campaigns_expected_value?budget=5&goal=x", "/budget_min_max",
              "/budget_min_max?runtime_in_days=0", "/budget_min_max?runtime_in_days=1e9"})
            QVERIFY2(client.get(event + bad).status == 400, bad);
    }

    void callToActionsFollowTheGoal()
    {
        auto client = m_fixture->client();
        QCOMPARE(
            client.get("/setup_processes/call_to_action/?goal=UTILIZATION&has_pixel=true").array().first(),
            u"BUY_TICKETS"_qs);
        QVERIFY(!client.get("/setup_processes/call_to_action/").array().isEmpty());
        QCOMPARE(client.get("/setup_processes/call_to_action/?goal=FAME").status, 400);
        QVERIFY(client.get("/setup_processes/event_types?pixel_id=p").array().contains(u"PURCHASE"_qs));
    }

    void switchesOfAnEvent()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray event = "/events/" + fixture.upcoming().first().toUtf8();
        QCOMPARE(
            client.put(event + "/setup_frontend_status", {{u"frontend_status"_qs, u"FLAGGED"_qs}}).status,
            204);
        QCOMPARE(client.get("/events/flagged/").json()[u"total"].toInt(), 1);
        QCOMPARE(client.get("/events/").json()[u"items"][0][u"frontend_status"].toString(), u"FLAGGED"_qs);
        QCOMPARE(client.put(event + "/setup_frontend_status", {{u"frontend_status"_qs, u"LOUD"_qs}}).status,
                 400);
        QCOMPARE(client.put(event + "/setup_frontend_status", {{u"frontend_status"_qs, 7}}).status, 400);
        QCOMPARE(client.put("/events/nowhere/setup_frontend_status", {{u"frontend_status"_qs, u"HIDDEN"_qs}})
                     .status,
                 404);
        QCOMPARE(client.get(event + "/attribution_model").json()[u"model"].toString(), u"FD"_qs);
        QCOMPARE(client.call("PUT", "/partners/attribution_model?model=META").status, 204);
        QCOMPARE(client.get(event + "/attribution_model").json()[u"model"].toString(),
                 u"META"_qs); // the partner's default
        QCOMPARE(client.put(event + "/attribution_model", {{u"model"_qs, u"EXTERNAL"_qs}}).status, 200);
        QCOMPARE(client.get(event + "/attribution_model").json()[u"model"].toString(), u"EXTERNAL"_qs);
        QCOMPARE(client.put(event + "/attribution_model", {{u"model"_qs, u"MAGIC"_qs}}).status, 400);
        QCOMPARE(client.call("PUT", "/partners/attribution_model?model=MAGIC").status, 400);
        QCOMPARE(client.call("PUT", event + "/campaign_optimisation_status?campaign_optimisation_status=ON")
                     .status,
                 204);
        QCOMPARE(
            client.call("PUT", event + "/ad_campaign_optimisation_status?ad_campaign_optimisation_status=ON")
                .status,
            204);
        QCOMPARE(client.get(event).json()[u"campaign_optimisation_status"].toString(), u"ON"_qs);
        QCOMPARE(client.call("PUT", event + "/campaign_optimisation_status?campaign_optimisation_status=SOON")
                     .status,
                 400);
        QCOMPARE(client.call("PUT", event + "/campaign_optimisation_status").status, 400);
    }

    void figuresOfAnEvent()
    {
        auto client = m_fixture->client();
        const QByteArray event = "/events/" + m_fixture->upcoming().first().toUtf8();
        const QJsonObject statistics = client.get(event + "/statistics").json();
        QVERIFY(statistics[u"spent"].isNull()); // nobody typed any in: unknown, not zero
        QVERIFY(statistics[u"roas"].isNull());
        QVERIFY(!statistics[u"revenue"].isNull());
        QCOMPARE(client.get(event + "/tickets").array().first()[u"type"].toString(), u"regular"_qs);
        const double today = client.get(event + "/benchmark").json()[u"today"].toDouble();
        QVERIFY(today > 0 && today < 1.5);
        QVERIFY(client.get(event + "/benchmark").json()[u"prediction"].isNull());
        const QJsonArray graph = client.get(event + "/sales-graph").json()[u"sales"].toArray();
        QVERIFY(graph.size() > 1); // cumulative, up to what is sold today
        QVERIFY(qAbs(graph.last()[u"norm_tickets_sold_current"].toDouble() - today) < 1e-9);
        QVERIFY(!client.get("/events/venues").array().isEmpty());
    }

    void adPlatformIsWhatTheOrganiserTypedIn()
    {
        auto client = m_fixture->client();
        for (const char *path : {"/integrations/connect/facebook/status", "/meta/authorization/status"}) {
            QVERIFY(client.get(path).json()[u"connected"].toBool());
            QCOMPARE(client.get(path).json()[u"handover"].toString(), u"local"_qs);
        }
        QCOMPARE(client.get("/integrations/facebook/assets").json()[u"pages"][0][u"id"].toString(),
                 u"page_1"_qs);
        const auto places = [&](const char *query) {
            return client.get(QByteArray("/integrations/facebook/targeting_search?q=") + query).array();
        };
        QCOMPARE(places("deutsch").first()[u"key"].toString(), u"DE"_qs); // also by its German name
        QVERIFY(places("a&type=city").size() <= 25);
        QCOMPARE(client.get("/integrations/facebook/targeting_search").status, 400);
    }

    void mediaLieBesideTheWorkspace()
    {
        ServiceFixture fixture;
        auto client = fixture.rawClient();
        const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n", 8) + QByteArray(5000, 'p');
        const auto upload = [&](const QByteArray &content, const QByteArray &part = "file") {
            return client.request(
                "POST", "/api/media",
                "--b\r\nContent-Disposition: form-data; name=\"" + part
                    + "\"; filename=\"../../etc/passwd.png\"\r\nContent-Type: text/html\r\n\r\n" + content
                    + "\r\n--b--\r\n",
                "multipart/form-data; boundary=b");
        };
        const auto stored = upload(png);
        QCOMPARE(stored.status, 200);
        QCOMPARE(stored.json()[u"type"].toString(), u"image"_qs);
        const QString url = stored.json()[u"url"].toString();
        QVERIFY(url.startsWith(u"http://127.0.0.1:%1/api/media/"_qs.arg(fixture.service().port())));
        QCOMPARE(upload(png).json()[u"url"].toString(), url); // the same content, the same file
        const QByteArray path = url.mid(url.indexOf(u"/api/media/")).toLatin1();
        const auto back = client.get(path);
        QCOMPARE(back.body, png);
        QCOMPARE(back.header("Content-Type"), "image/png"); // by its content, not by what was claimed
        QCOMPARE(RawClient(fixture.service().port()).get(path).status, 401);
        QCOMPARE(QDir(QFileInfo(fixture.workspaceFile()).absolutePath() + u"/workspace.media"_qs)
                     .entryList(QDir::Files)
                     .size(),
                 1);

        for (const char *name :
             {"..%2F..%2Fworkspace.gsw", "%2e%2e%2fworkspace.gsw", "workspace.gsw", "x.png"})
            QVERIFY2(client.get(QByteArray("/api/media/") + name).status == 404, name);
        QCOMPARE(upload("<svg onload=alert(1)>").message(), u"error.media.unsupported"_qs);
        QCOMPARE(upload("").status, 400);
        QCOMPARE(upload(png, "other").status, 400);
        QCOMPARE(client.request("POST", "/api/v3/media", "x", "multipart/form-data; boundary=b").status, 404);
        QCOMPARE(upload("\xff\xd8\xff" + QByteArray(51 * 1024 * 1024, 'j')).status, 413);
    }

    void settingsOfTheWorkspace()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QJsonObject before = client.get("/local/settings").json();
        QVERIFY(before[u"market_assumptions"][u"is_default"].toBool());
        const auto after = client.put("/local/settings",
                                      {{u"organiser"_qs, QJsonObject{{u"name"_qs, u"Neu"_qs}}},
                                       {u"market_assumptions"_qs, QJsonObject{{u"cpm"_qs, 4.5}}}});
        QCOMPARE(after.status, 200);
        QCOMPARE(after.json()[u"organiser"][u"name"].toString(), u"Neu"_qs);
        QCOMPARE(after.json()[u"organiser"][u"currency"].toString(), u"EUR"_qs); // what wasn't given stays
        QCOMPARE(after.json()[u"market_assumptions"][u"cpm"].toDouble(), 4.5);
        QVERIFY(!after.json()[u"market_assumptions"][u"is_default"].toBool());
        QCOMPARE(after.json()[u"ad_assets"], before[u"ad_assets"]);
        for (const QJsonObject &bad :
             {QJsonObject{{u"organiser"_qs, 7}},
              QJsonObject{{u"organiser"_qs, QJsonObject{{u"time_zone"_qs, u"Mars/Olympus"_qs}}}},
              QJsonObject{{u"organiser"_qs, QJsonObject{{u"name"_qs, u"X"_qs}}},
                          {u"market_assumptions"_qs, QJsonObject{{u"click_rate"_qs, 7}}}},
              QJsonObject{{u"ad_assets"_qs, QJsonObject{{u"pages"_qs, u"none"_qs}}}}})
            QCOMPARE(client.put("/local/settings", bad).status, 400);
        QCOMPARE(client.get("/local/settings").json()[u"organiser"][u"name"].toString(),
                 u"Neu"_qs); // all or nothing
    }

    void aNewWorkspaceIsEmptyNotBroken()
    {
        ServiceFixture fixture({.empty = true});
        auto client = fixture.client();
        QCOMPARE(client.get("/events/").json()[u"total"].toInt(), 0);
        QCOMPARE(client.get("/events/statistics").json()[u"total"].toInt(), 0);
        QVERIFY(client.get("/package_builder/packages/").array().isEmpty());
        QVERIFY(client.get("/events/venues").array().isEmpty());
        QCOMPARE(client.get("/campaigns/statistics").json()[u"total"].toInt(), 0);
        QVERIFY(client.get("/integrations/facebook/assets").json()[u"pages"].toArray().isEmpty());
    }

    void languageQueriesAreNotOffered()
    {
        QCOMPARE(m_fixture->client().get("/nlq/ids_from_nl_description?description=x").status, 501);
        QCOMPARE(m_fixture->client().get("/tasks/task_99").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
