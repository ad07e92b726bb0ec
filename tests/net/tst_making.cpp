// What is made at the service is made once, and what is said of it is true.
#include "app/net/once/makings.h"
#include "app/net/rest/session.h"
#include "support/fakeaccessmanager.h"
#include "support/manualscheduler.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Answer = std::function<void(FakeReply &)>;

Answer with(int status, const QByteArray &body = {})
{
    return [=](FakeReply &reply) { reply.answer(status, body, {{"Content-Type", "application/json"}}); };
}

Answer dropped(QNetworkReply::NetworkError error = QNetworkReply::RemoteHostClosedError)
{
    return [=](FakeReply &reply) { reply.fail(error); };
}

Answer hangs()
{
    return [](FakeReply &) {};
}

/// Something that can be made, over a service that plays a part.
struct Bench {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    Answer post;
    Answer before; ///< the list
    Answer after; ///< the list, once it was posted
    int posts = 0;
    int looks = 0; ///< after the post
    int waiting = 0;
    bool isMade = false;
    std::optional<Problem> notMade;
    std::optional<Problem> notKnown;
    std::function<void()> start;
    std::function<void()> lookNow;

    Bench()
    {
        session.connectTo(Session::Kind::Remote, QUrl(u"http://wave.example/api/v3"_s), u"t"_s,
                          PartnerId(u"fd1"_s));
        client.setCurrency(u"EUR"_s);
        manager.answerWith([this](const FakeAccessManager::Seen &seen) {
            if (seen.verb == "POST") {
                ++posts;
                post(*seen.reply);
            } else if (posts == 0) {
                before(*seen.reply);
            } else {
                ++looks;
                after(*seen.reply);
            }
        });
    }
    template <class M> void make(const typename M::Steps &steps)
    {
        typename M::Ends ends;
        ends.made = [this](const auto &) { isMade = true; };
        ends.notMade = [this](const Problem &problem) { notMade = problem; };
        ends.notKnown = [this](const Problem &problem) { notKnown = problem; };
        ends.waiting = [this](const Problem &) { ++waiting; };
        auto making = std::make_shared<M>(rest, steps, ends);
        start = [making] { making->start(); };
        lookNow = [making] { making->lookNow(); };
    }
    [[nodiscard]] bool hasEnded() const { return isMade || notMade || notKnown; }
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

/// One kind of thing: how it is made, the lists before and after, and its own answer.
struct Kind {
    const char *name;
    std::function<void(Bench &)> make;
    QByteArray before, after, answer;
};

const ClusterRef family{ClusterName(u"family"_s), 42};
const QByteArray oldPackage =
    R"({"id":"p1","title":"Autumn","status":"DONE","events":[{"id":"e1","title":"A"}]})";
const QByteArray otherPackage =
    R"({"id":"p2","title":"Winter","status":"DONE","events":[{"id":"e2","title":"B"}]})";

QByteArray list(const QByteArray &a, const QByteArray &b = {}, const QByteArray &c = {})
{
    QByteArray items = a;
    for (const QByteArray &more : {b, c}) {
        if (!more.isEmpty())
            items += "," + more;
    }
    return "[" + items + "]";
}

std::vector<Kind> kinds()
{
    const auto package = [](Bench &bench) {
        PackageRequest request;
        request.title = u"Autumn"_s; // as one that is there already
        request.events = {EventId(u"e1"_s)};
        bench.make<PackageMaking>(packageSteps(bench.client, request));
    };
    const auto merged = [](Bench &bench) {
        bench.make<PackageMaking>(mergeSteps(bench.client, {PackageId(u"p1"_s), PackageId(u"p2"_s)}));
    };
    const auto campaign = [](Bench &bench) {
        bench.make<CampaignMaking>(campaignSteps(
            bench.client,
            {EventId(u"e"_s), family, Money{5'000, u"EUR"_s}, QDate(2026, 5, 1), QDate(2026, 6, 1)}));
    };
    const auto spend = [](Bench &bench) {
        AdSpend entry;
        entry.eid = EventId(u"e"_s);
        entry.day = QDate(2026, 5, 1);
        entry.amount = Money{1'250, u"EUR"_s};
        bench.make<SpendMaking>(spendSteps(bench.client, entry));
    };
    const QByteArray over = R"({"eid":"e","tc":"family","tc_run_id":42,"status":"COMPLETED"})";
    const QByteArray live = R"({"eid":"e","tc":"family","tc_run_id":42,"status":"RUNNING"})";
    const QByteArray spent = R"({"id":"1","eid":"e","day":"2026-05-01","amount":12.5})";
    const QByteArray spentAgain = R"({"id":"2","eid":"e","day":"2026-05-01","amount":12.5})";
    return {
        {"a package", package, list(oldPackage, otherPackage),
         list(oldPackage, otherPackage,
              R"({"id":"p3","title":"Autumn","status":"INITIALIZING","events":[{"id":"e1","title":"A"}]})"),
         R"({"id":"p3"})"},
        {"a merged package", merged, list(oldPackage, otherPackage),
         list(oldPackage, otherPackage,
              R"({"id":"p3","title":"Autumn + Winter","status":"DONE",
                  "events":[{"id":"e2","title":"B"},{"id":"e1","title":"A"}]})"),
         R"({"id":"p3"})"},
        {"a campaign", campaign, list(over), list(over, live), live},
        {"ad spend", spend, list(spent), list(spent, spentAgain), spentAgain},
    };
}

} // namespace

Q_DECLARE_METATYPE(Kind)
Q_DECLARE_METATYPE(Answer)

class TestMaking : public QObject {
    Q_OBJECT
    static void addKinds()
    {
        QTest::addColumn<Kind>("kind");
        for (const Kind &kind : kinds())
            QTest::newRow(kind.name) << kind;
    }
    static void set(Bench &bench, const Kind &kind, const Answer &post)
    {
        bench.before = with(200, kind.before);
        bench.after = with(200, kind.before);
        bench.post = post;
        kind.make(bench);
    }
private Q_SLOTS:
    void aClearAnswerIsBelieved_data() { addKinds(); }
    void aClearAnswerIsBelieved()
    {
        QFETCH(Kind, kind);
        for (const bool isRefused : {false, true}) {
            Bench bench;
            set(bench, kind, isRefused ? with(403) : with(200, kind.answer));
            bench.start();
            QVERIFY(bench.waitUntil([&] { return bench.hasEnded(); }));
            QCOMPARE(bench.isMade, !isRefused);
            QCOMPARE(bench.posts, 1);
            QCOMPARE(bench.looks, 0);
        }
    }

    void anUnclearAnswerIsClearedUp_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Answer>("post");
        const std::vector<std::pair<const char *, Answer>> unclear{
            {"dropped", dropped()},           {"none in time", hangs()}, {"500", with(500)},
            {"502", with(502, "<html>")},     {"409", with(409)},        {"a page", with(200, "<html>")},
            {"half", with(200, R"({"id":)")},
        };
        for (const Kind &kind : kinds()) {
            for (const auto &[name, answer] : unclear)
                QTest::addRow("%s, %s", kind.name, name) << kind << answer;
        }
    }
    void anUnclearAnswerIsClearedUp()
    {
        QFETCH(Kind, kind);
        QFETCH(Answer, post);
        { // It was.
            Bench bench;
            set(bench, kind, post);
            bench.after = with(200, kind.after);
            bench.start();
            QVERIFY(bench.waitUntil([&] { return bench.hasEnded(); }));
            QVERIFY(bench.isMade);
            QCOMPARE(bench.posts, 1);
        }
        { // It wasn't.
            Bench bench;
            set(bench, kind, post);
            bench.start();
            QVERIFY(bench.waitUntil([&] { return bench.hasEnded(); }));
            QVERIFY(bench.notMade);
            QCOMPARE(bench.posts, 1);
        }
        { // The service refuses to say, and then says it.
            Bench bench;
            set(bench, kind, post);
            bench.after = with(403);
            bench.start();
            QVERIFY(bench.waitUntil([&] { return bench.hasEnded(); }));
            QVERIFY(bench.notKnown);
            QVERIFY(!bench.isMade && !bench.notMade);
            bench.after = with(200, kind.after);
            bench.lookNow();
            QVERIFY(bench.waitUntil([&] { return bench.isMade; }));
            QCOMPARE(bench.posts, 1);
        }
        { // It is out of reach for a while.
            Bench bench;
            set(bench, kind, post);
            bench.after = with(503);
            bench.start();
            QVERIFY(bench.waitUntil([&] { return bench.looks >= 12; }));
            QVERIFY(!bench.hasEnded());
            QCOMPARE(bench.waiting, 1);
            bench.after = with(200, kind.after);
            QVERIFY(bench.waitUntil([&] { return bench.isMade; }));
            QCOMPARE(bench.posts, 1);
        }
    }

    void whatCantBeListedBeforehandIsNotMade_data() { addKinds(); }
    void whatCantBeListedBeforehandIsNotMade()
    {
        QFETCH(Kind, kind);
        Bench bench;
        set(bench, kind, with(200, kind.answer));
        bench.before = with(403);
        bench.start();
        QVERIFY(bench.waitUntil([&] { return bench.hasEnded(); }));
        QVERIFY(bench.notMade);
        QCOMPARE(bench.posts, 0);
    }

    void whatCantBeReadIsNotAskedForEver()
    {
        Bench bench;
        set(bench, kinds().front(), with(500));
        bench.after = with(200, "<html>");
        bench.start();
        QVERIFY(bench.waitUntil([&] { return bench.hasEnded(); }));
        QVERIFY(bench.notKnown);
        QCOMPARE(bench.looks, 3);
    }
};

QTEST_GUILESS_MAIN(TestMaking)
#include "tst_making.moc"
