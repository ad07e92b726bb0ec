// Finding events and planning a campaign for one, as a client of the contract does it.
#include "tests/e2e/sampleorganiser.h"
#include "tests/e2e/servedworkspace.h"

#include <QDateTime>
#include <QSet>
#include <QTest>
#include <QTimeZone>

using namespace groundswell::test;

namespace {

QStringList ids(const Answer &answer)
{
    QStringList found;
    for (const QJsonValue event : answer.object()[u"items"].toArray())
        found.append(event[u"id"].toString());
    return found;
}

/// All pages of a list.
QStringList walk(HttpUser &user, const QByteArray &path)
{
    QStringList found;
    const QByteArray separator = path.contains('?') ? "&" : "?";
    for (QJsonValue page = 1; !page.isNull();) {
        const Answer answer =
            user.get(path + separator + "limit=50&page=" + QByteArray::number(page.toInt()));
        found += ids(answer);
        page = answer.status == 200 ? answer.object()[u"nextPage"] : QJsonValue();
    }
    return found;
}

QSet<QString> setOf(const QStringList &list)
{
    return {list.begin(), list.end()};
}

} // namespace

class TestEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyTheTokenOpensTheDoor();
    void pagesHoldEveryEventOnce();
    void limitsAreCapped();
    void searchFindsByWordWithoutAccents();
    void filtersAgreeWithTheFile();
    void flaggedComesFirstAndHiddenIsGone();
    void wrongQueriesNameTheParameter();
    void unknownEventsAndPaths();
    void figuresAgreeWithTheFile();
    void clustersAreThoseOfOneRun();
    void planningHelpersAnswerInTheirShapes();
    void partnerAndPlatform();

private:
    HttpUser &user() { return m_served->user(); }
    /// Ids of the events of the file for which \a wanted holds.
    template <class Wanted> QSet<QString> inFile(Wanted wanted) const
    {
        const CsvTable &events = SampleOrganiser::shared().events();
        QSet<QString> found;
        for (qsizetype row = 0; row < events.size(); ++row) {
            if (wanted(row))
                found.insert(events.value(row, "event_id"));
        }
        return found;
    }
    std::unique_ptr<ServedWorkspace> m_served;
};

void TestEvents::initTestCase()
{
    m_served = std::make_unique<ServedWorkspace>(SampleOrganiser::shared().workspace());
}

void TestEvents::onlyTheTokenOpensTheDoor()
{
    QCOMPARE(user().get("/events/", {{"Authorization", "Bearer wrong"}}).status, 401);
    QCOMPARE(user().get("/events/", {{"Authorization", ""}}).status, 401);
    QCOMPARE(user().get("/events/", {{"X-Preferred-Partner-Id", "partner-id-other"}}).status, 403);
    QCOMPARE(user().get("/events/", {{"Origin", "https://evil.example"}}).status, 403);
    const Answer open = user().get("/status/", {{"Authorization", ""}});
    QCOMPARE(open.status, 200);
    QCOMPARE(open.header("Access-Control-Allow-Origin"), QByteArray());
    // A request can be followed from the client's log to the service's.
    QCOMPARE(user().get("/partners/", {{"X-Request-ID", "abc-1"}}).header("X-Request-ID"),
             QByteArray("abc-1"));
}

void TestEvents::pagesHoldEveryEventOnce()
{
    const auto total = SampleOrganiser::shared().events().size();
    QStringList found;
    const int pages = static_cast<int>((total + 6) / 7);
    for (int page = 1; page <= pages; ++page) {
        const QJsonObject envelope = user().get("/events/?limit=7&page=" + QByteArray::number(page)).object();
        QCOMPARE(envelope[u"total"].toInt(), static_cast<int>(total));
        QCOMPARE(envelope[u"limit"].toInt(), 7);
        QCOMPARE(envelope[u"page"].toInt(), page);
        QCOMPARE(envelope[u"pages"].toInt(), pages);
        QCOMPARE(envelope[u"prevPage"], page == 1 ? QJsonValue() : QJsonValue(page - 1));
        QCOMPARE(envelope[u"nextPage"], page == pages ? QJsonValue() : QJsonValue(page + 1));
        for (const QJsonValue event : envelope[u"items"].toArray())
            found.append(event[u"id"].toString());
    }
    QCOMPARE(found.size(), total);
    QCOMPARE(setOf(found), inFile([](qsizetype) { return true; }));
    // Lenient about the slash, which some deployments leave out.
    QCOMPARE(ids(user().get("/events?limit=7")), found.mid(0, 7));
}

