#include "app/autosave/draftsaver.h"
#include "app/autosave/wavedraftstore.h"
#include "app/net/rest/restclient.h"
#include "app/net/rest/session.h"
#include "app/net/wave/waveclient.h"
#include "models/setupgenerators.h"
#include "recordingstore.h"
#include "saverfixture.h"
#include "support/fakeaccessmanager.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <rapidcheck.h>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

/// A saver on the real client, and a service in the test's hand.
struct Service {
    FakeAccessManager manager;
    Session session;
    ManualScheduler scheduler;
    RestClient rest{manager, session, scheduler, [] { return 0.0; }};
    WaveClient client{rest};
    WaveDraftStore store{client};
    SetupDraft draft;
    DraftSaver saver{draft, store, scheduler, [] { return 0.0; }};
    int differences = 0;
    int merges = 0;

    explicit Service(const SetupProcess &row)
    {
        session.connectTo(Session::Kind::Remote, QUrl(QStringLiteral("http://wave.example/api/v3")),
                          QStringLiteral("t"), PartnerId(QStringLiteral("fd1")));
        client.setCurrency(row.currency);
        draft.replace(row, Origin::Loaded);
        QObject::connect(&saver, &DraftSaver::serverDiffers, &saver, [this] { ++differences; });
        QObject::connect(&saver, &DraftSaver::merged, &saver, [this] { ++merges; });
    }
    void type(const QString &payor)
    {
        draft.edit(QStringLiteral("type"), DraftField::Dsa, [&](SetupProcess &row) { row.dsaPayor = payor; });
    }
    [[nodiscard]] FakeReply *open() const
    {
        FakeReply *reply = manager.count() > 0 ? manager.last().reply.data() : nullptr;
        return reply && !reply->isFinished() ? reply : nullptr;
    }
    [[nodiscard]] QByteArray verb() const { return manager.last().verb; }
};

QByteArray bytes(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QJsonObject without(QJsonObject object)
{
    const QStringList names = object.keys();
    for (const QString &name : names) {
        if (*rc::gen::inRange(0, 3) == 0)
            object.remove(name);
        else if (object.value(name).isObject())
            object.insert(name, without(object.value(name).toObject()));
    }
    return object;
}

QJsonObject rowWithout(const SetupProcess &row)
{
    QJsonObject json = without(row.toJson());
    for (const char *list : {"tcs", "creatives", "targeting", "integration_details"}) {
        const QLatin1StringView name(list);
        if (!json.contains(name))
            continue;
        QJsonArray entries = json.value(name).toArray();
        for (qsizetype i = 0; i < entries.size(); ++i)
            entries.replace(i, without(entries.at(i).toObject()));
        json.insert(name, entries);
    }
    return json;
}

/// How a store answers a call, for the sweep over answers that never change.
using Answering = std::function<void(RecordingStore &)>;

struct Storm {
    SetupDraft draft;
    RecordingStore store;
    ManualScheduler scheduler;
    DraftSaver saver{draft, store, scheduler, [] { return 0.0; }};
    std::vector<std::chrono::milliseconds> sent; ///< when

    explicit Storm(bool plain)
    {
        draft.replace(loaded(), Origin::Loaded);
        saver.start({loaded(), plain ? QByteArray() : QByteArray("\"1\"")});
    }
    void type()
    {
        draft.edit(QStringLiteral("type"), DraftField::Dsa,
                   [this](SetupProcess &row) { row.dsaPayor = QString::number(++typed); });
    }
    /// Answers whatever is asked until nothing is; time stands still meanwhile, as with a service next door.
    void answerAll(const Answering &answer)
    {
        for (int guard = 0; store.openCalls() > 0 && guard < 1'000; ++guard) {
            sent.push_back(scheduler.now());
            answer(store);
        }
    }
    void run(std::chrono::seconds time, const Answering &answer, bool typing)
    {
        const auto end = scheduler.now() + time;
        answerAll(answer);
        while (scheduler.now() < end) {
            if (typing)
                type();
            scheduler.advance(500ms);
            answerAll(answer);
        }
    }
    [[nodiscard]] int mostWithinAMinute() const
    {
        size_t most = 0;
        for (size_t first = 0; first < sent.size(); ++first) {
            size_t last = first;
            while (last < sent.size() && sent[last] < sent[first] + 1min)
                ++last;
            most = std::max(most, last - first);
        }
        return static_cast<int>(most);
    }

    int typed = 0;
};

Problem problemOf(Problem::Kind kind, int status, std::optional<std::chrono::seconds> retryAfter = {})
{
    Problem problem;
    problem.kind = kind;
    problem.httpStatus = status;
    problem.retryAfter = retryAfter;
    return problem;
}

/// The reading is as it should be, every write ends in the same way.
Answering refusing(const Problem &problem)
{
    return [problem](RecordingStore &store) {
        if (store.last().verb == RecordingStore::Verb::Read)
            store.answer(loaded());
        else
            store.failWith(problem);
    };
}

constexpr int mostAMinute = 120;

} // namespace

