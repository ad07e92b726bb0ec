#include "app/autosave/draftjournal.h"
#include "app/autosave/journalformat.h"
#include "app/autosave/recordfile.h"
#include "support/manualscheduler.h"

#include <QDir>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

SetupProcess row(const QString &payor)
{
    SetupProcess result;
    result.eid = EventId(QStringLiteral("e"));
    result.dsaPayor = payor;
    result.extra.insert(QStringLiteral("unknown"), 7);
    return result;
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void overwrite(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_path;
    ManualScheduler m_scheduler;

    /// A run of the program: opens, and is closed in order at the end of its scope.
    std::unique_ptr<DraftJournal> run()
    {
        auto journal = std::make_unique<DraftJournal>(m_scheduler);
        if (journal->open(m_path) != DraftJournal::Opening::Opened)
            qFatal("%s", qPrintable(journal->errorText()));
        return journal;
    }

private Q_SLOTS:
    void init() { m_path = m_directory.filePath(QLatin1StringView(QTest::currentTestFunction())); }

    void anEditComesBack()
    {
        {
            const auto journal = run();
            QVERIFY(!journal->recovered());
            journal->begin({row(QStringLiteral("base")), "\"1\""}, true);
            journal->append(1, row(QStringLiteral("a")));
            journal->append(2, row(QStringLiteral("ab")));
        }
        const auto journal = run();
        QVERIFY(journal->recovered());
        const RecoveredDraft &kept = *journal->recovered();
        QCOMPARE(kept.base.row, row(QStringLiteral("base")));
        QCOMPARE(kept.base.etag, QByteArray("\"1\""));
        QVERIFY(kept.hasServerRow);
        QCOMPARE(kept.draft, row(QStringLiteral("ab"))); // with its unknown member
        QCOMPARE(kept.changes, 2);
        QCOMPARE(kept.editedAt.toUTC(), m_scheduler.wallClock().toUTC());
    }

    void aBurstIsWrittenOnceAndSoon()
    {
        const auto journal = run();
        journal->begin({row(QStringLiteral("base")), {}}, true);
        QSignalSpy written(journal.get(), &DraftJournal::written);
        for (quint64 revision = 1; revision <= 9; ++revision) {
            journal->append(revision, row(QString::number(revision)));
            m_scheduler.advance(5ms); // typing on doesn't put the write off
        }
        m_scheduler.advance(5ms);
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written.at(0).at(0).toULongLong(), 9ULL);
        QVERIFY(contentsOf(m_path).contains("\"dsa_payor\":\"9\""));
    }

    void whatMustBeOnDiskIs()
    {
        const auto journal = run();
        journal->begin({row(QStringLiteral("base")), "\"1\""}, true);
        journal->append(1, row(QStringLiteral("typed")));
        m_scheduler.advance(std::chrono::milliseconds(100));
        journal->append(2, row(QStringLiteral("base"))); // taken back
        journal->ensureOnDisk(2);
        QVERIFY(QFile::copy(m_path, m_path + QStringLiteral(".killed")));
        m_path += QStringLiteral(".killed");
        QCOMPARE(run()->recovered()->draft, row(QStringLiteral("base")));
    }

    void onlyAcknowledgedRevisionsAreDropped()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), "\"1\""}, true);
            journal->append(1, row(QStringLiteral("one")));
            journal->markSent(1);
            journal->append(2, row(QStringLiteral("two")));
            journal->acknowledge(1, {row(QStringLiteral("one")), "\"2\""});
        }
        {
            const auto journal = run();
            QCOMPARE(journal->recovered()->draft, row(QStringLiteral("two")));
            QCOMPARE(journal->recovered()->changes, 1);
            QCOMPARE(journal->recovered()->base.etag, QByteArray("\"2\""));
            journal->append(1, row(QStringLiteral("two"))); // counted anew
            journal->acknowledge(1, {row(QStringLiteral("two")), "\"3\""});
        }
        const auto journal = run();
        QVERIFY(journal->recovered()); // the local copy stays, for opening offline
        QVERIFY(!journal->recovered()->draft);
        QCOMPARE(journal->recovered()->base.row, row(QStringLiteral("two")));
    }

    void whatMayHaveReachedTheServerIsRemembered()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), {}}, true);
            journal->append(1, row(QStringLiteral("one")));
            journal->markSent(1);
            journal->append(2, row(QStringLiteral("two")));
        }
        const auto journal = run();
        QCOMPARE(journal->recovered()->sent.size(), 1U);
        QCOMPARE(journal->recovered()->sent[0], row(QStringLiteral("one")));
        QCOMPARE(journal->recovered()->draft, row(QStringLiteral("two")));
    }

    void discardedEditsStayAway()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), {}}, true);
            journal->append(1, row(QStringLiteral("one")));
            journal->discard();
        }
        QVERIFY(!run()->recovered()->draft);
    }

    void twoInstancesNeverShareAFile()
    {
        const auto first = run();
        DraftJournal second(m_scheduler);
        QCOMPARE(second.open(m_path), DraftJournal::Opening::InUse);
    }

    void aPlaceThatCantBeWrittenIsTold()
    {
        DraftJournal journal(m_scheduler);
        QCOMPARE(journal.open(QStringLiteral("/proc/nowhere/e.journal")), DraftJournal::Opening::Unusable);
        QVERIFY(!journal.errorText().isEmpty());
        journal.append(1, row(QStringLiteral("x"))); // harmless
        QVERIFY(!journal.flush());
    }

    void onlyTheUserMayReadIt()
    {
        const auto journal = run();
        QVERIFY(journal->flush());
        QCOMPARE(QFile::permissions(m_path)
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void aLongSessionStaysSmall()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), {}}, true);
            const QString text(60'000, QLatin1Char('x'));
            for (quint64 revision = 1; revision <= 200; ++revision) {
                journal->append(revision, row(text + QString::number(revision)));
                if (revision % 20 == 1)
                    journal->markSent(revision);
                m_scheduler.advance(100ms);
            }
        }
        QVERIFY2(QFileInfo(m_path).size() < 5 * 1024 * 1024,
                 qPrintable(QString::number(QFileInfo(m_path).size())));
        const auto journal = run();
        QVERIFY(journal->recovered()->draft->dsaPayor.endsWith(QStringLiteral("x200")));
        QCOMPARE(journal->recovered()->sent.size(), 10U);
    }

    // Wherever the last write is torn off, everything before it is there, and the next run goes on from it.
    void aTornLastWriteLosesOnlyItself()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), {}}, true);
            journal->append(1, row(QStringLiteral("one")));
        }
        const QByteArray whole = contentsOf(m_path);
        {
            const auto journal = run();
            journal->append(1, row(QStringLiteral("two")));
        }
        const QByteArray longer = contentsOf(m_path);
        QVERIFY(longer.startsWith(whole));
        for (qsizetype cut = whole.size(); cut < longer.size(); cut += 7) {
            overwrite(m_path, longer.first(cut));
            {
                const auto journal = run();
                QCOMPARE(journal->recovered()->draft, row(QStringLiteral("one")));
                journal->append(5, row(QStringLiteral("three")));
            }
            QCOMPARE(run()->recovered()->draft, row(QStringLiteral("three")));
        }
    }

    void randomDamageNeverCrashesAndNeverInvents()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("0")), {}}, true);
            for (quint64 revision = 1; revision <= 9; ++revision) {
                journal->append(revision, row(QString::number(revision)));
                m_scheduler.advance(100ms);
            }
        }
        const QByteArray whole = contentsOf(m_path);
        QRandomGenerator random(20260504);
        for (int i = 0; i < 500; ++i) {
            QByteArray damaged = whole;
            const int hits = random.bounded(1, 4);
            for (int hit = 0; hit < hits; ++hit) {
                const auto at = static_cast<qsizetype>(random.bounded(static_cast<int>(damaged.size())));
                damaged[at] = static_cast<char>(random.bounded(256));
            }
            if (random.bounded(4) == 0)
                damaged.truncate(random.bounded(static_cast<int>(damaged.size())));
            const JournalContents contents = readJournal(damaged);
            QVERIFY(contents.usedBytes <= damaged.size());
            // Every record that is believed was once written.
            for (const QJsonObject &record : contents.records)
                QVERIFY(whole.contains(journalRecord(record)));
        }
    }

    // Somebody else's merged edit without the row that has it would look like an edit of ours.
    void aMergedDraftAndItsRowSurviveTogetherOrNotAtAll()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), "\"1\""}, true);
            journal->append(1, row(QStringLiteral("mine")));
            QVERIFY(journal->flush());
        }
        const QByteArray before = contentsOf(m_path);
        {
            const auto journal = run();
            journal->append(1, row(QStringLiteral("merged")));
            journal->begin({row(QStringLiteral("theirs")), "\"2\""}, true);
            QVERIFY(journal->flush());
        }
        const QByteArray whole = contentsOf(m_path);
        for (qsizetype left = before.size(); left <= whole.size(); left += 211) {
            overwrite(m_path, whole.first(left));
            const auto journal = run();
            const bool isMerged = journal->recovered()->draft->dsaPayor == QStringLiteral("merged");
            QCOMPARE(journal->recovered()->base.etag, QByteArray(isMerged ? "\"2\"" : "\"1\""));
        }
        overwrite(m_path, whole);
        const auto journal = run();
        QCOMPARE(journal->recovered()->draft->dsaPayor, QStringLiteral("merged"));
        QCOMPARE(journal->recovered()->base.row.dsaPayor, QStringLiteral("theirs"));
    }

    void aDamagedMiddleLosesOnlyItself()
    {
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), {}}, true);
            journal->append(1, row(QStringLiteral("marked")));
            m_scheduler.advance(100ms);
            journal->append(2, row(QStringLiteral("newest")));
        }
        QByteArray bytes = contentsOf(m_path);
        const qsizetype at = bytes.indexOf("marked");
        QVERIFY(at > 0);
        bytes[at] = 'X';
        overwrite(m_path, bytes);
        QCOMPARE(run()->recovered()->draft, row(QStringLiteral("newest")));
    }

    // Whatever record is lost, the edits that are whole come back.
    void noOtherRecordCostsAnEdit_data()
    {
        QTest::addColumn<int>("damaged");
        QTest::addColumn<bool>("knowsBase");
        QTest::newRow("the run's beginning") << 0 << true;
        QTest::newRow("the row that the edits stand on") << 1 << false;
        QTest::newRow("an earlier edit") << 2 << true;
        QTest::newRow("what was sent") << 3 << true;
    }
    void noOtherRecordCostsAnEdit()
    {
        QFETCH(int, damaged);
        QFETCH(bool, knowsBase);
        QFile::remove(m_path);
        {
            const auto journal = run();
            journal->begin({row(QStringLiteral("base")), "\"1\""}, true);
            journal->append(1, row(QStringLiteral("one")));
            m_scheduler.advance(100ms);
            journal->markSent(1);
            journal->append(2, row(QStringLiteral("two")));
        }
        QByteArray bytes = contentsOf(m_path);
        qsizetype at = 0;
        for (int i = 0; i < damaged; ++i)
            at = bytes.indexOf("GSJ1", at + 1);
        bytes[at + 20] = static_cast<char>(bytes.at(at + 20) ^ 1);
        overwrite(m_path, bytes);
        for (int i = 0; i < 2; ++i) { // and in the run after that
            const auto journal = run();
            QVERIFY(journal->recovered());
            QCOMPARE(journal->recovered()->draft, row(QStringLiteral("two")));
            QCOMPARE(journal->recovered()->knowsBase, knowsBase);
            QCOMPARE(journal->recovered()->base.row.eid, EventId(QStringLiteral("e")));
        }
    }

    // Compaction writes the file anew; on some systems only a closed one can be replaced.
    void aFileThatIsReplacedIsClosed()
    {
        RecordFile file(m_path);
        QVERIFY(file.open());
        const QJsonObject first{{QStringLiteral("n"), 1}};
        const QJsonObject second{{QStringLiteral("n"), 2}};
        QVERIFY(file.append(first, RecordFile::Sync::ToDisk));
        QVERIFY(file.replace({second}));
        QVERIFY(file.append(first, RecordFile::Sync::ToDisk));
        const JournalContents contents = readJournal(contentsOf(m_path));
        QCOMPARE(contents.records, (std::vector{second, first}));
        // Where replacing fails, the old records stay and go on. (A folder can't be replaced by a file.)
        QVERIFY(QFile::remove(m_path));
        QVERIFY(QDir().mkpath(m_path + QStringLiteral("/in the way")));
        QVERIFY(!file.replace({second}));
        QVERIFY(!file.errorText().isEmpty());
        QCOMPARE(QDir(m_directory.path()).entryList({QStringLiteral("*.new")}).size(), 0);
    }

    void whatIsTooOpenIsTightened()
    {
        overwrite(m_path, journalRecord({{QStringLiteral("type"), QStringLiteral("run")}}));
        QVERIFY(QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        const auto journal = run();
        QVERIFY(!(QFile::permissions(m_path) & QFile::ReadOther));
    }

    void anotherProgramsFileIsKeptAside()
    {
        overwrite(m_path, "this is somebody's letter");
        QVERIFY(!run()->recovered());
        QCOMPARE(contentsOf(m_path + QStringLiteral(".damaged")), QByteArray("this is somebody's letter"));
    }

    void namesKeepDraftsApart()
    {
        const auto name = [](const char *server, const char *partner, const char *eid) {
            return DraftJournal::fileName(QLatin1StringView(server), PartnerId(QLatin1StringView(partner)),
                                          EventId(QLatin1StringView(eid)));
        };
        QVERIFY(name("a", "bc", "e") != name("ab", "c", "e"));
        QVERIFY(name("s", "p", "../../x") != name("s", "p", "______x"));
        QVERIFY(!name("s", "p", "../../x").contains(QLatin1Char('/')));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
