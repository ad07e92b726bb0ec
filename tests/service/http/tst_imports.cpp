#include "tests/service/http/servicefixture.h"

#include <QDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

/// Imports on request of a client on the same computer.
class TestImportJobs : public QObject {
    Q_OBJECT

    static QString write(const QTemporaryDir &folder, const char *name, const QByteArray &content)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write");
        return file.fileName();
    }
    static QJsonObject finished(ContractClient &client, const QByteArray &id)
    {
        QJsonObject state;
        const bool over = QTest::qWaitFor(
            [&] {
                state = client.get("/local/import/" + id).json();
                return state[u"state"].toString() == u"SUCCESS" || state[u"state"].toString() == u"FAILURE";
            },
            20000);
        return over ? state : QJsonObject();
    }

private Q_SLOTS:
    void importsInTheBackground()
    {
        ServiceFixture fixture({.empty = true});
        auto client = fixture.client();
        const QTemporaryDir folder;
        const QString events =
            write(folder, "events.csv", "event_id,title,date,time,city\ne1,Evening,2024-09-20,20:00,Ulm\n");
        const QString sales = write(folder, "sales.csv",
                                    "customer_id,event_id,purchase_datetime,sales_price\nc1,e1,2024-08-01T10:"
                                    "00:00Z,20\nc2,nowhere,2024-08-01T10:00:00Z,20\n");
        const QString rejects = folder.filePath(u"rejects.csv"_qs);

        const QJsonObject preview =
            client.post("/local/import/preview", {{u"events"_qs, events}, {u"sales"_qs, sales}}).json();
        QCOMPARE(preview[u"events"][u"headers"][1].toString(), u"title"_qs);
        QVERIFY(preview[u"sales"].isObject());

        const auto begun = client.post(
            "/local/import", {{u"events"_qs, events}, {u"sales"_qs, sales}, {u"rejects"_qs, rejects}});
        QCOMPARE(begun.status, 202);
        const QByteArray id = begun.json()[u"id"].toString().toUtf8();
        const QJsonObject state = finished(client, id);
        QCOMPARE(state[u"state"].toString(), u"SUCCESS"_qs);
        QCOMPARE(state[u"progress"].toDouble(), 1.0);
        QCOMPARE(state[u"report"][u"sales"][u"added"].toInt(), 1);
        QVERIFY(QFile::exists(rejects));
        QCOMPARE(client.get("/events/").json()[u"total"].toInt(), 1);
        QCOMPARE(client.get("/events/e1").json()[u"tickets_sold"].toInt(), 1);
        QCOMPARE(client.remove("/local/import/" + id).status, 204);
    }

    void saysWhatIsWrong()
    {
        ServiceFixture fixture({.empty = true});
        auto client = fixture.client();
        const QTemporaryDir folder;
        const QString wrong = write(folder, "events.csv", "a,b\n1,2\n");
        const auto begun = client.post("/local/import", {{u"events"_qs, wrong}});
        const QJsonObject state = finished(client, begun.json()[u"id"].toString().toUtf8());
        QCOMPARE(state[u"state"].toString(), u"FAILURE"_qs);
        QCOMPARE(state[u"problem"][u"message_id"].toString(), u"import.missing_column"_qs);
        QCOMPARE(state[u"problem"][u"file"].toString(), wrong);

        const auto preview = client.post("/local/import/preview", {{u"events"_qs, folder.path()}});
        QCOMPARE(preview.status, 400);
        QCOMPARE(preview.json()[u"problem"][u"message_id"].toString(), u"import.directory"_qs);
        QCOMPARE(client.post("/local/import/preview", {}).status, 400);
        QCOMPARE(client.post("/local/import", {{u"events"_qs, 7}}).status, 400);
        QCOMPARE(client.post("/local/import", {{u"events"_qs, wrong}, {u"mapping"_qs, u"none"_qs}}).status,
                 400);
        QCOMPARE(client
                     .post("/local/import",
                           {{u"events"_qs, wrong}, {u"mapping"_qs, QJsonObject{{u"sails"_qs, 1}}}})
                     .status,
                 400);
        QCOMPARE(client.get("/local/import/imp_99").status, 404);
        QCOMPARE(client.remove("/local/import/imp_99").status, 404);
    }

    void aDraftStaysOnItsRun()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString event = fixture.upcoming().first();
        const QByteArray clusters = "/events/" + event.toUtf8() + "/clusters";
        const QJsonObject before = client.get(clusters).json();
        client.post("/setup_processes/" + event.toUtf8(), fixture.completeRow(event));

        const QTemporaryDir folder;
        const QString sales = write(folder, "sales.csv",
                                    "customer_id,event_id,purchase_datetime,sales_price\nnew1,"
                                        + event.toUtf8() + ",2024-08-20T10:00:00Z,20\n");
        const auto begun = client.post("/local/import", {{u"sales"_qs, sales}});
        QCOMPARE(finished(client, begun.json()[u"id"].toString().toUtf8())[u"state"].toString(),
                 u"SUCCESS"_qs);
        const QJsonObject after = client.get(clusters).json();
        QVERIFY(after[u"tc_run_id"].toInt() > before[u"tc_run_id"].toInt()); // new data, new run
        QCOMPARE(
            client.get(clusters + "?tc_run_id=" + QByteArray::number(before[u"tc_run_id"].toInt())).json(),
            before);
        // Publishing keeps to the run that was planned with, and knows its people.
        const auto boosted = client.post("/setup_processes/" + event.toUtf8() + "/boost");
        QVERIFY2(boosted.status == 200, boosted.body.constData());
        QCOMPARE(boosted.json()[u"campaigns"][0][u"tc_run_id"], before[u"tc_run_id"]);
        QVERIFY(!client.get("/integrations/facebook/events/" + event.toUtf8() + "/campaign_results")
                     .json()[u"event_results"][u"purchases"]
                     .isNull());
    }
};

QTEST_GUILESS_MAIN(TestImportJobs)
#include "tst_imports.moc"
