// What opens over an input: Escape and a click beside it leave the value as it was, Enter and a click choose.
#include "app/look/inputs/inputs.h"
#include "wizard/campaignwizard.h"
#include "wizardfixture.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCalendarWidget>
#include <QCompleter>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace groundswell;

namespace {

const QDate before(2026, 6, 10);

/// A field in a dialog, which a stray Escape would close.
struct Bench {
    explicit Bench(QWidget *field)
    {
        auto *rows = new QVBoxLayout(&dialog);
        rows->addWidget(field);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        dialog.activateWindow();
        field->setFocus();
    }
    QDialog dialog;
};

/// As a user does without looking: to whatever has the keys in what is open.
void pressInPopup(Qt::Key key)
{
    QWidget *popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    QWidget *focused = popup->focusWidget();
    QTest::keyClick(focused ? focused : popup, key);
}

QRect cellOf(const QTableView *days, const QDate &day)
{
    for (int row = 1; row < days->model()->rowCount(); ++row) {
        for (int column = 0; column < days->model()->columnCount(); ++column) {
            const QModelIndex index = days->model()->index(row, column);
            const bool isDay = index.data().toInt() == day.day();
            if (isDay && (row > 2 || day.day() < 15) && (row < 4 || day.day() > 14))
                return days->visualRect(index);
        }
    }
    return {};
}

} // namespace

class TestPopups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCalendarIsLeftByEscape_data();
    void theCalendarIsLeftByEscape();
    void theCalendarIsLeftByAClickBesideIt();
    void enterChoosesADay();
    void aClickChoosesADay();
    void aListOfChoicesIsLeftByEscape_data();
    void aListOfChoicesIsLeftByEscape();
    void enterChoosesFromAList();
    void foundPlacesAreLeftByEscape();
    void escapeInFoundPlacesIsNotForTheWindow();
};

void TestPopups::theCalendarIsLeftByEscape_data()
{
    QTest::addColumn<QDate>("day");
    QTest::addColumn<Qt::Key>("key");
    for (const Qt::Key key : {Qt::Key_Right, Qt::Key_Down, Qt::Key_PageDown, Qt::Key_Home}) {
        const QByteArray name = QByteArray::number(key, 16);
        QTest::addRow("set, key %s", name.constData()) << before << key;
        QTest::addRow("unset, key %s", name.constData()) << QDate() << key;
    }
}

