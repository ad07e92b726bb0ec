// From a draft to campaigns and through their life, over the wire.
#include "tests/e2e/sampleorganiser.h"
#include "tests/e2e/servedworkspace.h"

#include <QTest>

using namespace groundswell::test;

namespace {

/// The smallest picture there is.
QByteArray picture()
{
    return QByteArray::fromBase64(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}

} // namespace

class TestPublishing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void picturesComeBackAndFollowTheService();
    void refusesWhatIsIncomplete();
    void publishesAndFreezes();
    void editsOnePublishedCluster();
    void pausesAndResumes();
    void addsAClusterLater();
    void changesBudgetAndEnd();
    void startsAgain();

private:
    HttpUser &user() { return m_served->user(); }
    QJsonArray campaigns() { return user().get(m_eventPath + "/campaigns").object()[u"items"].toArray(); }

    std::unique_ptr<ServedWorkspace> m_served;
    QString m_event;
    QByteArray m_eventPath;
    QByteArray m_path;
};

void TestPublishing::init()
{
    m_served = std::make_unique<ServedWorkspace>(SampleOrganiser::shared().workspace());
    QCOMPARE(typeInAccounts(user()).status, 200);
    m_event = eventForSeveralClusters(user());
    m_eventPath = "/events/" + encoded(m_event);
    m_path = "/setup_processes/" + encoded(m_event);
}

void TestPublishing::picturesComeBackAndFollowTheService()
{
    const Answer stored = user().upload("creative.png", "image/png", picture());
    QCOMPARE(stored.status, 200);
    QCOMPARE(stored.object()[u"type"].toString(), QStringLiteral("image"));
    QCOMPARE(stored.object()[u"filename"].toString(), QStringLiteral("creative.png"));
    const QString url = stored.object()[u"url"].toString();
    QVERIFY(url.startsWith(QString::fromUtf8(user().url("/media/"))));
    const Answer fetched = user().get(url.toUtf8());
    QCOMPARE(fetched.status, 200);
    QCOMPARE(fetched.body, picture());
    QCOMPARE(fetched.header("Content-Type"), QByteArray("image/png"));
    QCOMPARE(user().get(url.toUtf8(), {{"Authorization", "Bearer wrong"}}).status, 401);

    QJsonObject row = completeSetup(user(), m_event);
    QJsonArray creatives = row[u"creatives"].toArray();
    QJsonObject creative = creatives[0].toObject();
    creative.insert(QStringLiteral("media_url"), url);
    creatives[0] = creative;
    row.insert(QStringLiteral("creatives"), creatives);
    QCOMPARE(user().post(m_path, row).object()[u"creatives"][0][u"media_url"].toString(), url);

    // The next time, the service has another port; the draft's picture is still reached.
    QCOMPARE(m_served->endPolitely(), 0);
    QVERIFY(m_served->start());
    const QString moved = user().get(m_path).object()[u"creatives"][0][u"media_url"].toString();
    QVERIFY(moved.startsWith(QString::fromUtf8(user().url("/media/"))));
    QCOMPARE(user().get(moved.toUtf8()).body, picture());

    QCOMPARE(user().upload("creative.png", "image/png", "no picture at all").status, 400);
    QCOMPARE(user().get("/media/..%2F..%2Fplace.groundswell").status, 404);
}

void TestPublishing::refusesWhatIsIncomplete()
{
    QCOMPARE(user().post(m_path + "/boost").status, 404);
    QCOMPARE(user().post(m_path, json(R"({"goal": "UTILIZATION"})")).status, 201);
    const QJsonObject before = user().get(m_path).object();
    const Answer refused = user().post(m_path + "/boost");
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.message(), QStringLiteral("error.campaign.setup_invalid"));
    const QStringList fields = refused.fields();
    for (const char *field : {"totalBudget", "startDate", "endDate", "tcs"})
        QVERIFY2(fields.contains(QLatin1StringView(field)), refused.body.constData());
    for (const QString &code : refused.codes())
        QVERIFY(!code.isEmpty());
    QVERIFY(campaigns().isEmpty());
    QCOMPARE(user().get(m_path).object(), before);

    // If one thing is wrong in an otherwise complete draft, the service names that one alone.
    QJsonObject row = completeSetup(user(), m_event);
    QJsonArray creatives = row[u"creatives"].toArray();
    QJsonObject creative = creatives[0].toObject();
    creative.insert(QStringLiteral("headline"), QString());
    creatives[0] = creative;
    row.insert(QStringLiteral("creatives"), creatives);
    QCOMPARE(user().put(m_path, row).status, 200);
    const Answer one = user().post(m_path + "/boost");
    QCOMPARE(one.status, 400);
    QCOMPARE(one.fields().size(), 1);
    QVERIFY2(one.fields()[0].startsWith(QStringLiteral("creatives["))
                 && one.fields()[0].endsWith(QStringLiteral(".headline")),
             one.body.constData());
}

