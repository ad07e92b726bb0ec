#include "allcalls.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

struct Net {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient wave{rest};
};

struct Fixture : Net, Asker {
    Fixture()
        : Asker(wave)
    {
        session.connectTo(Session::Kind::Embedded, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        wave.setCurrency(QStringLiteral("EUR"));
    }
};

struct Named {
    const char *name;
    QByteArray bytes;
};

/// What a service, a proxy or a captive portal may send instead of an answer.
std::vector<Named> bodies()
{
    const QByteArray filler = '"' + QByteArray(300 * 1024, 'x') + '"';
    return {
        {"nothing", {}},
        {"blanks", "  \r\n"},
        {"null", "null"},
        {"a number", "1e308"},
        {"empty object", "{}"},
        {"empty array", "[]"},
        {"array of nulls", "[null,null]"},
        {"array of arrays", "[[[]]]"},
        {"page", "<html><body>Please log in</body></html>"},
        {"half", R"({"eid":"evt_1","goal":)"},
        {"deep", QByteArray(5'000, '[')},
        {"no UTF-8", "{\"eid\":\"\xff\xfe\"}"},
        {"somebody else's row", R"({"eid":"evt_2","goal":"ROAS"})"},
        {"wrong types",
         R"({"eid":[],"id":{},"goal":7,"items":"x","tcs":3,"creatives":true,"total":"many","status":[]})"},
        {"null items", R"({"total":116,"page":1,"pages":3,"items":null})"},
        {"no items", R"({"total":116,"page":1,"pages":3,"items":[]})"},
        {"huge numbers", R"({"total":99999999999999,"page":-5,"items":[],"total_budget":1e300})"},
        {"envelope", R"({"message":"error.internal.unspecified","error_code":7,"validation_errors":"no"})"},
        {"refusals", R"({"message":"x","validation_errors":[{"code":"a"},null,7,"b"]})"},
        {"large unknown member", "{\"x_new\":" + filler + '}'},
        {"large row", "{\"eid\":\"evt_1\",\"goal\":\"ROAS\",\"x_new\":" + filler + '}'},
        {"large list", '[' + filler + ']'},
        {"large page", QByteArray(300 * 1024, '<')},
    };
}

std::vector<Named> retryHeaders()
{
    return {{"none", {}},
            {"0", "0"},
            {"-1", "-1"},
            {"garbage", "as soon as possible"},
            {"a date that has passed", "Sun, 06 Nov 1994 08:49:37 GMT"}};
}

std::vector<Named> noHeader()
{
    return {{"no header", {}}};
}

constexpr int statuses[] = {200, 201, 202, 204, 206, 302, 304, 400, 401, 403, 404, 408, 409,
                            410, 412, 413, 418, 422, 429, 500, 501, 502, 503, 504, 599, 999};

} // namespace

/// Every spoiling of an answer over every call of the client: it ends, in a bounded number of requests, with
/// a value or a problem.
class TestImpolite : public QObject {
    Q_OBJECT

    const Calls m_calls = allCalls();

private Q_SLOTS:
    void everySpoiltAnswerEnds_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto &[id, call] : m_calls)
            QTest::newRow(qPrintable(id)) << id;
    }
    void everySpoiltAnswerEnds()
    {
        QFETCH(QString, id);
        const auto &call = m_calls.at(id);
        for (const int status : statuses) {
            for (const Named &pause : status == 429 || status >= 500 ? retryHeaders() : noHeader())
                play(call, status, {}, pause.bytes, QByteArray::number(status) + ", " + pause.name);
        }
        for (const Named &body : bodies()) {
            for (const int status : {200, 201, 400, 409, 500})
                play(call, status, body.bytes, {}, QByteArray::number(status) + ", " + body.name);
        }
    }

    // By structure: what is large isn't there yet when the last byte is, and comes by the event loop.
    void aLargeAnswerIsReadOnAnotherThread_data() { everySpoiltAnswerEnds_data(); }
    void aLargeAnswerIsReadOnAnotherThread()
    {
        QFETCH(QString, id);
        for (const bool dropped : {false, true}) {
            Fixture f;
            f.handle = m_calls.at(id)(f);
            if (f.manager.last().request.rawHeader("Accept") != "application/json")
                return; // written to a file as it comes
            f.manager.last().reply->answer(200, "{\"x_new\":\"" + QByteArray(300 * 1024, 'x') + "\"}");
            QCOMPARE(f.answers, 0);
            if (dropped)
                f.handle = {};
            else
                QTRY_COMPARE(f.answers, 1);
            // Whoever comes later comes after it.
            auto later = f.rest.call(Request::get({QStringLiteral("y")}), &f.context, f.done());
            f.manager.last().reply->answer(200, "{}");
            QTRY_VERIFY(f.answers >= 1);
            QCOMPARE(f.answers, dropped ? 1 : 2);
        }
    }

    void eachKindOfAnswerHasALimit_data() { everySpoiltAnswerEnds_data(); }
    void eachKindOfAnswerHasALimit()
    {
        QFETCH(QString, id);
        for (const bool announced : {true, false}) {
            Fixture f;
            f.handle = m_calls.at(id)(f);
            const QPointer<FakeReply> reply = f.manager.last().reply;
            if (f.manager.last().request.rawHeader("Accept") != "application/json")
                return;
            const QByteArray length = QByteArray::number(20 * 1024 * 1024);
            if (announced)
                reply->begin(200, {{"Content-Length", length}});
            else
                reply->begin(200);
            // Lists may be longer than what is one thing; that they end too is tried on one of them.
            const bool isRead = f.manager.last().verb == "GET" && id != QStringLiteral("setup");
            const bool isList = isRead || id == QStringLiteral("boost");
            if (!announced && isList && id != QStringLiteral("events"))
                return;
            // Unannounced, it is over as soon as there is too much: nobody waits for the end.
            for (int mb = 0; mb < (isList ? 20 : 3) && f.answers == 0 && !announced; ++mb)
                reply->drip(QByteArray(1024 * 1024, 'x'));
            QCOMPARE(f.answers, 1);
            QVERIFY(f.problem);
            QCOMPARE(f.problem->kind, Problem::Kind::Protocol);
            QCOMPARE(f.problem->messageKey, QStringLiteral("error.client.answer_too_large"));
            QVERIFY(reply->wasAborted());
        }
    }

    void anEndlessRefusalStaysTheRefusal()
    {
        Fixture f;
        f.handle = f.client.putSetup({}, &f.context, f.done());
        QTRY_COMPARE(f.answers, 1); // an event without a name; the real thing:
        f.handle = m_calls.at(QStringLiteral("putSetup"))(f);
        FakeReply *reply = f.manager.last().reply;
        reply->begin(503, {{"Retry-After", "7"}});
        reply->drip(QByteArray(1024 * 1024, 'x'));
        QCOMPARE(f.answers, 2);
        QCOMPARE(f.problem->kind, Problem::Kind::ServerFault);
        QCOMPARE(f.problem->retryAfter, 7s);
    }

private:
    void play(const std::function<RequestHandle(Asker &)> &call, int status, const QByteArray &body,
              const QByteArray &pause, const QByteArray &what)
    {
        Fixture f;
        f.handle = call(f);
        const int most = f.manager.last().verb == "GET" ? 3 : 1;
        for (int round = 0; round < 10 && f.answers == 0; ++round) {
            FakeReply *reply = f.manager.last().reply;
            if (reply && !reply->isFinished()) {
                FakeReply::Headers headers;
                if (!pause.isEmpty())
                    headers.emplace_back("Retry-After", pause);
                reply->answer(status, body, headers);
            }
            if (body.size() > RestClient::readHereUpTo && f.answers == 0)
                QVERIFY2(QTest::qWaitFor([&] { return f.answers > 0 || f.scheduler.nextDue(); }),
                         what.constData());
            f.scheduler.advance(10s);
        }
        QVERIFY2(f.answers == 1, what.constData());
        QVERIFY2(f.manager.count() <= most, what.constData());
        if (status >= 300)
            QVERIFY2(f.problem, what.constData());
    }
};

QTEST_GUILESS_MAIN(TestImpolite)
#include "tst_impolite.moc"
