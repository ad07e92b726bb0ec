#include "app/service/store/campaignstore.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/sqlite/connection/connections.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/store.h"
#include "tests/service/store/setsettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <atomic>
#include <thread>

using namespace groundswell;
using namespace groundswell::service;

class TestDatabase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void storesEveryTypeOfValue();
    void rollsBackWhenTheFunctionRefuses();
    void turnsAnSqlErrorIntoAProblem();
    void migratesStepByStep();
    void aFailedMigrationChangesNothing();
    void refusesANewerFile();
    void refusesAForeignDatabase();
    void refusesAFileThatIsNoDatabase();
    void refusesADirectory();
    void settingsSurviveReopening();
    void adSpendIsListedPerEvent();
    void manyThreadsReadAndWrite();

private:
    QString file(const QString &name) const { return m_dir->filePath(name); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestDatabase::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
}

void TestDatabase::storesEveryTypeOfValue()
{
    Database database(file(QStringLiteral("a.gsw")), Database::Access::ReadWrite);
    database.execute("CREATE TABLE t (i, r, t, b, n)");
    database.run("INSERT INTO t VALUES (?, ?, ?, ?, ?)", std::int64_t{1} << 40, 1.5, QStringLiteral("Zürich"),
                 QByteArray("\0x", 2), nullptr);
    Statement select = database.prepare("SELECT * FROM t");
    QVERIFY(select.step());
    QCOMPARE(select.integer(0), std::int64_t{1} << 40);
    QCOMPARE(select.real(1), 1.5);
    QCOMPARE(select.text(2), QStringLiteral("Zürich"));
    QCOMPARE(select.blob(3), QByteArray("\0x", 2));
    QVERIFY(select.isNull(4));
    QVERIFY(!select.step());
}

void TestDatabase::rollsBackWhenTheFunctionRefuses()
{
    Connections connections(file(QStringLiteral("a.gsw")));
    QVERIFY(connections.write([](Database &database) { database.execute("CREATE TABLE t (i)"); }));
    const auto refused = connections.write([](Database &database) -> Expected<int> {
        database.run("INSERT INTO t VALUES (?)", 1);
        return tl::make_unexpected(Problem::protocol(QStringLiteral("/x"), QStringLiteral("a number")));
    });
    QVERIFY(!refused);
    const auto count = connections.read([](Database &database) {
        Statement select = database.prepare("SELECT count(*) FROM t");
        select.step();
        return select.integer(0);
    });
    QCOMPARE(count.value(), 0);
}

void TestDatabase::turnsAnSqlErrorIntoAProblem()
{
    Connections connections(file(QStringLiteral("a.gsw")));
    const auto result =
        connections.write([](Database &database) { database.execute("SELECT * FROM nowhere"); });
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Problem::Kind::ServerFault);
    QCOMPARE(result.error().messageKey, QStringLiteral("error.store.failed"));
    QVERIFY(result.error().detail.contains(QStringLiteral("nowhere")));
}

void TestDatabase::migratesStepByStep()
{
    constexpr std::array first{Migration{1, "CREATE TABLE a (x)"}};
    constexpr std::array both{Migration{1, "CREATE TABLE a (x)"}, Migration{2, "ALTER TABLE a ADD COLUMN y"}};
    Database database(file(QStringLiteral("a.gsw")), Database::Access::ReadWrite);
    QVERIFY(migrate(database, first));
    database.run("INSERT INTO a VALUES (?)", 7);
    QVERIFY(migrate(database, both));
    QVERIFY(migrate(database, both)); // nothing left to do
    QCOMPARE(database.pragma("user_version"), 2);
    Statement select = database.prepare("SELECT x, y FROM a");
    QVERIFY(select.step());
    QCOMPARE(select.integer(0), 7);
}

void TestDatabase::aFailedMigrationChangesNothing()
{
    constexpr std::array broken{Migration{1, "CREATE TABLE a (x)"}, Migration{2, "CREATE TABLE"}};
    Database database(file(QStringLiteral("a.gsw")), Database::Access::ReadWrite);
    QVERIFY_THROWS_EXCEPTION(SqlError, (void)migrate(database, broken));
    QCOMPARE(database.pragma("user_version"), 0);
    Statement count = database.prepare("SELECT count(*) FROM sqlite_master");
    QVERIFY(count.step());
    QCOMPARE(count.integer(0), 0);
}

void TestDatabase::refusesANewerFile()
{
    const QString path = file(QStringLiteral("a.gsw"));
    QVERIFY(openStore(path));
    {
        Database database(path, Database::Access::ReadWrite);
        database.execute("PRAGMA user_version=99");
    }
    const auto opened = openStore(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().messageKey, QStringLiteral("error.store.newer"));
}

