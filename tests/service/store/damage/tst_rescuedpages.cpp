// A damaged page costs what lies on it and nothing beside: not the rows behind it, not what nobody agreed to,
// not another currency.
#include "app/service/store/rescue.h"
#include "app/service/store/sqlite/connection/checkedpages.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/rescue/tablerescue.h"
#include "app/service/store/sqlite/rescue/treepage.h"
#include "app/service/store/sqlite/stores/sqlitesettingsstore.h"
#include "app/service/store/store.h"
#include "tests/service/store/damage/workspacefile.h"
#include "tests/service/store/setsettings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::service;
using namespace groundswell::test;

namespace {

constexpr qsizetype pageSize = 16'384;
using Kind = RescuedPart::Kind;

const char *const manyRows = R"sql(
WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
INSERT INTO customer (no, id, email, city, consent_ads)
    SELECT i, 'k' || i, 'someone' || i || '@example.org', 'Wherever', 1 FROM n;
WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 4000)
INSERT INTO event (no, id, title, starts_at) SELECT i, 'k' || i, 'Concert ' || i, 7 FROM n;
WITH RECURSIVE n (i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
INSERT INTO sale_block (no, event, first_at, last_at, lines, data) SELECT i, 1, 2, 3, 4, zeroblob(300) FROM n;
)sql";

/// Three of every four lose the consent that they had.
const char *const withdrawals = R"sql(
UPDATE customer SET consent_ads = 1, consent_email = 1, ad_opt_out = 0;
INSERT INTO changed_customer SELECT no, id, email, phone, first_name, last_name, city, zip, country, language,
    birth_year, 0, 0, 1 FROM customer WHERE no % 4 > 0;
)sql";

std::optional<TreePage> pageOf(const QByteArray &file, qsizetype page)
{
    return TreePage::read({reinterpret_cast<const unsigned char *>(file.constData()) + page * pageSize,
                           static_cast<size_t>(pageSize - checksumBytes)});
}

/// The leaves of a table or index, from its beginning to its end; pages count from 0.
std::vector<qsizetype> leavesOf(const QString &path, const QByteArray &file, const std::string &name)
{
    Database database(path, Database::Access::ReadOnly);
    Statement select = database.prepare("SELECT rootpage FROM sqlite_master WHERE name = ?");
    if (!select.bindAll(name).step())
        return {};
    std::vector<qsizetype> pages{select.integer(0) - 1};
    while (!pageOf(file, pages.front())->isLeaf()) {
        std::vector<qsizetype> below;
        for (const qsizetype page : pages) {
            for (const std::uint32_t child : pageOf(file, page)->children())
                below.push_back(static_cast<qsizetype>(child) - 1);
        }
        pages = std::move(below);
    }
    return pages;
}

QByteArray withFlippedBit(QByteArray file, qsizetype page)
{
    const qsizetype place = page * pageSize + pageSize / 2;
    file[place] = static_cast<char>(file.at(place) ^ 1);
    return file;
}

std::int64_t numberIn(const QString &path, const std::string &sql)
{
    Database database(path, Database::Access::ReadOnly);
    Statement select = database.prepare(sql);
    return select.step() ? select.integer(0) : -1;
}

} // namespace

