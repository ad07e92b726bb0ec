#include "app/autosave/savepace.h"

#include <QTest>

using namespace groundswell;
using namespace std::chrono_literals;

class TestSavePace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBurstIsDueOneDebounceAfterItsLastEdit()
    {
        SavePace pace{SaveTiming()};
        QVERIFY(!pace.due());
        pace.edited(0ms);
        pace.edited(700ms);
        QCOMPARE(pace.due(), 1700ms);
        pace.sent(1700ms);
        QVERIFY(!pace.due());
    }

    void endlessTypingIsDueAfterTheMaximumWait()
    {
        SavePace pace{SaveTiming()};
        for (auto now = 0ms; now < 10s; now += 300ms)
            pace.edited(now);
        QCOMPARE(pace.due(), 5000ms);
    }

    void theWaitGrowsWithTheRoundTripUpToTheDeadline()
    {
        SavePace pace{SaveTiming()};
        pace.edited(0ms);
        pace.sent(1s);
        pace.answered(7s);
        QCOMPARE(pace.maximumWait(), 9000ms);
        pace.edited(8s);
        pace.sent(9s);
        pace.answered(9s + 100ms);
        QVERIFY(pace.roundTrip() > 4s); // one quick answer doesn't make it fast
        pace.edited(10s);
        pace.sent(11s);
        pace.givenUp(26s);
        QCOMPARE(pace.maximumWait(), 15000ms);
    }

    // With a fixed maximum wait a server slower than it would never get one answer through.
    void typingNeverStarvesASlowServer_data()
    {
        QTest::addColumn<int>("pause"); // between keys, ms
        QTest::addColumn<int>("serverTakes"); // ms
        QTest::newRow("quick typing, slow server") << 200 << 8000;
        QTest::newRow("quick typing, very slow server") << 200 << 14000;
        QTest::newRow("slow typing, slow server") << 1200 << 8000; // every pause is long enough to be due
        QTest::newRow("slow typing, very slow server") << 1200 << 14000;
    }
    void typingNeverStarvesASlowServer()
    {
        QFETCH(int, pause);
        QFETCH(int, serverTakes);
        SavePace pace{SaveTiming()};
        bool underWay = false;
        auto sentAt = 0ms;
        int answers = 0;
        for (auto now = 0ms; now < 120s; now += 100ms) {
            if (underWay && now - sentAt >= std::chrono::milliseconds(serverTakes)) {
                pace.answered(now);
                underWay = false;
                ++answers;
            }
            if (now.count() % pause == 0)
                pace.edited(now);
            if (pace.due() && *pace.due() <= now) {
                if (underWay)
                    pace.givenUp(now);
                pace.sent(now);
                sentAt = now;
                underWay = true;
            }
        }
        QVERIFY2(answers >= 3, qPrintable(QString::number(answers)));
    }
};

QTEST_GUILESS_MAIN(TestSavePace)
#include "tst_savepace.moc"
