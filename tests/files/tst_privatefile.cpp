#include "app/files/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using namespace groundswell;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

/// Under a umask that takes nothing away.
class TestPrivateFile : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString at(const char *name) const { return m_folder->filePath(QLatin1StringView(name)); }
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
#ifdef Q_OS_WIN
        QSKIP("Windows has no modes");
#else
        umask(0);
#endif
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
    }

    void aNewFileIsTheOwnersFromTheBeginning()
    {
        QFile file(at("a"));
        QVERIFY(openPrivately(file, QIODevice::WriteOnly));
        QCOMPARE(modeOf(at("a")), 0600U); // nothing was written yet
        QVERIFY(createPrivately(at("b")));
        QCOMPARE(modeOf(at("b")), 0600U);
        QVERIFY(!createPrivately(at("b")));
    }

    void aFileThatIsThereIsTightened()
    {
        write(at("a"), "x");
        QCOMPARE(modeOf(at("a")), 0666U);
        QFile file(at("a"));
        QVERIFY(openPrivately(file, QIODevice::ReadWrite));
        QCOMPARE(modeOf(at("a")), 0600U);
        QCOMPARE(file.readAll(), QByteArray("x"));
        tightenFile(at("nowhere"));
        QVERIFY(!QFile::exists(at("nowhere")));
    }

    void foldersOnTheWayAreTheOwnersToo()
    {
        QVERIFY(makePrivateFolder(at("a/b/c")));
        for (const char *folder : {"a", "a/b", "a/b/c"})
            QCOMPARE(modeOf(at(folder)), 0700U);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("chosen")));
        QVERIFY(makePrivateFolder(at("chosen")));
        QCOMPARE(modeOf(at("chosen")), 0777U); // somebody else's choice
        write(at("chosen/list"), "x");
        QVERIFY(ensurePrivateFolder(at("chosen")));
        QCOMPARE(modeOf(at("chosen")), 0700U);
        QCOMPARE(modeOf(at("chosen/list")), 0600U);
        tightenFolder(at("nowhere"));
        QVERIFY(!QFile::exists(at("nowhere")));
        write(at("file"), "x");
        QVERIFY(!makePrivateFolder(at("file/in")));
        QVERIFY(!makePrivateFolder(at("file")));
    }

    void aSavedFileAppearsWhenItIsComplete()
    {
        write(at("list"), "old");
        {
            PrivateSaveFile file(at("list"));
            QVERIFY(file.begin());
            QCOMPARE(modeOf(file.fileName()), 0600U);
            file.write("new");
            QVERIFY(file.flush());
            QCOMPARE(contentsOf(at("list")), QByteArray("old"));
            QVERIFY(file.commit());
        }
        QCOMPARE(contentsOf(at("list")), QByteArray("new"));
        QCOMPARE(modeOf(at("list")), 0600U); // not as open as the one before
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("list")});
    }

    void whatIsNotCompleteLeavesNothing()
    {
        {
            PrivateSaveFile file(at("list"));
            QVERIFY(file.begin());
            file.write("half");
        }
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files).isEmpty());
        PrivateSaveFile nowhere(at("missing/list"));
        QVERIFY(!nowhere.begin());
        QVERIFY(!nowhere.errorString().isEmpty());
        QVERIFY(!nowhere.commit());
    }

    void aLinkStaysOne()
    {
        write(at("real"), "old");
        QVERIFY(QFile::link(at("real"), at("link")));
        PrivateSaveFile file(at("link"));
        QVERIFY(file.begin());
        file.write("new");
        QVERIFY(file.commit());
        QVERIFY(QFileInfo(at("link")).isSymLink());
        QCOMPARE(contentsOf(at("real")), QByteArray("new"));
    }
};

QTEST_GUILESS_MAIN(TestPrivateFile)
#include "tst_privatefile.moc"
