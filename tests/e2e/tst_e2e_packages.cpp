// Audience packages over the wire: built, listed, handed out only to those who may have them, and evaluated.
// The test counts from the organiser's own files what the service counts.
#include "tests/e2e/packagehelpers.h"
#include "tests/e2e/sampleorganiser.h"
#include "tests/e2e/servedworkspace.h"

#include <QSet>
#include <QTest>
#include <QTimeZone>

#include <set>

using namespace groundswell::test;

namespace {

struct Count {
    QSet<QString> customers;
    QSet<QString> orders;
    qint64 items = 0;
    qint64 revenue = 0; ///< cents
};

struct Sale {
    qint64 at = 0; ///< UTC seconds
    QString customer;
    QString event;
    QString order;
    int quantity = 0;
    qint64 cents = 0;
};

const std::vector<Sale> &allSales()
{
    static const std::vector<Sale> parsed = [] {
        const CsvTable &table = SampleOrganiser::shared().sales();
        std::vector<Sale> sales;
        for (qsizetype row = 0; row < table.size(); ++row) {
            sales.push_back(
                {QDateTime::fromString(table.value(row, "purchase_datetime"), Qt::ISODate).toSecsSinceEpoch(),
                 table.value(row, "customer_id"), table.value(row, "event_id"),
                 table.value(row, "invoice_number"), table.value(row, "quantity").toInt(),
                 cents(table.value(row, "sales_price"))});
        }
        return sales;
    }();
    return parsed;
}

/// What \a members bought of \a events (empty: of any) from the start of \a sent for \a days days.
Count bruteForce(const QSet<QString> &members, const QSet<QString> &events, const QDate &sent, int days,
                 const QTimeZone &zone)
{
    const qint64 from = sent.startOfDay(zone).toSecsSinceEpoch();
    const qint64 to = sent.addDays(days).startOfDay(zone).toSecsSinceEpoch();
    Count count;
    for (const Sale &sale : allSales()) {
        if (sale.at < from || sale.at >= to || !members.contains(sale.customer)
            || (!events.isEmpty() && !events.contains(sale.event)))
            continue;
        count.items += sale.quantity;
        count.revenue += sale.cents;
        if (sale.quantity > 0) {
            count.customers.insert(sale.customer);
            count.orders.insert(sale.order);
        }
    }
    return count;
}

QStringList failuresOf(const QJsonValue &row, const Count &expected)
{
    QStringList failures;
    const auto check = [&](const char *name, qint64 shown, qint64 counted) {
        if (shown != counted)
            failures.append(
                QStringLiteral("%1 is %2, counted %3").arg(QLatin1StringView(name)).arg(shown).arg(counted));
    };
    check("customers", row[u"customers"].toInteger(-1), expected.customers.size());
    check("items", row[u"items"].toInteger(-1), expected.items);
    check("purchase", row[u"purchase"].toInteger(-1), expected.orders.size());
    check("revenue", cents(row[u"revenue"]), expected.revenue);
    return failures;
}

} // namespace

class TestPackages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isBuiltWhileTheClientPolls();
    void listsNobodyWhoMayNotBeWritten();
    void leavesOutWhoWasExcluded();
    void withdrawnConsentCountsAtOnce();
    void evaluationIsWhatTheSalesSay();
    void evaluatesNothingBeforeAnythingWasSent();
    void defaultsAreTakenOver();
    void mergesAndRegenerates();
    void refusesWhatMakesNoSense();

private:
    HttpUser &user() { return m_served->user(); }
    /// Members of one cluster as its list names them.
    QSet<QString> membersOf(const QString &tc)
    {
        const CsvTable list = customerList(user(), m_package[u"id"].toString(), tc);
        QSet<QString> found;
        for (qsizetype row = 0; row < list.size(); ++row)
            found.insert(list.value(row, "customer_id"));
        return found;
    }
    std::unique_ptr<ServedWorkspace> m_served;
    QStringList m_events; ///< that the package is for
    QJsonObject m_package; ///< finished
    QByteArray m_path;
};

