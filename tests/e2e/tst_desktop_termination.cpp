#include "tests/e2e/sampleorganiser.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace groundswell::test;

namespace {

constexpr int patience = 120'000; ///< ms

/// The real program with places of its own, where everything that it leaves behind can be seen.
struct Program {
    QTemporaryDir folder;
    QProcess process;
    QByteArray said;

    Program()
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        // With a place for Qt's own sockets: without one, Qt makes one in the temporary folder and leaves it
        // there.
        for (const char *place :
             {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "TMPDIR"}) {
            const QString path = folder.filePath(QString::fromLatin1(place));
            QDir().mkpath(path);
            QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
            environment.insert(QString::fromLatin1(place), path);
        }
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
    }
    void start(const QStringList &arguments)
    {
        process.start(QStringLiteral(GROUNDSWELL_PROGRAM), arguments);
    }
    bool says(const char *word)
    {
        return QTest::qWaitFor(
            [&] {
                said += process.readAll();
                return said.contains(word) || process.state() == QProcess::NotRunning;
            },
            patience);
    }
    void ask(int signal) { ::kill(static_cast<pid_t>(process.processId()), signal); }
    [[nodiscard]] bool hasEnded()
    {
        const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, patience);
        said += process.readAll();
        return ended;
    }
    /// Everything below the folder whose name says that it should be gone.
    [[nodiscard]] QStringList leftovers() const
    {
        QStringList found = QDir(folder.filePath(QStringLiteral("TMPDIR")))
                                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        QDirIterator all(folder.path(), {QStringLiteral("*.lock")}, QDir::Files,
                         QDirIterator::Subdirectories);
        while (all.hasNext())
            found << all.next();
        return found;
    }
};

} // namespace

/// A request of the system to end the program is a quit like any other, whatever the program is doing. Also
/// tests what the program says if it ends by itself.
class TestDesktopTermination : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySignalEndsItInOrder_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    // While it starts, or computes its first taste run.
    void everySignalEndsItInOrder()
    {
        QFETCH(int, signal);
        Program program;
        const QString workspace = program.folder.filePath(QStringLiteral("w.groundswell"));
        QVERIFY(QFile::copy(SampleOrganiser::shared().workspace(), workspace));
        program.start({QStringLiteral("--workspace"), workspace});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(workspace + QStringLiteral(".lock")), patience);
        program.ask(signal);
        QVERIFY(program.hasEnded());
        QVERIFY2(program.process.exitStatus() == QProcess::NormalExit && program.process.exitCode() == 0,
                 program.said.constData());
        const QStringList left = program.leftovers();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }

    // Reported where the person who typed it sees it, even without a display to work on.
    void aTokenOnTheCommandLineIsWarnedAbout_data()
    {
        QTest::addColumn<QStringList>("token");
        QTest::addColumn<bool>("warned");
        QTest::newRow("typed") << QStringList{QStringLiteral("--token"), QStringLiteral("s3cret")} << true;
        QTest::newRow("in the environment") << QStringList() << false;
    }
    void aTokenOnTheCommandLineIsWarnedAbout()
    {
        QFETCH(QStringList, token);
        QFETCH(bool, warned);
        Program program;
        auto environment = program.process.processEnvironment();
        for (const char *display : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
            environment.remove(QString::fromLatin1(display));
        environment.insert(QStringLiteral("GROUNDSWELL_TOKEN"), QStringLiteral("s3cret"));
        program.process.setProcessEnvironment(environment);
        program.process.setProcessChannelMode(QProcess::SeparateChannels);
        program.start(QStringList{QStringLiteral("--server"), QStringLiteral("http://127.0.0.1:9/api/v3")}
                      + token);
        QVERIFY(program.hasEnded());
        const QByteArray complaint = program.process.readAllStandardError();
        QVERIFY2(complaint.contains("display"), complaint.constData());
        QVERIFY2(complaint.contains("--token-file") == warned, complaint.constData());
        QVERIFY(!complaint.contains("s3cret") && !program.said.contains("s3cret"));
    }

    void theTourLeavesNothingBehind_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("while the sample is written or imported") << QByteArray("welcome");
        QTest::newRow("while a setup is edited") << QByteArray("wizard-plan");
    }
    void theTourLeavesNothingBehind()
    {
        QFETCH(QByteArray, step);
        Program program;
        program.start({QStringLiteral("--tour"), program.folder.filePath(QStringLiteral("tour")),
                       QStringLiteral("--locale"), QStringLiteral("en")});
        QVERIFY(program.says(step.constData()));
        QVERIFY2(program.process.state() == QProcess::Running, program.said.constData());
        program.ask(SIGTERM);
        QVERIFY(program.hasEnded());
        QVERIFY2(program.process.exitStatus() == QProcess::NormalExit && program.process.exitCode() == 0,
                 program.said.constData());
        const QStringList left = program.leftovers();
        QVERIFY2(left.isEmpty(), qPrintable(left.join(QLatin1Char('\n'))));
    }
};

QTEST_GUILESS_MAIN(TestDesktopTermination)
#include "tst_desktop_termination.moc"
