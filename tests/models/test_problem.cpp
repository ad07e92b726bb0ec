#include "models/wave/problem.h"

#include <QtTest>

using namespace groundswell;

class TestProblem : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Problem::Kind>("kind");
        QTest::addColumn<bool>("isTransient");
        using Kind = Problem::Kind;
        QTest::newRow("malformed") << 400 << Kind::Rejected << false;
        QTest::newRow("token") << 401 << Kind::Unauthorized << false;
        QTest::newRow("partner") << 403 << Kind::Forbidden << false;
        QTest::newRow("no draft") << 404 << Kind::NotFound << false;
        QTest::newRow("duplicate") << 409 << Kind::Conflict << false;
        QTest::newRow("expired list") << 410 << Kind::Gone << false;
        QTest::newRow("row changed") << 412 << Kind::Conflict << false;
        QTest::newRow("semantic") << 422 << Kind::Rejected << false;
        QTest::newRow("too many") << 429 << Kind::RateLimited << true;
        QTest::newRow("fault") << 500 << Kind::ServerFault << true;
        QTest::newRow("not offered") << 501 << Kind::ServerFault << false;
        QTest::newRow("unavailable") << 503 << Kind::ServerFault << true;
        QTest::newRow("unfollowed redirect") << 302 << Kind::Protocol << false;
    }
    void kinds()
    {
        QFETCH(const int, status);
        QFETCH(const Problem::Kind, kind);
        QFETCH(const bool, isTransient);
        const Problem problem = problemFromEnvelope(status, {}, QStringLiteral("req-1"));
        QCOMPARE(problem.kind, kind);
        QCOMPARE(problem.httpStatus, status);
        QCOMPARE(problem.isTransient(), isTransient);
        QCOMPARE(problem.requestId, QStringLiteral("req-1"));
    }

    void envelope()
    {
        const Problem problem = problemFromEnvelope(
            400, R"({"message":"error.campaign.setup_invalid","error_code":"INVALID","error_subcode":null,
                "validation_errors":[{"code":"required","field":"creatives[tc=a,run=1,0].headline"},
                                     {"code":"whole_form"},"bare_code",7],"row":{"eid":"e"}})");
        QCOMPARE(problem.messageKey, QStringLiteral("error.campaign.setup_invalid"));
        QCOMPARE(problem.detail, QStringLiteral("INVALID"));
        const std::vector<FieldProblem> fields{
            {QStringLiteral("required"), QStringLiteral("creatives[tc=a,run=1,0].headline")},
            {QStringLiteral("whole_form"), {}},
            {QStringLiteral("bare_code"), {}}};
        QVERIFY(problem.fields == fields);
        QVERIFY(problem.body.value(u"row").isObject());
    }

    void refusedRowsInASuccess()
    {
        const Problem problem = problemFromEnvelope(200, R"({"validation_errors":[{"code":"x"}]})");
        QCOMPARE(problem.kind, Problem::Kind::Rejected);
    }

    void anythingElseIsStillAProblem_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("proxy page") << QByteArray("<html>secret-token</html>");
        QTest::newRow("cut off") << QByteArray("{\"message\":");
        QTest::newRow("an array") << QByteArray("[1]");
        QTest::newRow("wrong types") << QByteArray(R"({"message":5,"validation_errors":{}})");
    }
    void anythingElseIsStillAProblem()
    {
        QFETCH(const QByteArray, body);
        const Problem problem = problemFromEnvelope(502, body);
        QCOMPARE(problem.kind, Problem::Kind::ServerFault);
        QVERIFY(problem.messageKey.isEmpty());
        QVERIFY(!problem.detail.contains(u"secret"));
    }
};

QTEST_GUILESS_MAIN(TestProblem)
#include "test_problem.moc"
