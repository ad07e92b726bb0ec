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

struct Desk {
    explicit Desk(const QTemporaryDir &directory)
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
            Desk desk(directory);
            QVERIFY(desk.opened);
            desk.type(1, 4);
            desk.draft.undoStack().undo();
        }
        Desk desk(directory);
        QCOMPARE(desk.payor(), QStringLiteral("3"));
        QCOMPARE(desk.draft.undoStack().undoText(), QStringLiteral("type"));
        desk.draft.undoStack().redo();
        QCOMPARE(desk.payor(), QStringLiteral("4"));
        desk.draft.undoStack().setIndex(0);
        QCOMPARE(desk.payor(), QString());
    }

    void stepsAreWrittenAsTheyCome()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        // Written, taken back, typed anew, over several writes: as an evening goes.
        for (int round = 0; round < 5; ++round) {
            desk.type(10 * round, 10 * round + 3);
            desk.scheduler.advance(100ms);
            desk.draft.undoStack().undo();
            desk.draft.undoStack().undo();
            desk.scheduler.advance(100ms);
        }
        desk.archive->flush();
        // As after kill -9: what the file says now.
        QVERIFY(QFile::copy(desk.path, directory.filePath(QStringLiteral("copy"))));
        SetupDraft later;
        DraftArchive copy(later, desk.scheduler);
        QVERIFY(copy.open(directory.filePath(QStringLiteral("copy"))));
        QVERIFY(copy.keptUndo());
        later.resume(copy.keptUndo()->row, copy.keptUndo()->trail, Origin::Loaded);
        QCOMPARE(later.data().dsaPayor, desk.payor());
        QCOMPARE(later.undoStack().count(), desk.draft.undoStack().count());
        QCOMPARE(later.undoStack().index(), desk.draft.undoStack().index());
    }

    void theOldestStepsLeaveTheFileWithTheStack()
    {
        QTemporaryDir directory;
        {
            Desk desk(directory);
            const int limit = desk.draft.undoStack().undoLimit();
            for (int i = 1; i <= limit + 20; ++i) {
                desk.type(QString::number(i));
                if (i % 7 == 0)
                    desk.scheduler.advance(100ms);
            }
        }
        Desk desk(directory);
        QCOMPARE(desk.draft.undoStack().count(), desk.draft.undoStack().undoLimit());
        desk.draft.undoStack().setIndex(0);
        QCOMPARE(desk.payor(), QStringLiteral("20"));
    }

    void hugeStepsAreBounded()
    {
        QTemporaryDir directory;
        {
            Desk desk(directory);
            for (int i = 0; i < 40; ++i) {
                desk.type(QString(400'000, QChar(u'a' + i % 26)));
                desk.scheduler.advance(100ms);
            }
        }
        QVERIFY(QFileInfo(directory.filePath(QStringLiteral("evt.archive"))).size()
                < 3 * ArchiveState::mostUndoBytes);
        Desk desk(directory);
        QVERIFY(desk.draft.undoStack().count() > 3);
        QVERIFY(desk.draft.undoStack().count() < 40);
        QCOMPARE(desk.payor(), QString(400'000, QChar(u'a' + 39 % 26)));
        desk.draft.undoStack().undo();
        QCOMPARE(desk.payor(), QString(400'000, QChar(u'a' + 38 % 26)));
    }

    void whatIsPublishedIsNotTakenBack()
    {
        QTemporaryDir directory;
        {
            Desk desk(directory);
            desk.type(1, 2);
            desk.archive->endUndo();
            desk.type(3, 3);
        }
        Desk desk(directory);
        QCOMPARE(desk.draft.undoStack().count(), 0);
    }

    void versionsSayWhoAndWhat()
    {
        QTemporaryDir directory;
        {
            Desk desk(directory);
            desk.add(Author::Server, "a");
            desk.add(Author::Me, "b");
            desk.add(Author::Merged, "b"); // nothing new
        }
        Desk desk(directory);
        const auto &versions = desk.archive->versions();
        QCOMPARE(versions.size(), 2U);
        QCOMPARE(versions[0].author, Author::Server);
        QCOMPARE(versions[0].changedCount, 0);
        QCOMPARE(versions[1].author, Author::Me);
        QCOMPARE(versions[1].changedCount, 1);
        QCOMPARE(versions[1].changed.front().section, QStringLiteral("dsaPayor"));
        QCOMPARE(versions[1].row()->dsaPayor, QStringLiteral("b"));
        QCOMPARE(versions[1].at, desk.scheduler.wallClock().toUTC());
        QVERIFY(versions[0].id < versions[1].id);
    }

    void aMinuteOfTypingIsOneVersion()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        QSignalSpy added(desk.archive.get(), &DraftArchive::versionAdded);
        for (int i = 0; i < 30; ++i) {
            desk.type(QString::number(i));
            desk.archive->noteEdit();
            desk.scheduler.advance(1s);
        }
        desk.archive->flush();
        QTRY_COMPARE(added.size(), 1);
        for (int i = 30; i < 200; ++i) {
            desk.type(QString::number(i));
            desk.archive->noteEdit();
            desk.scheduler.advance(1s);
        }
        desk.archive->flush();
        QTRY_COMPARE(added.size(), 4);
        QCOMPARE(desk.archive->versions().back().row()->dsaPayor, QStringLiteral("199"));
    }

    void theHistoryIsBounded()
    {
        QTemporaryDir directory;
        const int most = static_cast<int>(ArchiveState::mostVersions);
        {
            Desk desk(directory);
            for (int i = 0; i < most + 30; ++i)
                desk.add(Author::Me, QByteArray::number(i).constData());
        }
        Desk desk(directory);
        QCOMPARE(static_cast<int>(desk.archive->versions().size()), most);
        QCOMPARE(desk.archive->versions().back().row()->dsaPayor, QString::number(most + 29));
    }

    void aTornEndCostsTheLastRecordOnly()
    {
        QTemporaryDir directory;
        {
            Desk desk(directory);
            desk.type(1, 2);
            desk.archive->flush();
            desk.type(3, 3);
        }
        QFile file(directory.filePath(QStringLiteral("evt.archive")));
        QVERIFY(file.resize(file.size() - 5));
        Desk desk(directory);
        QCOMPARE(desk.payor(), QStringLiteral("2"));
        QCOMPARE(desk.draft.undoStack().count(), 2);
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