void TestPublishing::publishesAndFreezes()
{
    const Answer published = boost(user(), m_event);
    QVERIFY2(published.status == 200, published.body.constData());
    const QJsonArray rows = published.object()[u"campaigns"].toArray();
    const QJsonObject row = user().get(m_path).object();
    QCOMPARE(rows.size(), row[u"tcs"].toArray().size());
    qint64 budget = 0;
    for (const QJsonValue campaign : rows) {
        QCOMPARE(campaign[u"eid"].toString(), m_event);
        // There is no ad platform here, and nothing pretends that ads are running.
        QCOMPARE(campaign[u"status"].toString(), QStringLiteral("READY_FOR_HANDOVER"));
        QVERIFY(!campaign[u"audience_id"].toString().isEmpty());
        QVERIFY(!campaign[u"label"].toString().isEmpty());
        QCOMPARE(campaign[u"end_date"], row[u"end_date"]);
        QCOMPARE(campaign[u"creatives"][0][u"headline"].toString(), QStringLiteral("Ein Abend"));
        QCOMPARE(campaign[u"targeting"][u"geo"][0][u"name"].toString(), QStringLiteral("München"));
        budget += cents(campaign[u"budget"]);
    }
    QCOMPARE(budget, cents(row[u"total_budget"]));
    QCOMPARE(campaigns(), rows);
    QCOMPARE(user().get(m_eventPath + "/campaigns").object()[u"total"].toInt(),
             static_cast<int>(rows.size()));

    QCOMPARE(user().post(m_path + "/boost").status, 409);
    const Answer frozen = user().put(m_path, row);
    QCOMPARE(frozen.status, 409);
    QCOMPARE(frozen.message(), QStringLiteral("error.setup.frozen"));
    QVERIFY(user().remove(m_path).status == 409);
    QCOMPARE(campaigns(), rows);
    const QJsonObject event = user().get(m_eventPath).object();
    QCOMPARE(event[u"setup_state"].toString(), QStringLiteral("published"));
    QCOMPARE(user().get("/events/?campaigns=true").object()[u"total"].toInt(), 1);
    QCOMPARE(user().get("/campaigns/statistics").object()[u"total"].toInt(), static_cast<int>(rows.size()));
}

void TestPublishing::editsOnePublishedCluster()
{
    QCOMPARE(boost(user(), m_event).status, 200);
    const QJsonArray before = campaigns();
    QVERIFY(before.size() >= 2);
    const QJsonObject first = before[0].toObject();
    QJsonObject creative = first[u"creatives"][0].toObject();
    creative.insert(QStringLiteral("headline"), QStringLiteral("Nur noch wenige Karten"));
    creative.insert(QStringLiteral("x_kept"), 1);
    const QJsonObject edit{{QStringLiteral("eid"), m_event},
                           {QStringLiteral("tc"), first[u"tc"]},
                           {QStringLiteral("tc_run_id"), first[u"tc_run_id"]},
                           {QStringLiteral("creatives"), QJsonArray{creative}},
                           {QStringLiteral("targeting"), first[u"targeting"]},
                           {QStringLiteral("integration_details"), first[u"integration_details"]}};
    const Answer edited = user().post("/campaigns_setup", edit);
    QCOMPARE(edited.status, 200);
    QCOMPARE(edited.object()[u"creatives"][0][u"headline"].toString(),
             QStringLiteral("Nur noch wenige Karten"));
    QCOMPARE(edited.object()[u"creatives"][0][u"x_kept"], QJsonValue(1));
    const QJsonArray after = campaigns();
    QCOMPARE(after[0].toObject(), edited.object());
    for (qsizetype i = 1; i < before.size(); ++i)
        QCOMPARE(after[i], before[i]);

    QJsonObject unknown = edit;
    unknown.insert(QStringLiteral("tc"), QStringLiteral("nobody"));
    QCOMPARE(user().post("/campaigns_setup", unknown).status, 404);
    QJsonObject broken = edit;
    creative.insert(QStringLiteral("headline"), QString());
    broken.insert(QStringLiteral("creatives"), QJsonArray{creative});
    const Answer refused = user().post("/campaigns_setup", broken);
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.fields().isEmpty());
    QCOMPARE(campaigns(), after);
}