void TestPopups::theCalendarIsLeftByEscape()
{
    QFETCH(QDate, day);
    QFETCH(Qt::Key, key);
    auto *edit = new DayEdit;
    Bench bench(edit);
    edit->setProposal(before);
    edit->showDay(day);
    const QString shown = edit->text();
    QSignalSpy edited(edit, &DayEdit::edited);
    QTest::keyClick(edit, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(edit->calendarWidget()->isVisible());
    for (int i = 0; i < 3; ++i)
        pressInPopup(key);
    QVERIFY(edit->calendarWidget()->selectedDate() != before);
    pressInPopup(Qt::Key_Escape);
    QTRY_VERIFY(!edit->calendarWidget()->isVisible());
    QTRY_COMPARE(edit->text(), shown);
    QCoreApplication::processEvents(); // whatever is told late
    QCOMPARE(edited.size(), 0);
    QCOMPARE(edit->day(), day);
    QCOMPARE(edit->text(), shown);
    QVERIFY(bench.dialog.isVisible());
}

void TestPopups::theCalendarIsLeftByAClickBesideIt()
{
    auto *edit = new DayEdit;
    Bench bench(edit);
    edit->showDay(before);
    QSignalSpy edited(edit, &DayEdit::edited);
    QTest::keyClick(edit, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(edit->calendarWidget()->isVisible());
    pressInPopup(Qt::Key_Right);
    QWidget *popup = QApplication::activePopupWidget();
    QTest::mouseClick(popup, Qt::LeftButton, {}, popup->rect().bottomRight() + QPoint(40, 40));
    QTRY_VERIFY(!edit->calendarWidget()->isVisible());
    QTRY_COMPARE(edit->date(), before);
    QCOMPARE(edited.size(), 0);
    QCOMPARE(edit->day(), before);
}

void TestPopups::enterChoosesADay()
{
    auto *edit = new DayEdit;
    Bench bench(edit);
    edit->showDay(before);
    QSignalSpy edited(edit, &DayEdit::edited);
    QTest::keyClick(edit, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(edit->calendarWidget()->isVisible());
    pressInPopup(Qt::Key_Right);
    pressInPopup(Qt::Key_Right);
    pressInPopup(Qt::Key_Return);
    QTRY_VERIFY(!edit->calendarWidget()->isVisible());
    QTRY_COMPARE(edited.size(), 1);
    QCoreApplication::processEvents();
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edit->day(), before.addDays(2));
    QCOMPARE(edit->date(), before.addDays(2));
}

void TestPopups::aClickChoosesADay()
{
    auto *edit = new DayEdit;
    Bench bench(edit);
    edit->showDay(before);
    QSignalSpy edited(edit, &DayEdit::edited);
    QTest::keyClick(edit, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(edit->calendarWidget()->isVisible());
    pressInPopup(Qt::Key_Right);
    auto *days = edit->calendarWidget()->findChild<QTableView *>();
    QVERIFY(days);
    const QDate wanted = before.addDays(8);
    QTest::mouseClick(days->viewport(), Qt::LeftButton, {}, cellOf(days, wanted).center());
    QTRY_VERIFY(!edit->calendarWidget()->isVisible());
    QTRY_COMPARE(edit->day(), wanted);
    QCoreApplication::processEvents();
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edit->date(), wanted);
}

void TestPopups::aListOfChoicesIsLeftByEscape_data()
{
    QTest::addColumn<bool>("freeText");
    QTest::newRow("of its list") << false;
    QTest::newRow("of free text") << true;
}

void TestPopups::aListOfChoicesIsLeftByEscape()
{
    QFETCH(bool, freeText);
    auto *box = new ChoiceBox(freeText);
    Bench bench(box);
    box->setEntries({{QStringLiteral("a"), QStringLiteral("Acme"), {}},
                     {QStringLiteral("b"), QStringLiteral("Bolt"), {}},
                     {QStringLiteral("c"), QStringLiteral("Cask"), {}}},
                    QStringLiteral("None"));
    box->showId(QStringLiteral("a"));
    QSignalSpy edited(box, &ChoiceBox::edited);
    box->showPopup();
    QTRY_VERIFY(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Escape);
    QTRY_VERIFY(!box->view()->isVisible());
    if (freeText)
        Q_EMIT box->lineEdit()->editingFinished();
    QCoreApplication::processEvents();
    QCOMPARE(edited.size(), 0);
    QCOMPARE(box->currentText(), QStringLiteral("Acme"));
    QVERIFY(bench.dialog.isVisible());
}

void TestPopups::enterChoosesFromAList()
{
    auto *box = new ChoiceBox(true);
    Bench bench(box);
    box->setEntries({{QStringLiteral("a"), QStringLiteral("Acme"), {}},
                     {QStringLiteral("b"), QStringLiteral("Bolt"), {}}},
                    QStringLiteral("None"));
    box->showId(QStringLiteral("a"));
    QSignalSpy edited(box, &ChoiceBox::edited);
    box->showPopup();
    QTRY_VERIFY(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Return);
    QTRY_COMPARE(edited.size(), 1);
    QCOMPARE(edited.first().first().toString(), QStringLiteral("b"));
}

namespace {

/// The targeting page in a window that Escape leads away from, as the program's does, with places found.
struct Places {
    Places()
    {
        fillContext(context);
        draft.replace(completeSetup(context), Origin::Loaded);
        wizard = new CampaignWizard(draft, context, &window);
        wizard->setWindowFlags(Qt::Widget);
        auto *rows = new QVBoxLayout(&window);
        rows->addWidget(wizard);
        auto *back = new QAction(&window);
        back->setShortcut(QKeySequence(Qt::Key_Escape));
        QObject::connect(back, &QAction::triggered, &window, [this] { ++ledAway; });
        window.addAction(back);
        window.resize(1280, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        wizard->jumpTo(PageId::Targeting);
        search = window.findChild<QLineEdit *>(QStringLiteral("geoSearch"));
        results = window.findChild<QListView *>(QStringLiteral("geoResults"));
        QVERIFY(search && results);
        QTRY_VERIFY(search->isVisible());
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("Bonn"));
        std::vector<GeoPlace> places(2);
        places[0].name = places[0].key = QStringLiteral("Bonn");
        places[1].name = places[1].key = QStringLiteral("Bonndorf");
        Q_EMIT context.geoResultsArrived(QStringLiteral("Bonn"), places);
        QTRY_VERIFY(results->isVisible());
        revision = draft.revision();
    }

    WizardContext context;
    SetupDraft draft;
    QWidget window;
    CampaignWizard *wizard = nullptr;
    QLineEdit *search = nullptr;
    QListView *results = nullptr;
    quint64 revision = 0;
    int ledAway = 0;
};

} // namespace

void TestPopups::foundPlacesAreLeftByEscape()
{
    Places bench;
    QTest::keyClick(bench.search, Qt::Key_Down);
    QTest::keyClick(bench.search, Qt::Key_Escape);
    QVERIFY(!bench.results->isVisible());
    QCOMPARE(bench.draft.revision(), bench.revision);
    QCOMPARE(bench.search->text(), QStringLiteral("Bonn"));
    QCOMPARE(bench.ledAway, 0);
    QTest::keyClick(bench.search, Qt::Key_Escape); // nothing is open any more
    QCOMPARE(bench.ledAway, 1);
}

void TestPopups::escapeInFoundPlacesIsNotForTheWindow()
{
    Places bench;
    bench.results->setFocus(Qt::TabFocusReason);
    QTest::keyClick(bench.results, Qt::Key_Escape);
    QCOMPARE(bench.ledAway, 0);
    QVERIFY(!bench.results->isVisible());
    QVERIFY(bench.search->hasFocus());
    QCOMPARE(bench.draft.revision(), bench.revision);
}

QTEST_MAIN(TestPopups)
#include "tst_popups.moc"
