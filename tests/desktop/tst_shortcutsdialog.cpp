#include "app/desktop/shell/settings.h"
#include "app/desktop/window/keyedit.h"
#include "app/desktop/window/shortcutsdialog.h"
#include "app/desktop/window/shortcutsmodel.h"
#include "support/sweep.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace groundswell;
using namespace Qt::StringLiterals;

namespace {

struct Bench {
    explicit Bench(const Shortcuts &shortcuts = {})
        : dialog(shortcuts)
        , table(dialog.findChild<QTableView *>(u"shortcutsTable"_s))
        , tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        QObject::connect(&dialog, &ShortcutsDialog::changed, &dialog,
                         [this](const Shortcuts &changed) { now = changed; });
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.activateWindow();
    }
    [[nodiscard]] KeyEdit *editor() const { return table->findChild<KeyEdit *>(); }
    void clickOn(ActionId id)
    {
        const QModelIndex index = table->model()->index(int(id), ShortcutsModel::ActionColumn);
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::NoModifier,
                          table->visualRect(index).center());
    }
    void press(ActionId id, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        clickOn(id);
        QTRY_VERIFY(editor());
        QTest::keyClick(editor(), key, modifiers);
        QTRY_VERIFY(!editor());
    }
    [[nodiscard]] QString shown(ActionId id) const
    {
        return table->model()->index(int(id), ShortcutsModel::KeysColumn).data().toString();
    }
    [[nodiscard]] QString problem() const
    {
        const auto *label = dialog.findChild<QLabel *>(u"shortcutsProblem"_s);
        return label->isVisible() ? label->text() : QString();
    }
    void click(const char *button) const
    {
        QTest::mouseClick(dialog.findChild<QPushButton *>(QString::fromLatin1(button)), Qt::LeftButton);
    }

    ShortcutsDialog dialog;
    QTableView *table;
    QAbstractItemModelTester tester;
    Shortcuts now;
};

} // namespace

/// The list of shortcuts, changed with mouse and keys.
class TestShortcutsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyActionIsListed()
    {
        Bench bench;
        QCOMPARE(bench.table->model()->rowCount(), allActions().size());
        QCOMPARE(bench.shown(ActionId::ImportData), u"Ctrl+I"_s);
        sweep::shot(&bench.dialog, u"shortcuts"_s);
        QCOMPARE(sweep::accessibilityFindings(&bench.dialog), QStringList());
        QCOMPARE(sweep::clippedTexts(&bench.dialog), QStringList());
    }

    void theNextKeyIsTheNewOne()
    {
        Bench bench;
        bench.press(ActionId::ImportData, Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(bench.shown(ActionId::ImportData), u"Ctrl+Shift+J"_s);
        QCOMPARE(bench.now.keys(ActionId::ImportData), QList{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J)});
        bench.press(ActionId::ResetLayout, Qt::Key_F9, Qt::NoModifier); // it had none
        QCOMPARE(bench.now.keys(ActionId::ResetLayout), QList{QKeySequence(Qt::Key_F9)});
        // Keys that mean something to a table or a dialog can be had, too.
        bench.press(ActionId::ImportData, Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(bench.shown(ActionId::ImportData), u"Ctrl+Alt+Return"_s);
        QVERIFY(bench.dialog.isVisible());
    }

    void byKeysAlone()
    {
        Bench bench;
        bench.table->setFocus();
        bench.table->setCurrentIndex(bench.table->model()->index(int(ActionId::Refresh), 0));
        QTest::keyClick(bench.table, Qt::Key_Return);
        QTRY_VERIFY(bench.editor());
        QTest::keyClick(bench.editor(), Qt::Key_Control); // not yet
        QVERIFY(bench.editor());
        QTest::keyClick(bench.editor(), Qt::Key_R, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(bench.shown(ActionId::Refresh), u"Ctrl+Alt+R"_s);
        QTRY_VERIFY(!bench.editor());
        QTest::keyClick(bench.table, Qt::Key_Return);
        QTRY_VERIFY(bench.editor());
        QTest::keyClick(bench.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!bench.editor());
        QCOMPARE(bench.shown(ActionId::Refresh), u"Ctrl+Alt+R"_s);
        QVERIFY(bench.dialog.isVisible());
        QTest::keyClick(bench.table, Qt::Key_Escape);
        QVERIFY(!bench.dialog.isVisible());
    }

    void aTakenKeyIsRefused()
    {
        Bench bench;
        bench.press(ActionId::Find, Qt::Key_I, Qt::ControlModifier);
        QVERIFY2(bench.problem().contains(u"Import ticketing data"_s), qPrintable(bench.problem()));
        QCOMPARE(bench.now, Shortcuts());
        sweep::shot(&bench.dialog, u"shortcuts-refused"_s);
        QCOMPARE(sweep::clippedTexts(&bench.dialog), QStringList());
        bench.press(ActionId::Find, Qt::Key_X, Qt::NoModifier);
        QVERIFY2(bench.problem().contains(u'X'), qPrintable(bench.problem()));
        bench.press(ActionId::Find, Qt::Key_F9, Qt::NoModifier);
        QCOMPARE(bench.problem(), QString());
        QCOMPARE(bench.shown(ActionId::Find), u"F9"_s);
    }

    void oneOrAllAreReset()
    {
        Shortcuts changed;
        changed.set(ActionId::Find, QKeySequence(Qt::Key_F9));
        changed.set(ActionId::Quit, QKeySequence(Qt::CTRL | Qt::Key_F));
        changed.set(ActionId::Events, QKeySequence(Qt::Key_F10));
        Bench bench(changed);
        bench.table->setCurrentIndex(bench.table->model()->index(int(ActionId::Find), 0));
        bench.click("shortcutsReset");
        QVERIFY2(bench.problem().contains(u"Quit"_s), qPrintable(bench.problem())); // has its key
        bench.table->setCurrentIndex(bench.table->model()->index(int(ActionId::Events), 0));
        bench.click("shortcutsReset");
        QCOMPARE(bench.shown(ActionId::Events), u"Ctrl+E"_s);
        QCOMPARE(bench.problem(), QString());
        QVERIFY(!bench.dialog.findChild<QPushButton *>(u"shortcutsReset"_s)->isEnabled());
        bench.click("shortcutsResetAll");
        QCOMPARE(bench.now, Shortcuts());
        QVERIFY(!bench.dialog.findChild<QPushButton *>(u"shortcutsResetAll"_s)->isEnabled());
    }

    void theyAreRemembered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        Shortcuts changed;
        changed.set(ActionId::Find, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Comma));
        {
            Settings settings(file);
            settings.setShortcuts(changed);
        }
        Settings settings(file);
        QCOMPARE(settings.shortcuts(), changed);
        settings.setShortcuts({});
        QCOMPARE(settings.shortcuts(), Shortcuts());
    }
};

QTEST_MAIN(TestShortcutsDialog)
#include "tst_shortcutsdialog.moc"
