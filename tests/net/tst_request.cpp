#include "app/net/rest/request.h"

#include <QTest>

using namespace groundswell;
using namespace std::chrono_literals;

class TestRequest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSegmentStaysOneSegment()
    {
        const ApiPath path{QStringLiteral("events"), QStringLiteral("a/b?c#d e+ü%"),
                           QStringLiteral("clusters")};
        QVERIFY(path.isValid());
        QCOMPARE(path.encoded(), QStringLiteral("/events/a%2Fb%3Fc%23d%20e%2B%C3%BC%25/clusters"));
        QCOMPARE(ApiPath(api::path::events).encoded(), QStringLiteral("/events/"));
    }

    void segmentsThatWouldNameAnotherPathAreRefused_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::newRow("empty") << QString();
        QTest::newRow("dot") << QStringLiteral(".");
        QTest::newRow("dot dot") << QStringLiteral("..");
    }
    void segmentsThatWouldNameAnotherPathAreRefused()
    {
        QFETCH(QString, segment);
        QVERIFY(!ApiPath({QStringLiteral("events"), segment}).isValid());
    }

    void listsRepeatAndEmptyValuesAreLeftOut()
    {
        const auto query = ApiQuery()
                               .add(api::query::q, QString())
                               .add(api::query::city, {QStringLiteral("Köln"), QStringLiteral("A+B")})
                               .addFlag(QStringLiteral("archived"), false)
                               .addFlag(api::query::campaigns, true)
                               .addNumber(api::query::budget, 1234.5);
        QCOMPARE(query.encoded(), QStringLiteral("city=K%C3%B6ln&city=A%2BB&campaigns=true&budget=1234.5"));
    }

    void backOffDoublesUpToItsCapAndEnds()
    {
        const RetryPolicy policy{.attempts = 5, .base = 500ms, .cap = 1500ms, .jitter = 0.3};
        Problem problem;
        problem.kind = Problem::Kind::ServerFault;
        const RandomSource none = [] { return 0.0; };
        QCOMPARE(policy.delayBefore(2, problem, none), 500ms);
        QCOMPARE(policy.delayBefore(3, problem, none), 1000ms);
        QCOMPARE(policy.delayBefore(4, problem, none), 1500ms);
        QCOMPARE(policy.delayBefore(5, problem, [] { return 1.0; }), 1950ms);
        QVERIFY(!policy.delayBefore(6, problem, none));
    }

    void theServersOwnPauseIsObeyed()
    {
        const RetryPolicy policy = RetryPolicy::reads();
        Problem problem;
        problem.kind = Problem::Kind::RateLimited;
        const auto pause = policy.delayBefore(2, problem, [] { return 0.5; });
        QVERIFY(pause && *pause >= 5s && *pause <= 10s);
        problem.retryAfter = 42s;
        QCOMPARE(policy.delayBefore(2, problem, [] { return 0.5; }), 42s);
    }

    void refusalsAreNotRepeated()
    {
        Problem problem;
        problem.kind = Problem::Kind::Rejected;
        QVERIFY(!RetryPolicy::reads().delayBefore(2, problem, [] { return 0.0; }));
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