void TestEvents::limitsAreCapped()
{
    const Answer answer = user().get("/events/?limit=10000");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.object()[u"limit"].toInt(), 50);
    QCOMPARE(ids(answer).size(), 50);
}

void TestEvents::searchFindsByWordWithoutAccents()
{
    const CsvTable &events = SampleOrganiser::shared().events();
    const QString title = events.value(3, "title");
    QVERIFY(walk(user(), "/events/?q=" + encoded(title.toUpper())).contains(events.value(3, "event_id")));
    QCOMPARE(walk(user(), "/events/?search=" + encoded(title)), walk(user(), "/events/?q=" + encoded(title)));
    // München is found by somebody without an ü on the keyboard.
    const auto munich = inFile([&](qsizetype row) { return events.value(row, "city") == u"München"; });
    QVERIFY(!munich.isEmpty());
    QVERIFY(setOf(walk(user(), "/events/?q=munchen")).contains(munich));
    const Answer nothing = user().get("/events/?q=xyzzyplugh");
    QCOMPARE(nothing.object()[u"total"].toInt(), 0);
    QCOMPARE(nothing.object()[u"items"], QJsonValue(QJsonArray()));
    QCOMPARE(nothing.object()[u"nextPage"], QJsonValue());
    // Wildcards of the database are letters like others.
    QCOMPARE(user().get("/events/?q=%25").object()[u"total"].toInt(), 0);
}

void TestEvents::filtersAgreeWithTheFile()
{
    const CsvTable &events = SampleOrganiser::shared().events();
    const QString since = QDate::currentDate().addYears(-1).toString(Qt::ISODate);
    const QString until = QDate::currentDate().toString(Qt::ISODate);
    const auto lastYear = inFile([&](qsizetype row) {
        return events.value(row, "date") >= since && events.value(row, "date") <= until;
    });
    QVERIFY(!lastYear.isEmpty() && lastYear.size() < events.size());
    QCOMPARE(setOf(walk(user(), "/events/?since=" + since.toLatin1() + "&until=" + until.toLatin1())),
             lastYear);

    const QString one = events.value(0, "city");
    QString other = one;
    for (qsizetype row = 0; other == one && row < events.size(); ++row)
        other = events.value(row, "city");
    const auto twoCities = inFile([&](qsizetype row) {
        return events.value(row, "city") == one || events.value(row, "city") == other;
    });
    QCOMPARE(setOf(walk(user(), "/events/?city=" + encoded(one) + "&city=" + encoded(other))), twoCities);
    // Empty values count as left out.
    QCOMPARE(user().get("/events/?city=&q=&since=").object()[u"total"].toInt(),
             static_cast<int>(events.size()));
    const QString venue = events.value(0, "venue");
    QCOMPARE(setOf(walk(user(), "/events/?vh=" + encoded(venue))),
             inFile([&](qsizetype row) { return events.value(row, "venue") == venue; }));
    QCOMPARE(user().get("/events/?campaigns=true").object()[u"total"].toInt(), 0);
}

