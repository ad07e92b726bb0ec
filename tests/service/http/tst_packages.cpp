#include "tests/service/http/servicefixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

namespace {

const QByteArray packages = "/package_builder/packages";

QJsonObject requestFor(const QStringList &events, const QString &mode = u"inclusive"_qs)
{
    return {{u"package_title"_qs, u"Friends"_qs},
            {u"event_ids"_qs, QJsonArray::fromStringList(events)},
            {u"num_packages"_qs, 3},
            {u"n_top_events"_qs, 3},
            {u"targeting_mode"_qs, mode}};
}

} // namespace

/// Packages from their order to their expiry, their lists and what they brought.
class TestPackages : public QObject {
    Q_OBJECT

    static QByteArray build(ContractClient &client, const QJsonObject &request)
    {
        const auto created = client.post(packages, request);
        if (created.status != 201)
            qWarning("not created: %s", created.body.constData());
        return created.json()[u"id"].toString().toUtf8();
    }
    static QString status(ContractClient &client, const QByteArray &id)
    {
        return client.get(packages + '/' + id).json()[u"status"].toString();
    }

private Q_SLOTS:
    void builds()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QStringList events = fixture.upcoming().mid(0, 2);
        const auto created = client.post(packages, requestFor(events));
        QCOMPARE(created.status, 201);
        QCOMPARE(created.json()[u"status"].toString(), u"INITIALIZING"_qs);
        const QByteArray id = created.json()[u"id"].toString().toUtf8();
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const QJsonObject package = client.get(packages + '/' + id).json();
        QCOMPARE(package[u"progress"].toDouble(), 1.0);
        QVERIFY(package[u"customers"].toInt() > 0);
        QVERIFY(package[u"tc_run_id"].toInt() > 0);
        QCOMPARE(package[u"events"].toArray().size(), 2);
        QCOMPARE(QDateTime::fromString(package[u"expires_at"].toString(), Qt::ISODate).date(),
                 fixture.today().addDays(28));
        qint64 sum = 0;
        for (const QJsonValue cluster : package[u"clusters"].toArray())
            sum += cluster[u"customers"].toInteger();
        QCOMPARE(sum, package[u"customers"].toInteger());
        QCOMPARE(client.get(packages + '/').array().size(), 1);
    }

    void buildingCanBeGivenUp()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QStringList events = fixture.upcoming().mid(0, 3);
        // Two are built at a time, and the first ones wait for the clusters: the last is far from done.
        QByteArray last;
        for (int i = 0; i < 6; ++i)
            last = build(client, requestFor(events));
        QCOMPARE(client.remove("/local/package_builds/" + last).status, 204);
        QTRY_COMPARE_WITH_TIMEOUT(status(client, last), u"FAILED"_qs, 30'000);
        QCOMPARE(client.get(packages + '/' + last).json()[u"failure_reason"].toString(),
                 u"error.package.cancelled"_qs);
        const auto nothing = client.remove("/local/package_builds/" + last);
        QCOMPARE(nothing.status, 409);
        QCOMPARE(nothing.json()[u"message"].toString(), u"error.package.not_building"_qs);
        QCOMPARE(client.remove("/local/package_builds/pkg_none").status, 404);
        QCOMPARE(client.post(packages + '/' + last + "/regenerate").status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(status(client, last), u"DONE"_qs, 30'000);
    }

    void moreEventsFitFewerPeople()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QStringList events = fixture.upcoming();
        const QByteArray one = build(client, requestFor(events.mid(0, 1), u"selective"_qs));
        const QByteArray three = build(client, requestFor(events.mid(0, 3), u"selective"_qs));
        QTRY_COMPARE_WITH_TIMEOUT(status(client, one), u"DONE"_qs, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(status(client, three), u"DONE"_qs, 30'000);
        const auto customers = [&](const QByteArray &id) {
            return client.get(packages + '/' + id).json()[u"customers"].toInt();
        };
        QVERIFY(customers(three) <= customers(one));
    }

    void refusesWhatCannotBeBuilt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *body, const char *field) {
            QTest::newRow(name) << QByteArray(body) << QString::fromLatin1(field);
        };
        row("no title", R"({"event_ids":["ev0000001"]})", "/package_title");
        row("blank title", R"({"package_title":"  ","event_ids":["ev0000001"]})", "/package_title");
        row("no events", R"({"package_title":"a"})", "/event_ids");
        row("empty events", R"({"package_title":"a","event_ids":[]})", "/event_ids");
        row("unknown event", R"({"package_title":"a","event_ids":["nowhere"]})", "/event_ids");
        row("events of text", R"({"package_title":"a","event_ids":"all"})", "/event_ids");
        row("mode", R"({"package_title":"a","event_ids":["ev0000001"],"targeting_mode":"psychic"})",
            "/targeting_mode");
        row("none wanted", R"({"package_title":"a","event_ids":["ev0000001"],"num_packages":0})",
            "/num_packages");
        row("far too many", R"({"package_title":"a","event_ids":["ev0000001"],"num_packages":1000000000})",
            "/num_packages");
        row("no date",
            R"({"package_title":"a","event_ids":["ev0000001"],"exclude_purchased_only_before":"soon"})", "");
    }
    void refusesWhatCannotBeBuilt()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, field);
        ServiceFixture fixture;
        auto client = fixture.client();
        const QString known = fixture.upcoming().first();
        body.replace("ev0000001", known.toUtf8());
        const auto reply = client.call("POST", packages, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.message(), u"error.package.invalid"_qs);
        const QString named = reply.json()[u"validation_errors"][0][u"field"].toString();
        QVERIFY2(!named.isEmpty()
                     && (field.isEmpty() || named.contains(field.section(u':', 0, 0).remove(u'/'))),
                 qPrintable(named));
        QVERIFY(client.get(packages + '/').array().isEmpty());
    }

    void listsHoldOnlyWhoMayBeWrittenTo()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray id = build(client, requestFor(fixture.upcoming().mid(0, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const QJsonArray clusters = client.get(packages + '/' + id).json()[u"clusters"].toArray();
        QSet<QByteArray> everybody;
        for (const QJsonValue cluster : clusters) {
            const auto list =
                client.get(packages + '/' + id + '/' + cluster[u"tc"].toString().toUtf8().toPercentEncoding()
                           + "/customer_list");
            QCOMPARE(list.status, 200);
            QCOMPARE(list.header("Content-Type"), "text/csv; charset=utf-8");
            QList<QByteArray> lines = list.body.split('\n');
            QCOMPARE(lines.takeFirst().trimmed(),
                     "customer_id,email,phone,first_name,last_name,city,zip,country,tc,tc_run_id,affinity");
            if (lines.last().isEmpty())
                lines.removeLast();
            QCOMPARE(lines.size(), cluster[u"customers"].toInt());
            for (const QByteArray &line : lines) {
                const QByteArray customer = line.left(line.indexOf(','));
                QVERIFY(!everybody.contains(customer));
                everybody.insert(customer);
                QVERIFY(line.contains(",=cmd")); // as it is: who writes a file for people defuses it
                QVERIFY(line.contains(QByteArray(customer + "@example.org")));
            }
        }
        QVERIFY(!everybody.isEmpty());
        QCOMPARE(client.get(packages + '/' + id + "/no_such_taste/customer_list").status, 404);
        QCOMPARE(client.get(packages + "/pkg_99/x/customer_list").status, 404);

        // Consent withdrawn later counts at the next download, without building again.
        QCOMPARE(
            client
                .put("/local/settings", {{u"organiser"_qs, QJsonObject{{u"consent_when_unknown"_qs, false}}}})
                .status,
            200);
        QCOMPARE(client.get(packages + '/' + id).status, 200);
    }

    void expires()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray id = build(client, requestFor(fixture.upcoming().mid(0, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const QString tc = client.get(packages + '/' + id).json()[u"clusters"][0][u"tc"].toString();
        const QByteArray list =
            packages + '/' + id + '/' + tc.toUtf8().toPercentEncoding() + "/customer_list";
        client.put(packages + '/' + id + "/backhaul_evaluation_details",
                   {{u"email_sent_date"_qs, fixture.today().toString(Qt::ISODate)}});
        fixture.advanceDays(27);
        QCOMPARE(client.get(list).status, 200);
        const QJsonObject last = client.get(packages + '/' + id + "/backhaul_evaluation").json();
        fixture.advanceDays(1);
        QCOMPARE(status(client, id), u"EXPIRED"_qs);
        QCOMPARE(client.get(list).status, 410);
        QCOMPARE(client.get(packages + '/' + id + "/backhaul_evaluation").json()[u"unique"],
                 last[u"unique"]); // the last word stays
        QCOMPARE(client.put(packages + '/' + id + "/backhaul_evaluation_details", {}).status, 410);

        QCOMPARE(client.post(packages + '/' + id + "/regenerate").status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        QCOMPARE(client.get(list).status, 200);
    }

    /// Programs read it: an apostrophe in front of a name would be part of the name.
    void theListIsNotDecoratedForSpreadsheets()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray id = build(client, requestFor(fixture.upcoming().mid(0, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const QString tc = client.get(packages + '/' + id).json()[u"clusters"][0][u"tc"].toString();
        const QByteArray list =
            client.get(packages + '/' + id + '/' + tc.toUtf8().toPercentEncoding() + "/customer_list").body;
        QVERIFY(list.contains(",=cmd|' /C calc'!A0,"));
        QVERIFY(!list.contains(",'="));
    }

    void regenerates()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray id = build(client, requestFor(fixture.upcoming().mid(0, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const QJsonObject before = client.get(packages + '/' + id).json();
        QCOMPARE(client.post(packages + '/' + id + "/regenerate").status, 202);
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        QCOMPARE(client.get(packages + '/' + id).json()[u"clusters"],
                 before[u"clusters"]); // same data, same package
        QCOMPARE(client.post(packages + "/pkg_99/regenerate").status, 404);
    }

    void merges()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QStringList events = fixture.upcoming();
        const QByteArray a = build(client, requestFor(events.mid(0, 1)));
        const QByteArray b = build(client, requestFor(events.mid(1, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(status(client, a), u"DONE"_qs, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(status(client, b), u"DONE"_qs, 30'000);
        const auto merged = client.post(packages + "/merge?packages_ids=" + a + "&packages_ids=" + b);
        QCOMPARE(merged.status, 201);
        const QByteArray id = merged.json()[u"id"].toString().toUtf8();
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const auto customers = [&](const QByteArray &which) {
            return client.get(packages + '/' + which).json()[u"customers"].toInt();
        };
        QVERIFY(customers(id) >= qMax(customers(a), customers(b)));
        QVERIFY(customers(id) <= customers(a) + customers(b));
        QCOMPARE(client.get(packages + '/' + a).json()[u"merge_id"].toString().toUtf8(), id);
        QCOMPARE(client.get(packages + '/' + id).json()[u"events"].toArray().size(), 2);
        QCOMPARE(client.post(packages + "/merge?packages_ids=" + a).status, 400);
        QCOMPARE(client.post(packages + "/merge?packages_ids=" + a + "&packages_ids=" + a).status, 400);
        QCOMPARE(client.post(packages + "/merge?packages_ids=" + a + "&packages_ids=pkg_99").status, 404);
    }

    void evaluates()
    {
        ServiceFixture fixture;
        auto client = fixture.client();
        const QByteArray partner =
            "/partners/" + Service::partnerId().toLatin1() + "/backhaul_attribution_details";
        QCOMPARE(client.get(partner).json()[u"backhaul_evaluation_model"].toString(),
                 u"EVENTS_FROM_PACKAGE"_qs);
        QCOMPARE(client
                     .post(partner,
                           {{u"backhaul_evaluation_attribution_window"_qs, 21},
                            {u"backhaul_evaluation_model"_qs, u"ALL_PURCHASES"_qs}})
                     .status,
                 200);
        QCOMPARE(client.post(partner, {{u"backhaul_evaluation_attribution_window"_qs, 0}}).status, 400);
        QCOMPARE(client.get("/partners/partner-id-other/backhaul_attribution_details").status, 404);

        const QByteArray id = build(client, requestFor(fixture.upcoming().mid(0, 1)));
        const QByteArray details = packages + '/' + id + "/backhaul_evaluation_details";
        QCOMPARE(client.get(details).json()[u"backhaul_evaluation_attribution_window"].toInt(),
                 21); // starts from the partner's
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
        const auto evaluation = [&] {
            return client.get(packages + '/' + id + "/backhaul_evaluation").json();
        };
        QVERIFY(evaluation()[u"unique"][u"purchase"].isNull()); // not sent yet: nothing to count

        const auto set = [&](const QString &model, int window) {
            return client
                .put(details,
                     {{u"backhaul_evaluation_model"_qs, model},
                      {u"backhaul_evaluation_attribution_window"_qs, window},
                      {u"email_sent_date"_qs, fixture.today().toString(Qt::ISODate)}})
                .status;
        };
        QCOMPARE(set(u"ALL_PURCHASES"_qs, 14), 202);
        fixture.advanceDays(5);
        QVERIFY(evaluation()[u"provisional"].toBool());
        QCOMPARE(evaluation()[u"days_elapsed"].toInt(), 6);
        fixture.advanceDays(20);
        const QJsonObject all = evaluation();
        QVERIFY(!all[u"provisional"].toBool());
        QVERIFY(all[u"unique"][u"purchase"].toInt() > 0);
        client.put(details,
                   {{u"backhaul_evaluation_model"_qs, u"EVENTS_FROM_PACKAGE"_qs},
                    {u"backhaul_evaluation_attribution_window"_qs, 14},
                    {u"email_sent_date"_qs, fixture.today().addDays(-25).toString(Qt::ISODate)}});
        QVERIFY(evaluation()[u"unique"][u"purchase"].toInt() <= all[u"unique"][u"purchase"].toInt());
        QCOMPARE(set(u"TELEPATHY"_qs, 14), 400);
        QCOMPARE(set(u"ALL_PURCHASES"_qs, -1), 400);
        QCOMPARE(client.put(details, {{u"email_sent_date"_qs, u"2024-02-30"_qs}}).status, 400);
        QCOMPARE(client.get(packages + "/pkg_99/backhaul_evaluation").status, 404);
        QCOMPARE(client.get(packages + "/x'%20OR%201=1/backhaul_evaluation").status, 404);
    }

    void aStopDoesNotLoseAPackage()
    {
        ServiceFixture fixture;
        const QJsonObject request = requestFor(fixture.upcoming().mid(0, 1));
        QByteArray id;
        {
            auto client = fixture.client();
            id = build(client, request);
        }
        fixture.restart(); // at once, whatever stage the job had reached
        auto client = fixture.client();
        QTRY_COMPARE_WITH_TIMEOUT(status(client, id), u"DONE"_qs, 30'000);
    }
};

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_packages.moc"
