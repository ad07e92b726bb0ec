// What opening a workspace does beside opening it: the copy before a conversion, rights, the folder it lies
// in.
#include "app/service/store/settingsstore.h"
#include "app/service/store/sqlite/connection/connections.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/backupcopy.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/staging/importturn.h"
#include "tests/service/store/damage/workspacefile.h"
#include "tests/service/store/setsettings.h"

#include <sqlite3.h>

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace groundswell;
using namespace groundswell::service;
using namespace groundswell::test;

namespace {

QString keyOf(const QString &path, const OpeningConditions &conditions = OpeningConditions::system())
{
    const auto store = openStore(path, conditions);
    return store ? QString() : store.error().messageKey;
}

std::uint32_t newest()
{
    return static_cast<std::uint32_t>(migrations().back().number);
}

} // namespace

class TestOpening : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_earlier; ///< a file of version 4
    Rows m_originals;

    [[nodiscard]] QString at(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    static unsigned modeOf([[maybe_unused]] const QString &path)
    {
#ifdef Q_OS_UNIX
        struct stat status = {};
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
#else
        return 0600;
#endif
    }

private Q_SLOTS:
    void initTestCase()
    {
#ifdef Q_OS_UNIX
        umask(0);
#endif
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("w.groundswell"));
        {
            const auto store = openStore(path);
            QVERIFY(store);
            fillWorkspace(**store, path);
        }
        m_originals = originalRowsOf(path);
        writeEarlierVersion(path, folder.filePath(QStringLiteral("earlier.groundswell")));
        m_earlier = bytesOf(folder.filePath(QStringLiteral("earlier.groundswell")));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aConversionKeepsACopy()
    {
        const QString path = at("season.groundswell");
        const QString copy = at("season.v4-backup.groundswell");
        writeBytes(path, m_earlier);
        writeBytes(at("season.v2-backup.groundswell"), "of a conversion before");
        QCOMPARE(keyOf(path), QString());
        QCOMPARE(originalRowsOf(path), m_originals);
        QCOMPARE(checkFile(path, newest()).value(), Protection::Whole);
        QCOMPARE(files(),
                 (QStringList{QStringLiteral("season.groundswell"),
                              QStringLiteral("season.v4-backup.groundswell")}));
        QCOMPARE(modeOf(copy), 0600U);
        {
            Database kept(untouchedName(copy), Database::Access::ReadOnly);
            QCOMPARE(kept.pragma("user_version"), 4);
            QVERIFY(isIntact(kept));
        }
        // It can be taken up in the place of the converted one.
        QVERIFY(QFile::remove(path));
        QVERIFY(QFile::rename(copy, path));
        QCOMPARE(keyOf(path), QString());
        QCOMPARE(originalRowsOf(path), m_originals);
    }

    void anOpenedWorkspaceIsNotCopiedAgain()
    {
        const QString path = at("season.groundswell");
        QCOMPARE(keyOf(path), QString());
        QCOMPARE(keyOf(path), QString());
        QCOMPARE(files(), QStringList{QStringLiteral("season.groundswell")});
    }

    void aFullDiskIsToldBeforeAnythingChanges()
    {
        const QString path = at("season.groundswell");
        writeBytes(path, m_earlier);
        OpeningConditions conditions = OpeningConditions::system();
        conditions.freeBytes = [this](const QString &) { return qint64{2} * m_earlier.size(); };
        QCOMPARE(keyOf(path, conditions), QStringLiteral("error.store.full"));
        QCOMPARE(bytesOf(path), m_earlier);
        QCOMPARE(files(), QStringList{QStringLiteral("season.groundswell")});
    }

    void aDamagedFileIsNeitherConvertedNorCopied()
    {
        const QString path = at("season.groundswell");
        QByteArray damaged = m_earlier;
        damaged.replace(5 * 16'384, 16'384, QByteArray(16'384, 'x'));
        writeBytes(path, damaged);
        QCOMPARE(keyOf(path), QStringLiteral("error.store.damaged"));
        QCOMPARE(bytesOf(path), damaged);
        QCOMPARE(files(), QStringList{QStringLiteral("season.groundswell")});
    }

    void aCopyThatIsNotSoundIsNotKept()
    {
        // Opening would find this damage first; the copy is looked at all the same, since a disk may fail in
        // between.
        constexpr int pageSize = 16'384;
        const QString path = at("season.groundswell");
        QByteArray damaged = m_earlier;
        damaged.replace(3 * pageSize, pageSize, QByteArray(pageSize, 'x'));
        writeBytes(path, damaged);
        Database source(path, Database::Access::ReadOnly);
        QVERIFY_THROWS_EXCEPTION(SqlError, writeBackup(source, path, 4));
        QVERIFY(QDir(m_folder->path()).entryList({QStringLiteral("*backup*")}).isEmpty());
    }

    void whereNoCopyCanBeMadeNothingIsConverted()
    {
        const QString path = at("season.groundswell");
        writeBytes(path, m_earlier);
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("season.v4-backup.groundswell.new/in the way")));
        QVERIFY(!keyOf(path).isEmpty());
        QCOMPARE(bytesOf(path), m_earlier);
    }

    void everythingIsTheOwnersAlone()
    {
        const QString path = at("season.groundswell");
        const auto store = openStore(path);
        QVERIFY(store);
        QVERIFY(setOrganiser((*store)->settings(), {}));
        for (const QString &name : files())
            QVERIFY2(modeOf(m_folder->filePath(name)) == 0600U, qPrintable(name));
        QVERIFY(files().contains(QStringLiteral("season.groundswell-wal")));
        QVERIFY(files().contains(QStringLiteral("season.groundswell-shm")));
    }

    void alsoTheFileThatKeepsOtherImportsOut()
    {
        const QString path = at("season.groundswell");
        const ImportTurn turn(path);
        QVERIFY(turn.isHeld());
        QCOMPARE(modeOf(path + QStringLiteral(".import")), 0600U);
        QVERIFY(!ImportTurn(path).isHeld());
    }

    void whatIsTooOpenIsTightened()
    {
#ifdef Q_OS_UNIX
        const QString path = at("season.groundswell");
        QCOMPARE(keyOf(path), QString());
        QCOMPARE(chmod(QFile::encodeName(path).constData(), 0644), 0);
        const auto store = openStore(path);
        QVERIFY(store);
        QVERIFY(setOrganiser((*store)->settings(), {}));
        for (const QString &name : files())
            QVERIFY2(modeOf(m_folder->filePath(name)) == 0600U, qPrintable(name));
#endif
    }

    void whatIsNoWorkspaceKeepsItsRights()
    {
#ifdef Q_OS_UNIX
        writeBytes(at("letter.txt"), "Dear organiser");
        {
            sqlite3 *database = nullptr;
            QCOMPARE(sqlite3_open(at("people.db").toUtf8().constData(), &database), SQLITE_OK);
            QCOMPARE(sqlite3_exec(database, "CREATE TABLE people (name)", nullptr, nullptr, nullptr),
                     SQLITE_OK);
            sqlite3_close(database);
        }
        for (const char *name : {"letter.txt", "people.db"}) {
            QCOMPARE(chmod(QFile::encodeName(at(name)).constData(), 0755), 0);
            QCOMPARE(keyOf(at(name)), QStringLiteral("error.store.not_a_workspace"));
            QCOMPARE(modeOf(at(name)), 0755U);
        }
#endif
    }

    void whatMayNotBeWrittenIsTold()
    {
#ifdef Q_OS_UNIX
        if (geteuid() == 0)
            QSKIP("Everything may be written to by root");
        const QString path = at("season.groundswell");
        QCOMPARE(keyOf(path), QString());
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner));
        QCOMPARE(keyOf(path), QStringLiteral("error.store.read_only"));
        QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0500), 0);
        QCOMPARE(keyOf(at("new.groundswell")), QStringLiteral("error.store.read_only"));
        QCOMPARE(chmod(QFile::encodeName(m_folder->path()).constData(), 0700), 0);
