#include "app/net/rest/restclient.h"
#include "app/net/rest/retryafter.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include <rapidcheck.h>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

QDateTime utc(int year, int month, int day, int hour, int minute, int second)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute, second), QTimeZone::utc());
}

rc::Gen<Problem> anyProblem()
{
    return rc::gen::exec([] {
        Problem problem;
        problem.kind = *rc::gen::element(Problem::Kind::Offline, Problem::Kind::Timeout,
                                         Problem::Kind::Conflict, Problem::Kind::RateLimited,
                                         Problem::Kind::ServerFault, Problem::Kind::Protocol);
        if (*rc::gen::arbitrary<bool>())
            problem.retryAfter = std::chrono::seconds(*rc::gen::inRange(-5, 5));
        return problem;
    });
}

/// How many requests go out in a minute if each is answered by one of \a answers, one after the other.
int requestsInAMinute(const RetryPolicy &policy, const std::vector<Problem> &answers)
{
    int requests = 0;
    std::chrono::milliseconds now{0};
    while (now < 1min) {
        const Problem &problem = answers[static_cast<size_t>(requests) % answers.size()];
        ++requests;
        now += policy.pauseAfter(requests, problem, [] { return 0.0; });
    }
    return requests;
}

} // namespace

class TestRetryAfter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFormOfADateIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QDateTime>("moment");
        const QDateTime moment = utc(1994, 11, 6, 8, 49, 37);
        QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << moment;
        QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << moment;
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << moment;
        QTest::newRow("asctime, two digits")
            << QByteArray("Wed Nov 16 08:49:37 1994") << utc(1994, 11, 16, 8, 49, 37);
        QTest::newRow("spaces around") << QByteArray("  Sun, 06 Nov 1994 08:49:37 GMT ") << moment;
        QTest::newRow("RFC 850, this century")
            << QByteArray("Sunday, 06-May-29 08:49:37 GMT") << utc(2029, 5, 6, 8, 49, 37);
        QTest::newRow("no month") << QByteArray("Sun, 06 Nox 1994 08:49:37 GMT") << QDateTime();
        QTest::newRow("no day") << QByteArray("Sun, 36 Nov 1994 08:49:37 GMT") << QDateTime();
        QTest::newRow("no time") << QByteArray("Sun, 06 Nov 1994 28:49:37 GMT") << QDateTime();
        QTest::newRow("ISO") << QByteArray("1994-11-06T08:49:37Z") << QDateTime();
        QTest::newRow("empty") << QByteArray() << QDateTime();
    }
    void everyFormOfADateIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(QDateTime, moment);
        // Names of days and months are English whatever the computer speaks.
        for (const auto &locale : {QLocale::c(), QLocale(QLocale::German), QLocale(QLocale::Hebrew)}) {
            QLocale::setDefault(locale);
            const auto read = httpDate(text, utc(2026, 5, 4, 14, 30, 0));
            QLocale::setDefault(QLocale::c());
            QCOMPARE(read.has_value(), moment.isValid());
            if (read)
                QCOMPARE(*read, moment);
        }
    }

    void whatIsAskedForIsReckonedFromNow_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("seconds"); // −1: nothing is asked for
        QTest::newRow("seconds") << QByteArray("7") << 7;
        QTest::newRow("none") << QByteArray("0") << 0;
        QTest::newRow("negative") << QByteArray("-7") << 0;
        QTest::newRow("long") << QByteArray("86400") << 3600;
        QTest::newRow("endless") << QByteArray("99999999999999999999999") << 3600;
        QTest::newRow("endlessly negative") << QByteArray("-99999999999999999999999") << 0;
        QTest::newRow("a date to come") << QByteArray("Mon, 04 May 2026 14:30:42 GMT") << 42;
        QTest::newRow("a date that has passed") << QByteArray("Mon, 04 May 2026 14:29:00 GMT") << 0;
        QTest::newRow("a date far away") << QByteArray("Tue, 04 May 2027 14:30:00 GMT") << 3600;
        QTest::newRow("half a second") << QByteArray("0.5") << -1;
        QTest::newRow("words") << QByteArray("soon") << -1;
        QTest::newRow("two") << QByteArray("7, 8") << -1;
        QTest::newRow("empty") << QByteArray() << -1;
    }
    void whatIsAskedForIsReckonedFromNow()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, seconds);
        const auto asked = retryAfterOf(header, utc(2026, 5, 4, 14, 30, 0));
        QCOMPARE(asked ? static_cast<int>(asked->count()) : -1, seconds);
    }

    // Not from the computer's: the test's clock stands on 4 May 2026, 14:30 UTC.
    void theClientGoesByTheClockItWasGiven()
    {
        FakeAccessManager manager;
        Session session;
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), {});
        ManualScheduler scheduler;
        RestClient client(manager, session, scheduler, [] { return 0.0; });
        std::optional<Problem> problem;
        auto handle = client.call(Request::put({QStringLiteral("x")}), this,
                                  [&](const Expected<Response> &answer) { problem = answer.error(); });
        scheduler.advance(2s);
        manager.last().reply->answer(503, {}, {{"Retry-After", "Mon, 04 May 2026 14:30:44 GMT"}});
        QVERIFY(problem);
        QCOMPARE(problem->retryAfter, 42s);
    }

    void aPauseIsNeverShorterThanItWouldBeAndHasAFloor()
    {
        Problem problem;
        problem.kind = Problem::Kind::ServerFault;
        problem.retryAfter = 0s;
        const auto noChance = [] { return 0.0; };
        QCOMPARE(RetryPolicy::reads().pauseAfter(1, problem, noChance), 1'000ms);
        QCOMPARE(RetryPolicy::reads().pauseAfter(5, problem, noChance), 8'000ms);
        problem.retryAfter = -3s;
        QCOMPARE(RetryPolicy::reads().pauseAfter(1, problem, noChance), 1'000ms);
        problem.retryAfter = 20s;
        QCOMPARE(RetryPolicy::reads().pauseAfter(1, problem, noChance), 20'000ms);
        problem.kind = Problem::Kind::RateLimited;
        problem.retryAfter = 0s;
        QCOMPARE(RetryPolicy::reads().pauseAfter(7, problem, noChance), 30'000ms);
    }

    void whateverIsAnsweredNoMoreThanEightRequestsGoOutInAMinute()
    {
        QVERIFY(rc::check([] {
            const auto answers = *rc::gen::nonEmpty(rc::gen::container<std::vector<Problem>>(anyProblem()));
            RC_ASSERT(requestsInAMinute(RetryPolicy::reads(), answers) <= 8);
            RC_ASSERT(requestsInAMinute({.base = 1s}, answers) <= 8);
        }));
    }
};

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"
