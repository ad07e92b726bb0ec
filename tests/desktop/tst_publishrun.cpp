#include "app/autosave/wavedraftstore.h"
#include "app/desktop/setup/publishrun.h"
#include "app/desktop/setup/wizardfeed.h"
#include "app/net/rest/answermemory.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "models/preflightcase.h"
#include "models/time/calendar.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"
#include "wizard/shell/wizardcontext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

using Answer = std::function<void(FakeReply &)>;

Answer with(int status, const QByteArray &body = {}, const FakeReply::Headers &headers = {})
{
    return [=](FakeReply &reply) { reply.answer(status, body, headers); };
}

Answer dropped(QNetworkReply::NetworkError error = QNetworkReply::ContentReSendError)
{
    return [=](FakeReply &reply) { reply.fail(error); };
}

Answer hangs()
{
    return [](FakeReply &) {};
}

const QByteArray none = "[]";
const QByteArray running = R"([{"eid":"e","tc":"family","tc_run_id":42,"status":"RUNNING"}])";
const QByteArray over = R"([{"eid":"e","tc":"family","tc_run_id":42,"status":"COMPLETED"}])";

/// A setup without a finding, and a service that plays a part.
struct Fixture {
    groundswell::testing::Case ready = groundswell::testing::readyCase();
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    WaveDraftStore store{client};
    SetupDraft draft;
    DraftSaver saver{draft, store, scheduler, [] { return 0.0; }};
    WizardContext context;
    Calendar calendar{[] { return QDateTime(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::utc()); }};
    WizardFeed feed{client, draft, context, calendar};
    PublishRun run{client, saver, draft, feed, context};

    Answer boost = with(200, running);
    std::vector<Answer> campaigns{with(200, none)}; ///< one reading after the other; the last one for good
    int boosts = 0;
    int readings = 0;
    int readingsAfterBoost = 0;
    int published = -1;
    std::vector<FieldDifference> differences;
    std::optional<Problem> failed;
    int unclear = 0;
    int differing = 0;
    QByteArray row; ///< as it was last written; empty = not yet
    QByteArray rowAtBoost;
    std::function<QByteArray(QByteArray)> storing = [](QByteArray sent) { return sent; }; ///< of a row
    std::function<void()> onAssets; ///< when they are asked for, once

    Fixture()
    {
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        ready.setup.eid = EventId(QStringLiteral("e"));
        ready.setup.currency = QStringLiteral("EUR");
        context.setEvent(ready.context.event);
        context.setToday(ready.context.today, ready.context.timeZone);
        context.setBudgetLimits(ready.context.budgetLimits);
        context.setCallsToAction(ready.context.allowedCtas);
        context.setConnection(ready.context.connection);
        context.setAssets(ready.context.assets);
        draft.replace(ready.setup, Origin::Loaded);
        saver.start({ready.setup, "\"1\""});
        manager.answerWith([this](const FakeAccessManager::Seen &seen) { play(seen); });
        QObject::connect(&run, &PublishRun::published, &run,
                         [this](int count, const std::vector<FieldDifference> &found) {
                             published = count;
                             differences = found;
                         });
        QObject::connect(&run, &PublishRun::failed, &run,
                         [this](const Problem &problem) { failed = problem; });
        QObject::connect(&run, &PublishRun::unclear, &run, [this] { ++unclear; });
        QObject::connect(&run, &PublishRun::differs, &run, [this] { ++differing; });
    }
    void play(const FakeAccessManager::Seen &seen)
    {
        const QString path = seen.pathAndQuery();
        if (path.endsWith(QStringLiteral("/boost"))) {
            ++boosts;
            rowAtBoost = row;
            boost(*seen.reply);
        } else if (path.endsWith(QStringLiteral("/campaigns"))) {
            readingsAfterBoost += boosts > 0 ? 1 : 0;
            const auto at = std::min(static_cast<size_t>(readings++), campaigns.size() - 1);
            campaigns[at](*seen.reply);
        } else if (path.contains(QStringLiteral("setup_processes"))) {
            if (seen.verb == "PUT")
                row = storing(seen.reply->sentBody());
            const QByteArray held = row.isEmpty() ? QJsonDocument(ready.setup.toJson()).toJson() : row;
            seen.reply->answer(200, held, {{"ETag", "\"1\""}});
        } else if (path.endsWith(QStringLiteral("assets"))) {
            if (const auto now = std::exchange(onAssets, {}))
                now();
            seen.reply->answer(200, QJsonDocument(ready.context.assets->toJson()).toJson());
        } else {
            seen.reply->answer(200, R"({"connected":true})");
        }
    }
    [[nodiscard]] bool ended() const { return published >= 0 || failed; }
    /// Lets time pass, a second after what the event loop brings.
    bool waitUntil(const std::function<bool()> &condition)
    {
        return QTest::qWaitFor(
            [&] {
                if (!condition())
                    scheduler.advance(1s);
                return condition();
            },
            20'000);
    }
};

} // namespace

Q_DECLARE_METATYPE(Answer)