#endif
    }

    void aLockedFileIsTold()
    {
        const QString path = at("season.groundswell");
        QCOMPARE(keyOf(path), QString());
        Database other(path, Database::Access::ReadWrite);
        Database database(path, Database::Access::ReadWrite);
        other.execute("BEGIN IMMEDIATE");
        database.execute("PRAGMA busy_timeout=0");
        try {
            database.execute("BEGIN IMMEDIATE");
            QFAIL("It isn't locked");
        } catch (const SqlError &error) {
            QCOMPARE(Connections::problemOf(error).messageKey, QStringLiteral("error.store.locked"));
        }
    }

    void aNetworksFolderIsRefusedWhereLocksDontHold()
    {
        const QString path = at("season.groundswell");
        OpeningConditions conditions = OpeningConditions::system();
        conditions.folders.fileSystem = [](const QString &) { return QByteArray("nfs4"); };
        conditions.folders.locksHold = [](const QString &) { return false; };
        const auto refused = openStore(path, conditions);
        QVERIFY(!refused);
        QCOMPARE(refused.error().messageKey, QStringLiteral("error.store.network_folder"));
        QCOMPARE(refused.error().detail, QStringLiteral("NFS"));
        QVERIFY(files().isEmpty());
        conditions.folders.locksHold = [](const QString &) { return true; };
        QCOMPARE(keyOf(path, conditions), QString());
    }

    void aNewWorkspaceAppearsWhole()
    {
        QCOMPARE(keyOf(at("season.groundswell")), QString());
        QCOMPARE(files(), QStringList{QStringLiteral("season.groundswell")});
        QCOMPARE(keyOf(at("missing/season.groundswell")), QStringLiteral("error.store.cannot_open"));
        QVERIFY(!QFile::exists(at("missing")));
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