void TestEvents::flaggedComesFirstAndHiddenIsGone()
{
    ServedWorkspace served(SampleOrganiser::shared().workspace());
    HttpUser &user = served.user();
    const QStringList before = ids(user.get("/events/"));
    const QString flagged = before[20];
    const QString hidden = before[0];
    QCOMPARE(user.get("/events/flagged/").object()[u"total"].toInt(), 0);
    const Answer change = user.put("/events/" + encoded(flagged) + "/setup_frontend_status",
                                   json(R"({"frontend_status": "FLAGGED"})"));
    QCOMPARE(change.status, 204);
    QVERIFY(change.body.isEmpty());
    QCOMPARE(user.put("/events/" + encoded(hidden) + "/setup_frontend_status",
                      json(R"({"frontend_status": "HIDDEN"})"))
                 .status,
             204);
    QCOMPARE(user.get("/events/flagged/").object()[u"total"].toInt(), 1);
    const QStringList after = ids(user.get("/events/"));
    QCOMPARE(after.first(), flagged);
    QVERIFY(!walk(user, "/events/").contains(hidden));
    QVERIFY(walk(user, "/events/?include_archived=true").contains(hidden));
    QCOMPARE(ids(user.get("/events/?frontend_status=HIDDEN")), QStringList(hidden));
    QVERIFY(!walk(user, "/events/?frontend_status=DEFAULT&frontend_status=FLAGGED").contains(hidden));
    QCOMPARE(user.get("/events/" + encoded(hidden)).object()[u"frontend_status"].toString(),
             QStringLiteral("HIDDEN"));
    const Answer wrong = user.put("/events/" + encoded(flagged) + "/setup_frontend_status",
                                  json(R"({"frontend_status": "SHINY"})"));
    QCOMPARE(wrong.status, 400);
    QCOMPARE(wrong.fields(), QStringList(QStringLiteral("/frontend_status")));
}

void TestEvents::wrongQueriesNameTheParameter()
{
    const std::vector<std::pair<QByteArray, QString>> wrong{
        {"page=0", QStringLiteral("page")},
        {"page=x", QStringLiteral("page")},
        {"limit=-3", QStringLiteral("limit")},
        {"since=2026-02-31", QStringLiteral("since")},
        {"until=31.12.2026", QStringLiteral("until")},
        {"campaigns=perhaps", QStringLiteral("campaigns")},
        {"frontend_status=SHINY", QStringLiteral("frontend_status")},
        {"marketing_campaign_status=SHINY", QStringLiteral("marketing_campaign_status")},
    };
    for (const auto &[query, field] : wrong) {
        const Answer answer = user().get("/events/?" + query);
        QVERIFY2(answer.status == 400, query.constData());
        QCOMPARE(answer.fields(), QStringList(field));
        QVERIFY(answer.message().startsWith(QStringLiteral("error.")));
    }
    // A page far beyond the last isn't an error of the service's.
    const Answer beyond = user().get("/events/?page=9999999");
    QCOMPARE(beyond.status, 200);
}

void TestEvents::unknownEventsAndPaths()
{
    for (const char *path :
         {"/events/nobody", "/events/nobody/clusters", "/events/nobody/statistics",
          "/events/nobody/campaigns", "/events/nobody/suggested_tcs",
          "/events/nobody/default_campaigns_parameters", "/events/nobody/tickets", "/events/nobody/series",
          "/events/nobody/attribution_model", "/events/nobody/budget_min_max?runtime_in_days=7",
          "/integrations/facebook/events/nobody/campaign_results",
          "/integrations/facebook/events/nobody/fb_insights"}) {
        const Answer answer = user().get(path);
        QVERIFY2(answer.status == 404, path);
        QVERIFY2(answer.message() == u"error.event.not_found", path);
    }
    QCOMPARE(user().get("/no/such/path").status, 404);
    const Answer method = user().remove("/events/");
    QCOMPARE(method.status, 405);
    QVERIFY(method.header("Allow").contains("GET"));
}

