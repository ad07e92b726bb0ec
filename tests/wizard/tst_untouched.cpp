#include "app/look/inputs/inputs.h"
#include "wizard/campaignwizard.h"
#include "wizardfixture.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSlider>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTableView>
#include <QTest>
#include <QWheelEvent>

using namespace groundswell;

namespace {

struct Bench {
    explicit Bench(bool complete)
    {
        fillContext(context);
        SetupProcess row = complete ? completeSetup(context) : SetupProcess();
        draft.replace(row, Origin::Loaded);
        wizard = std::make_unique<CampaignWizard>(draft, context);
        wizard->resize(1280, 900);
        wizard->show();
        QVERIFY(QTest::qWaitForWindowExposed(wizard.get()));
        wizard->activateWindow();
    }
    [[nodiscard]] QWidget *page() const { return wizard->QWizard::currentPage(); }

    WizardContext context;
    SetupDraft draft;
    std::unique_ptr<CampaignWizard> wizard;
};

/// The controls of a page that hold a value one types or picks; whatever is pressed to do something isn't
/// one.
QList<QWidget *> inputsOf(QWidget *page)
{
    QList<QWidget *> inputs;
    for (QWidget *widget : page->findChildren<QWidget *>()) {
        if (!widget->isVisible() || !widget->isEnabled())
            continue;
        const QWidget *parent = widget->parentWidget();
        const bool isPart = qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QComboBox *>(parent) || qobject_cast<const QCalendarWidget *>(parent);
        const bool isInput = qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget)
            || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QComboBox *>(widget)
            || qobject_cast<QSlider *>(widget);
        if (isInput && !isPart)
            inputs.append(widget);
    }
    return inputs;
}

void wheelOver(QWidget *widget, int delta)
{
    QWidget *focused = QApplication::focusWidget();
    if (focused && (focused == widget || widget->isAncestorOf(focused)))
        focused->clearFocus();
    const QPointF at(widget->rect().center());
    QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(widget, &event);
}

void closePopup()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        QTest::keyClick(popup, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QCoreApplication::sendPostedEvents();
}

/// Where the arrow is that opens the popup.
QPoint arrowOf(const QWidget *widget)
{
    return {widget->isRightToLeft() ? 6 : widget->width() - 6, widget->height() / 2};
}

void lookAt(QWidget *input)
{
    for (const int delta : {120, -120})
        wheelOver(input, delta);
    if (qobject_cast<QSlider *>(input)) {
        input->setFocus(Qt::MouseFocusReason); // a click moves it, and is meant to
        return;
    }
    if (!qobject_cast<QComboBox *>(input)) {
        // On the frame, on the padding, and into the text.
        for (const int x : {1, 8})
            QTest::mouseClick(input, Qt::LeftButton, {}, QPoint(x, input->height() / 2));
        if (QWidget *text = input->childAt(QPoint(input->width() / 3, input->height() / 2)))
            QTest::mouseClick(text, Qt::LeftButton);
    }
    const bool opens = qobject_cast<QComboBox *>(input) || qobject_cast<QDateEdit *>(input);
    if (!opens)
        return;
    QTest::mousePress(input, Qt::LeftButton, {}, arrowOf(input));
    closePopup();
    for (const auto &[key, modifier] :
         {std::pair(Qt::Key_F4, Qt::NoModifier), std::pair(Qt::Key_Down, Qt::AltModifier)}) {
        input->setFocus(Qt::TabFocusReason);
        QTest::keyClick(input, key, modifier);
        QTRY_VERIFY(QApplication::activePopupWidget()); // opens by the keyboard, too
        closePopup();
    }
}

} // namespace

