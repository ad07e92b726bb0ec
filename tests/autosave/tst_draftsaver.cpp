#include "app/autosave/draftsaver.h"
#include "recordingstore.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Verb = RecordingStore::Verb;

namespace {

SetupProcess loaded()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    row.dsaPayor = QStringLiteral("base");
    row.dsaBeneficiary = QStringLiteral("base");
    return row;
}

SetupProcess with(const char *payor, const char *beneficiary = "base")
{
    SetupProcess row = loaded();
    row.dsaPayor = QLatin1StringView(payor);
    row.dsaBeneficiary = QLatin1StringView(beneficiary);
    return row;
}

struct Fixture {
    SetupDraft draft;
    RecordingStore store;
    ManualScheduler scheduler;
    DraftSaver saver{draft, store, scheduler, [] { return 0.0; }};
    int version = 1;

    /// A server with the extensions (it offers ETags) unless \a plain.
    explicit Fixture(bool plain = false)
    {
        draft.replace(loaded(), Origin::Loaded);
        saver.start({loaded(), plain ? QByteArray() : etag()});
    }
    [[nodiscard]] QByteArray etag() const { return '"' + QByteArray::number(version) + '"'; }
    void type(const char *payor)
    {
        draft.edit(QStringLiteral("type"), DraftField::Dsa,
                   [&](SetupProcess &row) { row.dsaPayor = QLatin1StringView(payor); });
    }
    void typeAndWait(const char *payor)
    {
        type(payor);
        scheduler.advance(1s);
    }
    /// Answers the write under way as a server that applied it.
    void accept()
    {
        ++version;
        store.answer(store.last().write.row, etag());
    }
    [[nodiscard]] Kind kind() const { return saver.state().kind; }
};

} // namespace

