#include "app/autosave/draftsession.h"
#include "app/desktop/setup/draftnotices.h"
#include "app/desktop/versions/conflictdialog.h"
#include "app/desktop/versions/historydialog.h"
#include "app/look/style/theme.h"
#include "autosave/patientscheduler.h"
#include "autosave/recordingstore.h"
#include "support/sweep.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace groundswell;
using namespace groundswell::test;
using namespace std::chrono_literals;

namespace {

const EventId eid(QStringLiteral("evt"));

SetupProcess row(const char *payor)
{
    SetupProcess result;
    result.eid = eid;
    result.dsaPayor = QLatin1StringView(payor);
    return result;
}

/// A draft session over a server in the test's hand, with what the window would say of it.
struct Desk {
    explicit Desk(const QTemporaryDir &directory)
        : session(store, scheduler, [] { return 0.0; },
                  {directory.filePath(QStringLiteral("drafts")), QStringLiteral("http://s"),
                   PartnerId(QStringLiteral("p"))})
        , notices(
              session, [] { return FieldWording(); }, &window)
    {
        QObject::connect(&notices, &DraftNotices::posted, &window,
                         [this](const Notice &notice) { said = notice; });
        session.draft().setMergeWindow(-1ms);
        scheduler.isOnDisk = [this] {
            return session.phase() != DraftSession::Phase::Ready
                || session.saveState().kind != SaveState::Kind::Unsaved;
        };
        window.resize(1'000, 700);
        window.show();
    }
    void open(const char *server = "base")
    {
        session.open(eid, row("defaults"));
        store.answer(row(server), "\"1\"");
    }
    void type(const char *payor) { session.draft().setDsa(QLatin1StringView(payor), QString()); }
    [[nodiscard]] QString payor() { return session.draft().data().dsaPayor; }
    template <class T> T *find(const char *name) { return window.findChild<T *>(QLatin1StringView(name)); }
    void click(const char *name)
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button, name);
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(8, button->height() / 2));
    }

    RecordingStore store;
    PatientScheduler scheduler;
    QWidget window;
    DraftSession session;
    DraftNotices notices;
    Notice said;
};

} // namespace

