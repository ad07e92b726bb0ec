#include "app/autosave/draftsaver.h"
#include "faultyserver.h"
#include "support/manualscheduler.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;
using Mode = FaultyServer::Mode;

namespace {

SetupProcess startRow()
{
    SetupProcess row;
    row.eid = EventId(QStringLiteral("e"));
    row.dsaPayor = QStringLiteral("start");
    row.dsaBeneficiary = QStringLiteral("start");
    return row;
}

/// A marketer who types, a colleague who edits another field, and the network.
class TypingSession {
public:
    TypingSession(Mode mode, quint32 seed)
        : m_mode(mode)
        , m_random(seed)
        , m_server(mode, m_scheduler, seed * 7 + 1, startRow())
        , m_saver(m_draft, m_server, m_scheduler, [this] { return m_random.generateDouble(); })
    {
        m_draft.setMergeWindow(0ms);
        m_draft.replace(startRow(), Origin::Loaded);
        m_saver.start({startRow(), mode == Mode::Extended ? QByteArray("\"1\"") : QByteArray()});
    }

    void burst()
    {
        if (m_random.bounded(3) == 0)
            colleagueEdits();
        const int keys = m_random.bounded(1, 15);
        for (int key = 0; key < keys; ++key) {
            m_draft.edit(QStringLiteral("type"), DraftField::Dsa,
                         [this](SetupProcess &row) { row.dsaPayor = QString::number(++m_typed); });
            // Mostly quick, sometimes a pause that is long enough for a save.
            m_scheduler.advance(std::chrono::milliseconds(
                m_random.bounded(6) == 0 ? m_random.bounded(1'000, 6'000) : m_random.bounded(20, 400)));
        }
        // Undoing a merge would take the colleague's edit back, which is the user's right but not our point.
        if (m_random.bounded(8) == 0 && m_draft.undoStack().undoText() == QStringLiteral("type"))
            m_draft.undoStack().undo();
        m_scheduler.advance(std::chrono::milliseconds(m_random.bounded(0, 20'000)));
        if (m_random.bounded(4) == 0)
            m_saver.networkReturned();
        if (m_random.bounded(4) == 0)
            m_saver.saveNow();
    }

    /// The faults stop. Long enough for what is still on its way, for back-offs, and for late looks.
    void calmDown()
    {
        m_server.setFaults(false);
        m_scheduler.advance(5min);
    }

    [[nodiscard]] QString violation() const
    {
        if (m_saver.conflict())
            return QStringLiteral("a conflict between disjoint edits");
        if (m_saver.hasPendingEdits())
            return QStringLiteral("edits are still pending");
        if (m_server.row().dsaPayor != m_draft.data().dsaPayor) {
            return QStringLiteral("the server holds %1, the draft %2")
                .arg(m_server.row().dsaPayor, m_draft.data().dsaPayor);
        }
        // The draft may not know the colleague's last edit yet: nothing was sent since.
        if (m_server.row().dsaBeneficiary != m_colleague) {
            return QStringLiteral("the colleague's %1 was overwritten by %2")
                .arg(m_colleague, m_server.row().dsaBeneficiary);
        }
        return {};
    }

    [[nodiscard]] const SaveCounters &counters() const { return m_saver.counters(); }

private:
    void colleagueEdits()
    {
        // A server without ETags takes every write: an edit between our reading and our writing is lost there
        // without a trace, whatever the client does. What can be kept is kept: edits while nothing of ours is
        // on its way.
        if (m_mode == Mode::Plain && (m_server.underway() > 0 || m_saver.hasPendingEdits()))
            return;
        if (m_mode == Mode::Plain && m_saver.state().kind == SaveState::Kind::Saving)
            return;
        m_colleague = QStringLiteral("colleague %1").arg(++m_colleagueEdits);
        m_server.writeAsSomebodyElse([this](SetupProcess &row) { row.dsaBeneficiary = m_colleague; });
    }

    Mode m_mode;
    QRandomGenerator m_random;
    ManualScheduler m_scheduler;
    FaultyServer m_server;
    SetupDraft m_draft;
    DraftSaver m_saver;
    int m_typed = 0;
    int m_colleagueEdits = 0;
    QString m_colleague = QStringLiteral("start");
};

constexpr int burstsASession = 6;

/// GROUNDSWELL_FAULT_SEEDS=from,count chooses another range: a long run, or the one seed that failed.
std::vector<quint32> seeds()
{
    std::vector<quint32> chosen;
    const QStringList range = qEnvironmentVariable("GROUNDSWELL_FAULT_SEEDS").split(QLatin1Char(','));
    const quint32 from = range.size() == 2 ? range[0].toUInt() : 1;
    const quint32 count = range.size() == 2 ? range[1].toUInt() : 60;
    for (quint32 seed = from; seed < from + count; ++seed)
        chosen.push_back(seed);
    if (range.size() != 2)
        chosen.insert(chosen.end(), {1294, 2699}); // violations found once, kept for good
    return chosen;
}

} // namespace

/// When the faults stop, the server holds the last draft, and nobody's edit of another field was overwritten.
class TestSaverFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whenTheFaultsStopTheServerHoldsTheLastDraft_data()
    {
        QTest::addColumn<Mode>("mode");
        QTest::newRow("with extensions") << Mode::Extended;
        QTest::newRow("plain") << Mode::Plain;
    }
    void whenTheFaultsStopTheServerHoldsTheLastDraft()
    {
        QFETCH(Mode, mode);
        SaveCounters total;
        const std::vector<quint32> chosen = seeds();
        for (const quint32 seed : chosen) {
            TypingSession typing(mode, seed);
            for (int i = 0; i < burstsASession; ++i)
                typing.burst();
            typing.calmDown();
            const QString violation = typing.violation();
            QVERIFY2(violation.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(violation)));
            total.sent += typing.counters().sent;
            total.aborted += typing.counters().aborted;
            total.verified += typing.counters().verified;
        }
        qInfo("%d bursts: %d sent, %d aborted, %d read back",
              static_cast<int>(chosen.size()) * burstsASession, total.sent, total.aborted, total.verified);
        QVERIFY(total.aborted > 0 && total.verified > 0); // the network was bad enough to mean something
    }
};

QTEST_GUILESS_MAIN(TestSaverFaults)
#include "tst_saver_faults.moc"