void TestPublishing::pausesAndResumes()
{
    QCOMPARE(boost(user(), m_event).status, 200);
    QCOMPARE(user().get(m_eventPath + "/client_campaign_status/task").status, 404); // none was ever started
    for (const char *word : {"PAUSED", "RUNNING"}) {
        const QByteArray state = word;
        const Answer changed =
            user().put(m_eventPath + "/client_campaign_status?client_campaign_status=" + state);
        QCOMPARE(changed.status, 204);
        const QJsonObject task = user().get(m_eventPath + "/client_campaign_status/task").object();
        QCOMPARE(task[u"state"].toString(), QStringLiteral("SUCCESS"));
        QCOMPARE(user().get("/tasks/" + encoded(task[u"id"].toString())).object(), task);
        QCOMPARE(user().get(m_eventPath).object()[u"client_campaign_status"].toString(),
                 QString::fromLatin1(state));
        for (const QJsonValue campaign : campaigns())
            QCOMPARE(campaign[u"status"].toString() == u"PAUSED", state == "PAUSED");
    }
    QCOMPARE(user().put(m_eventPath + "/client_campaign_status?client_campaign_status=ASLEEP").status, 400);
    QCOMPARE(user().put(m_eventPath + "/client_campaign_status").status, 400);
    for (const char *name : {"campaign_optimisation_status", "ad_campaign_optimisation_status"}) {
        const QByteArray path = m_eventPath + '/' + name + '?' + name + '=';
        QCOMPARE(user().put(path + "OFF").status, 204);
        QCOMPARE(user().get(m_eventPath).object()[QLatin1StringView(name)].toString(), QStringLiteral("OFF"));
        QCOMPARE(user().put(path + "HALF").status, 400);
    }
}

void TestPublishing::addsAClusterLater()
{
    QCOMPARE(boost(user(), m_event).status, 200);
    const QJsonArray before = campaigns();
    QJsonObject fresh;
    const QJsonObject run = user().get(m_eventPath + "/clusters").object();
    for (const QJsonValue cluster : run[u"clusters"].toArray()) {
        const bool isThere = std::any_of(before.begin(), before.end(), [&](const QJsonValue &campaign) {
            return campaign[u"tc"] == cluster[u"tc"];
        });
        if (!isThere)
            fresh = cluster.toObject();
    }
    QVERIFY(!fresh.isEmpty());
    const QByteArray query = "/campaigns/?eid=" + encoded(m_event) + "&tc=" + encoded(fresh[u"tc"].toString())
        + "&tc_run_id=" + QByteArray::number(run[u"tc_run_id"].toInteger())
        + "&budget=250.5&start_date=" + before[0][u"start_date"].toString().toLatin1()
        + "&end_date=" + before[0][u"end_date"].toString().toLatin1();
    const Answer added = user().post(query);
    QCOMPARE(added.status, 201);
    QCOMPARE(cents(added.object()[u"budget"]), 25050);
    QCOMPARE(campaigns().size(), before.size() + 1);
    QCOMPARE(user().post(query).status, 409);
    QCOMPARE(campaigns().size(), before.size() + 1);
    QCOMPARE(user().post("/campaigns/?eid=" + encoded(m_event)).status, 400);
}

void TestPublishing::changesBudgetAndEnd()
{
    QCOMPARE(boost(user(), m_event).status, 200);
    const QString end = campaigns()[0][u"end_date"].toString();
    const QString earlier = QDate::fromString(end, Qt::ISODate).addDays(-1).toString(Qt::ISODate);
    const QByteArray path = "/campaigns/new_runtime_budget?eid=" + encoded(m_event);
    QCOMPARE(user().post(path + "&total_budget=777.77&end_date=" + earlier.toLatin1()).status, 200);
    qint64 sum = 0;
    for (const QJsonValue campaign : campaigns()) {
        sum += cents(campaign[u"budget"]);
        QCOMPARE(campaign[u"end_date"].toString(), earlier);
    }
    QCOMPARE(sum, 77777);
    for (const char *wrong : {"", "&total_budget=-1", "&end_date=2001-01-01", "&end_date=2026-02-31"})
        QVERIFY2(user().post(path + wrong).status == 400, wrong);
}

void TestPublishing::startsAgain()
{
    QCOMPARE(boost(user(), m_event).status, 200);
    const QJsonObject row = user().get(m_path).object();
    QCOMPARE(user().put(m_eventPath + "/reset_campaigns_setup").status, 204);
    QCOMPARE(user().get(m_eventPath).object()[u"setup_state"].toString(), QStringLiteral("draft"));
    QCOMPARE(user().put(m_path, row).status, 200);
    for (const QJsonValue campaign : campaigns())
        QCOMPARE(campaign[u"status"].toString(), QStringLiteral("COMPLETED"));
    const Answer again = user().post(m_path + "/boost");
    QVERIFY2(again.status == 200, again.body.constData());
}

QTEST_GUILESS_MAIN(TestPublishing)
#include "tst_e2e_publishing.moc"