class TestDraftSaver : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- Clean weather

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

    // --- Somebody else

    void theirOtherFieldIsMergedWithANotice()
    {
        Fixture f;
        QSignalSpy merged(&f.saver, &DraftSaver::merged);
        f.typeAndWait("mine");
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.version = 7;
        f.store.answer(with("base", "theirs"), f.etag());
        QCOMPARE(merged.size(), 1);
        const auto notice = merged.at(0).at(0).value<MergeNotice>();
        QCOMPARE(notice.taken.size(), 1U);
        QCOMPARE(notice.before, with("mine"));
        QCOMPARE(f.draft.data(), with("mine", "theirs"));
        QCOMPARE(f.store.last().write.row, with("mine", "theirs"));
        QCOMPARE(f.store.last().write.ifMatch, QByteArray("\"7\""));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
        f.draft.undoStack().undo(); // the notice can be undone
        QCOMPARE(f.draft.data(), with("mine"));
    }

    void aPlainServerIsReadBeforeItIsOverwritten()
    {
        Fixture f(true);
        f.typeAndWait("mine");
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("base", "theirs"));
        QCOMPARE(f.store.last().write.row, with("mine", "theirs"));
    }

    void ourOwnAbortedWriteIsNoConflict()
    {
        Fixture f;
        QSignalSpy merged(&f.saver, &DraftSaver::merged);
        f.typeAndWait("one"); // arrives, but its answer is given up
        f.typeAndWait("two"); // still bears the old ETag
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        f.version = 2;
        f.store.answer(with("one"), f.etag());
        QCOMPARE(merged.size(), 0);
        QCOMPARE(f.store.last().write.row, with("two"));
        QCOMPARE(f.store.last().write.ifMatch, QByteArray("\"2\""));
    }

    void theSameFieldIsAConflictAndNothingIsOverwritten()
    {
        Fixture f;
        f.typeAndWait("mine");
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        f.version = 7;
        f.store.answer(with("theirs"), f.etag());
        QCOMPARE(f.kind(), Kind::Conflict);
        QVERIFY(f.saver.conflict());
        QCOMPARE(f.saver.conflict()->conflicts.size(), 1U);
        const int before = f.store.count();
        f.typeAndWait("mine still");
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), before);
        QCOMPARE(f.draft.data().dsaPayor, QStringLiteral("mine still"));
    }

    void aConflictIsSettledByChoice_data()
    {
        QTest::addColumn<int>("choice");
        QTest::newRow("mine") << 0;
        QTest::newRow("theirs") << 1;
        QTest::newRow("by field") << 2;
    }
    void aConflictIsSettledByChoice()
    {
        QFETCH(int, choice);
        Fixture f;
        f.typeAndWait("mine");
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        f.version = 7;
        f.store.answer(with("theirs", "theirs"), f.etag());
        const FieldPath path = f.saver.conflict()->conflicts.at(0).path;
        ConflictChoice settled;
        if (choice == 1)
            settled.forAll = ConflictChoice::Side::Theirs;
        if (choice == 2)
            settled.byField = {{path, ConflictChoice::Side::Theirs}};
        const int before = f.store.count();
        f.saver.resolve(settled);
        QVERIFY(!f.saver.conflict());
        if (choice == 0) {
            QCOMPARE(f.store.last().write.row, with("mine", "theirs"));
            QCOMPARE(f.store.last().write.ifMatch, QByteArray("\"7\""));
            f.accept();
        } else {
            QCOMPARE(f.draft.data(), with("theirs", "theirs"));
            QCOMPARE(f.store.count(), before); // the server holds it already
        }
        QCOMPARE(f.kind(), Kind::Saved);
        QVERIFY(!f.saver.hasPendingEdits());
    }

    void aServerThatAlwaysSaysChangedIsNotAskedForEver()
    {
        Fixture f;
        f.typeAndWait("one");
        for (int i = 0; i < 20 && f.store.last().isOpen(); ++i) {
            if (f.store.last().verb == Verb::Replace)
                f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
            else
                f.store.answer(loaded(), f.etag());
        }
        QCOMPARE(f.kind(), Kind::Failed);
        QVERIFY(f.saver.state().retryInSeconds);
        // After the pause it looks first, and is done as soon as the server is sane again.
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(loaded(), "\"9\"");
        QCOMPARE(f.store.last().write.ifMatch, QByteArray("\"9\""));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void whatTheServerChangedIsTold()
    {
        Fixture f;
        QSignalSpy differs(&f.saver, &DraftSaver::serverDiffers);
        f.typeAndWait("one");
        f.store.answer(with("one", "reset"), f.etag());
        QCOMPARE(differs.size(), 1);
        const auto fields = differs.at(0).at(0).value<std::vector<FieldDifference>>();
        QCOMPARE(fields.size(), 1U);
        QCOMPARE(fields[0].path.section, QStringLiteral("dsaBeneficiary"));
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1); // no endless tug-of-war
    }

    // --- Without a row

    void theFirstEditCreatesTheRow()
    {
        SetupDraft draft;
        RecordingStore store;
        ManualScheduler scheduler;
        DraftSaver saver(draft, store, scheduler, [] { return 0.0; });
        draft.replace(loaded(), Origin::Loaded);
        saver.startWithoutRow(loaded());
        scheduler.advance(1h);
        QCOMPARE(store.count(), 0);
        draft.setDsa(QStringLiteral("x"), QStringLiteral("base"));
        scheduler.advance(1s);
        QCOMPARE(store.last().verb, Verb::Create);
        store.answer(store.last().write.row, "\"1\"");
        QCOMPARE(saver.state().kind, Kind::Saved);
        draft.setDsa(QStringLiteral("y"), QStringLiteral("base"));
        scheduler.advance(1s);
        QCOMPARE(store.last().verb, Verb::Replace);
    }

    void aRowThatAppearedMeanwhileIsMerged()
    {
        SetupDraft draft;
        RecordingStore store;
        ManualScheduler scheduler;
        DraftSaver saver(draft, store, scheduler, [] { return 0.0; });
        draft.replace(loaded(), Origin::Loaded);
        saver.startWithoutRow(loaded());
        draft.setDsa(QStringLiteral("mine"), QStringLiteral("base"));
        scheduler.advance(1s);
        store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.exists"), 409);
        store.answer(with("base", "theirs"), "\"3\"");
        QCOMPARE(store.last().verb, Verb::Replace);
        QCOMPARE(store.last().write.row, with("mine", "theirs"));
    }

    void aRowCancelledElsewhereIsCreatedAnewByAnEdit()
    {
        Fixture f;
        f.typeAndWait("one");
        f.store.fail(Problem::Kind::NotFound, {}, 404);
        QCOMPARE(f.store.last().verb, Verb::Create);
        QCOMPARE(f.store.last().write.row, with("one"));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    // --- Starting with edits of an earlier run

    void recoveredEditsAreComparedBeforeTheyAreSent()
    {
        SetupDraft draft;
        RecordingStore store;
        ManualScheduler scheduler;
        DraftSaver saver(draft, store, scheduler, [] { return 0.0; });
        draft.replace(loaded(), Origin::Loaded);
        draft.replace(with("recovered"), Origin::Recovered);
        saver.startUnheard({loaded(), "\"1\""}, {with("sent before the crash")});
        scheduler.advance(1s);
        QCOMPARE(store.last().verb, Verb::Read);
        store.answer(with("sent before the crash", "theirs"), "\"5\"");
        QCOMPARE(store.last().write.row, with("recovered", "theirs"));
        QCOMPARE(store.last().write.ifMatch, QByteArray("\"5\""));
    }

    void openedOfflineWithoutEditsWritesNothing()
    {
        SetupDraft draft;
        RecordingStore store;
        ManualScheduler scheduler;
        DraftSaver saver(draft, store, scheduler, [] { return 0.0; });
        draft.replace(loaded(), Origin::Loaded);
        saver.startUnheard({loaded(), "\"1\""}, {});
        scheduler.advance(1s);
        store.fail(Problem::Kind::Offline);
        QCOMPARE(saver.state().kind, Kind::Offline);
        saver.networkReturned();
        store.answer(with("theirs"), "\"2\"");
        QCOMPARE(draft.data(), with("theirs"));
        scheduler.advance(1h);
        QCOMPARE(store.count(Verb::Replace) + store.count(Verb::Create), 0);
    }

    // --- Gates

    void publishingSendsReadsBackAndCompares()
    {
        Fixture f;
        std::optional<Expected<SetupProcess>> gate;
        f.type("one");
        f.saver.prepareToPublish(this, [&](const auto &answer) { gate = answer; });
        QCOMPARE(f.store.count(), 1); // at once, without the debounce
        f.accept();
        QVERIFY(!gate);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(with("one"), f.etag());
        QVERIFY(gate && gate->has_value());
        QCOMPARE(gate->value(), with("one"));
    }

    void publishingAfterAForeignEditWantsAnotherLook()
    {
        Fixture f;
        std::optional<Expected<SetupProcess>> gate;
        f.saver.prepareToPublish(this, [&](const auto &answer) { gate = answer; });
        f.store.answer(with("base", "theirs"), "\"9\"");
        QVERIFY(gate && !gate->has_value());
        QCOMPARE(gate->error().kind, Problem::Kind::Conflict);
        QCOMPARE(gate->error().messageKey, QStringLiteral("error.setup.changed"));
        QCOMPARE(f.draft.data(), with("base", "theirs"));
    }

    void publishingOverALateWriteSendsAgain()
    {
        Fixture f(true);
        std::optional<Expected<SetupProcess>> gate;
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.typeAndWait("two"); // "one" is given up
        f.store.answer(loaded());
        f.saver.prepareToPublish(this, [&](const auto &answer) { gate = answer; });
        f.store.answer(with("two"));
        f.store.answer(with("two"));
        QVERIFY(!gate);
        f.store.answer(with("one")); // landed just now
        QCOMPARE(f.store.last().write.row, with("two"));
        f.store.answer(with("two"));
        f.store.answer(with("two"));
        QVERIFY(!gate);
        f.store.answer(with("two"));
        QVERIFY(gate && gate->has_value());
    }

    void publishingOfflineSaysSo()
    {
        Fixture f;
        std::optional<Expected<SetupProcess>> gate;
        f.saver.prepareToPublish(this, [&](const auto &answer) { gate = answer; });
        f.store.fail(Problem::Kind::Offline);
        QVERIFY(gate && !gate->has_value());
        QCOMPARE(gate->error().kind, Problem::Kind::Offline);
    }

    void flushTellsHowItEnded()
    {
        Fixture f;
        std::optional<bool> saved;
        f.saver.flush(this, [&](bool ok) { saved = ok; });
        QCOMPARE(saved, true); // nothing waits
        saved.reset();
        f.type("one");
        f.saver.flush(this, [&](bool ok) { saved = ok; });
        QVERIFY(!saved);
        f.accept();
        QCOMPARE(saved, true);
        f.type("two");
        f.saver.flush(this, [&](bool ok) { saved = ok; });
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(saved, false);
    }
};

QTEST_GUILESS_MAIN(TestDraftSaver)
#include "tst_draftsaver.moc"
