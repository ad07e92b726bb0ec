// A workspace that a disk, a copying program or a person has damaged, in some hundred ways: it is refused, or
// what it says is what it said; and what rescue gives back was in it.
#include "app/service/store/rescue.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/sqlite/connection/checkedpages.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/stores/settingrows.h"
#include "tests/service/store/damage/rescuecheck.h"
#include "tests/service/store/damage/workspacefile.h"
#include "tests/service/store/setsettings.h"

#include <sqlite3.h>

#include <QDir>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace groundswell;
using namespace groundswell::service;
using namespace groundswell::test;

namespace {

constexpr qsizetype pageSize = 16'384;

const QStringList refusals{QStringLiteral("error.store.damaged"),
                           QStringLiteral("error.store.not_a_workspace"), QStringLiteral("error.store.newer"),
                           QStringLiteral("error.store.empty")};

QString keyOf(const QString &path)
{
    const auto store = openStore(path);
    return store ? QString() : store.error().messageKey;
}

} // namespace

class TestDamage : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_whole; ///< of a workspace that was closed in order
    Rows m_content, m_originals;
    int m_opened = 0, m_refused = 0, m_rescued = 0;

    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }
    void tryOut(const QByteArray &damaged, const QString &what);
    void tryRescue(const QString &path, const QString &what);

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = at("whole.groundswell");
        {
            const auto store = openStore(path);
            QVERIFY(store);
            fillWorkspace(**store, path);
        }
        m_whole = bytesOf(path);
        m_content = contentOf(path);
        m_originals = originalRowsOf(path);
        QCOMPARE(m_content.at("(check)"), std::vector<std::string>{"ok"});
        const std::set<std::string> ofImportsUnderWay{"import_stage", "changed_customer", "outdated_block"};
        for (const auto &[table, rows] : m_content)
            QVERIFY2(rows.empty() == ofImportsUnderWay.contains(table), table.c_str());
    }
    void cleanupTestCase()
    {
        qInfo("%d opened with the same content, %d refused, %d rescued in part or whole", m_opened, m_refused,
              m_rescued);
    }

    void everyPageCarriesAChecksum()
    {
        QCOMPARE(m_whole.size() % pageSize, 0);
        for (qsizetype page = 0; page < m_whole.size() / pageSize; ++page) {
            const auto *bytes =
                reinterpret_cast<const unsigned char *>(m_whole.constData()) + page * pageSize;
            QCOMPARE(stateOf({bytes, static_cast<size_t>(pageSize)}, static_cast<std::uint32_t>(page + 1)),
                     PageState::Sound);
        }
    }

    void flippedBytes()
    {
        QRandomGenerator random(20261129);
        const int flips = qEnvironmentVariableIntValue("GROUNDSWELL_DAMAGES");
        for (int i = 0; i < std::max(120, flips); ++i) {
            QByteArray damaged = m_whole;
            const auto place = static_cast<qsizetype>(random.bounded(static_cast<quint32>(damaged.size())));
            damaged[place] = static_cast<char>(damaged.at(place) ^ (1 << random.bounded(8)));
            tryOut(damaged, QStringLiteral("byte %1 flipped").arg(place));
        }
    }

    // Each of them, whatever it stands for: the version isn't a newer one for it, nor the file another
    // program's. All that is behind them is there.
    void flippedBytesOfTheHeader()
    {
        for (qsizetype place = 0; place < 108; ++place) {
            const QString what = QStringLiteral("byte %1 of the header changed").arg(place);
            for (const int bits : {0x01, 0x80, 0x11}) {
                QByteArray damaged = m_whole;
                damaged[place] = static_cast<char>(damaged.at(place) ^ bits);
                writeBytes(at("damaged.groundswell"), damaged);
                QVERIFY2(keyOf(at("damaged.groundswell")) == u"error.store.damaged", qPrintable(what));
                if (bits == 0x11)
                    tryOut(damaged, what);
            }
            QCOMPARE(originalRowsOf(at("saved.groundswell")), m_originals);
        }
    }

    void truncations()
    {
        QRandomGenerator random(7);
        std::vector<qsizetype> lengths{1,
                                       15,
                                       16,
                                       50,
                                       99,
                                       100,
                                       101,
                                       512,
                                       4'096,
                                       pageSize - 1,
                                       pageSize,
                                       pageSize + 1,
                                       2 * pageSize,
                                       m_whole.size() - 1,
                                       m_whole.size() - pageSize};
        for (int i = 0; i < 15; ++i)
            lengths.push_back(static_cast<qsizetype>(random.bounded(static_cast<quint32>(m_whole.size()))));
        for (const qsizetype length : lengths) {
            const QString what = QStringLiteral("cut to %1").arg(length);
            tryOut(m_whole.first(length), what);
            QCOMPARE(keyOf(at("damaged.groundswell")), QStringLiteral("error.store.damaged"));
        }
    }

    void pagesThatAreGoneOrMixedUp()
    {
        QRandomGenerator random(11);
        const auto pages = static_cast<quint32>(m_whole.size() / pageSize);
        const QByteArray zeros(pageSize, '\0');
        for (int i = 0; i < 25; ++i) {
            const qsizetype one = static_cast<qsizetype>(random.bounded(pages)) * pageSize;
            const qsizetype other = static_cast<qsizetype>(random.bounded(pages)) * pageSize;
            QByteArray damaged = m_whole;
            tryOut(damaged.replace(one, pageSize, zeros), QStringLiteral("page at %1 zeroed").arg(one));
            damaged = m_whole;
            const qsizetype sector = one + 512 * random.bounded(32);
            tryOut(damaged.replace(sector, 512, zeros.first(512)),
                   QStringLiteral("sector at %1 zeroed").arg(sector));
            damaged = m_whole;
            tryOut(damaged.replace(one, pageSize, m_whole.mid(other, pageSize)),
                   QStringLiteral("page from %1 at %2").arg(other).arg(one));
        }
    }

    void anAddedEndIsNoWorkspaceOfOurs()
    {
        tryOut(m_whole + QByteArray(1000, 'x'), QStringLiteral("a thousand bytes more"));
        tryOut(m_whole + QByteArray(pageSize, 'x'), QStringLiteral("a page more"));
    }

    void theClassIsRight_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("key");
        const auto changed = [&](const char *sql) {
            const QString path = at("changed");
            writeBytes(path, m_whole);
            {
                Database database(path, Database::Access::ReadWrite);
                database.execute(sql);
            }
            return bytesOf(path);
        };
        QByteArray zeroed = m_whole;
        zeroed.replace(0, 100, QByteArray(100, '\0'));
        QByteArray firstPage = m_whole;
        firstPage.replace(0, pageSize, QByteArray(pageSize, '\0'));
        QTest::newRow("empty") << QByteArray() << QStringLiteral("error.store.empty");
        QTest::newRow("text") << QByteArray("Dear organiser, ").repeated(4000)
                              << QStringLiteral("error.store.not_a_workspace");
        QTest::newRow("short text") << QByteArray("x") << QStringLiteral("error.store.not_a_workspace");
        QTest::newRow("zeros") << QByteArray(100'000, '\0') << QStringLiteral("error.store.not_a_workspace");
        QTest::newRow("header zeroed") << zeroed << QStringLiteral("error.store.damaged");
        QTest::newRow("first page zeroed") << firstPage << QStringLiteral("error.store.damaged");
        const auto withByte = [&](QByteArray bytes, qsizetype place, int value) {
            bytes[place] = static_cast<char>(value);
            return bytes;
        };
        constexpr qsizetype version = 63, program = 71; // the last bytes of the two numbers
        writeEarlierVersion(at("whole.groundswell"), at("earlier"));
        QTest::newRow("version damaged")
            << withByte(m_whole, version, 9) << QStringLiteral("error.store.damaged");
        QTest::newRow("program damaged")
            << withByte(m_whole, program, 9) << QStringLiteral("error.store.damaged");
        QTest::newRow("program gone") << QByteArray(m_whole).replace(program - 3, 4, QByteArray(4, '\0'))
                                      << QStringLiteral("error.store.damaged");
        // Nothing but the number itself says so there.
        QTest::newRow("earlier, version damaged")
            << withByte(bytesOf(at("earlier")), version - 3, 1) << QStringLiteral("error.store.damaged");
        QTest::newRow("earlier, newer")
            << withByte(bytesOf(at("earlier")), version, 99) << QStringLiteral("error.store.newer");
        QTest::newRow("newer") << changed("PRAGMA user_version=99") << QStringLiteral("error.store.newer");
        QTest::newRow("another program's")
            << changed("PRAGMA application_id=99") << QStringLiteral("error.store.not_a_workspace");
    }
    void theClassIsRight()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, key);
        const QString path = at("class.groundswell");
        writeBytes(path, bytes);
        QCOMPARE(keyOf(path), key);
        QCOMPARE(bytesOf(path), bytes); // not a byte of it is touched
    }

    void aFolderIsNoWorkspace()
    {
        QCOMPARE(keyOf(m_folder.path()), QStringLiteral("error.store.not_a_workspace"));
        QVERIFY(!rescueWorkspace(m_folder.path(), at("none")));
    }

    // As after a kill: the last edits are in the log alone.
    void aLogThatIsDamagedOrGone()
    {
        const QString path = at("killed.groundswell");
        std::vector<Rows> states;
        QByteArray file, log;
        {
            const auto store = openStore(path);
            QVERIFY(store);
            states.push_back(contentOf(path));
            fillWorkspace(**store, path);
            Database database(path, Database::Access::ReadWrite);
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            states.push_back(contentOf(path));
            for (int i = 0; i < 6; ++i) {
                database.run("UPDATE setup_process SET row = ? WHERE event_id = 'e3'",
                             QByteArray(3'000, static_cast<char>('a' + i)));
                states.push_back(contentOf(path));
            }
            file = bytesOf(path);
            log = bytesOf(logOf(path));
        }
        QVERIFY(log.size() > 6 * pageSize);
        // A cut may be that of the power, which takes what nobody was told of. What is changed in the middle
        // costs what was acknowledged: only the last transaction can't be told from one that was torn.
        const auto tryLog = [&](const QByteArray &damaged, const std::vector<Rows> &allowed) {
            const QString copy = at("logged.groundswell");
            writeBytes(copy, file);
            QFile::remove(logOf(copy));
            if (!damaged.isNull())
                writeBytes(logOf(copy), damaged);
            const QString key = keyOf(copy);
            if (key.isEmpty())
                QVERIFY(std::ranges::find(allowed, contentOf(copy)) != allowed.end());
            else
                QCOMPARE(key, QStringLiteral("error.store.damaged"));
            tryRescue(copy, QStringLiteral("log"));
        };
        tryLog(log, {states.back()});
        QCOMPARE(contentOf(at("logged.groundswell")), states.back());
        tryLog({}, {states[1]});
        QCOMPARE(contentOf(at("logged.groundswell")), states[1]);
        tryLog(QByteArray(50'000, 'x'), {states[1]});
        QRandomGenerator random(5);
        for (int i = 0; i < 15; ++i) {
            QByteArray damaged = log;
            const auto place = static_cast<qsizetype>(random.bounded(static_cast<quint32>(log.size())));
            damaged[place] = static_cast<char>(damaged.at(place) ^ 4);
            tryLog(damaged, {states.back(), states[states.size() - 2]});
            tryLog(log.first(place), states);
        }
    }

    // A log that stayed when its file went: what comes in the file's place has nothing to do with it.
    void aLogOfAnotherFile()
    {
        const QString path = at("left.groundswell");
        QByteArray log;
        {
            writeBytes(path, m_whole);
            Database busy(path, Database::Access::ReadWrite);
            busy.execute("PRAGMA wal_autocheckpoint=0; DELETE FROM customer WHERE no > 300;"
                         "DELETE FROM sale_block; DELETE FROM package_list; PRAGMA incremental_vacuum;");
            for (int i = 0; i < 60; ++i)
                busy.run("INSERT INTO counter VALUES (?, 1)", std::string(3'000, 'x') + std::to_string(i));
            log = bytesOf(logOf(path));
        }
        // A new workspace.
        QVERIFY(QFile::remove(path));
        writeBytes(logOf(path), log);
        QCOMPARE(keyOf(path), QString());
        QVERIFY(contentOf(path).at("customer").empty());
        QCOMPARE(contentOf(path).at("(check)"), std::vector<std::string>{"ok"});
        // Another one.
        const QString other = at("other.groundswell");
        {
            const auto store = openStore(other);
            QVERIFY(store);
            Database database(other, Database::Access::ReadWrite);
            for (int i = 0; i < 20; ++i)
                setJsonSettingRow(database, std::to_string(i), {{QString(9'000, u'x'), i}});
        }
        const Rows before = contentOf(other);
        writeBytes(logOf(other), log);
        const QString key = keyOf(other);
        QVERIFY2(key == QStringLiteral("error.store.damaged") || contentOf(other) == before, qPrintable(key));
    }

    // A look into the file with SQLite's own program after a kill moves the log into it, without checksums.
    void anotherProgramMayMoveTheLogIntoTheFile()
    {
        const QString path = at("busy.groundswell");
        const QString copy = at("moved.groundswell");
        writeBytes(path, m_whole);
        Rows content;
        {
            Database busy(path, Database::Access::ReadWrite);
            busy.execute("PRAGMA wal_autocheckpoint=0");
            for (int i = 100; i < 140; ++i) { // some on new pages, and some pages are free again
                busy.run("INSERT INTO setup_process VALUES (?, ?, 1, 0)", "e" + std::to_string(i),
                         QByteArray(i * 300, 'x'));
            }
            busy.execute("DELETE FROM setup_process WHERE event_id BETWEEN 'e110' AND 'e120'");
            content = contentOf(path);
            writeBytes(copy, bytesOf(path));
            writeBytes(logOf(copy), bytesOf(logOf(path)));
        }
        sqlite3 *database = nullptr;
        QCOMPARE(sqlite3_open(copy.toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, "SELECT count(*) FROM customer", nullptr, nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(database);
        QVERIFY(!QFile::exists(logOf(copy)));
        QCOMPARE(keyOf(copy), QString());
        QCOMPARE(contentOf(copy), content);
        // And is protected again.
        const auto checked = checkFile(copy, static_cast<std::uint32_t>(migrations().back().number));
        QCOMPARE(checked.value(), Protection::Whole);
    }

    void whatIsFoundWhileOpenStopsTheWriting_data()
    {
        QTest::addColumn<QByteArray>("content"); ///< of the pages that are spoilt
        QTest::newRow("everywhere") << QByteArray();
        // What the writing itself doesn't look at: found elsewhere is enough.
        QTest::newRow("customers") << QByteArray("@example.org");
    }
    void whatIsFoundWhileOpenStopsTheWriting()
    {
        QFETCH(QByteArray, content);
        const QString path = at("open.groundswell");
        writeBytes(path, m_whole);
        const auto store = openStore(path);
        QVERIFY(store);
        QFile file(path); // a disk that goes bad
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray spoilt = m_whole.sliced(pageSize);
        for (qsizetype place = 100; place < spoilt.size(); place += pageSize) {
            if (content.isEmpty() || spoilt.mid(place - 100, pageSize).contains(content))
                spoilt[place] = static_cast<char>(spoilt.at(place) ^ 1);
        }
        QVERIFY(file.seek(pageSize));
        file.write(spoilt);
        file.close();
        QCOMPARE((*store)->sales().loadDataset().error().messageKey, QStringLiteral("error.store.damaged"));
        const QByteArray before = bytesOf(logOf(path));
        QCOMPARE(setOrganiser((*store)->settings(), {}).error().messageKey,
                 QStringLiteral("error.store.damaged"));
        QCOMPARE(bytesOf(logOf(path)), before);
    }

    void aSoundWorkspaceIsRescuedWhole()
    {
        const QString path = at("sound.groundswell");
        writeBytes(path, m_whole);
        QFile::remove(at("rescued.groundswell"));
        const auto report = rescueWorkspace(path, at("rescued.groundswell"));
        QVERIFY(report);
        QVERIFY2(report->isComplete(), QJsonDocument(report->toJson()).toJson().constData());
        QVERIFY(report->isVouchedFor);
        QCOMPARE(originalRowsOf(at("rescued.groundswell")), m_originals);
        QCOMPARE(report->part(RescuedPart::Kind::Sales).rescued, 9'000);
        QCOMPARE(report->part(RescuedPart::Kind::Customers).rescued, 700);
        const auto before = openStore(path);
        const auto after = openStore(at("rescued.groundswell"));
        QVERIFY(after);
        QCOMPARE((*after)->sales().snapshotId().value(), (*before)->sales().snapshotId().value());
        QCOMPARE(rescueWorkspace(path, at("rescued.groundswell")).error().messageKey,
                 QStringLiteral("error.rescue.exists"));
        QCOMPARE(rescueWorkspace(at("nowhere"), at("none")).error().messageKey,
                 QStringLiteral("error.rescue.missing"));
    }

    // What an import has written before it was killed counts for nobody, in what is rescued neither.
    void anUnfinishedImportIsNotRescued()
    {
        const QString path = at("unfinished.groundswell");
        writeBytes(path, m_whole);
        {
            Database database(path, Database::Access::ReadWrite);
            database.execute("INSERT INTO import_stage (customers_to, blocks_to)"
                             " SELECT (SELECT max(no) FROM customer), (SELECT max(no) FROM sale_block);"
                             "INSERT INTO customer (id) VALUES ('of the import');"
                             "INSERT INTO sale_block (event, first_at, last_at, lines, data)"
                             " SELECT event, first_at, last_at, lines, data FROM sale_block;");
        }
        QFile::remove(at("rescued.groundswell"));
        const auto report = rescueWorkspace(path, at("rescued.groundswell"));
        QVERIFY(report);
        QVERIFY(report->isComplete());
        QCOMPARE(originalRowsOf(at("rescued.groundswell")), m_originals);
        QCOMPARE(report->part(RescuedPart::Kind::Sales).rescued, 9'000);
        QCOMPARE(report->part(RescuedPart::Kind::Customers).rescued, 700);
    }

    // Whatever page it is, most of the rest is there.
    void oneDamagedPageCostsLittle()
    {
        const auto pages = m_whole.size() / pageSize;
        qint64 all = 0, rescued = 0;
        for (qsizetype page = 1; page < pages; page += 3) {
            QByteArray damaged = m_whole;
            damaged.replace(page * pageSize + 3'000, 512, QByteArray(512, 'x'));
            const QString path = at("page.groundswell");
            writeBytes(path, damaged);
            QFile::remove(at("rescued.groundswell"));
            const auto report = rescueWorkspace(path, at("rescued.groundswell"));
            QVERIFY(report);
            for (const auto &[table, rows] : originalRowsOf(at("rescued.groundswell")))
                rescued += static_cast<qint64>(rows.size());
            for (const auto &[table, rows] : m_originals)
                all += static_cast<qint64>(rows.size());
        }
        QVERIFY2(rescued * 10 > all * 8, qPrintable(QStringLiteral("%1 of %2").arg(rescued).arg(all)));
    }
};

void TestDamage::tryOut(const QByteArray &damaged, const QString &what)
{
    const QString path = at("damaged.groundswell");
    for (const char *ending : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1StringView(ending));
    writeBytes(path, damaged);
    if (const QString key = keyOf(path); key.isEmpty()) {
        QVERIFY2(contentOf(path) == m_content, qPrintable(what));
        ++m_opened;
    } else {
        QVERIFY2(refusals.contains(key), qPrintable(what + QStringLiteral(": ") + key));
        QVERIFY2(bytesOf(path) == damaged, qPrintable(what));
        ++m_refused;
    }
    tryRescue(path, what);
}

void TestDamage::tryRescue(const QString &path, const QString &what)
{
    const QString target = at("saved.groundswell");
    QFile::remove(target);
    const auto report = rescueWorkspace(path, target);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("*.rescue")}).size(), 0);
    QCOMPARE(QFile::exists(target), report.has_value());
    if (!report)
        return;
    ++m_rescued;
    Rows originals = m_originals;
    if (what == QStringLiteral("log"))
        originals["setup_process"] = originalRowsOf(target).at("setup_process"); // of whichever state
    QStringList findings = rescueFindings(originals, target, *report);
    if (what == QStringLiteral("log")) // may have been there before anything was
        findings.removeIf([](const QString &finding) { return finding.startsWith(u"of kind"); });
    QVERIFY2(findings.isEmpty(), qPrintable(what + QStringLiteral(": ") + findings.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestDamage)
#include "tst_damage.moc"