void TestEvents::figuresAgreeWithTheFile()
{
    const CsvTable &events = SampleOrganiser::shared().events();
    const CsvTable &sales = SampleOrganiser::shared().sales();
    const QTimeZone zone(user().get("/partners/").object()[u"time_zone"].toString().toLatin1());
    for (qsizetype row = 0; row < events.size(); row += 17) {
        const QString id = events.value(row, "event_id");
        const QJsonObject event = user().get("/events/" + encoded(id)).object();
        QCOMPARE(event[u"title"].toString(), events.value(row, "title"));
        QCOMPARE(event[u"venue_name"].toString(), events.value(row, "venue"));
        QCOMPARE(event[u"hall_name"].toString(), events.value(row, "hall"));
        QCOMPARE(event[u"city"].toString(), events.value(row, "city"));
        QCOMPARE(event[u"capacity"].toInt(), events.value(row, "capacity").toInt());
        const QDateTime local(QDate::fromString(events.value(row, "date"), Qt::ISODate),
                              QTime::fromString(events.value(row, "time")), zone);
        QCOMPARE(QDateTime::fromString(event[u"start_date_time"].toString(), Qt::ISODate).toUTC(),
                 local.toUTC());
        int sold = 0;
        qint64 revenue = 0;
        QSet<QString> orders;
        for (qsizetype sale = 0; sale < sales.size(); ++sale) {
            if (sales.value(sale, "event_id") != id)
                continue;
            sold += sales.value(sale, "quantity").toInt();
            revenue += cents(sales.value(sale, "sales_price"));
            if (sales.value(sale, "quantity").toInt() > 0)
                orders.insert(sales.value(sale, "invoice_number"));
        }
        QCOMPARE(event[u"tickets_sold"].toInt(), sold);
        const QJsonObject figures = user().get("/events/" + encoded(id) + "/statistics").object();
        QCOMPARE(cents(figures[u"revenue"]), revenue);
        QCOMPARE(figures[u"purchases"].toInt(), static_cast<int>(orders.size()));
        // Nobody said what was spent, so it is unknown, not zero.
        QVERIFY(figures[u"spent"].isNull() && figures[u"roas"].isNull());
    }
}

void TestEvents::clustersAreThoseOfOneRun()
{
    const QStringList upcoming = upcomingEvents(user());
    QVERIFY(upcoming.size() >= 3);
    const QByteArray path = "/events/" + encoded(upcoming[0]) + "/clusters";
    const QJsonObject found = user().get(path).object();
    const qint64 run = found[u"tc_run_id"].toInteger();
    QVERIFY(run > 0);
    const QJsonArray clusters = found[u"clusters"].toArray();
    QVERIFY(!clusters.isEmpty());
    QSet<QString> names;
    double share = 0;
    for (const QJsonValue cluster : clusters) {
        names.insert(cluster[u"tc"].toString());
        QVERIFY(!cluster[u"label"].toString().isEmpty());
        QVERIFY(cluster[u"metric_pred"].toDouble() >= 0 && cluster[u"metric_pred"].toDouble() <= 5);
        QVERIFY(cluster[u"reach_estimate"].toInteger() >= 0);
        share += cluster[u"size_share"].toDouble();
    }
    QCOMPARE(names.size(), clusters.size());
    QVERIFY(share <= 1 + 1e-9);
    // A run keeps its number and its content, and can be asked for.
    QCOMPARE(user().get(path).object(), found);
    QCOMPARE(user().get(path + "?tc_run_id=" + QByteArray::number(run)).object(), found);
    QCOMPARE(user().get(path + "?tc_run_id=99999").status, 404);
}

