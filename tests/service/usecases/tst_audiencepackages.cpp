// Packages when two builds of one meet, and when their lists can't be deleted in time.
#include "app/service/store/packagestore.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/usecases/usecases.h"
#include "tests/support/datasetbatch.h"
#include "tests/support/syntheticsales.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace groundswell;
using namespace groundswell::service;

class TestAudiencePackages : public QObject {
    Q_OBJECT

    std::unique_ptr<UseCases> newUseCases(const QString &name)
    {
        m_file = m_folder.filePath(name);
        const auto now = m_now;
        auto useCases = std::make_unique<UseCases>(std::move(*Workspace::open(
            m_file, [now] { return QDateTime::fromSecsSinceEpoch(now->load(), QTimeZone::utc()); })));
        const auto sales = test::makeSyntheticSales({.customers = 600, .events = 40, .purchases = 4000});
        (void)useCases->workspace->store().sales().apply(test::batchOf(sales.dataset), {});
        m_event = QString::fromStdString(sales.dataset.events.front().id);
        return useCases;
    }
    [[nodiscard]] QJsonObject request() const
    {
        return {{QStringLiteral("package_title"), QStringLiteral("Autumn")},
                {QStringLiteral("event_ids"), QJsonArray{m_event}},
                {QStringLiteral("targeting_mode"), QStringLiteral("inclusive")}};
    }
    static std::size_t people(UseCases &useCases, const PackageId &id)
    {
        std::size_t count = 0;
        const auto content = useCases.workspace->store().packages().content(id).value();
        for (const PackageContent &cluster : content)
            count += cluster.members.size();
        return count;
    }

private Q_SLOTS:
    void onlyTheLatestAttemptCounts();
    void buildingAndGivingUpInAnyOrder();
    void listsSurviveAnEarlierVersion();
    void anExpiryThatFailsIsSaidAndTriedAgain();

private:
    QTemporaryDir m_folder;
    QString m_file;
    QString m_event;
    std::shared_ptr<std::atomic<qint64>> m_now = std::make_shared<std::atomic<qint64>>(1'780'000'000);
};

/// What a build brings that was given up or overtaken changes nothing.
void TestAudiencePackages::onlyTheLatestAttemptCounts()
{
    const auto useCases = newUseCases(QStringLiteral("attempts"));
    PackageStore &store = useCases->workspace->store().packages();
    const PackageId id = store.create({}).value().row.id;
    const qint64 first = store.find(id).value().attempt;
    BuiltPackage early;
    early.clusters = {{ClusterName(QStringLiteral("early")), QStringLiteral("Early"), {{"anna", 0.5}}}};
    BuiltPackage late;
    late.clusters = {
        {ClusterName(QStringLiteral("late")), QStringLiteral("Late"), {{"ben", 0.25}, {"eva", 1}}}};
    const QDateTime expiry = useCases->workspace->now().addDays(28);

    QVERIFY(store.fail(id, first, QStringLiteral("error.package.cancelled")).value());
    QCOMPARE(store.restart(id).value().attempt, first + 1);
    QVERIFY(!store.finish(id, first, early, expiry).value());
    QVERIFY(!store.fail(id, first, QStringLiteral("error.late")).value());
    QVERIFY(store.setProgress(id, first, 0.9));
    QCOMPARE(store.find(id).value().row.progress, std::optional(0.0));
    QVERIFY(store.finish(id, first + 1, late, expiry).value());
    QVERIFY(!store.finish(id, first + 1, early, expiry).value()); // two at once: the first one's stays
    QVERIFY(!store.fail(id, first + 1, QStringLiteral("error.late")).value());
    const auto content = store.content(id).value();
    QCOMPARE(content.size(), 1U);
    QCOMPARE(content[0].tc.value(), QStringLiteral("late"));
    QCOMPARE(content[0].members[1].customerId, std::string("eva"));
    QCOMPARE(content[0].members[0].affinity, 0.25);
    QVERIFY(store.find(id).value().row.failureReason.isEmpty());
}

/// Taken up at the start, regenerated, given up and regenerated again while threads are at it: in the end it
/// is built, once.
void TestAudiencePackages::buildingAndGivingUpInAnyOrder()
{
    const auto useCases = newUseCases(QStringLiteral("storm"));
    AudiencePackages &packages = useCases->packages;
    const PackageId id = packages.create(request()).value().row.id;
    int attempts = 0;
    for (int round = 0; round < 25; ++round) {
        packages.resume(); // as at a start beside it
        const auto cancelled = packages.cancel(id);
        QVERIFY(cancelled || cancelled.error().messageKey == u"error.package.not_building");
        QVERIFY(packages.find(id).value().row.isTerminal()); // at once
        QVERIFY(packages.regenerate(id));
        packages.resume();
        const auto twice = packages.regenerate(id); // unless it is built already
        QVERIFY(twice || twice.error().httpStatus == 409);
        attempts += twice ? 2 : 1;
    }
    const auto isDone = [&] { return packages.find(id).value().row.status.is(PackageStatus::Done); };
    QTRY_VERIFY_WITH_TIMEOUT(isDone(), 30'000);
    QCOMPARE(packages.find(id).value().attempt, attempts);
    const qint64 customers = packages.find(id).value().row.customers.value_or(0);
    QVERIFY(customers > 0);
    QCOMPARE(people(*useCases, id), std::size_t(customers));
    useCases->stop();
    QVERIFY(isDone());
}

void TestAudiencePackages::listsSurviveAnEarlierVersion()
{
    const QString file = m_folder.filePath(QStringLiteral("earlier"));
    {
        Database database(file, Database::Access::ReadWrite);
        QVERIFY(migrate(database, migrations().first(6)));
        database.execute("INSERT INTO package (no, status, row, request, sources, details)"
                         " VALUES (7, 'DONE', '{}', '{}', '[]', '{}');"
                         "INSERT INTO package_cluster VALUES (7, 0, 'jazz', 'Jazz', 9000)");
        database.execute("BEGIN");
        for (int i = 0; i < 9000; ++i)
            database.run("INSERT INTO package_member VALUES (7, 0, ?, ?)", "c" + std::to_string(10'000 + i),
                         i / 9000.0);
        database.execute("COMMIT");
    }
    const auto store = std::move(*openStore(file));
    const auto content = store->packages().content(PackageId(QStringLiteral("pkg_7"))).value();
    QCOMPARE(content.size(), 1U);
    QCOMPARE(content[0].members.size(), 9000U);
    for (std::size_t i = 0; i < 9000; ++i) {
        QCOMPARE(content[0].members[i].customerId, "c" + std::to_string(10'000 + i));
        QCOMPARE(content[0].members[i].affinity, static_cast<double>(i) / 9000.0);
    }
}

void TestAudiencePackages::anExpiryThatFailsIsSaidAndTriedAgain()
{
    const auto useCases = newUseCases(QStringLiteral("expiry"));
    AudiencePackages &packages = useCases->packages;
    const StoredPackage built = packages.createNow(request()).value();
    QVERIFY(built.row.status.is(PackageStatus::Done));
    const PackageId id = built.row.id;
    const ClusterName tc = built.row.clusters.front().tc;
    QVERIFY(packages.customerList(id, tc));
    Database database(m_file, Database::Access::ReadWrite);
    database.execute("CREATE TRIGGER keep BEFORE DELETE ON package_list"
                     " BEGIN SELECT raise(ABORT, 'the disk is broken'); END");
    *m_now += 29 * 86'400;

    const QRegularExpression said(QStringLiteral("can't be deleted.*the disk is broken"));
    for (int i = 0; i < 2; ++i) { // each look tries it again
        QTest::ignoreMessage(QtWarningMsg, said);
        const auto kept = packages.find(id);
        QVERIFY(kept);
        QVERIFY(kept->row.status.is(PackageStatus::Expired));
        QCOMPARE(kept->row.failureReason, QStringLiteral("error.package.expiry_failed"));
    }
    QTest::ignoreMessage(QtWarningMsg, said);
    QCOMPARE(packages.all().value().size(), 1U); // the others are listed all the same
    QTest::ignoreMessage(QtWarningMsg, said);
    QTest::ignoreMessage(QtWarningMsg, said);
    QCOMPARE(packages.customerList(id, tc).error().httpStatus, 410); // nothing is handed out
    QTest::ignoreMessage(QtWarningMsg, said);
    packages.expireOld();

    database.execute("DROP TRIGGER keep");
    packages.expireOld();
    const auto gone = packages.find(id).value();
    QVERIFY(gone.row.status.is(PackageStatus::Expired));
    QVERIFY(gone.row.failureReason.isEmpty());
    Statement left = database.prepare("SELECT count(*) FROM package_list");
    QVERIFY(left.step());
    QCOMPARE(left.integer(0), 0);
}

QTEST_GUILESS_MAIN(TestAudiencePackages)
#include "tst_audiencepackages.moc"