class TestRescuedPages : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    /// A copy of the filled workspace in which \a sql was run.
    QByteArray changed(const char *name, const char *sql)
    {
        if (!QFile::exists(at(name))) {
            QFile::copy(at("whole.groundswell"), at(name));
            Database database(at(name), Database::Access::ReadWrite);
            database.execute(sql);
        }
        return bytesOf(at(name));
    }
    Expected<RescueReport> rescue(const QByteArray &damaged)
    {
        QFile::remove(at("rescued.groundswell"));
        writeBytes(at("damaged.groundswell"), damaged);
        return rescueWorkspace(at("damaged.groundswell"), at("rescued.groundswell"));
    }
    [[nodiscard]] std::int64_t number(const std::string &sql) const
    {
        return numberIn(at("rescued.groundswell"), sql);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto store = openStore(at("whole.groundswell"));
        QVERIFY(store);
        fillWorkspace(**store, at("whole.groundswell"));
    }

    void aPageCostsItsOwnRows_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<int>("place");
        for (const char *table : {"customer", "event", "sale_block"}) {
            for (int place = 0; place < 5; ++place)
                QTest::addRow("%s, at %d quarters", table, place) << QString::fromLatin1(table) << place;
        }
    }
    void aPageCostsItsOwnRows()
    {
        QFETCH(QString, table);
        QFETCH(int, place);
        const std::string name = table.toStdString();
        const QByteArray whole = changed("many.groundswell", manyRows);
        const std::vector<qsizetype> leaves = leavesOf(at("many.groundswell"), whole, name);
        QVERIFY(leaves.size() >= 10);
        const qsizetype leaf = leaves.at((leaves.size() - 1) * static_cast<size_t>(place) / 4);
        const auto onLeaf = static_cast<std::int64_t>(pageOf(whole, leaf)->records());
        const std::int64_t before = numberIn(at("many.groundswell"), "SELECT count(*) FROM " + name);
        writeBytes(at("page.groundswell"), withFlippedBit(whole, leaf));
        QFile::remove(at("target.groundswell"));
        QVERIFY(openStore(at("target.groundswell")));
        Database from(at("page.groundswell"), Database::Access::ReadWrite);
        Database to(at("target.groundswell"), Database::Access::ReadWrite);
        Transaction transaction(to, Transaction::Mode::Write);
        const TableRescue rescued = rescueTable(from, to, name);
        transaction.commit();
        QCOMPARE(rescued.rescued, before - onLeaf);
        QVERIFY(!rescued.isComplete);
        QCOMPARE(numberIn(at("target.groundswell"), "SELECT count(*) FROM " + name), before - onLeaf);
    }

    void whatIsDamagedTwiceCostsTwoPages()
    {
        const QByteArray whole = changed("many.groundswell", manyRows);
        const std::vector<qsizetype> leaves = leavesOf(at("many.groundswell"), whole, "customer");
        const qsizetype first = leaves.at(1);
        const qsizetype second = leaves.at(leaves.size() / 2);
        const auto report = rescue(withFlippedBit(withFlippedBit(whole, first), second));
        QVERIFY(report);
        const RescuedPart &customers = report->part(Kind::Customers);
        QCOMPARE(customers.inPart,
                 static_cast<qint64>(pageOf(whole, first)->records() + pageOf(whole, second)->records()));
        QCOMPARE(customers.rescued + customers.inPart,
                 numberIn(at("many.groundswell"), "SELECT count(*) FROM customer"));
        QVERIFY(customers.isComplete);
    }

    // Between an import that counts and its tidy-up, the old consents still lie in their rows.
    void consentThatWasWithdrawnStaysSo_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<bool>("isIndexDamaged");
        for (int place = 0; place < 3; ++place) {
            QTest::addRow("leaf at %d halves", place) << place << false;
            QTest::addRow("leaf at %d halves, and of the index", place) << place << true;
        }
    }
    void consentThatWasWithdrawnStaysSo()
    {
        QFETCH(int, place);
        QFETCH(bool, isIndexDamaged);
        const std::string many = std::string(manyRows) + withdrawals;
        const QByteArray whole = changed("withdrawn.groundswell", many.c_str());
        const auto leaves = leavesOf(at("withdrawn.groundswell"), whole, "changed_customer");
        QVERIFY(leaves.size() >= 3);
        QByteArray damaged = withFlippedBit(whole, leaves.at((leaves.size() - 1) * size_t(place) / 2));
        if (isIndexDamaged) {
            for (const qsizetype page :
                 leavesOf(at("withdrawn.groundswell"), whole, "sqlite_autoindex_changed_customer_1"))
                damaged = withFlippedBit(damaged, page);
        }
        const auto report = rescue(damaged);
        QVERIFY(report);
        QCOMPARE(number("SELECT count(*) FROM customer WHERE no % 4 > 0"
                        " AND (consent_ads IS NOT 0 OR consent_email IS NOT 0 OR ad_opt_out IS NOT 1)"),
                 0);
        // Where the index says whom it concerns, the others keep what they said.
        const std::int64_t others = number("SELECT count(*) FROM customer WHERE no % 4 = 0");
        QCOMPARE(number("SELECT count(*) FROM customer WHERE no % 4 = 0 AND consent_ads = 1"),
                 isIndexDamaged ? 0 : others);
        const RescuedPart &customers = report->part(Kind::Customers);
        QVERIFY(customers.inPart > 0);
        QCOMPARE(customers.inPart, report->withdrawn);
        QCOMPARE(customers.rescued + customers.inPart,
                 numberIn(at("withdrawn.groundswell"), "SELECT count(*) FROM customer"));
    }

    void lostSettingsAgreeToNothing_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("currency");
        QTest::newRow("nothing names a currency") << QByteArray() << u"EUR"_qs;
        QTest::newRow("a setup names it")
            << QByteArray(R"(UPDATE setup_process SET row = '{"currency":"KWD"}' WHERE event_id = 'e3';)")
            << u"KWD"_qs;
        QTest::newRow("campaigns and setups agree")
            << QByteArray(R"(UPDATE campaign SET row = '{"budget":{"currency":"KWD"}}' WHERE event_id = 'e3';
                             UPDATE setup_process SET row = '{"currency":"KWD"}';)")
            << u"KWD"_qs;
        QTest::newRow("they don't agree")
            << QByteArray(R"(UPDATE campaign SET row = '{"currency":"KWD"}' WHERE event_id = 'e3';
                             UPDATE setup_process SET row = '{"currency":"JPY"}';)")
            << u"EUR"_qs;
    }
    void lostSettingsAgreeToNothing()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, currency);
        QFile::remove(at("settings.groundswell"));
        const QByteArray whole = changed("settings.groundswell", sql.constData());
        const auto report =
            rescue(withFlippedBit(whole, leavesOf(at("settings.groundswell"), whole, "setting").front()));
        QVERIFY(report);
        Database database(at("rescued.groundswell"), Database::Access::ReadOnly);
        const Organiser organiser = readOrganiser(database);
        QCOMPARE(organiser.consentWhenUnknown, false);
        QCOMPARE(organiser.currency, currency);
        QVERIFY(report->assumed);
        QCOMPARE(report->assumed->currency, currency);
        QCOMPARE(report->assumed->isCurrencyFound, currency != u"EUR");
        QCOMPARE(report->toJson()[u"assumed"][u"consent_when_unknown"], QJsonValue(false));
    }

    void aCurrencyThatWasGuessedCanBeSetOnce()
    {
        const QByteArray whole = bytesOf(at("whole.groundswell"));
        QVERIFY(rescue(withFlippedBit(whole, leavesOf(at("whole.groundswell"), whole, "setting").front())));
        const auto store = openStore(at("rescued.groundswell"));
        QVERIFY(store);
        SettingsStore &settings = (*store)->settings();
        Organiser organiser = *settings.organiser();
        organiser.name = u"Somebody"_qs;
        QVERIFY(setOrganiser(settings, organiser));
        organiser.currency = u"KWD"_qs;
        QVERIFY(setOrganiser(settings, organiser));
        organiser.currency = u"USD"_qs;
        QVERIFY(!setOrganiser(settings, organiser));
        QCOMPARE(settings.organiser()->currency, u"KWD"_qs);
    }

    void whatMayCountTwiceIsSaid()
    {
        const QByteArray whole = bytesOf(at("whole.groundswell"));
        const auto sound = rescue(whole);
        QVERIFY(sound && !sound->mayCountTwice && !sound->assumed && sound->withdrawn == 0);
        for (const char *table : {"outdated_block", "import_stage"}) {
            const auto report =
                rescue(withFlippedBit(whole, leavesOf(at("whole.groundswell"), whole, table).front()));
            QVERIFY(report && report->mayCountTwice);
            QCOMPARE(report->toJson()[u"may_count_twice"], QJsonValue(true));
        }
    }
};

QTEST_GUILESS_MAIN(TestRescuedPages)
#include "tst_rescuedpages.moc"
