#include "saverfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Verb = RecordingStore::Verb;

/// The arrows of the saver's diagram that lead through reading, backing off and signing in.
class TestDraftSaverArrows : public QObject {
    Q_OBJECT

    /// A write was given up for the next one, which was answered: the read-back is under way.
    static void untilReadBack(Fixture &f)
    {
        f.typeAndWait("one");
        f.typeAndWait("two");
        f.accept();
        QCOMPARE(f.store.last().verb, Verb::Read);
    }

private Q_SLOTS:
    // --- Verifying

    void theReadBackFindsSomebodyElsesEdit()
    {
        Fixture f;
        QSignalSpy merged(&f.saver, &DraftSaver::merged);
        untilReadBack(f);
        f.version = 9;
        f.store.answer(with("two", "theirs"), f.etag());
        QCOMPARE(merged.size(), 1);
        QCOMPARE(f.draft.data(), with("two", "theirs"));
        QCOMPARE(f.kind(), Kind::Saved); // the server holds just that
        QCOMPARE(f.store.count(Verb::Replace), 2);
    }

    void theReadBackFindsTheSameFieldChanged()
    {
        Fixture f;
        untilReadBack(f);
        f.version = 9;
        f.type("three");
        f.store.answer(with("theirs"), f.etag());
        QCOMPARE(f.kind(), Kind::Conflict);
        QCOMPARE(f.store.count(Verb::Replace), 2);
    }

