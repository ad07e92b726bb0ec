// Everything that the programs write is its owner's alone, whatever the umask is.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace {

/// Runs with a umask that takes nothing away.
QByteArray run(const QStringList &arguments)
{
    QProcess process;
#ifdef Q_OS_UNIX
    process.setChildProcessModifier([] { umask(0); });
#endif
    process.start(QStringLiteral(GROUNDSWELL_CLI), arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(arguments.join(u' ')), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

unsigned modeOf([[maybe_unused]] const QString &path)
{
#ifdef Q_OS_UNIX
    struct stat status = {};
    return stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 07777U : 0;
#else
    return 0;
#endif
}

QStringList tooOpen(const QString &folder)
{
    QStringList found;
    QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                     QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        if (path.endsWith(u".lock"_qs)) // says which process, and nothing else
            continue;
        if (modeOf(path) != (all.fileInfo().isDir() ? 0700U : 0600U))
            found << QStringLiteral("%1 %2").arg(path).arg(modeOf(path), 0, 8);
    }
    return found;
}

} // namespace

class TestFileModes : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    [[nodiscard]] QString at(const char *name) const { return m_folder.filePath(QLatin1StringView(name)); }

private Q_SLOTS:
    void initTestCase()
    {
#ifndef Q_OS_UNIX
        QSKIP("No modes here");
#endif
    }

    void everyCommandWritesPrivately()
    {
        run({u"sample"_qs, u"--out"_qs, at("csv"), u"--customers"_qs, u"600"_qs, u"--purchases"_qs,
             u"4000"_qs, u"--events"_qs, u"40"_qs});
        QFile sales(at("csv/sales.csv"));
        QVERIFY(sales.open(QIODevice::Append));
        sales.write("this,is,no,sale\n");
        sales.close();
        run({u"import"_qs, u"--workspace"_qs, at("w.groundswell"), u"--events"_qs, at("csv/events.csv"),
             u"--sales"_qs, at("csv/sales.csv"), u"--customers"_qs, at("csv/customers.csv"), u"--rejects"_qs,
             at("rejects.csv")});
        QVERIFY(QFile::exists(at("rejects.csv")));
        QFile events(at("csv/events.csv"));
        QVERIFY(events.open(QIODevice::ReadOnly));
        events.readLine();
        const QString event = QString::fromUtf8(events.readLine().split(',').value(0));
        run({u"clusters"_qs, u"--workspace"_qs, at("w.groundswell"), u"--event"_qs, event, u"--scores"_qs,
             at("scores.csv")});
        run({u"package"_qs, u"--workspace"_qs, at("w.groundswell"), u"--events"_qs, event, u"--title"_qs,
             u"t"_qs, u"--mode"_qs, u"inclusive"_qs, u"--out"_qs, at("lists/deep")});
        run({u"rescue"_qs, u"--workspace"_qs, at("w.groundswell"), u"--out"_qs, at("rescued.groundswell")});
        QVERIFY(!QDir(at("lists/deep")).entryList(QDir::Files).isEmpty());
        QCOMPARE(tooOpen(m_folder.path()), QStringList());
    }

    void aRunningServiceWritesPrivately()
    {
#ifdef Q_OS_UNIX
        QProcess process;
        process.setChildProcessModifier([] { umask(0); });
        process.start(QStringLiteral(GROUNDSWELL_CLI),
                      {u"serve"_qs, u"--workspace"_qs, at("served.groundswell"), u"--token-file"_qs,
                       at("token"), u"--port-file"_qs, at("port")});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(at("port")), 60'000);
        QVERIFY(QFile::exists(at("served.groundswell-wal"))); // the log of an open workspace
        QCOMPARE(tooOpen(m_folder.path()), QStringList());
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
#endif
    }
};

QTEST_GUILESS_MAIN(TestFileModes)
#include "tst_filemodes.moc"
