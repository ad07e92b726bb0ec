#include "app/autosave/draftarchive.h"
#include "support/manualscheduler.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Author = DraftVersion::Author;

namespace {

struct DraftFixture {
    explicit DraftFixture(const QTemporaryDir &directory)
        : path(directory.filePath(QStringLiteral("evt.archive")))
    {
        draft.setMergeWindow(0ms);
        archive = std::make_unique<DraftArchive>(draft, scheduler);
        opened = archive->open(path);
        if (archive->keptUndo())
            draft.resume(archive->keptUndo()->row, archive->keptUndo()->trail, Origin::Loaded);
        archive->startUndo();
    }
    void type(const QString &payor)
    {
        // No field, so that no two edits become one step.
        draft.edit(QStringLiteral("type"), DraftField::Dsa, [&](SetupProcess &row) { row.dsaPayor = payor; });
    }
    void type(int from, int to)
    {
        for (int i = from; i <= to; ++i)
            type(QString::number(i));
    }
    void add(Author author, const char *payor)
    {
        SetupProcess row;
        row.dsaPayor = QLatin1StringView(payor);
        archive->addVersion(author, row);
    }
    [[nodiscard]] QString payor() const { return draft.data().dsaPayor; }

    QString path;
    ManualScheduler scheduler;
    SetupDraft draft;
    std::unique_ptr<DraftArchive> archive;
    bool opened = false;
};

} // namespace

