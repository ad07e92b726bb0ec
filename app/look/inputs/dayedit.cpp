#include "app/look/inputs/dayedit.h"

#include "app/look/inputs/textinputs.h"
#include "app/look/style/units.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleOptionComboBox>

#include <algorithm>

namespace groundswell {
namespace {

const QDate kUnset(1752, 9, 14); // the first day QDateEdit takes

} // namespace

DayEdit::DayEdit(QWidget *parent)
    : QDateEdit(parent)
{
    setCalendarPopup(true);
    setMinimumDate(kUnset);
    setSpecialValueText(tr("Choose a day"));
    setDate(kUnset);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    leaveWheelToPage(this);
    if (auto *edit = lineEdit())
        routeUndoToDraft(edit);
    if (auto *calendar = calendarWidget()) {
        calendar->setObjectName(QStringLiteral("calendar"));
        calendar->setAccessibleName(tr("Calendar"));
        calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        calendar->setGridVisible(false);
        calendar->installEventFilter(this);
        // The proposed day itself can be chosen too, though it changes nothing that is shown.
        connect(calendar, &QCalendarWidget::clicked, this, &DayEdit::choose);
        connect(calendar, &QCalendarWidget::activated, this, &DayEdit::choose);
    }
    connect(this, &QDateEdit::dateChanged, this, [this](const QDate &day) {
        // What the keys pass over in the open calendar is only looked at.
        if (!m_showing && !calendarWidget()->isVisible())
            choose(day == kUnset ? QDate() : day);
    });
}

QSize DayEdit::sizeHint() const
{
    // The words for "no day yet" may be wider than any date.
    const QSize hint = QDateEdit::sizeHint();
    const int words = fontMetrics().horizontalAdvance(specialValueText()) + units(this, 5);
    return {std::max(hint.width(), words), hint.height()};
}

bool DayEdit::isUnset() const
{
    return date() == kUnset;
}

void DayEdit::display(const QDate &day)
{
    const QScopedValueRollback<bool> guard(m_showing, true);
    setDate(day.isValid() ? day : kUnset);
}

void DayEdit::showDay(const QDate &day)
{
    if (day == m_day && (day.isValid() || !isUnset()))
        return; // it is there, or a proposal is being looked at
    m_day = day;
    display(day);
}

void DayEdit::choose(const QDate &day)
{
    if (day.isValid() && day != date())
        display(day);
    if (day == m_day)
        return;
    m_day = day;
    Q_EMIT edited(day);
}

void DayEdit::propose()
{
    if (!isUnset() || !m_proposal.isValid())
        return;
    display(m_proposal);
    setSelectedSection(sectionAt(0)); // where somebody who types begins
}

void DayEdit::withdrawProposal()
{
    if (!m_day.isValid() && !isUnset())
        display({});
}

void DayEdit::mousePressEvent(QMouseEvent *event)
{
    const QStyleOptionComboBox box = boxOption();
    const auto hit =
        style()->hitTestComplexControl(QStyle::CC_ComboBox, &box, event->position().toPoint(), this);
    if (hit != QStyle::SC_ComboBoxArrow) {
        event->accept(); // on its frame; Qt would take that for a spin box's buttons, and step
        return;
    }
    propose(); // else the calendar would open in the eighteenth century
    QDateEdit::mousePressEvent(event);
    if (!calendarWidget()->isVisible())
        withdrawProposal();
}

// As Qt looks at a day with a calendar.
QStyleOptionComboBox DayEdit::boxOption() const
{
    QStyleOptionComboBox box;
    box.initFrom(this);
    box.editable = true;
    box.subControls = QStyle::SC_All;
    return box;
}

void DayEdit::keyPressEvent(QKeyEvent *event)
{
    const bool wasUnset = isUnset();
    const bool opens = event->key() == Qt::Key_F4
        || (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier));
    const bool steps = !opens && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
    const bool types = !event->text().isEmpty() && event->text().at(0).isDigit();
    if (opens) {
        openCalendar();
        return;
    }
    if (steps || types)
        propose();
    if (steps && wasUnset && m_proposal.isValid()) {
        choose(m_proposal); // the first step is to the proposal
        return;
    }
    QDateEdit::keyPressEvent(event);
    // A digit that the proposal has in the same place changes nothing that is shown, and is typed all the
    // same.
    if (types && !isUnset() && hasAcceptableInput())
        choose(date());
}

// As every box that opens does it. Qt knows no way but the mouse: Alt+Down would step a day back.
void DayEdit::openCalendar()
{
    const QStyleOptionComboBox box = boxOption();
    const QPointF at =
        style()->subControlRect(QStyle::CC_ComboBox, &box, QStyle::SC_ComboBoxArrow, this).center();
    QMouseEvent press(QEvent::MouseButtonPress, at, mapToGlobal(at), Qt::LeftButton, Qt::LeftButton,
                      Qt::NoModifier);
    mousePressEvent(&press);
}

bool DayEdit::eventFilter(QObject *watched, QEvent *event)
{
    // Later: the click that closes the calendar is told of after it.
    if (event->type() == QEvent::Hide && watched == calendarWidget())
        QMetaObject::invokeMethod(this, &DayEdit::calendarClosed, Qt::QueuedConnection);
    return QDateEdit::eventFilter(watched, event);
}

void DayEdit::calendarClosed()
{
    display(m_day); // a click or Enter has chosen by now; what was passed over goes, also with Escape
}

void DayEdit::focusOutEvent(QFocusEvent *event)
{
    QDateEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason)
        return; // to its own calendar
    withdrawProposal();
    Q_EMIT left();
}

} // namespace groundswell
