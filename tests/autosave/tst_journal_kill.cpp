#include "app/autosave/draftjournal.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;

/// The program is killed while it types: what it was told is on disk must be there.
class TestJournalKill : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingThatWasWrittenIsMissing_data()
    {
        QTest::addColumn<int>("writes");
        for (const int writes : {1, 2, 3, 5, 8, 12})
            QTest::addRow("killed after write %d", writes) << writes;
    }
    void nothingThatWasWrittenIsMissing()
    {
        QFETCH(int, writes);
        QTemporaryDir directory;
        const QString path = directory.filePath(QStringLiteral("e.journal"));
        QProcess child;
        child.start(QStringLiteral(JOURNAL_CHILD), {path});
        QVERIFY(child.waitForStarted());
        QByteArray told;
        while (told.count('\n') < writes) {
            QVERIFY(child.waitForReadyRead(10'000));
            told += child.readAllStandardOutput();
        }
        child.kill(); // SIGKILL: no destructor, no flush
        QVERIFY(child.waitForFinished());
        told += child.readAllStandardOutput();
        const quint64 promised = told.trimmed().split('\n').last().toULongLong();
        QVERIFY(promised > 0);

        SystemScheduler scheduler{systemTime()};
        DraftJournal journal(scheduler);
        // The dead owner's lock is taken over.
        QCOMPARE(journal.open(path), DraftJournal::Opening::Opened);
        QVERIFY(journal.recovered() && journal.recovered()->draft);
        QVERIFY(journal.recovered()->draft->dsaPayor.toULongLong() >= promised);
        QCOMPARE(journal.recovered()->base.etag, QByteArray("\"1\""));
    }
};

QTEST_GUILESS_MAIN(TestJournalKill)
#include "tst_journal_kill.moc"
