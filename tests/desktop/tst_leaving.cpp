#include "app/desktop/startup/leaving.h"
#include "app/desktop/startup/workspacelock.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace groundswell;

namespace {

const QString childOption = QStringLiteral("--leave-behind");
constexpr int exitCodeOfChild = 7;

} // namespace

class TestLeaving : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatStopsIsWaitedFor()
    {
        bool stopped = false;
        const BoundedStop stop([&] { stopped = true; });
        QVERIFY(stop.waitUntil(QDeadlineTimer(30'000)));
        QVERIFY(stopped);
        QVERIFY(stop.waitUntil(QDeadlineTimer(0))); // it is over
    }

    void whatDoesNotStopIsLeftBehind()
    {
        std::promise<void> release;
        std::promise<void> gone;
        {
            const BoundedStop stop([&] {
                release.get_future().wait();
                gone.set_value();
            });
            QVERIFY(!stop.waitUntil(QDeadlineTimer(1)));
        } // waits for nothing
        release.set_value();
        gone.get_future().wait();
    }

    void whatIsLastIsDoneOnce()
    {
        int done = 0;
        EndBy end(QDeadlineTimer(std::chrono::hours(24)), 0, [&] { ++done; });
        end.doLast();
        QCOMPARE(done, 1);
    }

    // Whatever is still being taken down, the next program must find the workspace free.
    void aDestructorThatWaitsForEverKeepsNobodyOut()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("under a sanitizer the program takes its time");
#endif
        QTemporaryDir folder;
        const QString workspace = folder.filePath(QStringLiteral("w.groundswell"));
        QProcess program;
        program.start(QCoreApplication::applicationFilePath(), {childOption, workspace});
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitCode(), exitCodeOfChild);
        QVERIFY(!QFile::exists(workspace + QStringLiteral(".lock")));
    }
};

/// What TestLeaving starts anew to see it end: a program that holds a workspace, while what it takes down
/// waits for ever.
int leaveBehind(const QString &workspace)
{
    auto lock = std::make_unique<WorkspaceLock>(workspace);
    EndBy end(QDeadlineTimer(1), exitCodeOfChild, [&lock] { lock.reset(); });
    std::promise<void>().get_future().wait(); // as a destructor might
    return 0;
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && QString::fromLocal8Bit(argv[1]) == childOption)
        return leaveBehind(QString::fromLocal8Bit(argv[2]));
    TestLeaving test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_leaving.moc"
