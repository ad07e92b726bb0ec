#include "app/autosave/draftsession.h"
#include "patientscheduler.h"
#include "recordingstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Kind = SaveState::Kind;
using Phase = DraftSession::Phase;
using Verb = RecordingStore::Verb;

namespace {

const EventId eid(QStringLiteral("evt"));

SetupProcess proposal()
{
    SetupProcess row;
    row.goal = Goal::Utilization;
    row.currency = QStringLiteral("EUR");
    row.totalBudget = Money{50'000, row.currency};
    row.dsaPayor = row.dsaBeneficiary = QStringLiteral("proposed");
    return row;
}

struct Fixture {
    RecordingStore store;
    PatientScheduler scheduler;
    std::unique_ptr<DraftSession> session;

    explicit Fixture(const QTemporaryDir &directory)
    {
        session = std::make_unique<DraftSession>(
            store, scheduler, [] { return 0.0; },
            DraftSession::Place{directory.filePath(QStringLiteral("drafts")), QStringLiteral("http://s"),
                                PartnerId(QStringLiteral("p"))});
        scheduler.isOnDisk = [this] {
            return !session || session->phase() != Phase::Ready || session->saveState().kind != Kind::Unsaved;
        };
    }
    void openNew()
    {
        session->open(eid);
        store.fail(Problem::Kind::NotFound, {}, 404);
    }
    /// The service doesn't answer in time: what lies on this computer is shown.
    void openSlowly()
    {
        session->open(eid);
        scheduler.ManualScheduler::advance(500ms);
    }
    void type(const char *payor)
    {
        session->draft().setDsa(QLatin1StringView(payor), session->draft().data().dsaBeneficiary);
    }
    [[nodiscard]] const SetupProcess &row() const { return session->draft().data(); }
    void crash()
    {
        scheduler.advance(100ms);
        session.reset();
    }
};

/// A run of the program that ended before its first edit was sent.
void leaveUnsent(const QTemporaryDir &directory)
{
    Fixture f(directory);
    f.openNew();
    f.type("typed");
    f.crash();
}

} // namespace

/// A setup opens with the row or the journal at once; what the service proposes for a new one comes whenever
/// it comes, and is in nobody's way.
class TestLateProposal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewDraftIsThereBeforeTheProposal()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.openNew();
        QCOMPARE(f.session->phase(), Phase::Ready);
        QVERIFY(f.session->awaitsProposal());
        f.session->takeProposal(proposal());
        QVERIFY(!f.session->awaitsProposal());
        QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
        QCOMPARE(f.row().eid, eid);
        // It is nobody's edit.
        QCOMPARE(f.session->draft().revision(), 0U);
        QVERIFY(!f.session->draft().undoStack().canUndo());
        QCOMPARE(f.session->saveState().kind, Kind::Clean);
        QCOMPARE(f.session->saver().counters().bursts, 0);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1); // the first edit creates the row
        f.type("typed");
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Create);
        QCOMPARE(f.store.last().write.row.totalBudget, proposal().totalBudget);
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("typed"));
    }

    void withARowThereIsNothingToPropose()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.session->open(eid);
        SetupProcess row;
        row.eid = eid;
        f.store.answer(row, "\"1\"");
        QVERIFY(!f.session->awaitsProposal());
        f.session->takeProposal(proposal());
        QCOMPARE(f.row(), row);
    }

    void whatWasTypedMeanwhileStays()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.openNew();
        f.session->draft().setMergeWindow(-1ms);
        f.type("typed");
        f.session->takeProposal(proposal());
        QCOMPARE(f.row().dsaPayor, QStringLiteral("typed"));
        QCOMPARE(f.row().dsaBeneficiary, QStringLiteral("proposed"));
        f.session->draft().undoStack().undo();
        QVERIFY(f.row().dsaPayor.isEmpty()); // back to what was typed over, and nothing else
        QCOMPARE(f.row().dsaBeneficiary, QStringLiteral("proposed"));
        QVERIFY(!f.session->draft().undoStack().canUndo());
        f.session->draft().undoStack().redo();
        f.scheduler.advance(1s);
        QCOMPARE(f.store.count(Verb::Create), 1); // one write for both
        QCOMPARE(f.store.last().write.row, f.row());
        f.store.answer(f.store.last().write.row, "\"1\"");
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 2);
    }

    // The row is there without it, so that it has to be sent; once.
    void afterTheRowWasCreatedItIsSavedLikeAnEdit()
    {
        for (const bool isAnswered : {true, false}) {
            QTemporaryDir directory;
            Fixture f(directory);
            f.openNew();
            f.type("typed");
            f.scheduler.advance(1s);
            QCOMPARE(f.store.last().verb, Verb::Create);
            const SetupProcess created = f.store.last().write.row;
            if (isAnswered)
                f.store.answer(created, "\"1\"");
            f.session->takeProposal(proposal());
            if (!isAnswered)
                f.store.answer(created, "\"1\"");
            QVERIFY(f.session->saver().hasPendingEdits());
            f.scheduler.advance(1s);
            QCOMPARE(f.store.last().verb, Verb::Replace);
            QCOMPARE(f.store.last().write.row, f.row());
            QCOMPARE(f.row().dsaPayor, QStringLiteral("typed"));
            QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
            f.store.answer(f.row(), "\"2\"");
            f.scheduler.advance(1h);
            QCOMPARE(f.store.count(Verb::Replace), 1);
            // And it is no step of undo here either.
            f.session->draft().undoStack().undo();
            QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
            QVERIFY(f.row().dsaPayor.isEmpty());
        }
    }

    void somebodyElsesRowIsLeftAsItIs()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.openNew();
        f.type("typed");
        f.scheduler.advance(1s);
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.exists"), 409);
        SetupProcess theirs;
        theirs.eid = eid;
        theirs.dsaBeneficiary = QStringLiteral("theirs");
        f.store.answer(theirs, "\"1\"");
        QVERIFY(!f.session->awaitsProposal());
        f.session->takeProposal(proposal());
        QCOMPARE(f.row().dsaBeneficiary, QStringLiteral("theirs"));
        QCOMPARE(f.row().goal, OpenEnum<Goal>());
    }

    void aProposalThatNeverComesIsMissedByNobody()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.openNew();
        f.type("typed");
        f.scheduler.advance(1s);
        f.store.answer(f.store.last().write.row, "\"1\"");
        QCOMPARE(f.session->saveState().kind, Kind::Saved);
        std::optional<bool> saved;
        f.session->close(this, [&](bool ok) { saved = ok; });
        QTRY_COMPARE(saved, true);
        f.session->takeProposal(proposal()); // too late
        QCOMPARE(f.row().dsaBeneficiary, QString());
    }

    // --- Restarts

    void aCrashKeepsItUnderWhatWasTyped()
    {
        for (const bool typedFirst : {true, false}) {
            QTemporaryDir directory;
            {
                Fixture f(directory);
                f.openNew();
                if (typedFirst)
                    f.type("typed");
                f.scheduler.advance(100ms);
                f.session->takeProposal(proposal());
                if (!typedFirst)
                    f.type("typed");
                f.crash();
            }
            Fixture f(directory);
            f.openNew();
            QVERIFY(f.session->recovery());
            QCOMPARE(f.session->recovery()->changes, 1);
            QCOMPARE(f.session->recovery()->fields.size(), 1U); // not the proposal's
            QCOMPARE(f.row().dsaPayor, QStringLiteral("typed"));
            QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
            f.session->draft().undoStack().undo();
            QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
            QCOMPARE(f.row().dsaPayor, typedFirst ? QString() : QStringLiteral("proposed"));
            QVERIFY(!f.session->draft().undoStack().canUndo());
        }
    }

    void withoutAnEditTheNextOpeningAsksAgain()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.openNew();
            f.session->takeProposal(proposal());
            f.crash();
        }
        Fixture f(directory);
        f.openNew();
        QVERIFY(!f.session->recovery());
        QVERIFY(f.session->awaitsProposal());
    }

    void aRecoveredDraftStillWantsTheProposal()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.openNew();
            f.type("typed");
            f.crash();
        }
        Fixture f(directory);
        f.openNew();
        QVERIFY(f.session->awaitsProposal());
        f.session->takeProposal(proposal());
        QCOMPARE(f.row().dsaPayor, QStringLiteral("typed"));
        QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
        f.session->draft().undoStack().undo();
        QVERIFY(f.row().dsaPayor.isEmpty());
        QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
    }

    // --- A service that takes its time

    void theJournalIsShownWhereTheServiceDoesNotAnswer()
    {
        QTemporaryDir directory;
        SetupProcess base;
        base.eid = eid;
        base.dsaPayor = QStringLiteral("base");
        {
            Fixture f(directory);
            f.session->open(eid);
            f.store.answer(base, "\"1\"");
            f.crash();
        }
        Fixture f(directory);
        QSignalSpy opened(f.session.get(), &DraftSession::opened);
        f.session->open(eid);
        f.scheduler.advance(499ms);
        QCOMPARE(opened.size(), 0);
        f.scheduler.advance(1ms);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(f.session->phase(), Phase::Ready);
        QCOMPARE(f.row().dsaPayor, QStringLiteral("base"));
        f.type("typed");
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read); // heard before it is written
        SetupProcess theirs = base;
        theirs.dsaBeneficiary = QStringLiteral("theirs");
        f.store.answer(theirs, "\"2\"");
        QTRY_COMPARE(f.store.last().verb, Verb::Replace);
        QCOMPARE(f.store.last().write.row.dsaBeneficiary, QStringLiteral("theirs"));
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("typed"));
    }

    // Whether it has a row by now only the service knows, and only then whether it wants a proposal.
    void aNewDraftWaitsForTheService()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.openNew();
            f.crash();
        }
        Fixture f(directory);
        f.session->open(eid);
        f.scheduler.advance(5s);
        QCOMPARE(f.session->phase(), Phase::Opening);
        f.store.fail(Problem::Kind::NotFound, {}, 404);
        QVERIFY(f.session->awaitsProposal());
    }

    // The service took its time, so that the draft was there before it was known whether it has a row.
    void aDraftFromTheJournalStillWantsTheProposal_data()
    {
        QTest::addColumn<bool>("isProposalFirst");
        QTest::newRow("the proposal, then the row") << true;
        QTest::newRow("the row, then the proposal") << false;
    }
    void aDraftFromTheJournalStillWantsTheProposal()
    {
        QFETCH(bool, isProposalFirst);
        QTemporaryDir directory;
        leaveUnsent(directory);
        Fixture f(directory);
        f.openSlowly();
        QCOMPARE(f.session->phase(), Phase::Ready);
        QVERIFY(f.session->awaitsProposal());
        if (isProposalFirst) {
            f.session->takeProposal(proposal());
            QVERIFY(!f.row().totalBudget); // not before it is known that there is no row
        }
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.fail(Problem::Kind::NotFound, {}, 404);
        if (!isProposalFirst)
            f.session->takeProposal(proposal());
        QCOMPARE(f.row().goal, OpenEnum<Goal>(Goal::Utilization));
        QCOMPARE(f.row().dsaPayor, QStringLiteral("typed")); // touched
        QTRY_COMPARE(f.store.count(Verb::Create), 1);
        if (isProposalFirst)
            QCOMPARE(f.store.last().write.row, f.row());
        f.store.answer(f.store.last().write.row, "\"1\"");
        f.scheduler.advance(1s);
        if (!isProposalFirst) {
            QCOMPARE(f.store.last().verb, Verb::Replace);
            QCOMPARE(f.store.last().write.row, f.row());
        }
    }

    void aDraftFromTheJournalLeavesSomebodyElsesRowAsItIs()
    {
        QTemporaryDir directory;
        leaveUnsent(directory);
        Fixture f(directory);
        f.openSlowly();
        f.session->takeProposal(proposal());
        f.scheduler.advance(1s);
        SetupProcess theirs;
        theirs.eid = eid;
        theirs.dsaBeneficiary = QStringLiteral("theirs");
        f.store.answer(theirs, "\"1\"");
        QTRY_COMPARE(f.store.count(Verb::Replace), 1);
        QCoreApplication::processEvents();
        QVERIFY(!f.session->awaitsProposal());
        QCOMPARE(f.row().dsaPayor, QStringLiteral("typed"));
        QVERIFY(!f.row().totalBudget);
    }

    void closingWaitsNoLongerThanItIsTold()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.openNew();
            f.type("typed");
            std::optional<bool> saved;
            f.session->close(
                this, [&](bool ok) { saved = ok; }, 120ms);
            QTRY_COMPARE(f.store.count(Verb::Create), 1);
            f.scheduler.advance(119ms);
            QVERIFY(!saved);
            f.scheduler.advance(1ms);
            QTRY_COMPARE(saved, false);
        }
        Fixture f(directory);
        f.openNew();
        QCOMPARE(f.row().dsaPayor, QStringLiteral("typed"));
    }
};

QTEST_GUILESS_MAIN(TestLateProposal)
#include "tst_lateproposal.moc"
