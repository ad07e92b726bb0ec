// The watch over a taste run: a job while it lasts, and a word when another run is there.
#include "app/desktop/shell/job.h"
#include "app/desktop/shell/tasterunwatch.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;

class TestTasteRunWatch : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsAJobWhileARunIsComputed();
    void aCancelledJobIsNotAskedForAnyMore();
    void saysOnceThatARunIsThere();
    void withoutAnAnswerThereIsNoJob();
    void aReadThatFailsForAMomentIsRepeated();

private:
    struct Program {
        FakeAccessManager manager;
        Session session;
        ManualScheduler scheduler;
        RestClient rest{manager, session, scheduler, [] { return 0.0; }};
        WaveClient client{rest};
        TasteRunWatch watch{client};
        Job *job = nullptr;
    };
    void answer(const char *state, double share, int run)
    {
        QTRY_VERIFY(m_program->manager.last().reply && !m_program->manager.last().reply->isFinished());
        m_program->manager.last().reply->answer(
            200,
            u"{\"state\":\"%1\",\"progress\":%2,\"tc_run_id\":%3}"_s.arg(QLatin1StringView(state))
                .arg(share)
                .arg(run)
                .toUtf8(),
            {{"Content-Type", "application/json"}});
    }
    std::unique_ptr<Program> m_program;
};

void TestTasteRunWatch::init()
{
    m_program = std::make_unique<Program>();
    m_program->session.connectTo(Session::Kind::Embedded, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                                 PartnerId(u"fd1"_s));
    connect(&m_program->watch, &TasteRunWatch::started, this, [this](Job *job) { m_program->job = job; });
}

void TestTasteRunWatch::showsAJobWhileARunIsComputed()
{
    QSignalSpy finished(&m_program->watch, &TasteRunWatch::finished);
    m_program->watch.look();
    answer("STARTED", 0.25, 6);
    QVERIFY(m_program->job);
    QCOMPARE(m_program->job->share(), std::optional(0.25));
    QSignalSpy ended(m_program->job, &Job::ended);
    QTRY_COMPARE(m_program->manager.count(), 2); // it asks again by itself
    answer("STARTED", 0.75, 6);
    QCOMPARE(m_program->job->share(), std::optional(0.75));
    QTRY_COMPARE(m_program->manager.count(), 3);
    QCOMPARE(finished.size(), 0);
    answer("SUCCESS", 1, 7);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.front().front().toLongLong(), 7);
}

void TestTasteRunWatch::aCancelledJobIsNotAskedForAnyMore()
{
    m_program->watch.look();
    answer("STARTED", 0.25, 0);
    QSignalSpy ended(m_program->job, &Job::ended);
    m_program->job->cancel();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(m_program->manager.last().verb, QByteArray("DELETE"));
    QVERIFY(m_program->manager.last().pathAndQuery().endsWith(u"/local/taste_run"));
    // The next one gets a job of its own.
    m_program->job = nullptr;
    m_program->watch.look();
    answer("STARTED", 0.1, 0);
    QVERIFY(m_program->job);
}

void TestTasteRunWatch::saysOnceThatARunIsThere()
{
    QSignalSpy finished(&m_program->watch, &TasteRunWatch::finished);
    for (const int run : {7, 7, 8}) {
        m_program->watch.look();
        answer("SUCCESS", 1, run);
    }
    QCOMPARE(finished.size(), 2);
    QVERIFY(!m_program->job);
}

void TestTasteRunWatch::withoutAnAnswerThereIsNoJob()
{
    m_program->watch.look();
    answer("STARTED", 0.25, 0);
    QSignalSpy ended(m_program->job, &Job::ended);
    QTRY_COMPARE(m_program->manager.count(), 2);
    m_program->manager.last().reply->answer(404, "{\"message\":\"error.not_found\"}",
                                            {{"Content-Type", "application/json"}});
    QTRY_COMPARE(ended.size(), 1);
}

void TestTasteRunWatch::aReadThatFailsForAMomentIsRepeated()
{
    QSignalSpy finished(&m_program->watch, &TasteRunWatch::finished);
    m_program->watch.look();
    answer("STARTED", 0.25, 6);
    QSignalSpy ended(m_program->job, &Job::ended);
    int reads = 1;
    const auto fail = [&] { // each read is tried three times by the client
        for (int attempt = 0; attempt < 3; ++attempt) {
            ++reads;
            QTRY_COMPARE(m_program->manager.count(), reads);
            m_program->manager.last().reply->fail(QNetworkReply::RemoteHostClosedError);
            m_program->scheduler.advance(std::chrono::seconds(1));
        }
    };
    fail();
    fail();
    QCOMPARE(ended.size(), 0);
    ++reads;
    QTRY_COMPARE(m_program->manager.count(), reads);
    answer("SUCCESS", 1, 7);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(TestTasteRunWatch)
#include "tst_tasterunwatch.moc"
