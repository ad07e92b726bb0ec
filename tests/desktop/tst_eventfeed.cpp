// The pages of the event list: a page that failed is asked for again as soon as somebody looks at its rows,
// so its failure is said after a pause that grows.
#include "app/desktop/events/eventfeed.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestEventFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstPageFailsAtOnce();
    void aLaterPageFailsAfterAPauseThatGrows();

private:
    struct Program {
        Program()
        {
            session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                              PartnerId(u"fd1"_s));
        }
        /// Answers the request under way with a refusal that no repetition helps.
        void refuse()
        {
            QTRY_VERIFY(manager.count() > 0 && manager.last().reply && !manager.last().reply->isFinished());
            manager.last().reply->answer(400, "{\"message\":\"error.request.invalid\"}",
                                         {{"Content-Type", "application/json"}});
        }
        FakeAccessManager manager;
        Session session;
        ManualScheduler scheduler;
        RestClient rest{manager, session, scheduler, [] { return 0.0; }};
        WaveClient client{rest};
        EventFeed feed{client};
    };
};

void TestEventFeed::theFirstPageFailsAtOnce()
{
    Program program;
    QSignalSpy failed(&program.feed, &EventFeed::failed);
    program.feed.reload();
    program.refuse();
    QTRY_COMPARE(failed.size(), 1);
}

void TestEventFeed::aLaterPageFailsAfterAPauseThatGrows()
{
    Program program;
    QSignalSpy failed(&program.feed, &EventFeed::failed);
    int said = 0;
    for (const auto pause : {1'000ms, 2'000ms, 4'000ms}) {
        program.feed.fetch(3);
        program.refuse();
        QTRY_COMPARE(program.scheduler.nextDue(), std::optional(pause));
        QCOMPARE(failed.size(), said);
        program.scheduler.advance(pause);
        QCOMPARE(failed.size(), ++said);
        QCOMPARE(failed.back().front().toInt(), 3);
    }
}

QTEST_GUILESS_MAIN(TestEventFeed)
#include "tst_eventfeed.moc"