/// The history and the comparisons, used with the mouse.
class TestVersions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanupTestCase() { m_theme.reset(); }

    void anEarlierVersionIsComparedAndRestored()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        desk.open();
        desk.type("second");
        desk.session.keepVersion();
        desk.type("third");
        desk.notices.openHistory();
        auto *list = desk.find<QTableView>("historyVersions");
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QAbstractItemModelTester tester(list->model());
        list->selectRow(2);
        QVERIFY(!desk.find<QTableView>("comparisonTable")->isVisible()); // nothing came before the first
        list->selectRow(1);
        const auto *compared = desk.find<QTableView>("comparisonTable")->model();
        QCOMPARE(compared->rowCount(), 1);
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("base"));
        QCOMPARE(compared->index(0, 2).data().toString(), QStringLiteral("second"));
        desk.find<QComboBox>("historyOther")->setCurrentIndex(1); // the draft as it is now
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("third"));
        desk.find<QComboBox>("historyOther")->setCurrentIndex(4); // the first version
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("base"));

        auto *dialog = desk.find<QDialog>("historyDialog");
        QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
        QCOMPARE(sweep::clippedTexts(dialog), QStringList());
        sweep::shot(dialog, QStringLiteral("history"));
        desk.click("historyRestore");
        QCOMPARE(desk.payor(), QStringLiteral("second"));
        QVERIFY(desk.said.text.contains(QStringLiteral("Restored")));
        desk.said.action.run();
        QCOMPARE(desk.payor(), QStringLiteral("third"));
    }

    void whatIsTheDraftAlreadyIsNotRestored()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        desk.open();
        desk.notices.openHistory();
        QTRY_COMPARE(desk.find<QTableView>("historyVersions")->model()->rowCount(), 1);
        QVERIFY(!desk.find<QPushButton>("historyRestore")->isEnabled());
    }

    void recoveredChangesAreComparedBeforeTheyAreDiscarded()
    {
        QTemporaryDir directory;
        {
            Desk desk(directory);
            desk.open();
            desk.type("precious");
            desk.scheduler.advance(100ms);
        }
        Desk desk(directory);
        desk.open();
        QCOMPARE(desk.said.key, QStringLiteral("recovered"));
        QVERIFY2(desk.said.text.contains(QStringLiteral("Who pays")), qPrintable(desk.said.text));
        QVERIFY(!desk.said.action.settles);
        desk.said.action.run();
        const auto *compared = desk.find<QTableView>("comparisonTable")->model();
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("base"));
        QCOMPARE(compared->index(0, 2).data().toString(), QStringLiteral("precious"));
        auto *dialog = desk.find<QDialog>("compareDialog");
        QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
        sweep::shot(dialog, QStringLiteral("recovered"));
        desk.click("compareKeepBefore");
        QCOMPARE(desk.payor(), QStringLiteral("base"));
        desk.session.draft().undoStack().undo();
        QCOMPARE(desk.payor(), QStringLiteral("precious"));
    }

    void aConflictShowsBothSidesAndWhatStoodThere()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        desk.open();
        desk.type("mine");
        desk.scheduler.advance(1s);
        desk.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        desk.store.answer(row("theirs"), "\"2\"");
        QCOMPARE(desk.said.key, QStringLiteral("conflict"));
        desk.said.action.run();
        auto *dialog = desk.find<QDialog>("conflictDialog");
        QVERIFY(desk.find<QLabel>("conflictBefore1")->text().contains(QStringLiteral("base")));
        QVERIFY(desk.find<QRadioButton>("conflictMine1")->text().contains(QStringLiteral("mine")));
        QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
        QCOMPARE(sweep::clippedTexts(dialog), QStringList());
        sweep::shot(dialog, QStringLiteral("conflict"));
        desk.click("conflictTheirs1");
        desk.click("conflictUse");
        QCOMPARE(desk.payor(), QStringLiteral("theirs"));
    }

    void oneButtonTakesOneSideEverywhere()
    {
        MergeResult conflict;
        for (const char *section : {"dsaPayor", "dsaBeneficiary", "goal"}) {
            conflict.conflicts.push_back({{QLatin1StringView(section), std::nullopt, 0, {}},
                                          QStringLiteral("before"),
                                          QStringLiteral("mine"),
                                          QStringLiteral("theirs")});
        }
        ConflictDialog dialog(conflict, FieldWording());
        ConflictChoice choice;
        connect(&dialog, &ConflictDialog::chosen, this, [&](const ConflictChoice &made) { choice = made; });
        dialog.show();
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("conflictAllTheirs")),
                          Qt::LeftButton);
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("conflictUse")), Qt::LeftButton);
        QCOMPARE(choice.byField.size(), 3U);
        for (const auto &[path, side] : choice.byField)
            QCOMPARE(side, ConflictChoice::Side::Theirs);
    }

    void aMergeIsToldAndTakenBack()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        desk.open();
        desk.type("mine");
        desk.scheduler.advance(1s);
        desk.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        SetupProcess theirs = row("base");
        theirs.dsaBeneficiary = QStringLiteral("theirs");
        desk.store.answer(theirs, "\"2\"");
        QCOMPARE(desk.said.key, QStringLiteral("merged"));
        QVERIFY2(desk.said.text.contains(QStringLiteral("For whom")), qPrintable(desk.said.text));
        desk.said.other.run();
        QCOMPARE(desk.payor(), QStringLiteral("mine"));
        QCOMPARE(desk.session.draft().data().dsaBeneficiary, QString());
    }

    void whatTheServiceResetIsShown()
    {
        QTemporaryDir directory;
        Desk desk(directory);
        desk.open();
        desk.type("typed");
        desk.scheduler.advance(1s);
        desk.store.answer(row("reset"), "\"2\"");
        QCOMPARE(desk.said.key, QStringLiteral("differs"));
        desk.said.action.run();
        desk.click("compareKeepAfter");
        QCOMPARE(desk.payor(), QStringLiteral("reset"));
    }

private:
    std::unique_ptr<Theme> m_theme; ///< and with it the program's own style
};

QTEST_MAIN(TestVersions)
#include "tst_versions.moc"
