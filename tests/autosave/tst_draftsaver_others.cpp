#include "saverfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Verb = RecordingStore::Verb;

/// The saver where it isn't alone: other people's edits, rows that come and go, earlier runs, and those who
/// wait for it.
class TestDraftSaverOthers : public QObject {
    Q_OBJECT
private Q_SLOTS:
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

QTEST_GUILESS_MAIN(TestDraftSaverOthers)
#include "tst_draftsaver_others.moc"
