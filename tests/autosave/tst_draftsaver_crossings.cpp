#include "app/autosave/draftsession.h"
#include "patientscheduler.h"
#include "saverfixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Verb = RecordingStore::Verb;

namespace {

/// As a service answers a write that it took while a colleague had changed another field: too much to be
/// compared at once. The comparison is as slow as the test wants: it isn't over before the event loop runs.
SetupRow largeAnswer(const char *payor, const char *beneficiary)
{
    return {with(payor, beneficiary), "\"9\"", {}, Comparer::largeRow};
}

/// A write of "mine" has gone out, and something was typed since.
struct Written : Fixture {
    explicit Written(bool plain)
        : Fixture(plain)
    {
        typeAndWait("mine");
        if (plain)
            store.answer(loaded());
        type("mine, and more");
    }
};

struct Session {
    RecordingStore store;
    PatientScheduler scheduler;
    std::unique_ptr<DraftSession> session;

    explicit Session(const QTemporaryDir &directory)
    {
        session = std::make_unique<DraftSession>(
            store, scheduler, [] { return 0.0; },
            DraftSession::Place{directory.filePath(QStringLiteral("drafts")), QStringLiteral("http://s"),
                                PartnerId(QStringLiteral("p"))});
        scheduler.isOnDisk = [this] {
            return !session || session->phase() != DraftSession::Phase::Ready
                || session->saveState().kind != Kind::Unsaved;
        };
        session->open(EventId(QStringLiteral("e")));
    }
    void type(const char *payor, const char *beneficiary)
    {
        session->draft().setDsa(QLatin1StringView(payor), QLatin1StringView(beneficiary));
    }
    void crash()
    {
        scheduler.advance(100ms);
        session.reset();
    }
};

} // namespace

/// Where a save that falls due, somebody else's edit, a comparison, publishing and leaving meet.
class TestDraftSaverCrossings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSentBeforeTheAnswerIsCompared_data()
    {
        QTest::addColumn<bool>("plain");
        QTest::addColumn<int>("cause");
        int cause = 0;
        for (const char *name : {"a due save", "save now", "leaving", "publishing"}) {
            QTest::addRow("%s", name) << false << cause;
            QTest::addRow("%s, a plain service", name) << true << cause++;
        }
    }
    void nothingIsSentBeforeTheAnswerIsCompared()
    {
        QFETCH(bool, plain);
        QFETCH(int, cause);
        Written f(plain);
        SetupRow answer = largeAnswer("mine", "theirs");
        if (plain)
            answer.etag.clear();
        f.store.answerWith(answer);
        const int before = f.store.count();
        std::optional<bool> flushed;
        bool published = false;
        if (cause == 1)
            f.saver.saveNow();
        else if (cause == 2)
            f.saver.flush(&f.draft, [&](bool saved) { flushed = saved; });
        else if (cause == 3)
            f.saver.prepareToPublish(&f.draft, [&](const Expected<SetupProcess> &) { published = true; });
        f.scheduler.advance(10s); // longer than anybody waits for a due save
        QCOMPARE(f.store.count(), before);
        QVERIFY(!flushed);
        QVERIFY(!published);
        QTRY_COMPARE(f.draft.data(), with("mine, and more", "theirs"));
        f.scheduler.advance(1s);
        if (plain)
            f.store.answer(with("mine", "theirs"));
        QCOMPARE(f.store.last().verb, Verb::Replace);
        QCOMPARE(f.store.last().write.row, with("mine, and more", "theirs"));
        QCOMPARE(f.saver.counters().aborted, 0);
    }

    void whoTypesOnAndOnIsComparedAllTheSame()
    {
        Written f(false);
        f.store.answerWith(largeAnswer("mine", "theirs"));
        const int before = f.store.count();
        int typed = 0;
        const auto typing = [&] {
            f.type(qPrintable(QString::number(++typed)));
            f.scheduler.advance(1s);
            return f.store.count() > before;
        };
        QTRY_VERIFY(typing());
        QCOMPARE(f.store.last().write.row.dsaBeneficiary, QStringLiteral("theirs"));
    }

    // A journal that stands on a row with somebody else's edit in it, with a draft that lacks it, would take
    // that back after a crash.
    void nothingIsSettledBeforeTheAnswerIsCompared()
    {
        Written f(false);
        QSignalSpy settled(&f.saver, &DraftSaver::settled);
        QSignalSpy rebased(&f.saver, &DraftSaver::rebased);
        f.store.answerWith(largeAnswer("mine", "theirs"));
        QCOMPARE(settled.size(), 0);
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(rebased.size(), 1);
    }

    void aCrashInAConflictOverAnAnswerKeepsBothSides()
    {
        QTemporaryDir directory;
        const SetupProcess theirs = with("mine", "theirs");
        {
            Session f(directory);
            f.store.answer(loaded(), "\"1\"");
            f.type("mine", "base");
            f.scheduler.advance(1s);
            QCOMPARE(f.store.last().verb, Verb::Replace);
            f.type("mine", "ours"); // not in this write
            f.scheduler.advance(100ms);
            f.store.answer(theirs, "\"2\"");
            QCOMPARE(f.session->saveState().kind, Kind::Conflict);
            f.crash();
        }
        Session f(directory);
        f.store.answer(theirs, "\"2\"");
        QCOMPARE(f.session->draft().data().dsaBeneficiary, QStringLiteral("ours"));
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(theirs, "\"2\"");
        QCOMPARE(f.store.count(Verb::Replace), 0);
        QCOMPARE(f.session->saveState().kind, Kind::Conflict);
        QVERIFY(f.session->saver().conflict());
    }

    // What publishing waits for is a reading that succeeded, and not an extra look that may fail.
    void anExtraLookIsNotTakenForTheOneBeforePublishing()
    {
        for (const bool isUnderWay : {false, true}) {
            Fixture f(true);
            f.typeAndWait("one");
            f.store.answer(loaded());
            QCOMPARE(f.store.last().verb, Verb::Replace);
            f.store.fail(Problem::Kind::Timeout); // it may still arrive
            f.scheduler.advance(1s);
            f.store.answer(loaded());
            QCOMPARE(f.store.last().verb, Verb::Replace);
            f.accept();
            f.store.answer(with("one")); // read back
            QCOMPARE(f.kind(), Kind::Saved);
            if (isUnderWay)
                f.scheduler.advance(5s); // the first extra look is on its way
            std::optional<Expected<SetupProcess>> answer;
            f.saver.prepareToPublish(&f.draft, [&](const Expected<SetupProcess> &row) { answer = row; });
            if (isUnderWay)
                f.store.fail(Problem::Kind::ServerFault);
            QVERIFY(!answer);
            f.scheduler.advance(10s); // an extra look would be due
            QVERIFY(!answer);
            f.store.fail(Problem::Kind::ServerFault);
            QVERIFY(answer);
            QVERIFY(!*answer);
        }
    }
};

QTEST_GUILESS_MAIN(TestDraftSaverCrossings)
#include "tst_draftsaver_crossings.moc"