/// Looking is no edit: whoever clicks into a field, opens what can be opened, scrolls or tabs through has
/// changed nothing.
class TestUntouched : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lookingThroughAPageIsNoEdit_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("complete");
        const char *names[] = {"plan", "clusters", "creative", "targeting", "integrations", "dsa", "review"};
        for (int page = 0; page <= static_cast<int>(PageId::Review); ++page) {
            QTest::addRow("%s of a complete draft", names[page]) << page << true;
            QTest::addRow("%s of a new draft", names[page]) << page << false;
        }
    }
    void lookingThroughAPageIsNoEdit()
    {
        QFETCH(int, page);
        QFETCH(bool, complete);
        Bench bench(complete);
        bench.wizard->jumpTo(static_cast<PageId>(page));
        QTRY_COMPARE(static_cast<int>(bench.wizard->currentPage()), page);
        QCoreApplication::processEvents(); // allowed: the page settles its focus
        const SetupProcess before = bench.draft.data();
        const auto untouched = [&](const QWidget *input) {
            if (bench.draft.revision() == 0 && bench.draft.data() == before)
                return true;
            qWarning("changed by looking at %s", qPrintable(input->objectName()));
            return false;
        };
        const QList<QWidget *> inputs = inputsOf(bench.page());
        for (QWidget *input : inputs) {
            lookAt(input);
            QVERIFY(untouched(input));
        }
        // And once around by the keyboard.
        for (int i = 0; i < 120; ++i) {
            QWidget *focused = QApplication::focusWidget();
            if (!focused)
                break;
            QTest::keyClick(focused, Qt::Key_Tab);
            QVERIFY(untouched(focused));
        }
        QVERIFY(!bench.draft.undoStack().canUndo());
    }

    void theInputsAreFound()
    {
        Bench bench(true);
        QStringList names;
        for (const QWidget *input : inputsOf(bench.page()))
            names << input->objectName();
        for (const char *name : {"budget", "budgetSlider", "startDate", "endDate"})
            QVERIFY2(names.contains(QLatin1StringView(name)), name);
    }

    // --- The day field, whose calendar has to open somewhere

    void aProposedDayIsChosenByAClickOnIt()
    {
        Bench bench(false);
        auto *start = bench.page()->findChild<DayEdit *>(QStringLiteral("startDate"));
        QTest::mousePress(start, Qt::LeftButton, {}, arrowOf(start));
        QTRY_VERIFY(start->calendarWidget()->isVisible());
        const QDate proposed = start->calendarWidget()->selectedDate();
        QCOMPARE(proposed, bench.context.today());
        QCOMPARE(bench.draft.revision(), 0U);
        Q_EMIT start->calendarWidget()->clicked(proposed);
        QCOMPARE(bench.draft.data().startDate, proposed);
        closePopup();
        QCOMPARE(start->day(), proposed);
    }

    void whatTheKeysPassOverInTheCalendarIsNoEdit()
    {
        Bench bench(false);
        auto *start = bench.page()->findChild<DayEdit *>(QStringLiteral("startDate"));
        QTest::mousePress(start, Qt::LeftButton, {}, arrowOf(start));
        QTRY_VERIFY(start->calendarWidget()->isVisible());
        QCalendarWidget *calendar = start->calendarWidget();
        calendar->setSelectedDate(calendar->selectedDate().addDays(9));
        QCOMPARE(bench.draft.revision(), 0U);
        calendar->setSelectedDate(bench.context.today());
        closePopup();
        QTRY_COMPARE(start->text(), start->specialValueText());
        QCOMPARE(bench.draft.revision(), 0U);
        QVERIFY(!start->day().isValid());
    }

    void theFirstStepIsToTheProposal()
    {
        Bench bench(false);
        auto *start = bench.page()->findChild<DayEdit *>(QStringLiteral("startDate"));
        start->setFocus(Qt::TabFocusReason);
        QTest::keyClick(start, Qt::Key_Up);
        QCOMPARE(bench.draft.data().startDate, bench.context.today());
        QTest::keyClick(start, Qt::Key_Up);
        QVERIFY(bench.draft.data().startDate > bench.context.today());
    }

    // A digit is typing, also where the proposal has the same.
    void typingTheProposalIsAnEdit()
    {
        Bench bench(false);
        auto *start = bench.page()->findChild<DayEdit *>(QStringLiteral("startDate"));
        start->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
        start->setFocus(Qt::TabFocusReason);
        QTest::keyClicks(start, bench.context.today().toString(QStringLiteral("dd")));
        QCOMPARE(bench.draft.data().startDate, bench.context.today());
        QTest::keyClick(start, Qt::Key_Tab);
        QCOMPARE(bench.draft.data().startDate, bench.context.today());
    }

    void undoingAChosenDayLeavesItUnset()
    {
        Bench bench(false);
        auto *start = bench.page()->findChild<DayEdit *>(QStringLiteral("startDate"));
        start->setFocus(Qt::TabFocusReason);
        QTest::keyClick(start, Qt::Key_Down);
        bench.draft.undoStack().undo();
        QCOMPARE(start->text(), start->specialValueText());
        QVERIFY(!start->day().isValid());
    }

    // --- Choices

    // Two accounts of one name: leaving the field must not make the other one of it.
    void namesakesAreToldApart()
    {
        ChoiceBox box(true);
        box.setEntries({{QStringLiteral("act_1"), QStringLiteral("Acme"), {}},
                        {QStringLiteral("act_2"), QStringLiteral("Acme"), {}}},
                       QStringLiteral("None"));
        box.showId(QStringLiteral("act_2"));
        QSignalSpy edited(&box, &ChoiceBox::edited);
        box.show();
        box.setFocus();
        Q_EMIT box.lineEdit()->editingFinished();
        QCOMPARE(edited.size(), 0);
        box.showId(QStringLiteral(" act_3 ")); // not in the list, with blanks
        Q_EMIT box.lineEdit()->editingFinished();
        QCOMPARE(edited.size(), 0);
    }

    // --- What arrives while somebody types

    void aListThatArrivesLeavesTheTypedText()
    {
        ChoiceBox box(true);
        box.setEntries({}, QStringLiteral("None"));
        box.show();
        box.setFocus();
        box.lineEdit()->selectAll();
        QTest::keyClicks(&box, QStringLiteral("pix_9"));
        QSignalSpy edited(&box, &ChoiceBox::edited);
        box.setEntries({{QStringLiteral("pix_1"), QStringLiteral("Shop"), {}}}, QStringLiteral("None"));
        QCOMPARE(box.currentText(), QStringLiteral("pix_9"));
        Q_EMIT box.lineEdit()->editingFinished();
        QCOMPARE(edited.size(), 1);
    }

    void anAmountThatCantBeReadYetStaysWhileItIsTyped()
    {
        MoneyEdit edit;
        edit.setLocale(QLocale(QLocale::English, QLocale::UnitedKingdom));
        edit.setCurrency(QStringLiteral("EUR"));
        edit.showMoney(Money{50'000, QStringLiteral("EUR")});
        edit.show();
        edit.setFocus();
        edit.selectAll();
        QTest::keyClicks(&edit, QStringLiteral("12x"));
        QVERIFY(!edit.isReadable());
        // The limits have arrived, and the page shows what could be read last.
        edit.showMoney(Money{1'200, QStringLiteral("EUR")});
        QCOMPARE(edit.text(), QStringLiteral("12x"));
    }
};

QTEST_MAIN(TestUntouched)
#include "tst_untouched.moc"