void TestDatabase::refusesAForeignDatabase()
{
    const QString path = file(QStringLiteral("addressbook.db"));
    {
        Database database(path, Database::Access::ReadWrite);
        database.execute("PRAGMA journal_mode=DELETE; CREATE TABLE people (name)");
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto opened = openStore(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().messageKey, QStringLiteral("error.store.not_a_workspace"));
    QVERIFY(file.seek(0));
    QVERIFY(file.readAll() == before); // not a byte of it is touched
}

void TestDatabase::refusesAFileThatIsNoDatabase()
{
    const QString path = file(QStringLiteral("letter.txt"));
    QFile letter(path);
    QVERIFY(letter.open(QIODevice::WriteOnly));
    const QByteArray text = QByteArray("Dear organiser, ").repeated(100);
    letter.write(text);
    letter.close();
    const auto opened = openStore(path);
    QVERIFY(!opened);
    QCOMPARE(opened.error().messageKey, QStringLiteral("error.store.not_a_workspace"));
    QVERIFY(letter.open(QIODevice::ReadOnly));
    QCOMPARE(letter.readAll(), text);
}

void TestDatabase::refusesADirectory()
{
    const auto opened = openStore(m_dir->path());
    QVERIFY(!opened);
    QCOMPARE(opened.error().messageKey, QStringLiteral("error.store.not_a_workspace"));
}

void TestDatabase::settingsSurviveReopening()
{
    const QString path = file(QStringLiteral("a.gsw"));
    Organiser organiser;
    organiser.name = QStringLiteral("Kulturverein Süd");
    organiser.currency = QStringLiteral("CHF");
    organiser.timeZone = QStringLiteral("Europe/Zurich");
    organiser.consentWhenUnknown = false;
    MarketAssumptions assumptions;
    assumptions.clickRate = 0.02;
    {
        const auto store = openStore(path);
        QVERIFY(store);
        QCOMPARE((*store)->settings().organiser().value(), Organiser());
        QVERIFY(setOrganiser((*store)->settings(), organiser));
        QVERIFY(setMarket((*store)->settings(), assumptions));
    }
    const auto store = openStore(path);
    QCOMPARE((*store)->settings().organiser().value(), organiser);
    QCOMPARE((*store)->settings().all()->market, assumptions);
}

void TestDatabase::adSpendIsListedPerEvent()
{
    const auto store = openStore(file(QStringLiteral("a.gsw")));
    CampaignStore &campaigns = (*store)->campaigns();
    AdSpend spend{
        0, EventId(QStringLiteral("e1")), {}, QDate(2026, 5, 1), Money{12'345, QStringLiteral("EUR")}};
    const auto id = campaigns.addAdSpend(spend);
    QVERIFY(id);
    AdSpend other = spend;
    other.eid = EventId(QStringLiteral("e2"));
    QVERIFY(campaigns.addAdSpend(other));
    spend.id = *id;
    QCOMPARE(campaigns.adSpend(spend.eid).value(), std::vector<AdSpend>{spend});
    QCOMPARE(campaigns.adSpend(std::nullopt).value().size(), 2U);
    QVERIFY(campaigns.removeAdSpend(*id));
    QVERIFY(campaigns.adSpend(spend.eid).value().empty());
}

void TestDatabase::manyThreadsReadAndWrite()
{
    Connections connections(file(QStringLiteral("a.gsw")));
    QVERIFY(connections.write(
        [](Database &database) { database.execute("CREATE TABLE account (name, money)"); }));
    QVERIFY(connections.write(
        [](Database &database) { database.execute("INSERT INTO account VALUES ('a', 500), ('b', 500)"); }));
    std::atomic<int> failures = 0;
    std::atomic<int> tornReads = 0;
    const auto move = [&](const char *from, const char *to) {
        const auto moved = connections.write([&](Database &database) {
            database.run("UPDATE account SET money = money - 1 WHERE name = ?", from);
            database.run("UPDATE account SET money = money + 1 WHERE name = ?", to);
        });
        failures += moved ? 0 : 1;
    };
    const auto look = [&] {
        const auto sum = connections.read([](Database &database) {
            Statement select = database.prepare("SELECT sum(money) FROM account");
            select.step();
            return select.integer(0);
        });
        failures += sum ? 0 : 1;
        tornReads += sum.value_or(0) == 1000 ? 0 : 1;
    };
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 25; ++round)
                    move("a", "b");
            });
            threads.emplace_back([&] {
                for (int round = 0; round < 50; ++round)
                    look();
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(tornReads.load(), 0);
    const auto left = connections.read([](Database &database) {
        Statement select = database.prepare("SELECT money FROM account WHERE name = 'a'");
        select.step();
        return select.integer(0);
    });
    QCOMPARE(left.value(), 400);
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
