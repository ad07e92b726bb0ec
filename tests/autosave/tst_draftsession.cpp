#include "app/autosave/draftsession.h"
#include "app/autosave/journalformat.h"
#include "patientscheduler.h"
#include "recordingstore.h"

#include <QDir>
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

SetupProcess row(const char *payor)
{
    SetupProcess result;
    result.eid = eid;
    result.dsaPayor = QLatin1StringView(payor);
    return result;
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
    void open(const char *server = "base")
    {
        session->open(eid, row("defaults"));
        store.answer(row(server), "\"1\"");
    }
    void type(const char *payor) { session->draft().setDsa(QLatin1StringView(payor), QString()); }
    [[nodiscard]] QString payor() const { return session->draft().data().dsaPayor; }
    /// As a crash: nothing is sent or acknowledged any more, the journal has been written.
    void crash()
    {
        scheduler.advance(100ms);
        session.reset();
    }
};

} // namespace

class TestDraftSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void openingShowsTheServersRow()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        QSignalSpy opened(f.session.get(), &DraftSession::opened);
        f.session->open(eid, row("defaults"));
        QCOMPARE(f.session->phase(), Phase::Opening);
        f.store.answer(row("base"), "\"1\"");
        QCOMPARE(opened.size(), 1);
        QCOMPARE(f.session->phase(), Phase::Ready);
        QCOMPARE(f.payor(), QStringLiteral("base"));
        QCOMPARE(f.session->saveState().kind, Kind::Clean);
        QVERIFY(!f.session->recovery());
    }

    void anEditGoesToDiskFirstAndThenToTheServer()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("typed");
        QCOMPARE(f.session->saveState().kind, Kind::Unsaved);
        f.scheduler.advance(100ms);
        QTRY_COMPARE(f.session->saveState().kind, Kind::OnDisk);
        QCOMPARE(f.store.count(Verb::Replace), 0);
        f.scheduler.advance(900ms);
        QCOMPARE(f.store.count(Verb::Replace), 1);
        f.store.answer(f.store.last().write.row, "\"2\"");
        QCOMPARE(f.session->saveState().kind, Kind::Saved);
    }

    void withoutADraftTheFirstEditCreatesOne()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        f.store.fail(Problem::Kind::NotFound, {}, 404);
        QCOMPARE(f.session->phase(), Phase::Ready);
        QCOMPARE(f.payor(), QStringLiteral("defaults"));
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1);
        f.type("typed");
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Create);
    }

    void editsOfACrashedRunComeBack()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("precious");
            f.crash();
        }
        Fixture f(directory);
        QSignalSpy recovered(f.session.get(), &DraftSession::recovered);
        f.open();
        QCOMPARE(recovered.size(), 1);
        QCOMPARE(f.session->recovery()->changes, 1);
        QCOMPARE(f.payor(), QStringLiteral("precious"));
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read); // what happened meanwhile?
        f.store.answer(row("base"), "\"1\"");
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("precious"));
    }

    // The row that the edits stand on is damaged: they come back all the same, and what was cleared stays so.
    void editsOnADamagedRowComeBack()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("precious");
            f.crash();
        }
        const QDir drafts(directory.filePath(QStringLiteral("drafts")));
        const QString path = drafts.filePath(drafts.entryList({QStringLiteral("*.journal")}).value(0));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        bytes.replace("\"dsa_payor\":\"base\"", "\"dsa_payor\":\"bXse\"");
        QVERIFY(file.seek(0));
        file.write(bytes);
        file.close();
        {
            Fixture f(directory);
            f.open("changed meanwhile");
            QVERIFY(f.session->recovery());
            QCOMPARE(f.payor(), QStringLiteral("precious"));
            QCOMPARE(f.session->recovery()->fields.size(), 1U); // what it would replace is shown
            f.scheduler.advance(1s);
            QCOMPARE(f.store.last().verb, Verb::Read);
            f.store.answer(row("changed meanwhile"), "\"1\"");
            QVERIFY(!f.session->saver().conflict()); // it stands on the server's row now
            QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("precious"));
            f.crash();
        }
        // Without a connection as well.
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(f.session->phase(), Phase::Ready);
        QCOMPARE(f.payor(), QStringLiteral("precious"));
    }

    // Their edit was merged into ours before the crash, and they went on afterwards: no conflict of theirs
    // with theirs.
    void aMergeBeforeTheCrashIsNotMistakenForOurs()
    {
        const auto both = [](const char *payor, const char *beneficiary) {
            SetupProcess result = row(payor);
            result.dsaBeneficiary = QLatin1StringView(beneficiary);
            return result;
        };
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("mine");
            f.scheduler.advance(1s);
            f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
            f.store.answer(both("base", "theirs"), "\"2\"");
            QTRY_COMPARE(f.store.last().write.row, both("mine", "theirs"));
            f.crash(); // before this write was answered
        }
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        f.store.answer(both("base", "theirs again"), "\"3\"");
        f.scheduler.advance(1s);
        f.store.answer(both("base", "theirs again"), "\"3\"");
        QVERIFY(!f.session->saver().conflict());
        QTRY_COMPARE(f.store.last().write.row, both("mine", "theirs again"));
    }

    void recoveredEditsCanBeDiscarded()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("unwanted");
            f.crash();
        }
        {
            Fixture f(directory);
            f.open();
            f.session->discardRecovered();
            QCOMPARE(f.payor(), QStringLiteral("base"));
            QVERIFY(!f.session->recovery());
            f.scheduler.advance(1s);
            f.store.answer(row("base"), "\"1\"");
            QCOMPARE(f.store.count(Verb::Replace), 0);
            QVERIFY(!f.session->saver().hasPendingEdits());
        }
        Fixture f(directory);
        f.open();
        QVERIFY(!f.session->recovery());
    }

    void whatReachedTheServerBeforeTheCrashIsNotRecovered()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("arrived");
            f.scheduler.advance(1s);
            f.crash(); // the answer never came
        }
        Fixture f(directory);
        f.open("arrived");
        QVERIFY(!f.session->recovery());
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(), 1);
    }

    void offlineItOpensFromTheLocalCopy()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.crash();
        }
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(f.session->phase(), Phase::Ready);
        QCOMPARE(f.payor(), QStringLiteral("base"));
        f.type("offline edit");
        f.scheduler.advance(1s);
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(f.session->saveState().kind, Kind::Offline);
        f.session->saver().networkReturned();
        f.store.answer(row("base"), "\"1\"");
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("offline edit"));
    }

    void withoutServerAndCopyItFailsWithTheReason()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        QSignalSpy failed(f.session.get(), &DraftSession::openFailed);
        f.session->open(eid, row("defaults"));
        f.store.fail(Problem::Kind::Offline);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(f.session->phase(), Phase::Failed);
        QCOMPARE(f.session->problem()->kind, Problem::Kind::Offline);
    }

    void aSecondInstanceIsReadOnly()
    {
        QTemporaryDir directory;
        Fixture first(directory);
        first.open();
        Fixture second(directory);
        second.open();
        QCOMPARE(second.session->phase(), Phase::InUse);
        QVERIFY(second.session->draft().isReadOnly());
        QCOMPARE(second.payor(), QStringLiteral("base"));
    }

    void whoWaitsForTheEndHearsOfItWhateverComesBetween()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("typed");
        std::optional<bool> saved;
        f.session->close(this, [&](bool ok) { saved = ok; });
        QTRY_COMPARE(f.store.count(Verb::Replace), 1);
        QVERIFY(!saved);
        f.session.reset(); // another setup is opened, or this one has been published
        QTRY_COMPARE(saved, std::optional(false));
    }

    void whatAnAnswerLeavesOutAtTheOpeningIsAsItWas()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open("known");
            f.type("typed");
            f.crash();
        }
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        SetupRow partial;
        partial.row.eid = eid;
        partial.etag = "\"1\"";
        partial.partial = {{QStringLiteral("eid"), eid.value()}};
        f.store.answerWith(partial);
        QCOMPARE(f.payor(), QStringLiteral("typed"));
        f.session->discardRecovered();
        QCOMPARE(f.payor(), QStringLiteral("known")); // and not what the answer didn't say
    }

    void closingGivesTheSaveTwoSecondsAndKeepsTheRest()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("typed");
            std::optional<bool> saved;
            f.session->close(this, [&](bool ok) { saved = ok; });
            QTRY_COMPARE(f.store.count(Verb::Replace), 1); // as soon as it is on disk
            f.scheduler.advance(1999ms);
            QVERIFY(!saved);
            f.scheduler.advance(1ms);
            QTRY_COMPARE(saved, false);
            QCOMPARE(f.session->phase(), Phase::Closed);
        }
        Fixture f(directory);
        f.open();
        QCOMPARE(f.payor(), QStringLiteral("typed"));
    }

    void closingWithoutEditsIsQuick()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        std::optional<bool> saved;
        f.session->close(this, [&](bool ok) { saved = ok; });
        QTRY_COMPARE(saved, true);
        QCOMPARE(f.store.count(), 1);
    }

    void aPublishedSetupBecomesReadOnly()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("typed");
        f.scheduler.advance(1s);
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.frozen"), 409);
        QVERIFY(f.session->draft().isReadOnly());
        QCOMPARE(f.session->saveState().kind, Kind::Frozen);
    }

    void nothingLeavesBeforeItIsOnDisk()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("typed");
        f.session->saver().saveNow();
        QCOMPARE(f.store.count(Verb::Replace), 0);
        QTRY_COMPARE(f.store.count(Verb::Replace), 1);
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("typed"));
    }

    // A server without ETags takes a late write after a later one was acknowledged. Only what is still in the
    // journal then can be brought back.
    void anAcknowledgedEditIsKeptWhileALateWriteMayLandOnIt()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.session->open(eid, row("defaults"));
            f.store.answer(row("base"));
            f.type("one");
            f.scheduler.advance(1s);
            f.store.answer(row("base"));
            f.store.fail(Problem::Kind::Offline); // and on its way all the same
            f.type("two");
            f.scheduler.advance(1s);
            f.store.answer(row("base"));
            f.store.answer(row("two"));
            f.crash();
        }
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        f.store.answer(row("one"));
        QVERIFY(f.session->recovery());
        QCOMPARE(f.payor(), QStringLiteral("two"));
        f.scheduler.advance(1s);
        f.store.answer(row("one"));
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("two"));
    }

    void aLateWriteOfTheLastRunIsOverwrittenInThisOne()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.session->open(eid, row("defaults"));
            f.store.answer(row("base"));
            f.type("one");
            f.scheduler.advance(1s);
            f.store.answer(row("base"));
            f.store.fail(Problem::Kind::Offline); // and on its way all the same
            f.type("two");
            f.scheduler.advance(1s);
            f.store.answer(row("base"));
            f.crash(); // "two" arrived, the answer didn't
        }
        Fixture f(directory);
        f.session->open(eid, row("defaults"));
        f.store.answer(row("two"));
        QVERIFY(!f.session->recovery()); // all is in order
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().verb, Verb::Read);
        f.store.answer(row("two"));
        f.scheduler.advance(5s);
        f.store.answer(row("one")); // it landed
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("two"));
    }

    void anotherEventStartsClean()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("typed");
        SetupProcess other = row("other");
        other.eid = EventId(QStringLiteral("evt2"));
        f.session->open(other.eid, {});
        f.store.answer(other, "\"1\"");
        QCOMPARE(f.payor(), QStringLiteral("other"));
        QCOMPARE(f.session->saveState().kind, Kind::Clean);
        f.scheduler.advance(1h);
        QCOMPARE(f.store.count(Verb::Replace), 0);
        // And the first one's edit waits in its journal.
        f.open();
        QCOMPARE(f.payor(), QStringLiteral("typed"));
    }

    // --- What outlives the program beside unsaved edits

    // What was taken back before it was written down would come back after a crash: it is on disk before it
    // counts as saved.
    void whatWasUndoneStaysUndone()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("typed");
        f.scheduler.advance(100ms);
        f.session->draft().undoStack().undo();
        const QString revision = QString::number(f.session->draft().revision());
        f.session->saver().saveNow(); // nothing to send: the server has it
        QVERIFY(!f.session->saver().hasPendingEdits());
        const QDir drafts(directory.filePath(QStringLiteral("drafts")));
        QFile file(drafts.filePath(drafts.entryList({QStringLiteral("*.journal")}).first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto records = readJournal(file.readAll()).records;
        QVERIFY(std::any_of(records.begin(), records.end(), [&](const QJsonObject &record) {
            return record[QLatin1StringView("type")].toString() == QStringLiteral("edit")
                && record[QLatin1StringView("revision")].toString() == revision;
        }));
    }

    void undoGoesOnAfterARestart()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.session->draft().setMergeWindow(-1ms);
            f.type("one");
            f.type("two");
            f.scheduler.advance(1s);
            f.store.answer(f.store.last().write.row, "\"2\"");
            bool closed = false;
            f.session->close(f.session.get(), [&](bool) { closed = true; });
            QTRY_VERIFY(closed);
        }
        Fixture f(directory);
        f.open("two");
        QCOMPARE(f.session->draft().revision(), 0U);
        QCOMPARE(f.session->saveState().kind, Kind::Clean);
        f.session->draft().undoStack().undo();
        QCOMPARE(f.payor(), QStringLiteral("one"));
        f.scheduler.advance(1s);
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("one"));
        f.session->draft().undoStack().redo();
        QCOMPARE(f.payor(), QStringLiteral("two"));
    }

    void recoveredEditsCanBeTakenBackOneByOne()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.session->draft().setMergeWindow(-1ms);
            f.type("one");
            f.type("two");
            f.crash();
        }
        Fixture f(directory);
        f.open();
        QCOMPARE(f.payor(), QStringLiteral("two"));
        QVERIFY(f.session->saver().hasPendingEdits());
        QCOMPARE(f.session->recovery()->fields.size(), 1U);
        f.session->draft().undoStack().undo();
        QCOMPARE(f.payor(), QStringLiteral("one"));
        f.session->draft().undoStack().undo();
        QCOMPARE(f.payor(), QStringLiteral("base"));
        QVERIFY(!f.session->draft().undoStack().canUndo());
    }

    void whatOthersDidMeanwhileIsOneMoreStep()
    {
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("mine");
            f.scheduler.advance(1s);
            f.store.answer(f.store.last().write.row, "\"2\"");
            f.crash();
        }
        Fixture f(directory);
        f.open("theirs");
        QCOMPARE(f.payor(), QStringLiteral("theirs"));
        QVERIFY(!f.session->saver().hasPendingEdits());
        f.session->draft().undoStack().undo();
        QCOMPARE(f.payor(), QStringLiteral("mine"));
        f.session->draft().undoStack().undo();
        QCOMPARE(f.payor(), QStringLiteral("base"));
    }

    void theHistorySaysWhoChangedWhat()
    {
        using Author = DraftVersion::Author;
        QTemporaryDir directory;
        {
            Fixture f(directory);
            f.open();
            f.type("mine");
            f.scheduler.advance(1s);
            f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
            SetupProcess theirs = row("base");
            theirs.dsaBeneficiary = QStringLiteral("theirs");
            f.store.answer(theirs, "\"2\"");
            f.type("after the merge");
            f.crash();
        }
        Fixture f(directory);
        f.open();
        f.session->keepVersion();
        QTRY_COMPARE(f.session->versions().size(), 7U);
        const auto &versions = f.session->versions();
        const std::vector<std::pair<Author, QString>> expected{
            {Author::Server, QStringLiteral("base")},
            {Author::Me, QStringLiteral("mine")},
            {Author::Server, QStringLiteral("base")},
            {Author::Merged, QStringLiteral("mine")},
            {Author::Me, QStringLiteral("after the merge")},
            {Author::Server, QStringLiteral("base")},
            {Author::Recovered, QStringLiteral("after the merge")}};
        for (size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(versions[i].author, expected[i].first);
            QCOMPARE(versions[i].row()->dsaPayor, expected[i].second);
        }
        QCOMPARE(versions[3].row()->dsaBeneficiary, QStringLiteral("theirs"));
    }

    void aConflictKeepsBothVersions()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("mine");
        f.scheduler.advance(1s);
        f.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        f.store.answer(row("theirs"), "\"2\"");
        QCOMPARE(f.session->saveState().kind, Kind::Conflict);
        f.session->saver().resolve({ConflictChoice::Side::Theirs, {}});
        f.session->keepVersion();
        const auto kept = [&](const char *payor) {
            return std::any_of(
                f.session->versions().begin(), f.session->versions().end(),
                [&](const auto &version) { return version.row()->dsaPayor == QLatin1StringView(payor); });
        };
        QTRY_VERIFY(kept("mine"));
        QVERIFY(kept("theirs"));
        QCOMPARE(f.payor(), QStringLiteral("theirs"));
    }

    void aRestoredVersionIsAnEditLikeAnyOther()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        f.type("later");
        f.session->keepVersion();
        QTRY_COMPARE(f.session->versions().size(), 2U);
        QVERIFY(f.session->restore(f.session->versions().front()));
        QCOMPARE(f.payor(), QStringLiteral("base"));
        f.session->draft().undoStack().undo();
        QCOMPARE(f.payor(), QStringLiteral("later"));
    }

    void whatTheServiceMadeOfItCanBeTakenOrSentAgain()
    {
        QTemporaryDir directory;
        Fixture f(directory);
        f.open();
        QSignalSpy differs(f.session.get(), &DraftSession::serverDiffers);
        f.type("typed");
        f.scheduler.advance(1s);
        f.store.answer(row("reset"), "\"2\"");
        QCOMPARE(differs.size(), 1);
        QCOMPARE(f.payor(), QStringLiteral("typed"));
        const int before = f.store.count(Verb::Replace);
        f.session->sendAgain();
        QCOMPARE(f.store.count(Verb::Replace), before + 1);
        QCOMPARE(f.store.last().write.row.dsaPayor, QStringLiteral("typed"));
        f.store.answer(row("reset"), "\"3\"");
        QCOMPARE(differs.size(), 2);
        const SetupProcess edited = f.session->draft().data();
        f.session->draft().setDsa(edited.dsaPayor, QStringLiteral("typed since"));
        f.session->takeServerValues(differs.back().front().value<std::vector<FieldDifference>>());
        QCOMPARE(f.payor(), QStringLiteral("reset"));
        QCOMPARE(f.session->draft().data().dsaBeneficiary, QStringLiteral("typed since"));
    }
};

QTEST_GUILESS_MAIN(TestDraftSession)
#include "tst_draftsession.moc"
