#include "saverfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Verb = RecordingStore::Verb;

/// Between disk and server: what must be on disk before it is sent, how long it stays there, and what an
/// answer to our own write may hold of somebody else's.
class TestDraftSaverSafety : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // --- Disk before network

    void nothingIsSentBeforeItIsOnDisk()
    {
        Fixture f;
        f.saver.setWriteAhead(true);
        QSignalSpy sending(&f.saver, &DraftSaver::sending);
        f.type("one");
        f.saver.saveNow();
        QCOMPARE(f.store.count(), 0);
        QCOMPARE(sending.size(), 1); // the journal is told to hurry
        f.saver.markOnDisk(f.draft.revision());
        QCOMPARE(f.store.count(), 1);
        QCOMPARE(f.store.last().write.row, with("one"));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void whatIsSentIsWhatIsOnDisk()
    {
        Fixture f;
        f.saver.setWriteAhead(true);
        f.type("one");
        f.saver.saveNow();
        const quint64 revision = f.draft.revision();
        f.type("one and more");
        f.saver.markOnDisk(revision);
        QCOMPARE(f.store.last().write.row, with("one"));
        f.accept();
        QVERIFY(f.saver.hasPendingEdits());
    }

    void whatIsOnDiskIsSentAtOnce()
    {
        Fixture f;
        f.saver.setWriteAhead(true);
        f.type("one");
        f.saver.markOnDisk(f.draft.revision());
        f.scheduler.advance(1s);
        QCOMPARE(f.store.count(), 1);
    }

    void whatNeverLeftIsNotReadBack()
    {
        Fixture f;
        f.saver.setWriteAhead(true);
        f.typeAndWait("one");
        f.typeAndWait("two"); // the disk is slow
        QCOMPARE(f.store.count(), 0);
        f.saver.markOnDisk(f.draft.revision());
        QCOMPARE(f.store.last().write.row, with("two"));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.store.count(), 1);
        QCOMPARE(f.saver.counters().sent, 1);
        QCOMPARE(f.saver.counters().aborted, 0);
    }

    void aDiskThatRefusesKeepsNothingFromTheServer()
    {
        Fixture f;
        f.saver.setWriteAhead(true);
        f.typeAndWait("one");
        QCOMPARE(f.store.count(), 0);
        f.saver.setWriteAhead(false);
        QCOMPARE(f.store.count(), 1);
    }

    void aDiskThatHangsIsWaitedForNoLongerThanARequest()
    {
        Fixture f;
        f.saver.setWriteAhead(true);
        f.typeAndWait("one");
        f.scheduler.advance(15s);
        QCOMPARE(f.store.count(), 1);
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    // --- Settled

    void onACalmNetworkWhatIsAcknowledgedIsSettled()
    {
        Fixture f;
        QSignalSpy settled(&f.saver, &DraftSaver::settled);
        f.typeAndWait("one");
        QCOMPARE(settled.size(), 0);
        f.accept();
        QCOMPARE(settled.size(), 1);
        QCOMPARE(settled.at(0).at(0).toULongLong(), f.draft.revision());
    }

    void aWriteThatMayStillLandKeepsItUnsettled()
    {
        Fixture f;
        QSignalSpy settled(&f.saver, &DraftSaver::settled);
        f.typeAndWait("one");
        f.typeAndWait("two");
        f.accept();
        QCOMPARE(settled.size(), 0);
        f.store.answer(with("two"), f.etag()); // from here on the late one is refused at the door
        QCOMPARE(settled.size(), 1);
    }

    void withoutETagsItIsSettledAfterTheLastLook()
    {
        Fixture f(true);
        QSignalSpy settled(&f.saver, &DraftSaver::settled);
        f.typeAndWait("one");
        f.store.answer(loaded());
        f.store.fail(Problem::Kind::Offline);
        f.saver.saveNow();
        f.store.answer(loaded());
        f.store.answer(with("one"));
        f.store.answer(with("one"));
        QCOMPARE(f.kind(), Kind::Saved);
        f.scheduler.advance(5s);
        f.store.answer(with("one"));
        QCOMPARE(settled.size(), 0);
        f.scheduler.advance(20s);
        f.store.answer(with("one"));
        QCOMPARE(settled.size(), 1);
    }

    // --- What an answer holds besides

    // The network layer sends a write again when its answer got lost, and the service answers a number that
    // it knows with the row as it is by then.
    void anotherPersonsEditInTheAnswerIsNotTakenBackByTheNextWrite()
    {
        Fixture f;
        f.typeAndWait("one");
        f.version = 3;
        f.store.answer(with("one", "theirs"), f.etag());
        QCOMPARE(f.kind(), Kind::Saved);
        QCOMPARE(f.draft.data(), with("one", "theirs"));
        f.typeAndWait("two");
        QCOMPARE(f.store.last().write.row, with("two", "theirs"));
    }

    void anotherPersonsEditInTheAnswerIsMergedUnderNewerEdits()
    {
        Fixture f;
        f.typeAndWait("one");
        f.type("two");
        f.version = 3;
        f.store.answer(with("one", "theirs"), f.etag());
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().write.row, with("two", "theirs"));
        f.accept();
        QCOMPARE(f.kind(), Kind::Saved);
    }

    void whatTheServerMadeOfOurOwnFieldIsToldAndNotFoughtOver()
    {
        Fixture f;
        QSignalSpy differs(&f.saver, &DraftSaver::serverDiffers);
        f.typeAndWait("one");
        f.store.answer(with("ONE"), f.etag());
        QCOMPARE(differs.size(), 1);
        QCOMPARE(f.draft.data(), with("one"));
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1);
    }

    void theSameFieldInTheAnswerAndTypedSinceIsAConflict()
    {
        Fixture f;
        f.typeAndWait("one");
        f.draft.setDsa(QStringLiteral("one"), QStringLiteral("mine"));
        f.version = 3;
        f.store.answer(with("one", "theirs"), f.etag());
        QCOMPARE(f.kind(), Kind::Conflict);
        QCOMPARE(f.saver.conflict()->conflicts.size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestDraftSaverSafety)
#include "tst_draftsaver_safety.moc"