void TestPackages::initTestCase()
{
    m_served = std::make_unique<ServedWorkspace>(SampleOrganiser::shared().workspace());
    m_events = upcomingEvents(user()).mid(0, 3);
    QCOMPARE(m_events.size(), 3);
    QCOMPARE(user().get("/package_builder/packages/").array(), QJsonArray());
    m_package = buildPackage(user(), packageRequest(m_events));
    QCOMPARE(m_package[u"status"].toString(), QStringLiteral("DONE"));
    m_path = "/package_builder/packages/" + encoded(m_package[u"id"].toString());
}

void TestPackages::isBuiltWhileTheClientPolls()
{
    const Answer begun = user().post("/package_builder/packages", packageRequest(m_events));
    QCOMPARE(begun.status, 201);
    QCOMPARE(begun.object()[u"status"].toString(), QStringLiteral("INITIALIZING"));
    const QByteArray path = "/package_builder/packages/" + encoded(begun.object()[u"id"].toString());
    double progress = 0;
    QJsonObject package;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            package = user().get(path).object();
            const double now = package[u"progress"].toDouble();
            const bool forward = now >= progress;
            progress = now;
            return !forward || isTerminal(package);
        }(),
        60'000);
    QCOMPARE(package[u"status"].toString(), QStringLiteral("DONE"));
    QCOMPARE(package[u"progress"].toDouble(), 1.0);
    QCOMPARE(package[u"title"].toString(), QStringLiteral("Spätsommer, \"München\""));
    QCOMPARE(package[u"targeting_mode"].toString(), QStringLiteral("inclusive"));
    QVERIFY(package[u"tc_run_id"].toInteger() > 0);
    QVERIFY(package[u"failure_reason"].isNull() && package[u"merge_id"].isNull());
    QCOMPARE(package[u"events"].toArray().size(), 3);
    QCOMPARE(package[u"events"][0][u"id"].toString(), m_events[0]);
    const auto at = [&](const char *name) {
        return QDateTime::fromString(package[QLatin1StringView(name)].toString(), Qt::ISODate);
    };
    // Kept for four weeks, as data protection asks.
    const qint64 kept = at("created_at").secsTo(at("expires_at"));
    QVERIFY(kept >= 28 * 86'400 && kept < 28 * 86'400 + 600);
    const QJsonArray clusters = package[u"clusters"].toArray();
    QVERIFY(!clusters.isEmpty() && clusters.size() <= 3);

    const QJsonArray all = user().get("/package_builder/packages/").array();
    QVERIFY(std::any_of(all.begin(), all.end(),
                        [&](const QJsonValue &row) { return row[u"id"] == package[u"id"]; }));
}

void TestPackages::listsNobodyWhoMayNotBeWritten()
{
    const CsvTable &customers = SampleOrganiser::shared().customers();
    const auto index = customers.indexBy("customer_id");
    QSet<QString> everybody;
    for (const QJsonValue cluster : m_package[u"clusters"].toArray()) {
        const QString tc = cluster[u"tc"].toString();
        const Answer answer = user().get(m_path + '/' + encoded(tc) + "/customer_list");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.header("Content-Type"), QByteArray("text/csv; charset=utf-8"));
        QVERIFY(answer.body.startsWith(
            "customer_id,email,phone,first_name,last_name,city,zip,country,tc,tc_run_id,affinity"));
        const CsvTable list = CsvTable::parse(answer.body);
        QVERIFY(list.size() > 0);
        QCOMPARE(list.size(), qsizetype(cluster[u"customers"].toInteger()));
        for (qsizetype row = 0; row < list.size(); ++row) {
            const QString id = list.value(row, "customer_id");
            QVERIFY2(index.contains(id), qPrintable(id));
            const qsizetype known = index[id];
            QVERIFY2(customers.value(known, "consent_email") == u"yes", qPrintable(id));
            QVERIFY2(customers.value(known, "ad_opt_out") == u"no", qPrintable(id));
            for (const char *column : {"email", "first_name", "last_name", "city", "zip", "country"})
                QCOMPARE(list.value(row, column), customers.value(known, column));
            QCOMPARE(list.value(row, "tc"), tc);
            QCOMPARE(list.value(row, "tc_run_id").toLongLong(), m_package[u"tc_run_id"].toInteger());
            const double affinity = list.value(row, "affinity").toDouble();
            QVERIFY(affinity >= 0 && affinity <= 1);
            everybody.insert(id);
        }
    }
    QCOMPARE(m_package[u"customers"].toInteger(), qint64(everybody.size()));
    QCOMPARE(user().get(m_path + "/nobody/customer_list").status, 404);
}

