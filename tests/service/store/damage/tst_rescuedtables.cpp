// Rescue where the list of tables is damaged: each table is told by where it must lie and by its rows, in
// files of every version, and where that isn't sure it is left.
#include "app/service/store/rescue.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/store.h"
#include "tests/service/store/damage/rescuecheck.h"
#include "tests/service/store/damage/workspacefile.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace groundswell;
using namespace groundswell::service;
using namespace groundswell::test;

namespace {

constexpr qsizetype pageSize = 16'384;

bool open(const QString &path)
{
    return openStore(path).has_value();
}

/// As a program of that version did it, which left the file as it was otherwise.
void convert(const QString &path, int version)
{
    Database database(path, Database::Access::ReadWrite);
    if (!migrate(database, migrations().first(static_cast<size_t>(version))))
        qFatal("not converted");
}

QByteArray withoutList(QByteArray file, qsizetype from, qsizetype to)
{
    for (qsizetype at = from; at < to; ++at)
        file[at] = static_cast<char>('x' + at % 3);
    return file;
}

} // namespace

class TestRescuedTables : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Rows m_originals;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    /// Rescues it; what there was of the version's tables is there again.
    void tryOut(const QByteArray &damaged, int version, bool isVouchedFor);

private Q_SLOTS:
    void initTestCase()
    {
        const auto store = openStore(at("whole.groundswell"));
        QVERIFY(store);
        fillWorkspace(**store, at("whole.groundswell"));
        m_originals = originalRowsOf(at("whole.groundswell"));
    }
    void init()
    {
        for (const char *name : {"made.groundswell", "made.v4-backup.groundswell", "damaged.groundswell",
                                 "rescued.groundswell", "again.groundswell"}) {
            for (const char *ending : {"", "-wal", "-shm"})
                QFile::remove(at(name) + QLatin1StringView(ending));
        }
    }

    void earlierVersions_data()
    {
        QTest::addColumn<int>("made");
        QTest::addColumn<int>("version");
        QTest::addColumn<int>("bytes");
        for (int version = 1; version <= 7; ++version)
            QTest::addRow("of version %d", version) << version << version << 16'384;
        QTest::newRow("of 1, converted to 7") << 1 << 7 << 16'384;
        QTest::newRow("of 3, converted to 6") << 3 << 6 << 16'384;
        QTest::newRow("of 4, converted to 7") << 4 << 7 << 16'384;
        QTest::newRow("of 2, with small pages") << 2 << 2 << 4'096;
        QTest::newRow("of 4, with small pages") << 4 << 4 << 4'096;
        QTest::newRow("of 7, with small pages") << 7 << 7 << 4'096;
        QTest::newRow("of 1, converted to 5, with small pages") << 1 << 5 << 4'096;
    }
    void earlierVersions()
    {
        QFETCH(int, made);
        QFETCH(int, version);
        QFETCH(int, bytes);
        writeEarlierVersion(at("whole.groundswell"), at("made.groundswell"), made, bytes);
        convert(at("made.groundswell"), version);
        const QByteArray whole = bytesOf(at("made.groundswell"));
        tryOut(withoutList(whole, 100, bytes), made, false);
        // And where its version is damaged too.
        QByteArray unknown = withoutList(whole, 100, bytes);
        unknown[60] = 1;
        tryOut(unknown, made, false);
    }

    void aNewWorkspace_data()
    {
        QTest::addColumn<qsizetype>("from");
        QTest::addColumn<qsizetype>("to");
        QTest::newRow("the first page") << qsizetype{0} << pageSize;
        QTest::newRow("behind the header") << qsizetype{100} << pageSize;
        QTest::newRow("the places") << qsizetype{100} << qsizetype{512};
        QTest::newRow("a sector of the texts") << qsizetype{12'288} << qsizetype{12'800};
        QTest::newRow("the end") << pageSize - 1'024 << pageSize;
    }
    void aNewWorkspace()
    {
        QFETCH(qsizetype, from);
        QFETCH(qsizetype, to);
        tryOut(withoutList(bytesOf(at("whole.groundswell")), from, to), 8, true);
    }

    void aConvertedWorkspace()
    {
        writeEarlierVersion(at("whole.groundswell"), at("made.groundswell"));
        QVERIFY(open(at("made.groundswell")));
        tryOut(withoutList(bytesOf(at("made.groundswell")), 0, pageSize), 8, true);
    }

    // Tables that came later lie where there was room.
    void aRescuedWorkspaceOfAnEarlierVersion()
    {
        writeEarlierVersion(at("whole.groundswell"), at("made.groundswell"));
        QVERIFY(rescueWorkspace(at("made.groundswell"), at("again.groundswell")));
        tryOut(withoutList(bytesOf(at("again.groundswell")), 100, pageSize), 8, true);
    }

    void anyByteOfTheFirstPage()
    {
        QRandomGenerator random(3);
        const QByteArray whole = bytesOf(at("whole.groundswell"));
        for (int i = 0; i < 40; ++i) {
            init();
            QByteArray damaged = whole;
            const auto place = static_cast<qsizetype>(random.bounded(static_cast<quint32>(pageSize)));
            damaged[place] = static_cast<char>(damaged.at(place) ^ (1 << random.bounded(8)));
            tryOut(damaged, 8, true);
        }
    }

    // What was stored since is in the log alone, the first page of it too or not.
    void whatIsInTheLogCounts()
    {
        const QByteArray whole = bytesOf(at("whole.groundswell"));
        for (const bool isInLog : {false, true}) {
            init();
            writeBytes(at("made.groundswell"), whole);
            Database busy(at("made.groundswell"), Database::Access::ReadWrite);
            busy.execute("PRAGMA wal_autocheckpoint=0; UPDATE setup_process SET row = '{\"n\":2}' WHERE "
                         "event_id = 'e3'");
            if (isInLog)
                busy.execute("PRAGMA user_version=7; PRAGMA user_version=8");
            const Rows now = originalRowsOf(at("made.groundswell"));
            QVERIFY(now != m_originals);
            writeBytes(at("damaged.groundswell"), withoutList(bytesOf(at("made.groundswell")), 0, pageSize));
            writeBytes(at("damaged.groundswell-wal"), bytesOf(at("made.groundswell-wal")));
            const auto report = rescueWorkspace(at("damaged.groundswell"), at("rescued.groundswell"));
            QVERIFY(report);
            QVERIFY2(report->isComplete(), QJsonDocument(report->toJson()).toJson().constData());
            QCOMPARE(originalRowsOf(at("rescued.groundswell")), now);
        }
    }

    // Two tables with the same columns, in a file that came about in a way that nobody knows: both are left.
    void whatCantBeToldApartIsLeft()
    {
        writeBytes(at("made.groundswell"), bytesOf(at("whole.groundswell")));
        {
            Database database(at("made.groundswell"), Database::Access::ReadWrite);
            for (const char *table : {"setup_process", "setup_revision"}) {
                Statement select = database.prepare("SELECT sql FROM sqlite_master WHERE name = ?");
                QVERIFY(select.bindAll(table).step());
                std::string sql(select.view(0));
                select.reset();
                const std::string name(table);
                sql.replace(sql.find(name), name.size(), "moved");
                database.execute(sql.c_str());
                database.execute(("INSERT INTO moved SELECT * FROM " + name + "; DROP TABLE " + name
                                  + "; ALTER TABLE moved RENAME TO " + name)
                                     .c_str());
            }
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        QCOMPARE(originalRowsOf(at("made.groundswell")), m_originals);
        writeBytes(at("damaged.groundswell"), withoutList(bytesOf(at("made.groundswell")), 100, pageSize));
        const auto report = rescueWorkspace(at("damaged.groundswell"), at("rescued.groundswell"));
        QVERIFY(report);
        QCOMPARE(rescueFindings(m_originals, at("rescued.groundswell"), *report), QStringList());
        QCOMPARE(report->part(RescuedPart::Kind::Setups).rescued, 0);
        QVERIFY(!report->part(RescuedPart::Kind::Setups).isComplete);
        QCOMPARE(report->part(RescuedPart::Kind::Customers).rescued, 700);
        QCOMPARE(report->part(RescuedPart::Kind::Sales).rescued, 9'000);
    }
};

void TestRescuedTables::tryOut(const QByteArray &damaged, int version, bool isVouchedFor)
{
    writeBytes(at("damaged.groundswell"), damaged);
    QFile::remove(at("rescued.groundswell"));
    QCOMPARE(openStore(at("damaged.groundswell")).error().messageKey, QStringLiteral("error.store.damaged"));
    const auto report = rescueWorkspace(at("damaged.groundswell"), at("rescued.groundswell"));
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY2(report->isComplete(), QJsonDocument(report->toJson()).toJson().constData());
    QCOMPARE(report->isVouchedFor, isVouchedFor);
    const std::vector<std::string> ofFirst{"setting",  "event",           "customer",
                                           "ad_spend", "ticket_category", "sale_block"};
    for (const auto &[table, rows] : originalRowsOf(at("rescued.groundswell"))) {
        const bool isThere = (version >= 3 || table != "run_evaluation")
            && (version >= 2 || std::ranges::find(ofFirst, table) != ofFirst.end());
        QVERIFY2(rows == (isThere ? m_originals.at(table) : std::vector<std::string>()), table.c_str());
    }
    QVERIFY(open(at("rescued.groundswell")));
}

QTEST_GUILESS_MAIN(TestRescuedTables)
#include "tst_rescuedtables.moc"
