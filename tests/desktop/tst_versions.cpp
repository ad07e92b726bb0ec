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
struct DraftFixture {
    explicit DraftFixture(const QTemporaryDir &directory)
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
        DraftFixture fixture(directory);
        fixture.open();
        fixture.type("second");
        fixture.session.keepVersion();
        fixture.type("third");
        fixture.notices.openHistory();
        auto *list = fixture.find<QTableView>("historyVersions");
        QVERIFY(list);
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QAbstractItemModelTester tester(list->model());
        list->selectRow(2);
        QVERIFY(!fixture.find<QTableView>("comparisonTable")->isVisible()); // nothing came before the first
        list->selectRow(1);
        const auto *compared = fixture.find<QTableView>("comparisonTable")->model();
        QCOMPARE(compared->rowCount(), 1);
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("base"));
        QCOMPARE(compared->index(0, 2).data().toString(), QStringLiteral("second"));
        fixture.find<QComboBox>("historyOther")->setCurrentIndex(1); // the draft as it is now
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("third"));
        fixture.find<QComboBox>("historyOther")->setCurrentIndex(4); // the first version
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("base"));

        auto *dialog = fixture.find<QDialog>("historyDialog");
        QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
        QCOMPARE(sweep::clippedTexts(dialog), QStringList());
        sweep::shot(dialog, QStringLiteral("history"));
        fixture.click("historyRestore");
        QCOMPARE(fixture.payor(), QStringLiteral("second"));
        QVERIFY(fixture.said.text.contains(QStringLiteral("Restored")));
        fixture.said.action.run();
        QCOMPARE(fixture.payor(), QStringLiteral("third"));
    }

    void whatIsTheDraftAlreadyIsNotRestored()
    {
        QTemporaryDir directory;
        DraftFixture fixture(directory);
        fixture.open();
        fixture.notices.openHistory();
        QTRY_COMPARE(fixture.find<QTableView>("historyVersions")->model()->rowCount(), 1);
        QVERIFY(!fixture.find<QPushButton>("historyRestore")->isEnabled());
    }

    void recoveredChangesAreComparedBeforeTheyAreDiscarded()
    {
        QTemporaryDir directory;
        {
            DraftFixture fixture(directory);
            fixture.open();
            fixture.type("precious");
            fixture.scheduler.advance(100ms);
        }
        DraftFixture fixture(directory);
        fixture.open();
        QCOMPARE(fixture.said.key, QStringLiteral("recovered"));
        QVERIFY2(fixture.said.text.contains(QStringLiteral("Who pays")), qPrintable(fixture.said.text));
        QVERIFY(!fixture.said.action.settles);
        fixture.said.action.run();
        const auto *compared = fixture.find<QTableView>("comparisonTable")->model();
        QCOMPARE(compared->index(0, 1).data().toString(), QStringLiteral("base"));
        QCOMPARE(compared->index(0, 2).data().toString(), QStringLiteral("precious"));
        auto *dialog = fixture.find<QDialog>("compareDialog");
        QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
        sweep::shot(dialog, QStringLiteral("recovered"));
        fixture.click("compareKeepBefore");
        QCOMPARE(fixture.payor(), QStringLiteral("base"));
        fixture.session.draft().undoStack().undo();
        QCOMPARE(fixture.payor(), QStringLiteral("precious"));
    }

    void aConflictShowsBothSidesAndWhatStoodThere()
    {
        QTemporaryDir directory;
        DraftFixture fixture(directory);
        fixture.open();
        fixture.type("mine");
        fixture.scheduler.advance(1s);
        fixture.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        fixture.store.answer(row("theirs"), "\"2\"");
        QCOMPARE(fixture.said.key, QStringLiteral("conflict"));
        fixture.said.action.run();
        auto *dialog = fixture.find<QDialog>("conflictDialog");
        QVERIFY(fixture.find<QLabel>("conflictBefore1")->text().contains(QStringLiteral("base")));
        QVERIFY(fixture.find<QRadioButton>("conflictMine1")->text().contains(QStringLiteral("mine")));
        QCOMPARE(sweep::accessibilityFindings(dialog), QStringList());
        QCOMPARE(sweep::clippedTexts(dialog), QStringList());
        sweep::shot(dialog, QStringLiteral("conflict"));
        fixture.click("conflictTheirs1");
        fixture.click("conflictUse");
        QCOMPARE(fixture.payor(), QStringLiteral("theirs"));
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
        DraftFixture fixture(directory);
        fixture.open();
        fixture.type("mine");
        fixture.scheduler.advance(1s);
        fixture.store.fail(Problem::Kind::Conflict, QStringLiteral("error.setup.changed"), 412);
        SetupProcess theirs = row("base");
        theirs.dsaBeneficiary = QStringLiteral("theirs");
        fixture.store.answer(theirs, "\"2\"");
        QCOMPARE(fixture.said.key, QStringLiteral("merged"));
        QVERIFY2(fixture.said.text.contains(QStringLiteral("For whom")), qPrintable(fixture.said.text));
        fixture.said.other.run();
        QCOMPARE(fixture.payor(), QStringLiteral("mine"));
        QCOMPARE(fixture.session.draft().data().dsaBeneficiary, QString());
    }

    void whatTheServiceResetIsShown()
    {
        QTemporaryDir directory;
        DraftFixture fixture(directory);
        fixture.open();
        fixture.type("typed");
        fixture.scheduler.advance(1s);
        fixture.store.answer(row("reset"), "\"2\"");
        QCOMPARE(fixture.said.key, QStringLiteral("differs"));
        fixture.said.action.run();
        fixture.click("compareKeepAfter");
        QCOMPARE(fixture.payor(), QStringLiteral("reset"));
    }

private:
    std::unique_ptr<Theme> m_theme; ///< and with it the program's own style
};

QTEST_MAIN(TestVersions)
#include "tst_versions.moc"