    void aReadBackEndsWhereAWriteWaitsForTheDisk()
    {
        // Its answer would be taken for the state after a write that hasn't left yet.
        Fixture f;
        untilReadBack(f);
        f.saver.setWriteAhead(true);
        f.typeAndWait("three");
        QCOMPARE(f.store.openCalls(), 0);
        QCOMPARE(f.store.count(Verb::Replace), 2);
        f.saver.markOnDisk(f.draft.revision());
        QCOMPARE(f.store.count(Verb::Replace), 3);
        f.accept();
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("three"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void anEditDuringTheReadBackIsSentAndReadBackToo()
    {
        Fixture f;
        untilReadBack(f);
        f.typeAndWait("three"); // the read-back is still not answered
        QCOMPARE(f.store.last().verb, Verb::Replace);
        QCOMPARE(f.store.openCalls(), 1);
        f.accept();
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("three"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void aReadBackThatFailsIsTriedAgain_data()
    {
        QTest::addColumn<bool>("deadline");
        QTest::newRow("an error") << false;
        QTest::newRow("no answer") << true;
    }
    void aReadBackThatFailsIsTriedAgain()
    {
        QFETCH(bool, deadline);
        Fixture f;
        untilReadBack(f);
        if (deadline)
            f.scheduler.advance(15s);
        else
            f.store.fail(Problem::Kind::ServerFault, {}, 503);
        QCOMPARE(f.kind(), Kind::Failed); // not called saved before it was seen there
        QCOMPARE(f.store.openCalls(), 0);
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("two"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.store.count(Verb::Replace), 2);
    }

    void whatWasJustWrittenAndIsGoneIsWrittenAnew()
    {
        Fixture f;
        untilReadBack(f);
        f.store.fail(Problem::Kind::NotFound, {}, 404);
        QCOMPARE(f.store.last().verb, Verb::Create);
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void aReadBackThatIsRefusedIsTriedAgainByHand()
    {
        Fixture f;
        untilReadBack(f);
        f.store.fail(Problem::Kind::Forbidden, {}, 403);
        QCOMPARE(f.kind(), Kind::Failed);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.openCalls(), 0);
        f.saver.saveNow();
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("two"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.store.count(Verb::Replace), 2);
    }

    // --- Judging

    void aLargeAnswerAfterAnAbortedWriteIsReadBackToo()
    {
        Fixture f;
        f.typeAndWait("one");
        f.typeAndWait("two");
        f.store.answerWith({with("two"), "\"2\"", {}, Comparer::largeRow});
        QTRY_COMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("two"), "\"2\"");
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void aLargeAnswerMayHoldAConflict()
    {
        Fixture f;
        f.typeAndWait("mine");
        f.draft.setDsa(QStringLiteral("mine"), QStringLiteral("mine too"));
        f.store.answerWith({with("mine", "theirs"), "\"2\"", {}, Comparer::largeRow});
        QTRY_COMPARE(f.kind(), Kind::Conflict);
        f.saver.resolve({});
        QCOMPARE(f.store.last().write.row, with("mine", "mine too"));
        f.store.answer(with("mine", "mine too"), "\"3\"");
        QCOMPARE(f.kind(), Kind::Saved);
    }

    // --- Looking again where nothing refuses a late write

    void aLateWriteFoundByALaterLookIsOverwritten()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.store.fail(Problem::Kind::Offline); // but on its way all the same
        f.typeAndWait("two");
        f.store.answer(loaded());
        f.store.answer(with("two"));
        f.store.answer(with("two")); // the read-back
        QCOMPARE(f.kind(), Kind::Saved);
        f.scheduler.advance(5s);
        f.store.answer(with("two")); // in order at first
        f.scheduler.advance(20s);
        f.store.answer(with("one")); // and then it landed
        QCOMPARE(f.store.last().verb, Verb::Replace);
        QCOMPARE(f.store.last().write.row, with("two"));
        f.store.answer(with("two"));
        f.store.answer(with("two"));
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void aLookThatFailsIsLeftToTheNext()
    {
        Fixture f(true);
        lostAndSentAgain(f);
        f.scheduler.advance(5s);
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(f.kind(), Kind::Saved);
        f.scheduler.advance(20s);
        QCOMPARE(f.store.last().verb, Verb::Read);
        QVERIFY(f.store.last().isOpen());
    }

    void anEditTakesTheLaterLooksPlace()
    {
        Fixture f(true);
        lostAndSentAgain(f);
        f.scheduler.advance(5s); // the look is under way
        f.typeAndWait("two");
        QCOMPARE(f.store.openCalls(), 1);
        f.store.answer(with("one")); // before writing
        QCOMPARE(f.store.last().write.row, with("two"));
        f.store.answer(with("two"));
        QCOMPARE(f.store.last().verb, Verb::Read); // the lost one may still land on this one
        f.store.answer(with("two"));
        QCOMPARE(f.kind(), Kind::Saved);
    }

    // --- Comparing

    void anEditWhileComparingGoesWithTheWrite()
    {
        Fixture f(true);
        f.typeAndWait("one");
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.typeAndWait("two");
        QCOMPARE(f.store.count(), 1); // an edit aborts nothing
        f.store.answer(loaded());
        QCOMPARE(f.store.last().write.row, with("two"));
        f.store.answer(with("two"));
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.store.count(Verb::Replace), 1);
    }

    void comparingThatFailsIsTriedAgain()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.scheduler.advance(15s);
        QCOMPARE(f.kind(), Kind::Failed);
        f.scheduler.advance(1s);
        f.store.answer(loaded());
        f.store.answer(with("one"));
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void comparingThatIsForbiddenIsTriedAgainByHand()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Forbidden, {}, 403);
        QCOMPARE(f.kind(), Kind::Failed);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.openCalls(), 0);
        f.saver.saveNow();
        f.store.answer(loaded());
        f.store.answer(with("one"));
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void sendingAgainReadsFirst()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.store.answer(with("one"));
        QCOMPARE(f.kind(), Kind::Saved);
        f.saver.sendAgain();
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("one"));
        QVERIFY(!f.saver.hasPendingEdits());
        QCOMPARE(f.store.count(Verb::Replace), 1);
    }

    // --- Failing

    void whatIsUndoneAfterARefusalIsNotSent_data()
    {
        QTest::addColumn<Problem::Kind>("kind");
        QTest::newRow("for now") << Problem::Kind::RateLimited;
        QTest::newRow("for good") << Problem::Kind::Forbidden;
    }
    void whatIsUndoneAfterARefusalIsNotSent()
    {
        QFETCH(Problem::Kind, kind);
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(kind);
        QCOMPARE(f.kind(), Kind::Failed);
        f.type("base");
        f.scheduler.advance(1h);
        QVERIFY(!f.saver.hasPendingEdits());
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.store.count(), 1);
    }

    void whatPassesIsTriedAgainAndWhatDoesntIsNot_data()
    {
        QTest::addColumn<Problem::Kind>("kind");
        QTest::addColumn<bool>("passes");
        QTest::newRow("offline") << Problem::Kind::Offline << true;
        QTest::newRow("proxy") << Problem::Kind::Proxy << true;
        QTest::newRow("certificate") << Problem::Kind::Tls << true;
        QTest::newRow("timeout") << Problem::Kind::Timeout << true;
        QTest::newRow("server") << Problem::Kind::ServerFault << true;
        QTest::newRow("no answer at all") << Problem::Kind::Protocol << true;
        QTest::newRow("forbidden") << Problem::Kind::Forbidden << false;
        QTest::newRow("gone") << Problem::Kind::Gone << false;
        QTest::newRow("rejected") << Problem::Kind::Rejected << false;
    }
    void whatPassesIsTriedAgainAndWhatDoesntIsNot()
    {
        QFETCH(Problem::Kind, kind);
        QFETCH(bool, passes);
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(kind);
        QCOMPARE(f.saver.state().retryInSeconds.has_value(), passes);
        f.scheduler.advance(1s);
        QCOMPARE(f.store.count(Verb::Replace), passes ? 2 : 1);
        QVERIFY(f.saver.hasPendingEdits());
        if (!passes)
            f.saver.saveNow(); // by hand
        QCOMPARE(f.store.count(Verb::Replace), 2);
        f.accept();
        QVERIFY(!f.saver.hasPendingEdits());
    }

    void theBackOffIsJittered()
    {
        SetupDraft draft;
        RecordingStore store;
        ManualScheduler scheduler;
        DraftSaver saver(draft, store, scheduler, [] { return 1.0; });
        draft.replace(loaded(), Origin::Loaded);
        saver.start({loaded(), "\"1\""});
        draft.setDsa(QStringLiteral("x"), QStringLiteral("base"));
        scheduler.advance(1s);
        store.fail(Problem::Kind::Offline);
        scheduler.advance(1299ms);
        QCOMPARE(store.count(), 1);
        scheduler.advance(1ms);
        QCOMPARE(store.count(), 2);
    }

    void theNetworksReturnIsNoReasonToHurryOtherwise()
    {
        Fixture f;
        f.saver.networkReturned();
        f.type("one");
        f.saver.networkReturned(); // still typing
        QCOMPARE(f.store.count(), 0);
        f.scheduler.advance(1s);
        f.saver.networkReturned(); // on its way
        QCOMPARE(f.store.count(), 1);
        QVERIFY(f.store.last().isOpen());
    }

    // --- Signing in

    void aReadBackThatIsRefusedWaitsForANewToken()
    {
        Fixture f;
        untilReadBack(f);
        f.store.fail(Problem::Kind::Unauthorized, {}, 401);
        QCOMPARE(f.kind(), Kind::SignedOut);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.openCalls(), 0);
        f.saver.signedIn();
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("two"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void comparingThatIsRefusedWaitsForANewToken()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Unauthorized, {}, 401);
        QCOMPARE(f.kind(), Kind::SignedOut);
        f.saver.saveNow();
        QCOMPARE(f.store.openCalls(), 0);
        f.saver.signedIn();
        f.store.answer(loaded());
        f.store.answer(with("one"));
        QCOMPARE(f.kind(), Kind::Saved);
    }

    // --- Counting

    void burstsAreCountedByTheEditsAndNotByTheWrites()
    {
        Fixture f;
        f.typeAndWait("one");
        f.accept();
        f.type("two");
        f.draft.undoStack().undo(); // nothing to send
        f.scheduler.advance(1s);
        f.type("three");
        f.scheduler.advance(500ms);
        f.typeAndWait("four");
        f.type("five"); // while it is on its way
        f.accept();
        f.scheduler.advance(1s);
        f.accept();
        QCOMPARE(f.saver.counters().bursts, 3);
        QCOMPARE(f.saver.counters().sent, 3);
        f.typeAndWait("six");
        f.store.fail(Problem::Kind::Offline);
        f.saver.networkReturned();
        QCOMPARE(f.saver.counters().bursts, 4);
        QCOMPARE(f.saver.counters().sent, 5); // not a calm network
    }

private:
    /// The first write got lost, the second was answered and read back.
    static void lostAndSentAgain(Fixture &f)
    {
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.store.fail(Problem::Kind::Offline);
        f.saver.saveNow();
        f.store.answer(loaded());
        f.store.answer(with("one"));
        f.store.answer(with("one"));
        QCOMPARE(f.kind(), Kind::Saved);
    }
};

QTEST_GUILESS_MAIN(TestDraftSaverArrows)
#include "tst_draftsaver_arrows.moc"
