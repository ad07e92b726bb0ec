#include "app/desktop/startup/leaving.h"

#include <QtTest>

#include <thread>

using namespace groundswell;

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
};

QTEST_GUILESS_MAIN(TestLeaving)
#include "tst_leaving.moc"
