#include "app/process/terminationsignal.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace groundswell;

/// A wish of the system that the program end reaches the program instead of ending it.
class TestTerminationSignal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eachOfThemIsTold_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
#ifdef SIGHUP
        QTest::newRow("SIGHUP") << SIGHUP;
#endif
    }
    void eachOfThemIsTold()
    {
        QFETCH(int, signal);
        std::signal(signal, SIG_DFL);
        TerminationSignal termination;
        QSignalSpy requested(&termination, &TerminationSignal::requested);
        termination.watch();
        std::raise(signal);
        QTRY_COMPARE(requested.size(), 1);
        std::raise(signal); // somebody who is impatient ends nothing either
        QTRY_COMPARE(requested.size(), 2);
    }

    void whatWasSaidBeforeIsNotForgotten()
    {
        TerminationSignal termination;
        std::raise(SIGTERM);
        termination.wait(); // returns
        std::raise(SIGTERM);
        QSignalSpy requested(&termination, &TerminationSignal::requested);
        termination.watch();
        QTRY_COMPARE(requested.size(), 1);
    }

    // nohup.
    void whatWasIgnoredStaysIgnored()
    {
#ifdef SIGHUP
        std::signal(SIGHUP, SIG_IGN);
        {
            TerminationSignal termination;
            QSignalSpy requested(&termination, &TerminationSignal::requested);
            termination.watch();
            std::raise(SIGHUP);
            std::raise(SIGTERM);
            QTRY_COMPARE(requested.size(), 1); // the second one
        }
        QVERIFY(std::signal(SIGHUP, SIG_DFL) == SIG_IGN);
#endif
    }

    void afterItTheSystemsWaysHold()
    {
        {
            const TerminationSignal termination;
        }
        QVERIFY(std::signal(SIGTERM, SIG_DFL) == SIG_DFL);
    }
};

QTEST_GUILESS_MAIN(TestTerminationSignal)
#include "tst_terminationsignal.moc"
