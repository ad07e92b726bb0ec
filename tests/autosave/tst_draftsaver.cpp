#include "saverfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Verb = RecordingStore::Verb;

class TestDraftSaver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- A clean network

    void nothingIsSentWithoutAnEdit()
    {
        Fixture f;
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 0);
        QCOMPARE(f.kind(), Kind::Clean);
    }

    void oneBurstIsOneWrite()
    {
        Fixture f;
        for (const auto text : {"a", "ab", "abc", "abcd"}) {
            f.type(text);
            f.scheduler.advance(300ms);
        }
        QCOMPARE(f.store.count(), 0);
        QCOMPARE(f.kind(), Kind::Unsaved);
        f.scheduler.advance(700ms);
        QCOMPARE(f.store.count(), 1);
        QCOMPARE(f.store.last().verb, Verb::Replace);
        QCOMPARE(f.store.last().write.row, with("abcd"));
        QCOMPARE(f.store.last().write.ifMatch, QByteArray("\"1\""));
        f.accept();
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1);
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.saver.counters().sent, 1);
        QCOMPARE(f.saver.counters().aborted, 0);
        QCOMPARE(f.saver.counters().verified, 0);
    }

    void endlessTypingIsSavedAllTheSame()
    {
        Fixture f;
        for (int i = 0; i < 60; ++i) {
            f.type(i % 2 ? "odd" : "even");
            f.scheduler.advance(100ms);
        }
        QCOMPARE(f.store.count(), 1);
    }

    void typedAndUndoneSendsNothing()
    {
        Fixture f;
        f.type("x");
        f.draft.undoStack().undo();
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 0);
        QVERIFY(!f.saver.hasPendingEdits());
    }

    void anEditDuringAWriteIsSentAfterIt()
    {
        Fixture f;
        f.typeAndWait("one");
        f.type("two");
        QCOMPARE(f.store.openCalls(), 1); // an edit aborts nothing
        f.accept();
        QVERIFY(f.saver.hasPendingEdits()); // a revision was acknowledged, not the draft
        QCOMPARE(f.kind(), Kind::Unsaved);
        f.scheduler.advance(1s);
        QCOMPARE(f.store.count(), 2);
        QCOMPARE(f.store.last().write.row, with("two"));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.saver.counters().aborted, 0);
        QCOMPARE(f.saver.counters().verified, 0);
    }

    void theStateTellsDiskFromServer()
    {
        Fixture f;
        f.type("x");
        QCOMPARE(f.kind(), Kind::Unsaved);
        f.saver.markOnDisk(f.draft.revision());
        QCOMPARE(f.kind(), Kind::OnDisk);
        QCOMPARE(f.saver.state().pendingChanges, 1);
        f.scheduler.advance(1s);
        QCOMPARE(f.kind(), Kind::OnDisk); // a quick save shows no "Saving…"
        f.scheduler.advance(400ms);
        QCOMPARE(f.kind(), Kind::Saving);
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
        QVERIFY(f.saver.state().savedAt.isValid());
    }

    void everyWriteHasAHigherNumber()
    {
        Fixture f;
        f.typeAndWait("one");
        const auto first = f.store.last().write;
        f.accept();
        f.typeAndWait("two");
        QCOMPARE(f.store.last().write.clientId, first.clientId);
        QVERIFY(f.store.last().write.draftRevision > first.draftRevision);
    }

    // --- Aborts and read-back

    void aDueSaveAbortsTheReplyInFlightAndIsVerified()
    {
        Fixture f;
        f.typeAndWait("one");
        f.typeAndWait("two");
        QCOMPARE(f.store.count(), 2);
        QVERIFY(f.store.call(0).aborted);
        QCOMPARE(f.store.openCalls(), 1);
        QCOMPARE(f.saver.counters().aborted, 1);
        f.accept();
        QCOMPARE(f.store.count(), 3);
        QCOMPARE(f.store.last().verb, Verb::Read);
        QCOMPARE(f.saver.counters().verified, 0);
        f.store.answer(with("two"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.saver.counters().verified, 1);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 3); // with ETags a late write is refused at the door
    }

    void aLateWriteOfOurOwnIsOverwritten()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.answer(loaded()); // read before the write, since the server offers no ETag
        f.typeAndWait("two");
        f.store.answer(loaded());
        QCOMPARE(f.store.last().write.row, with("two"));
        f.store.answer(with("two"));
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("one")); // the aborted one landed after the other
        QCOMPARE(f.store.last().verb, Verb::Replace);
        QCOMPARE(f.store.last().write.row, with("two"));
        f.store.answer(with("two"));
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("two"));
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void aPlainServerIsLookedAtAgainLater()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.store.fail(Problem::Kind::Offline);
        f.saver.saveNow();
        f.store.answer(loaded());
        f.store.answer(with("one"));
        f.store.answer(with("one")); // the read-back
        QCOMPARE(f.kind(), Kind::Saved);
        const int before = f.store.count();
        f.scheduler.advance(5s);
        QCOMPARE(f.store.count(), before + 1);
        QCOMPARE(f.kind(), Kind::Saved); // nothing to tell anybody
        f.store.answer(with("one"));
        f.scheduler.advance(20s);
        QCOMPARE(f.store.count(), before + 2);
        f.store.answer(with("one"));
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), before + 2);
    }

    void calmWritesToAPlainServerAreNotReadBack()
    {
        Fixture f(true);
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.store.answer(with("one"));
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(Verb::Replace), 1);
        QCOMPARE(f.saver.counters().verified, 0);
    }

    void aPassedDeadlineIsRetriedAndVerified()
    {
        Fixture f;
        f.typeAndWait("one");
        f.scheduler.advance(15s);
        QVERIFY(f.store.call(0).aborted);
        QCOMPARE(f.kind(), Kind::Failed);
        QCOMPARE(f.saver.state().problem->kind, Problem::Kind::Timeout);
        QCOMPARE(f.saver.state().retryInSeconds, 1);
        f.scheduler.advance(1s);
        QCOMPARE(f.store.count(), 2);
        f.accept();
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("one"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void slowTypingDoesNotStarveASlowServer()
    {
        Fixture f;
        int accepted = 0;
        std::chrono::milliseconds sentAt{0};
        int seen = 0;
        for (int i = 0; i < 60; ++i) {
            f.type(i % 2 ? "odd" : "even");
            f.scheduler.advance(1200ms);
            if (f.store.count() != seen) {
                seen = f.store.count();
                sentAt = f.scheduler.now();
            }
            if (f.store.last().isOpen() && f.scheduler.now() - sentAt >= 6s) {
                f.accept();
                ++accepted;
            }
        }
        QVERIFY2(accepted >= 3, qPrintable(QString::number(accepted)));
    }

    // --- Failures

    void offlineIsSaidAndRetriedWhenTheNetworkReturns()
    {
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(f.kind(), Kind::Offline);
        f.saver.networkReturned();
        QCOMPARE(f.store.count(), 2);
        f.accept();
        f.store.answer(with("one"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void theBackOffGrows()
    {
        Fixture f;
        f.typeAndWait("one");
        for (const auto pause : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
            f.store.fail(Problem::Kind::ServerFault, {}, 503);
            QCOMPARE(f.kind(), Kind::Failed);
            const int before = f.store.count();
            f.scheduler.advance(pause - 1ms);
            QCOMPARE(f.store.count(), before);
            f.scheduler.advance(1ms);
            QCOMPARE(f.store.count(), before + 1);
        }
    }

    void anEditAfterAFailureIsSentWithoutWaiting()
    {
        Fixture f;
        f.typeAndWait("one");
        for (int i = 0; i < 5; ++i) {
            f.store.fail(Problem::Kind::ServerFault, {}, 503);
            f.saver.saveNow();
        }
        f.store.fail(Problem::Kind::ServerFault, {}, 503);
        const int before = f.store.count();
        f.typeAndWait("two");
        QCOMPARE(f.store.count(), before + 1);
    }

    void aRateLimitIsNotBrokenByTyping()
    {
        Fixture f;
        f.typeAndWait("one");
        Problem problem;
        problem.kind = Problem::Kind::RateLimited;
        problem.retryAfter = 20s;
        f.store.failWith(problem);
        f.typeAndWait("two");
        f.saver.networkReturned();
        QCOMPARE(f.store.count(), 1);
        f.scheduler.advance(19s);
        QCOMPARE(f.store.count(), 2);
    }

    void aRefusalIsNotRepeatedUntilTheNextEdit()
    {
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Rejected, QStringLiteral("error.setup.invalid"), 400);
        QCOMPARE(f.kind(), Kind::Failed);
        QVERIFY(!f.saver.state().retryInSeconds);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1);
        f.typeAndWait("two");
        QCOMPARE(f.store.count(), 2);
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.saver.counters().verified, 0); // what was refused can't arrive late
    }

    void anAnswerThatIsNoneIsTriedAgain()
    {
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Protocol); // the page of a captive portal
        f.scheduler.advance(1s);
        QCOMPARE(f.store.count(), 2);
    }

    void signedOutWaitsForANewToken()
    {
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Unauthorized, {}, 401);
        QCOMPARE(f.kind(), Kind::SignedOut);
        f.typeAndWait("two");
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1);
        QCOMPARE(f.saver.state().pendingChanges, 2);
        f.saver.signedIn();
        QCOMPARE(f.store.count(), 2);
        QCOMPARE(f.store.last().write.row, with("two"));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void aPublishedSetupIsFrozen()
    {
        Fixture f;
        QSignalSpy frozen(&f.saver, &DraftSaver::frozen);
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.frozen"), 409);
        QCOMPARE(f.kind(), Kind::Frozen);
        QCOMPARE(frozen.size(), 1);
        f.typeAndWait("two");
        f.saver.saveNow();
        QCOMPARE(f.store.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestDraftSaver)
#include "tst_draftsaver.moc"