Q_DECLARE_METATYPE(Answering)

/// What a service that isn't as polite as ours must not bring about: requests without end, and edits that
/// nobody made.
class TestSaverImpolite : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initMain() { groundswell::testing::useFixedSeed(); }

    // --- Requests without end

    void aSteadyRefusalIsMetWithGrowingPauses_data()
    {
        QTest::addColumn<Answering>("answering");
        using Kind = Problem::Kind;
        QTest::newRow("429, Retry-After 0") << refusing(problemOf(Kind::RateLimited, 429, 0s));
        QTest::newRow("429, Retry-After -5") << refusing(problemOf(Kind::RateLimited, 429, -5s));
        QTest::newRow("503, Retry-After 0") << refusing(problemOf(Kind::ServerFault, 503, 0s));
        QTest::newRow("503") << refusing(problemOf(Kind::ServerFault, 503));
        QTest::newRow("409") << refusing(problemOf(Kind::Conflict, 409));
        QTest::newRow("412") << refusing(problemOf(Kind::Conflict, 412));
        QTest::newRow("offline") << refusing(problemOf(Kind::Offline, 0));
        QTest::newRow("no row") << refusing(problemOf(Kind::Protocol, 200));
        QTest::newRow("409 on reading too")
            << Answering([](RecordingStore &store) { store.failWith(problemOf(Kind::Conflict, 409, 0s)); });
        QTest::newRow("429 on reading too") << Answering(
            [](RecordingStore &store) { store.failWith(problemOf(Kind::RateLimited, 429, 0s)); });
        QTest::newRow("not there, and there") << Answering([](RecordingStore &store) {
            if (store.last().verb == RecordingStore::Verb::Create)
                store.fail(Kind::Conflict, QStringLiteral("error.setup.exists"), 409);
            else
                store.fail(Kind::NotFound, {}, 404);
        });
    }
    void aSteadyRefusalIsMetWithGrowingPauses()
    {
        QFETCH(Answering, answering);
        for (const bool plain : {false, true}) {
            Storm storm(plain);
            storm.type();
            storm.run(10min, answering, false);
            // Rounds of looking and trying again, and then 1, 2, 4, 8, 16 and 30 seconds of pause.
            QVERIFY2(storm.mostWithinAMinute() <= 30,
                     QByteArray::number(storm.mostWithinAMinute()).constData());
            QVERIFY(storm.sent.size() <= 80);
        }
    }

    // Everything is taken and something else is held: each look calls for another write.
    void aServiceThatForgetsWhatItTookIsAFailingOne()
    {
        Storm storm(true);
        storm.type();
        storm.scheduler.advance(1s);
        storm.store.answer(loaded());
        const SetupProcess first = storm.store.last().write.row;
        storm.store.fail(Problem::Kind::Timeout); // from here on one is under way
        storm.type();
        storm.run(
            5min,
            [&first](RecordingStore &store) {
                store.answer(store.last().verb == RecordingStore::Verb::Read ? first
                                                                             : store.last().write.row);
            },
            false);
        QVERIFY2(storm.mostWithinAMinute() <= 30, QByteArray::number(storm.mostWithinAMinute()).constData());
    }

    // Whatever is answered, and somebody types on.
    void noMoreThanTwoRequestsASecondWhateverIsAnswered()
    {
        QVERIFY(rc::check([] {
            const auto moves = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::pair<int, int>>>(
                rc::gen::pair(rc::gen::inRange(0, 9), rc::gen::inRange(-2, 3))));
            size_t next = 0;
            SetupProcess earlier = loaded();
            const Answering answer = [&](RecordingStore &store) {
                const auto [kind, seconds] = moves[next++ % moves.size()];
                const bool isRead = store.last().verb == RecordingStore::Verb::Read;
                SetupProcess row = isRead ? earlier : store.last().write.row;
                switch (kind) {
                case 0:
                case 1:
                    earlier = row;
                    store.answer(row);
                    return;
                case 2: // somebody else's edit, each time another
                    row.dsaBeneficiary = QString::number(next);
                    store.answer(row);
                    return;
                case 3:
                    store.fail(Problem::Kind::NotFound, {}, 404);
                    return;
                case 4:
                    store.failWith(problemOf(Problem::Kind::Conflict, 409, std::chrono::seconds(seconds)));
                    return;
                case 5:
                    store.failWith(problemOf(Problem::Kind::RateLimited, 429, std::chrono::seconds(seconds)));
                    return;
                case 6:
                    store.failWith(problemOf(Problem::Kind::ServerFault, 503, std::chrono::seconds(seconds)));
                    return;
                case 7:
                    store.fail(Problem::Kind::Timeout);
                    return;
                default:
                    store.fail(Problem::Kind::Protocol);
                    return;
                }
            };
            Storm storm(*rc::gen::arbitrary<bool>());
            storm.type();
            storm.run(3min, answer, *rc::gen::arbitrary<bool>());
            RC_ASSERT(storm.mostWithinAMinute() <= mostAMinute);
        }));
    }

    // Whoever presses Ctrl+S after every letter goes around the pace, not around the limit.
    void savingByHandKeepsTheLimitToo()
    {
        for (const bool plain : {false, true}) {
            Storm storm(plain);
            SetupProcess held = loaded();
            const Answering taking = [&held](RecordingStore &store) {
                if (store.last().verb != RecordingStore::Verb::Read)
                    held = store.last().write.row;
                store.answer(held);
            };
            for (int letter = 0; letter < 1'200; ++letter) {
                storm.type();
                storm.saver.saveNow();
                storm.answerAll(taking);
                storm.scheduler.advance(100ms);
            }
            QCOMPARE(storm.mostWithinAMinute(), mostAMinute);
            storm.run(2min, taking, false);
            QVERIFY(!storm.saver.hasPendingEdits()); // put off, not lost
        }
    }

    void aPauseThatWasAskedForIsNotBrokenByTyping()
    {
        Storm storm(false);
        storm.type();
        storm.scheduler.advance(1s);
        storm.store.failWith(problemOf(Problem::Kind::ServerFault, 503, 20s));
        const int before = storm.store.count();
        for (int second = 0; second < 19; ++second) {
            storm.type();
            storm.saver.networkReturned();
            storm.scheduler.advance(1s);
        }
        QCOMPARE(storm.store.count(), before);
        storm.scheduler.advance(1s);
        QCOMPARE(storm.store.count(), before + 1);
    }

    // --- Edits that nobody made

    void anAnswerThatLacksMembersNeverChangesTheDraft()
    {
        QVERIFY(rc::check([] {
            SetupProcess row = *groundswell::testing::setupProcess();
            Service service(row);
            const bool exists = *rc::gen::arbitrary<bool>();
            const bool etags = *rc::gen::arbitrary<bool>();
            if (exists)
                service.saver.start({row, etags ? QByteArray("\"1\"") : QByteArray()});
            else
                service.saver.startWithoutRow(row);
            SetupProcess held = row;
            for (int edit = 0; edit < 3; ++edit) {
                service.type(QStringLiteral("edit %1").arg(edit));
                const SetupProcess typed = service.draft.data();
                for (int step = 0; step < 20; ++step) {
                    service.scheduler.advance(1s);
                    FakeReply *reply = service.open();
                    if (!reply)
                        continue;
                    if (service.verb() != "GET")
                        held = typed;
                    if (*rc::gen::inRange(0, 8) == 0) {
                        reply->fail(QNetworkReply::RemoteHostClosedError);
                        continue;
                    }
                    FakeReply::Headers headers;
                    if (etags)
                        headers.emplace_back("ETag", '"' + QByteArray::number(step) + '"');
                    reply->answer(service.verb() == "POST" ? 201 : 200, bytes(rowWithout(held)), headers);
                }
                RC_ASSERT(service.draft.data().contentJson() == typed.contentJson());
            }
            RC_ASSERT(service.differences == 0);
            RC_ASSERT(service.merges == 0);
            RC_ASSERT(!service.saver.conflict());
        }));
    }

    void anEmptyObjectMeansAsSent()
    {
        Service service(loaded());
        service.saver.startWithoutRow(loaded());
        service.type(QStringLiteral("x"));
        service.scheduler.advance(1s);
        QCOMPARE(service.verb(), QByteArray("POST"));
        service.open()->answer(201, "{}");
        QVERIFY(!service.saver.hasPendingEdits());
        QCOMPARE(service.differences, 0);
        QCOMPARE(service.draft.data().dsaPayor, QStringLiteral("x"));
        QCOMPARE(service.draft.data().dsaBeneficiary, QStringLiteral("base"));
    }

    void whatIsNoRowIsNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("another event's") << QByteArray(R"({"eid":"other","dsa_payor":"theirs"})");
        QTest::newRow("a number") << QByteArray("7");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("some object") << QByteArray(R"({"status":"ok"})");
        QTest::newRow("a page") << QByteArray("<html>");
    }
    void whatIsNoRowIsNone()
    {
        QFETCH(QByteArray, body);
        Service service(loaded());
        service.saver.start({loaded(), "\"1\""});
        service.type(QStringLiteral("x"));
        service.scheduler.advance(1s);
        service.open()->answer(200, body);
        QVERIFY(service.saver.hasPendingEdits()); // it isn't known what became of it
        service.scheduler.advance(2s);
        QVERIFY(service.open());
        service.open()->answer(200, body);
        QCOMPARE(service.draft.data().dsaPayor, QStringLiteral("x"));
        QCOMPARE(service.draft.data().dsaBeneficiary, QStringLiteral("base"));
    }

    void aReadingOfNothingIsNoRow()
    {
        Service service(loaded());
        std::optional<Problem> problem;
        for (const char *body : {"{}", "[]", "", R"({"status":"ok"})", R"({"eid":"other"})"}) {
            problem.reset();
            auto handle = service.client.setup(EventId(QStringLiteral("e")), &service.draft,
                                               [&](const Expected<SetupRow> &row) {
                                                   if (!row)
                                                       problem = row.error();
                                               });
            service.open()->answer(200, body);
            QVERIFY2(problem, body);
            QCOMPARE(problem->kind, Problem::Kind::Protocol);
        }
    }

    void unknownMembersAreKeptUpToABound()
    {
        const auto answered = [](qsizetype size) {
            Service service(loaded());
            std::optional<Expected<SetupRow>> row;
            auto handle = service.client.setup(EventId(QStringLiteral("e")), &service.draft,
                                               [&](const Expected<SetupRow> &answer) { row = answer; });
            service.open()->answer(
                200, "{\"eid\":\"e\",\"goal\":\"ROAS\",\"x_new\":\"" + QByteArray(size, 'x') + "\"}");
            [&] { QTRY_VERIFY(row); }();
            return *row;
        };
        const auto kept = answered(100 * 1024);
        QVERIFY(kept);
        QCOMPARE(kept->row.extra.value(QStringLiteral("x_new")).toString().size(), 100 * 1024);
        const auto refused = answered(1024 * 1024);
        QVERIFY(!refused);
        QCOMPARE(refused.error().messageKey, QStringLiteral("error.client.answer_too_large"));
    }

    // --- Large rows

    void largeRowsAreComparedElsewhereAndMergedAsSmallOnesAre()
    {
        Fixture f;
        f.typeAndWait("mine");
        SetupRow theirs{with("base", "theirs"), "\"9\"", {}, Comparer::largeRow};
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        QCOMPARE(f.store.last().verb, RecordingStore::Verb::Read);
        f.store.answerWith(theirs);
        const int before = f.store.count();
        QCOMPARE(f.draft.data().dsaBeneficiary, QStringLiteral("base")); // not yet: that is elsewhere
        QTRY_COMPARE(f.store.count(), before + 1); // merged, and written
        QCOMPARE(f.draft.data().dsaBeneficiary, QStringLiteral("theirs"));
        QCOMPARE(f.draft.data().dsaPayor, QStringLiteral("mine"));
        QCOMPARE(f.store.last().verb, RecordingStore::Verb::Replace);

        // A write that the service answers with a large row, in which it changed something.
        QSignalSpy differs(&f.saver, &DraftSaver::serverDiffers);
        SetupRow changed{f.store.last().write.row, "\"10\"", {}, Comparer::largeRow};
        changed.row.dsaPayor = QStringLiteral("shortened");
        f.store.answerWith(changed);
        QCOMPARE(differs.size(), 0);
        QTRY_COMPARE(differs.size(), 1);
        QTRY_VERIFY(!f.saver.hasPendingEdits());
    }

    void aComparisonThatIsNoLongerWantedIsDropped()
    {
        auto f = std::make_unique<Fixture>();
        f->typeAndWait("mine");
        f->store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        f->store.answerWith({with("base", "theirs"), "\"9\"", {}, Comparer::largeRow});
        f->type("mine, and more"); // while it is being compared: compared anew
        QTRY_COMPARE(f->draft.data().dsaBeneficiary, QStringLiteral("theirs"));
        QCOMPARE(f->draft.data().dsaPayor, QStringLiteral("mine, and more"));
        f->store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        f->store.answerWith({with("base", "again"), "\"11\"", {}, Comparer::largeRow});
        f.reset(); // nobody to tell
        QCoreApplication::sendPostedEvents();
    }
};

QTEST_GUILESS_MAIN(TestSaverImpolite)
#include "tst_saver_impolite.moc"