void TestPackages::leavesOutWhoWasExcluded()
{
    const QSet<QString> before = membersOf(m_package[u"clusters"][0][u"tc"].toString());
    QVERIFY(before.size() >= 3);
    const QStringList out = QStringList(before.begin(), before.end()).mid(0, 3);
    QJsonObject request = packageRequest(m_events);
    request.insert(QStringLiteral("exclude_customer_ids"), QJsonArray::fromStringList(out));
    const QJsonObject package = buildPackage(user(), request);
    QCOMPARE(package[u"status"].toString(), QStringLiteral("DONE"));
    for (const QJsonValue cluster : package[u"clusters"].toArray()) {
        const CsvTable list = customerList(user(), package[u"id"].toString(), cluster[u"tc"].toString());
        for (const QString &id : out)
            QVERIFY2(!list.indexBy("customer_id").contains(id), qPrintable(id));
    }
}

void TestPackages::withdrawnConsentCountsAtOnce()
{
    ServedWorkspace served(SampleOrganiser::shared().workspace());
    const QJsonObject package = buildPackage(served.user(), packageRequest(m_events));
    const QString tc = package[u"clusters"][0][u"tc"].toString();
    const CsvTable before = customerList(served.user(), package[u"id"].toString(), tc);
    QVERIFY(before.size() > 1);
    const QString withdrawn = before.value(0, "customer_id");

    QFile file(SampleOrganiser::shared().file("customers.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text;
    for (QByteArray line : file.readAll().split('\n')) {
        if (line.split(',').first() == withdrawn.toUtf8())
            line.replace("yes,yes,no", "no,yes,no").replace("yes,no,no", "no,no,no");
        text += line + '\n';
    }
    const QTemporaryDir folder;
    QFile changed(folder.filePath(QStringLiteral("customers.csv")));
    QVERIFY(changed.open(QIODevice::WriteOnly));
    changed.write(text);
    changed.close();
    const Answer begun = served.user().post(
        "/local/import",
        QJsonObject{{QStringLiteral("events"), SampleOrganiser::shared().file("events.csv")},
                    {QStringLiteral("sales"), SampleOrganiser::shared().file("sales.csv")},
                    {QStringLiteral("customers"), changed.fileName()}});
    QCOMPARE(begun.status, 202);
    const QByteArray progress = "/local/import/" + encoded(begun.object()[u"id"].toString());
    QTRY_COMPARE_WITH_TIMEOUT(served.user().get(progress).object()[u"state"].toString(),
                              QStringLiteral("SUCCESS"), 60'000);

    const CsvTable after = customerList(served.user(), package[u"id"].toString(), tc);
    QCOMPARE(after.size(), before.size() - 1);
    QVERIFY(!after.indexBy("customer_id").contains(withdrawn));
}

void TestPackages::evaluationIsWhatTheSalesSay()
{
    const QTimeZone zone(user().get("/partners/").object()[u"time_zone"].toString().toLatin1());
    const CsvTable &events = SampleOrganiser::shared().events();
    const auto byId = events.indexBy("event_id");
    const QSet<QString> package(m_events.begin(), m_events.end());
    QSet<QString> series;
    for (const QString &id : m_events)
        series.insert(events.value(byId[id], "series"));
    series.remove(QString());
    QSet<QString> siblings = package;
    for (qsizetype row = 0; row < events.size(); ++row) {
        if (series.contains(events.value(row, "series")))
            siblings.insert(events.value(row, "event_id"));
    }
    const std::vector<std::pair<const char *, QSet<QString>>> models{
        {"ALL_PURCHASES", {}}, {"EVENTS_FROM_PACKAGE", package}, {"EVENT_SERIES", siblings}};
    bool anythingCounted = false;
    for (const auto &[model, counted] : models) {
        for (const auto &[daysAgo, window] :
             {std::pair(30, 14), std::pair(60, 60), std::pair(400, 120), std::pair(1, 14)}) {
            const QDate sent = QDate::currentDate().addDays(-daysAgo);
            const QJsonObject details{{QStringLiteral("backhaul_evaluation_model"), QLatin1StringView(model)},
                                      {QStringLiteral("backhaul_evaluation_attribution_window"), window},
                                      {QStringLiteral("email_sent_date"), sent.toString(Qt::ISODate)}};
            QCOMPARE(user().put(m_path + "/backhaul_evaluation_details", details).status, 202);
            QCOMPARE(user().get(m_path + "/backhaul_evaluation_details").object(), details);
            const QJsonObject shown = user().get(m_path + "/backhaul_evaluation").object();
            QCOMPARE(shown[u"status"].toString(), QStringLiteral("DONE"));
            QSet<QString> everybody;
            for (const QJsonValue row : shown[u"clusters"].toArray()) {
                const QSet<QString> members = membersOf(row[u"tc"].toString());
                everybody.unite(members);
                QCOMPARE(failuresOf(row, bruteForce(members, counted, sent, window, zone)), QStringList());
            }
            const Count unique = bruteForce(everybody, counted, sent, window, zone);
            QCOMPARE(failuresOf(shown[u"unique"], unique), QStringList());
            QCOMPARE(shown[u"provisional"].toBool(), daysAgo < window);
            anythingCounted = anythingCounted || unique.items > 0;
        }
    }
    QVERIFY(anythingCounted);
}

void TestPackages::evaluatesNothingBeforeAnythingWasSent()
{
    const QJsonObject package = buildPackage(user(), packageRequest(m_events));
    const QByteArray path = "/package_builder/packages/" + encoded(package[u"id"].toString());
    QVERIFY(user().get(path + "/backhaul_evaluation_details").object()[u"email_sent_date"].isNull());
    const QJsonObject shown = user().get(path + "/backhaul_evaluation").object();
    for (const char *figure : {"customers", "items", "purchase", "revenue"})
        QVERIFY2(shown[u"unique"][QLatin1StringView(figure)].isNull(), figure);
}

void TestPackages::defaultsAreTakenOver()
{
    const QByteArray path = "/partners/partner-id-local/backhaul_attribution_details";
    const QJsonObject before = user().get(path).object();
    QCOMPARE(before[u"backhaul_evaluation_model"].toString(), QStringLiteral("EVENTS_FROM_PACKAGE"));
    QCOMPARE(before[u"backhaul_evaluation_attribution_window"].toInt(), 14);
    const QJsonObject wanted = json(
        R"({"backhaul_evaluation_model": "EVENT_SERIES", "backhaul_evaluation_attribution_window": 21})");
    QCOMPARE(user().post(path, wanted).status, 200);
    QCOMPARE(user().get(path).object(), wanted);
    const QJsonObject package = buildPackage(user(), packageRequest(m_events));
    const QJsonObject details = user()
                                    .get("/package_builder/packages/" + encoded(package[u"id"].toString())
                                         + "/backhaul_evaluation_details")
                                    .object();
    QCOMPARE(details[u"backhaul_evaluation_model"], wanted[u"backhaul_evaluation_model"]);
    QCOMPARE(details[u"backhaul_evaluation_attribution_window"],
             wanted[u"backhaul_evaluation_attribution_window"]);
    QCOMPARE(user().post(path, before).status, 200);
    QCOMPARE(user().get("/partners/partner-id-other/backhaul_attribution_details").status, 404);
}

void TestPackages::mergesAndRegenerates()
{
    QJsonObject second = packageRequest(upcomingEvents(user()).mid(3, 2));
    second.insert(QStringLiteral("package_title"), QStringLiteral("Zweites"));
    const QJsonObject other = buildPackage(user(), second);
    const QString first = buildPackage(user(), packageRequest(m_events))[u"id"].toString();
    const Answer begun = user().post("/package_builder/packages/merge?packages_ids=" + encoded(first)
                                     + "&packages_ids=" + encoded(other[u"id"].toString()));
    QCOMPARE(begun.status, 201);
    const QJsonObject merged = whenTerminal(user(), begun.object()[u"id"].toString());
    QCOMPARE(merged[u"status"].toString(), QStringLiteral("DONE"));
    const QJsonObject source = user().get("/package_builder/packages/" + encoded(first)).object();
    QCOMPARE(source[u"merge_id"], merged[u"id"]);
    // Nobody twice, nobody lost.
    const auto people = [&](const QJsonObject &package) {
        QSet<QString> found;
        for (const QJsonValue cluster : package[u"clusters"].toArray()) {
            const CsvTable list = customerList(user(), package[u"id"].toString(), cluster[u"tc"].toString());
            for (qsizetype row = 0; row < list.size(); ++row)
                found.insert(list.value(row, "customer_id"));
        }
        return found;
    };
    QCOMPARE(people(merged), people(source) | people(other));
    QCOMPARE(merged[u"customers"].toInteger(), qint64(people(merged).size()));
    QCOMPARE(user().post("/package_builder/packages/merge?packages_ids=" + encoded(first)).status, 400);
    QCOMPARE(
        user()
            .post("/package_builder/packages/merge?packages_ids=" + encoded(first) + "&packages_ids=nobody")
            .status,
        404);

    const Answer again = user().post("/package_builder/packages/" + encoded(first) + "/regenerate");
    QCOMPARE(again.status, 202);
    QCOMPARE(whenTerminal(user(), first)[u"status"].toString(), QStringLiteral("DONE"));
    QCOMPARE(user().post("/package_builder/packages/nobody/regenerate").status, 404);
}

void TestPackages::refusesWhatMakesNoSense()
{
    const auto with = [&](const char *member, const QJsonValue &value) {
        QJsonObject request = packageRequest(m_events);
        request.insert(QLatin1StringView(member), value);
        return user().post("/package_builder/packages", request);
    };
    const auto count = user().get("/package_builder/packages/").array().size();
    const std::vector<std::pair<const char *, QJsonValue>> wrong{
        {"package_title", QStringLiteral("  ")},
        {"package_title", QJsonObject()},
        {"event_ids", QJsonArray()},
        {"event_ids", QJsonArray{QStringLiteral("nobody")}},
        {"num_packages", 0},
        {"num_packages", QStringLiteral("three")},
        {"n_top_events", -1},
        {"targeting_mode", QStringLiteral("wishful")},
        {"exclude_purchased_only_before", QStringLiteral("31.02.2026")}};
    for (const auto &[member, value] : wrong) {
        const Answer answer = with(member, value);
        QVERIFY2(answer.status == 400, member);
        QVERIFY2(answer.fields().value(0).contains(QLatin1StringView(member)), answer.body.constData());
    }
    QCOMPARE(user().get("/package_builder/packages/").array().size(), count);
    for (const char *details :
         {R"({"backhaul_evaluation_attribution_window": 0})",
          R"({"backhaul_evaluation_attribution_window": 14, "backhaul_evaluation_model": "MAGIC"})",
          R"({"email_sent_date": "2026-02-31"})"})
        QVERIFY2(user().put(m_path + "/backhaul_evaluation_details", json(details)).status == 400, details);
    for (const char *path :
         {"/package_builder/packages/nobody", "/package_builder/packages/nobody/backhaul_evaluation",
          "/package_builder/packages/nobody/backhaul_evaluation_details",
          "/package_builder/packages/nobody/tc/customer_list"}) {
        const Answer answer = user().get(path);
        QVERIFY2(answer.status == 404, path);
        QCOMPARE(answer.message(), QStringLiteral("error.package.not_found"));
    }
    QCOMPARE(user().get("/nlq/ids_from_nl_description?description=x").status, 501);
}

QTEST_GUILESS_MAIN(TestPackages)
#include "tst_e2e_packages.moc"