void TestEvents::planningHelpersAnswerInTheirShapes()
{
    const QByteArray event = "/events/" + encoded(upcomingEvents(user())[0]);
    const QJsonObject clusters = user().get(event + "/clusters").object();
    const QJsonObject defaults = user().get(event + "/default_campaigns_parameters").object();
    for (const char *member :
         {"goal", "total_budget", "start_date", "end_date", "tcs", "integration_details", "conversion_id",
          "custom_event_type", "lead_form_id", "dsa_payor", "dsa_beneficiary"})
        QVERIFY2(defaults.contains(QLatin1StringView(member)), member);
    QVERIFY(!defaults[u"tcs"].toArray().isEmpty());

    const QJsonArray suggested = user().get(event + "/suggested_tcs?budget=3000&goal=UTILIZATION").array();
    QVERIFY(!suggested.isEmpty());
    int rank = 0;
    for (const QJsonValue one : suggested) {
        QCOMPARE(one[u"rank"].toInt(), ++rank);
        QCOMPARE(one[u"tc_run_id"], clusters[u"tc_run_id"]);
        QVERIFY(one.toObject().contains(u"expected_tickets") && one.toObject().contains(u"expected_revenue"));
    }
    const QString first = suggested[0][u"tc"].toString();
    const QJsonObject value =
        user()
            .get(event + "/campaigns_expected_value?goal=UTILIZATION&budget=3000&tc=" + encoded(first))
            .object();
    QVERIFY(!value[u"expected_value"].toString().isEmpty());
    QVERIFY(value[u"low"].toDouble() <= value[u"high"].toDouble());
    QCOMPARE(value[u"unit"].toString(), QStringLiteral("tickets"));
    QCOMPARE(value[u"clusters"].toArray().size(), 1);

    const QJsonObject week = user().get(event + "/budget_min_max?runtime_in_days=7").object();
    const QJsonObject month = user().get(event + "/budget_min_max?runtime_in_days=28").object();
    QVERIFY(week[u"lower_limit"].toDouble() > 0);
    QVERIFY(week[u"lower_limit"].toDouble() < month[u"lower_limit"].toDouble());
    for (const char *wrong : {"/budget_min_max", "/budget_min_max?runtime_in_days=0",
                              "/campaigns_expected_value?goal=UTILIZATION",
                              "/campaigns_expected_value?budget=-1", "/suggested_tcs?goal=FAME"})
        QVERIFY2(user().get(event + wrong).status == 400, wrong);
    // The older edition's words for the goals.
    QCOMPARE(user().get(event + "/suggested_tcs?budget=3000&goal=tickets").array(), suggested);

    const QJsonArray words = user().get("/setup_processes/call_to_action/?goal=UTILIZATION").array();
    QVERIFY(words.contains(QStringLiteral("BUY_TICKETS")));
    QVERIFY(user()
                .get("/setup_processes/event_types?ad_account_id=act_1")
                .array()
                .contains(QStringLiteral("PURCHASE")));
}

void TestEvents::partnerAndPlatform()
{
    const QJsonObject partner = user().get("/partners/").object();
    QCOMPARE(partner[u"id"].toString(), QStringLiteral("partner-id-local"));
    QCOMPARE(partner[u"currency"].toString(), QStringLiteral("EUR"));
    QCOMPARE(partner[u"campaign_recommendations"], QJsonValue(true));
    QVERIFY(user().get("/permissions").array().contains(QStringLiteral("wave")));
    QCOMPARE(user().get("/integrations/connect/facebook/status").object()[u"connected"], QJsonValue(true));
    QCOMPARE(user().get("/meta/authorization/status").object(),
             user().get("/integrations/connect/facebook/status").object());
    // Nothing typed in yet, so nothing is there.
    QVERIFY(user().get("/integrations/facebook/assets").object()[u"ad_accounts"].toArray().isEmpty());
    QCOMPARE(typeInAccounts(user()).status, 200);
    QCOMPARE(user().get("/integrations/facebook/assets").object()[u"pixels"][0][u"ad_account_id"].toString(),
             QStringLiteral("act_1"));
    const QJsonArray places =
        user().get("/integrations/facebook/targeting_search?q=m%C3%BCn&type=city").array();
    QVERIFY(!places.isEmpty());
    QCOMPARE(places[0][u"name"].toString(), QStringLiteral("München"));
    QCOMPARE(user().put("/partners/attribution_model?model=META").status, 204);
    QCOMPARE(user().get("/partners/").object()[u"attribution_model_default"].toString(),
             QStringLiteral("META"));
    QCOMPARE(user().put("/partners/attribution_model?model=MAGIC").status, 400);
}

QTEST_GUILESS_MAIN(TestEvents)
#include "tst_e2e_events.moc"
