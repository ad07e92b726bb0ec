// A damaged page costs what lies on it and nothing beside.
#include "app/service/store/rescue.h"
#include "app/service/store/sqlite/checkedpages.h"
#include "app/service/store/sqlite/database.h"
#include "app/service/store/sqlite/rescue/tablerescue.h"
#include "app/service/store/sqlite/rescue/treepage.h"
#include "app/service/store/store.h"
#include "tests/service/store/damage/workspacefile.h"

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
};

QTEST_GUILESS_MAIN(TestRescuedPages)
#include "tst_rescuedpages.moc"