/// What is said of publishing is true, whatever the service makes of the request.
class TestPublishRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatTheServiceStoredOtherwiseIsShownFirst()
    {
        Fixture f;
        f.storing = [](QByteArray sent) { return sent.replace("Typed", "Stored"); };
        f.draft.setDsa(QStringLiteral("Typed"), QStringLiteral("Acme"));
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.differing > 0 || f.ended(); }));
        QCOMPARE(f.differing, 1);
        QCOMPARE(f.boosts, 0);
    }

    // While the accounts are looked at, say: it isn't at the service yet.
    void whatIsEditedMeanwhileIsSentFirst()
    {
        Fixture f;
        f.onAssets = [&f] { f.draft.setDsa(QStringLiteral("Late"), QStringLiteral("Acme")); };
        f.run.start();
        QTRY_VERIFY(f.ended()); // before autosave would have sent it
        QCOMPARE(f.published, 1);
        QVERIFY(f.rowAtBoost.contains("\"Late\""));
    }

    void anAnswerWithCampaignsIsBelieved()
    {
        Fixture f;
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QCOMPARE(f.published, 1);
        QCOMPARE(f.boosts, 1);
        QCOMPARE(f.readingsAfterBoost, 0);
        QVERIFY(f.differences.empty()); // what the answer leaves out is as it was sent
    }

    void whatIsUnclearIsReadBeforeAnythingIsSaid_data()
    {
        QTest::addColumn<Answer>("boost");
        QTest::newRow("dropped") << dropped();
        QTest::newRow("closed") << dropped(QNetworkReply::RemoteHostClosedError);
        QTest::newRow("none in time") << hangs();
        QTest::newRow("500") << with(500);
        QTest::newRow("502") << with(502, "<html>");
        QTest::newRow("503 and when") << with(503, {}, {{"Retry-After", "0"}});
        QTest::newRow("504") << with(504);
        QTest::newRow("409") << with(409, R"({"message":"error.setup.frozen"})");
        QTest::newRow("204") << with(204);
        QTest::newRow("200 and nothing") << with(200);
        QTest::newRow("200 {}") << with(200, "{}");
        QTest::newRow("200 []") << with(200, "[]");
        QTest::newRow("200 and null") << with(200, R"({"campaigns":null})");
        QTest::newRow("200 and a page") << with(200, "<html>");
        QTest::newRow("200 and half") << with(200, R"({"campaigns":[{"eid")");
        QTest::newRow("200 and wrong types") << with(200, R"({"campaigns":[7]})");
        QTest::newRow("302") << with(302, {}, {{"Location", "/elsewhere"}});
        QTest::newRow("too large") << with(200, {}, {{"Content-Length", "999999999"}});
    }
    void whatIsUnclearIsReadBeforeAnythingIsSaid()
    {
        QFETCH(Answer, boost);
        { // It did: that is what is said.
            Fixture f;
            f.boost = boost;
            f.campaigns = {with(200, none), with(200, running)};
            f.run.start();
            QVERIFY(f.waitUntil([&] { return f.ended(); }));
            QCOMPARE(f.published, 1);
            QCOMPARE(f.readingsAfterBoost, 1);
            QCOMPARE(f.boosts, 1);
        }
        { // The reading fails, for as long as it may: nothing is said but that.
            Fixture f;
            f.boost = boost;
            f.campaigns = {with(200, none), with(503)};
            f.run.start();
            QVERIFY(f.waitUntil([&] { return f.readingsAfterBoost >= 12; }));
            QVERIFY(!f.ended());
            QCOMPARE(f.unclear, 1);
            f.campaigns = {with(200, running)};
            QVERIFY(f.waitUntil([&] { return f.ended(); }));
            QCOMPARE(f.published, 1);
            QCOMPARE(f.boosts, 1);
        }
    }

    void whatWasNotPublishedIsSaidAfterTheReading_data()
    {
        QTest::addColumn<Answer>("boost");
        QTest::addColumn<int>("readings"); // more than one where the service may still be at it
        QTest::newRow("dropped") << dropped() << 3;
        QTest::newRow("none in time") << hangs() << 3;
        QTest::newRow("409") << with(409) << 3;
        QTest::newRow("504") << with(504) << 3;
        QTest::newRow("500") << with(500) << 1;
        QTest::newRow("a page") << with(200, "<html>") << 1;
        QTest::newRow("400") << with(400, R"({"message":"error.campaign.setup_invalid"})") << 0;
        QTest::newRow("401") << with(401) << 0;
        QTest::newRow("403") << with(403) << 0;
        QTest::newRow("429") << with(429) << 0;
    }
    void whatWasNotPublishedIsSaidAfterTheReading()
    {
        QFETCH(Answer, boost);
        QFETCH(int, readings);
        Fixture f;
        f.boost = boost;
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QVERIFY(f.failed);
        QCOMPARE(f.readingsAfterBoost, readings);
        QCOMPARE(f.boosts, 1);
    }

    void aServiceThatRefusesToSayIsNotAskedForEver_data()
    {
        QTest::addColumn<Answer>("look");
        QTest::addColumn<int>("looks");
        QTest::newRow("401") << with(401) << 1;
        QTest::newRow("403") << with(403) << 1;
        QTest::newRow("404") << with(404) << 1;
        QTest::newRow("400") << with(400) << 1;
        QTest::newRow("a page") << with(200, "<html>") << 3;
    }
    void aServiceThatRefusesToSayIsNotAskedForEver()
    {
        QFETCH(Answer, look);
        QFETCH(int, looks);
        Fixture f;
        std::optional<Problem> unknown;
        QObject::connect(&f.run, &PublishRun::unknown, &f.run,
                         [&](const Problem &problem) { unknown = problem; });
        f.boost = dropped();
        f.campaigns = {with(200, none), look};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return unknown.has_value(); }));
        QVERIFY(!f.ended());
        QVERIFY(f.run.isUnderWay()); // not to be published again
        QCOMPARE(f.readingsAfterBoost, looks);
        f.scheduler.advance(1h);
        QCoreApplication::sendPostedEvents();
        QCOMPARE(f.readingsAfterBoost, looks);
        f.campaigns = {with(200, running)};
        f.run.lookNow();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QCOMPARE(f.published, 1);
        QCOMPARE(f.boosts, 1);
    }

    // Not found, before as after: that is how some services say that there are no campaigns.
    void whereNoneIsNotFoundThatIsBelievedAfterwardsToo()
    {
        Fixture f;
        f.boost = dropped();
        f.campaigns = {with(404)};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QVERIFY(f.failed);
        QCOMPARE(f.readingsAfterBoost, 3);
        QCOMPARE(f.boosts, 1);
        QVERIFY(!f.run.isUnderWay());
    }

    void aServiceThatWasStillAtItIsBelievedLater()
    {
        Fixture f;
        f.boost = dropped();
        f.campaigns = {with(200, none), with(200, none), with(200, running)};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QCOMPARE(f.published, 1);
        QCOMPARE(f.unclear, 1);
    }

    void aServiceThatIsStillAtItIsGivenTimeBetweenTwoReadings()
    {
        Fixture f;
        f.boost = dropped();
        f.campaigns = {with(200, none), with(200, none), with(200, running)};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.unclear > 0; }));
        QCOMPARE(f.readingsAfterBoost, 1);
        f.scheduler.advance(4'999ms);
        QVERIFY(!f.ended());
        QCOMPARE(f.readingsAfterBoost, 1);
        f.scheduler.advance(1ms);
        QTRY_COMPARE(f.readingsAfterBoost, 2);
    }

    void aServiceThatIsAtItOneByOneIsGivenTime()
    {
        Fixture f;
        SetupProcess &setup = f.ready.setup;
        const ClusterRef second{ClusterName(QStringLiteral("friends")), 42};
        const auto alsoFor = [&](auto &entries) {
            auto copy = entries.front();
            copy.cluster = second;
            entries.push_back(copy);
        };
        setup.clusters.front().budgetShare = std::nullopt;
        alsoFor(setup.clusters);
        alsoFor(setup.creatives);
        alsoFor(setup.targeting);
        alsoFor(setup.integrationDetails);
        f.draft.replace(setup, Origin::Loaded);
        f.saver.start({setup, "\"1\""});
        QByteArray both = running;
        both.replace("]", R"(,{"eid":"e","tc":"friends","tc_run_id":42,"status":"RUNNING"}])");
        f.boost = dropped();
        f.campaigns = {with(200, none), with(200, running), with(200, both)};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QCOMPARE(f.published, 2);
        QCOMPARE(f.boosts, 1);
        QCOMPARE(f.unclear, 1);
        QVERIFY(!f.run.isUnderWay());
    }

    void whatIsPublishedAlreadyIsNotPublishedAgain()
    {
        Fixture f;
        f.campaigns = {with(200, running)}; // by an attempt that nobody heard the end of
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QCOMPARE(f.published, 1);
        QCOMPARE(f.boosts, 0);
    }

    void campaignsThatAreOverAreNone()
    {
        Fixture f;
        f.campaigns = {with(200, over)};
        f.boost = with(500);
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QCOMPARE(f.boosts, 1);
        QVERIFY(f.failed);
    }

    void whatCantBeReadBeforehandIsNotPublished()
    {
        Fixture f;
        f.campaigns = {with(403)};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.ended(); }));
        QVERIFY(f.failed);
        QCOMPARE(f.boosts, 0);
    }

    // What the service said yesterday says nothing of what it did a moment ago.
    void noAnswerFromMemoryIsTakenForTheServices()
    {
        QTemporaryDir folder;
        AnswerMemory memory(folder.filePath(QStringLiteral("answers")));
        Fixture f;
        f.rest.setMemory(&memory);
        memory.keep(f.session, QUrl(QStringLiteral("http://wave.example/api/v3/events/e/campaigns")), none);
        f.boost = dropped();
        f.campaigns = {with(200, none), dropped(QNetworkReply::HostNotFoundError)};
        f.run.start();
        QVERIFY(f.waitUntil([&] { return f.readingsAfterBoost >= 6; }));
        QVERIFY(!f.ended());
        QCOMPARE(f.unclear, 1);
    }
};

QTEST_MAIN(TestPublishRun)
#include "tst_publishrun.moc"