class TestArchive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void undoOutlivesTheProgram()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            QVERIFY(fixture.opened);
            fixture.type(1, 4);
            fixture.draft.undoStack().undo();
        }
        DraftFixture fixture(directory);
        QCOMPARE(fixture.payor(), QStringLiteral("3"));
        QCOMPARE(fixture.draft.undoStack().undoText(), QStringLiteral("type"));
        fixture.draft.undoStack().redo();
        QCOMPARE(fixture.payor(), QStringLiteral("4"));
        fixture.draft.undoStack().setIndex(0);
        QCOMPARE(fixture.payor(), QString());
    }

    void stepsAreWrittenAsTheyCome()
    {
        QTemporaryDir directory;
        DraftFixture fixture(directory);
        // Written, taken back, typed anew, over several writes: as a session goes.
        for (int round = 0; round < 5; ++round) {
            fixture.type(10 * round, 10 * round + 3);
            fixture.scheduler.advance(100ms);
            fixture.draft.undoStack().undo();
            fixture.draft.undoStack().undo();
            fixture.scheduler.advance(100ms);
        }
        fixture.archive->flush();
        // As after kill -9: what the file says now.
        QVERIFY(QFile::copy(fixture.path, directory.filePath(QStringLiteral("copy"))));
        SetupDraft later;
        DraftArchive copy(later, fixture.scheduler);
        QVERIFY(copy.open(directory.filePath(QStringLiteral("copy"))));
        QVERIFY(copy.keptUndo());
        later.resume(copy.keptUndo()->row, copy.keptUndo()->trail, Origin::Loaded);
        QCOMPARE(later.data().dsaPayor, fixture.payor());
        QCOMPARE(later.undoStack().count(), fixture.draft.undoStack().count());
        QCOMPARE(later.undoStack().index(), fixture.draft.undoStack().index());
    }

    void theOldestStepsLeaveTheFileWithTheStack()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            const int limit = fixture.draft.undoStack().undoLimit();
            for (int i = 1; i <= limit + 20; ++i) {
                fixture.type(QString::number(i));
                if (i % 7 == 0)
                    fixture.scheduler.advance(100ms);
            }
        }
        DraftFixture fixture(directory);
        QCOMPARE(fixture.draft.undoStack().count(), fixture.draft.undoStack().undoLimit());
        fixture.draft.undoStack().setIndex(0);
        QCOMPARE(fixture.payor(), QStringLiteral("20"));
    }

    void hugeStepsAreBounded()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            for (int i = 0; i < 40; ++i) {
                fixture.type(QString(400'000, QChar(u'a' + i % 26)));
                fixture.scheduler.advance(100ms);
            }
        }
        QVERIFY(QFileInfo(directory.filePath(QStringLiteral("evt.archive"))).size()
                < 3 * ArchiveState::mostUndoBytes);
        DraftFixture fixture(directory);
        QVERIFY(fixture.draft.undoStack().count() > 3);
        QVERIFY(fixture.draft.undoStack().count() < 40);
        QCOMPARE(fixture.payor(), QString(400'000, QChar(u'a' + 39 % 26)));
        fixture.draft.undoStack().undo();
        QCOMPARE(fixture.payor(), QString(400'000, QChar(u'a' + 38 % 26)));
    }

    void whatIsPublishedIsNotTakenBack()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            fixture.type(1, 2);
            fixture.archive->endUndo();
            fixture.type(3, 3);
        }
        DraftFixture fixture(directory);
        QCOMPARE(fixture.draft.undoStack().count(), 0);
    }

    void versionsSayWhoAndWhat()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            fixture.add(Author::Server, "a");
            fixture.add(Author::Me, "b");
            fixture.add(Author::Merged, "b"); // nothing new
        }
        DraftFixture fixture(directory);
        const auto &versions = fixture.archive->versions();
        QCOMPARE(versions.size(), 2U);
        QCOMPARE(versions[0].author, Author::Server);
        QCOMPARE(versions[0].changedCount, 0);
        QCOMPARE(versions[1].author, Author::Me);
        QCOMPARE(versions[1].changedCount, 1);
        QCOMPARE(versions[1].changed.front().section, QStringLiteral("dsaPayor"));
        QCOMPARE(versions[1].row()->dsaPayor, QStringLiteral("b"));
        QCOMPARE(versions[1].at, fixture.scheduler.wallClock().toUTC());
        QVERIFY(versions[0].id < versions[1].id);
    }

    void aMinuteOfTypingIsOneVersion()
    {
        QTemporaryDir directory;
        DraftFixture fixture(directory);
        QSignalSpy added(fixture.archive.get(), &DraftArchive::versionAdded);
        for (int i = 0; i < 30; ++i) {
            fixture.type(QString::number(i));
            fixture.archive->noteEdit();
            fixture.scheduler.advance(1s);
        }
        fixture.archive->flush();
        QTRY_COMPARE(added.size(), 1);
        for (int i = 30; i < 200; ++i) {
            fixture.type(QString::number(i));
            fixture.archive->noteEdit();
            fixture.scheduler.advance(1s);
        }
        fixture.archive->flush();
        QTRY_COMPARE(added.size(), 4);
        QCOMPARE(fixture.archive->versions().back().row()->dsaPayor, QStringLiteral("199"));
    }

    void theHistoryIsBounded()
    {
        QTemporaryDir directory;
        const int most = static_cast<int>(ArchiveState::mostVersions);
        {
            DraftFixture fixture(directory);
            for (int i = 0; i < most + 30; ++i)
                fixture.add(Author::Me, QByteArray::number(i).constData());
        }
        DraftFixture fixture(directory);
        QCOMPARE(static_cast<int>(fixture.archive->versions().size()), most);
        QCOMPARE(fixture.archive->versions().back().row()->dsaPayor, QString::number(most + 29));
    }

    void aTornEndCostsTheLastRecordOnly()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            fixture.type(1, 2);
            fixture.archive->flush();
            fixture.type(3, 3);
        }
        QFile file(directory.filePath(QStringLiteral("evt.archive")));
        QVERIFY(file.resize(file.size() - 5));
        DraftFixture fixture(directory);
        QCOMPARE(fixture.payor(), QStringLiteral("2"));
        QCOMPARE(fixture.draft.undoStack().count(), 2);
    }

    void withoutAFileNothingIsKeptAndNothingBreaks()
    {
        QTemporaryDir directory;
        ManualScheduler scheduler;
        SetupDraft draft;
        DraftArchive archive(draft, scheduler);
        QVERIFY(!archive.open(directory.path())); // a folder
        archive.startUndo();
        draft.setDsa(QStringLiteral("a"), {});
        archive.noteEdit();
        archive.flush();
        QVERIFY(archive.versions().empty());
    }
};

QTEST_GUILESS_MAIN(TestArchive)
#include "tst_archive.moc"
