#include "app/files/folderkind.h"
#include "app/files/locktrial.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using Place = FolderKind::Place;

namespace {

/// A system in which a folder is on \a fileSystem, and \a trace lies in \a traceFolder.
FolderProbe probe(const char *fileSystem, const char *options = "", bool locks = true,
                  const QString &traceFolder = {}, const QString &trace = {})
{
    return {[=](const QString &) { return QByteArray(fileSystem); },
            [=](const QString &) { return QByteArray(options); },
            [=](const QString &folder, const QString &wildcard) {
                return !trace.isEmpty() && folder == traceFolder && QDir::match(wildcard, trace);
            },
            [=](const QString &) { return locks; }};
}

} // namespace

class TestFolderKind : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNetworksFileSystemIsKnown_data()
    {
        QTest::addColumn<QByteArray>("system");
        QTest::addColumn<QString>("name");
        for (const char *system : {"ext4", "btrfs", "xfs", "zfs", "tmpfs", "overlay", "apfs", "hfs", "ntfs",
                                   "ntfs3", "exfat", "vfat", "fuseblk", "f2fs", ""})
            QTest::newRow(qPrintable(QStringLiteral("local ") + QLatin1StringView(system)))
                << QByteArray(system) << QString();
        for (const auto &[system, name] : {std::pair{"nfs", "NFS"},
                                           {"nfs4", "NFS"},
                                           {"cifs", "SMB"},
                                           {"smb3", "SMB"},
                                           {"smbfs", "SMB"},
                                           {"fuse.sshfs", "SSHFS"},
                                           {"afpfs", "AFP"},
                                           {"fuse.rclone", "rclone"},
                                           {"fuse.gvfsd-fuse", "GVfs"},
                                           {"ceph", "Ceph"},
                                           {"davfs", "WebDAV"},
                                           {"NFS4", "NFS"}})
            QTest::newRow(system) << QByteArray(system) << QString::fromLatin1(name);
    }
    void aNetworksFileSystemIsKnown()
    {
        QFETCH(QByteArray, system);
        QFETCH(QString, name);
        const FolderKind kind = folderKind(QStringLiteral("/data/x"), probe(system.constData()));
        QCOMPARE(kind.name, name);
        QCOMPARE(kind.place, name.isEmpty() ? Place::Local : Place::Network);
        QVERIFY(kind.mayWrite);
    }

    void aNetworkIsWrittenToOnlyWhereLocksWereSeenToHold_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<bool>("locks");
        QTest::addColumn<bool>("mayWrite");
        QTest::newRow("they hold") << QByteArray("rw,vers=4.2,local_lock=none") << true << true;
        QTest::newRow("they don't") << QByteArray("rw") << false << false;
        QTest::newRow("on this computer only") << QByteArray("rw,vers=3,nolock") << true << false;
        QTest::newRow("all of them") << QByteArray("rw,local_lock=all") << true << false;
        QTest::newRow("those of SQLite") << QByteArray("rw,local_lock=posix") << true << false;
        QTest::newRow("SMB without") << QByteArray("rw,nobrl") << true << false;
    }
    void aNetworkIsWrittenToOnlyWhereLocksWereSeenToHold()
    {
        QFETCH(QByteArray, options);
        QFETCH(bool, locks);
        QFETCH(bool, mayWrite);
        QCOMPARE(folderKind(QStringLiteral("/n"), probe("nfs", options.constData(), locks)).mayWrite,
                 mayWrite);
        QVERIFY(folderKind(QStringLiteral("/n"), probe("ext4", options.constData(), locks)).mayWrite);
    }

    void aVirtualMachinesDiskIsAsGoodAsItsLocks()
    {
        QCOMPARE(folderKind(QStringLiteral("/host"), probe("9p", "", true)).place, Place::Local);
        const FolderKind without = folderKind(QStringLiteral("/host"), probe("9p", "", false));
        QCOMPARE(without.place, Place::Network);
        QVERIFY(!without.mayWrite);
    }

    void anotherComputersFolderIsKnownByItsName()
    {
        const FolderKind kind = folderKind(QStringLiteral("//server/share/x"), probe("", "", false));
        QCOMPARE(kind.place, Place::Network);
        QVERIFY(!kind.mayWrite);
    }

    void aFolderThatIsCopiedAwayIsKnown_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("trace");
        QTest::addColumn<QString>("name");
        const QString home = QStringLiteral("/home/anna/");
        QTest::newRow("Dropbox") << home + QStringLiteral("Dropbox/Haus") << QString()
                                 << QStringLiteral("Dropbox");
        QTest::newRow("OneDrive") << home + QStringLiteral("OneDrive - Kulturhaus GmbH") << QString()
                                  << QStringLiteral("OneDrive");
        QTest::newRow("Google") << home + QStringLiteral("Library/CloudStorage/GoogleDrive-a@b.c/x")
                                << QString() << QStringLiteral("Google Drive");
        QTest::newRow("iCloud") << home + QStringLiteral("Library/Mobile Documents/com~apple~CloudDocs")
                                << QString() << QStringLiteral("iCloud");
        QTest::newRow("Nextcloud's trace")
            << home + QStringLiteral("Wolke/Haus") << QStringLiteral(".sync_a1b2c3.db")
            << QStringLiteral("Nextcloud");
        QTest::newRow("Syncthing's trace") << home + QStringLiteral("Wolke/Haus")
                                           << QStringLiteral(".stfolder") << QStringLiteral("Syncthing");
        QTest::newRow("none") << home + QStringLiteral("Wolke/Haus") << QString() << QString();
        QTest::newRow("nearly") << home + QStringLiteral("Dropbox backup 2019") << QString() << QString();
    }
    void aFolderThatIsCopiedAwayIsKnown()
    {
        QFETCH(QString, folder);
        QFETCH(QString, trace);
        QFETCH(QString, name);
        const FolderKind kind =
            folderKind(folder, probe("ext4", "", false, QStringLiteral("/home/anna/Wolke"), trace));
        QCOMPARE(kind.name, name);
        QCOMPARE(kind.place, name.isEmpty() ? Place::Local : Place::Synchronised);
        QVERIFY(kind.mayWrite); // a risk, but locks work there
    }

    // The real system's.
    void locksAreTriedOut()
    {
#ifdef Q_OS_WIN
        QSKIP("Not tried on Windows");
#endif
        QTemporaryDir folder;
        QVERIFY(locksHold(folder.path()));
        QVERIFY(!locksHold(folder.filePath(QStringLiteral("nowhere"))));
        QVERIFY(
            QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).isEmpty());
        const FolderKind kind = folderKind(folder.path());
        QVERIFY(kind.mayWrite);
    }

    void tracesAreFoundOnTheDisk()
    {
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("shared/deep")));
        QFile trace(folder.filePath(QStringLiteral("shared/.sync_0f.db")));
        QVERIFY(trace.open(QIODevice::WriteOnly));
        QCOMPARE(folderKind(folder.filePath(QStringLiteral("shared/deep"))).name,
                 QStringLiteral("Nextcloud"));
        QCOMPARE(folderKind(folder.path()).place, Place::Local);
    }
};

QTEST_GUILESS_MAIN(TestFolderKind)
#include "tst_folderkind.moc"
