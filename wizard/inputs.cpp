#include "wizard/inputs.h"

#include "app/look/tokens.h"
#include "app/look/units.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyle>
#include <QStyleOptionComboBox>

#include <algorithm>
#include <cmath>

namespace groundswell {
namespace {

/// Where the keys go, or will go again when the user comes back to the window.
bool isTypedIn(const QWidget *field)
{
    const QWidget *focused = field->window()->focusWidget();
    return focused && (focused == field || field->isAncestorOf(focused));
}

/// A text field claims Ctrl+Z for itself; refusing its claim sends the key on to the shortcuts.
class UndoRouter : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
            return false;
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
            return false;
        event->ignore();
        return true;
    }
};

/// Takes the wheel from a control that hasn't got the focus, and leaves it to whatever scrolls around it.
class WheelKeeper : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

const QDate kUnset(1752, 9, 14); // the first day QDateEdit takes

} // namespace

void routeUndoToDraft(QWidget *textField)
{
    textField->installEventFilter(new UndoRouter(textField));
}

void leaveWheelToPage(QWidget *control)
{
    control->setFocusPolicy(Qt::StrongFocus); // the wheel doesn't bring the focus along either
    control->installEventFilter(new WheelKeeper(control));
}

void showText(QLineEdit *edit, const QString &text)
{
    if (edit->text() == text)
        return;
    const int cursor = edit->cursorPosition();
    edit->setText(text); // textEdited() is silent for this
    if (edit->hasFocus())
        edit->setCursorPosition(std::min(cursor, static_cast<int>(text.size())));
    else
        edit->setCursorPosition(0);
}

void showText(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() == text)
        return;
    const int at = edit->textCursor().position();
    if (auto *area = qobject_cast<TextArea *>(edit)) {
        const QScopedValueRollback<bool> guard(area->m_showing, true);
        area->setPlainText(text);
    } else {
        edit->setPlainText(text);
    }
    QTextCursor cursor = edit->textCursor();
    cursor.setPosition(std::min(at, edit->document()->characterCount() - 1));
    edit->setTextCursor(cursor);
}

TextArea::TextArea(int lines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    routeUndoToDraft(this);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT edited(toPlainText());
    });
}

QSize TextArea::sizeHint() const
{
    return {characters(this, 30), fontMetrics().lineSpacing() * m_lines + units(this, 1.6)};
}

void TextArea::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    Q_EMIT left();
}

MoneyEdit::MoneyEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setAlignment(Qt::AlignRight);
    routeUndoToDraft(this);
    connect(this, &QLineEdit::textEdited, this, &MoneyEdit::read);
    setCurrency({});
}

void MoneyEdit::setCurrency(const QString &currency)
{
    m_currency = currency;
    const int room = fontMetrics().horizontalAdvance(currency) + (currency.isEmpty() ? 0 : units(this, 1));
    setTextMargins(layoutDirection() == Qt::LeftToRight ? QMargins(0, 0, room, 0) : QMargins(room, 0, 0, 0));
    update();
}

void MoneyEdit::showMoney(const std::optional<Money> &money)
{
    // What the user typed means this already ("5000" stays "5000"), or can't be read yet: it stays while it
    // is being typed.
    if (m_money == money && (m_readable || isTypedIn(this)))
        return;
    m_money = money;
    m_readable = true;
    write();
}

void MoneyEdit::write()
{
    if (!m_money) {
        showText(this, {});
        return;
    }
    const bool whole = m_money->minor % Money::minorPerMajor(m_money->currency) == 0;
    const int digits = whole ? 0 : Money::minorDigits(m_money->currency);
    showText(this, locale().toString(m_money->toDouble(), 'f', digits));
}

void MoneyEdit::read(const QString &text)
{
    const QString trimmed = text.trimmed();
    m_readable = true;
    if (trimmed.isEmpty()) {
        m_money = std::nullopt;
        Q_EMIT edited(m_money);
        return;
    }
    bool ok = false;
    const double amount = locale().toDouble(trimmed, &ok);
    const std::optional<Money> money = ok ? Money::fromJson(amount, m_currency) : std::nullopt;
    // More decimals than the currency has are a slip, or another country's thousands: no guess.
    m_readable = money && money->toDouble() == amount;
    if (!m_readable) {
        Q_EMIT unreadable(trimmed);
        return;
    }
    m_money = money;
    Q_EMIT edited(m_money);
}

void MoneyEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (m_readable)
        write();
}

void MoneyEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_currency.isEmpty())
        return;
    QPainter painter(this);
    painter.setPen(colour(palette(), Token::Muted));
    const int pad = units(this, 0.75);
    const auto align = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight | Qt::AlignVCenter);
    painter.drawText(rect().adjusted(pad, 0, -pad, 0), static_cast<int>(align), m_currency);
}

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

ChoiceBox::ChoiceBox(bool freeText, QWidget *parent)
    : QComboBox(parent)
{
    setEditable(freeText);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(14);
    leaveWheelToPage(this);
    if (freeText) {
        routeUndoToDraft(lineEdit());
        lineEdit()->installEventFilter(this);
    }
    connect(this, &QComboBox::activated, this, [this](int index) {
        const QString id = itemData(index).toString();
        m_shownText = currentText();
        if (id == m_id)
            return;
        m_id = id;
        Q_EMIT edited(id);
    });
    if (freeText)
        connect(lineEdit(), &QLineEdit::editingFinished, this, &ChoiceBox::takeText);
}

void ChoiceBox::setEntries(const std::vector<Entry> &entries, const QString &none)
{
    if (m_entries == entries && m_none == none && count() > 0)
        return;
    // A list may arrive while somebody types what isn't on it.
    const bool isTyping = isEditable() && isTypedIn(this) && currentText() != m_shownText;
    const QString typed = currentText();
    const int cursor = isTyping ? lineEdit()->cursorPosition() : 0;
    m_entries = entries;
    m_none = none;
    clear();
    addItem(none, QString());
    for (const Entry &entry : entries) {
        addItem(entry.text, entry.id);
        setItemData(count() - 1, entry.toolTip, Qt::ToolTipRole);
    }
    const QString id = m_id;
    m_id.clear();
    setCurrentIndex(0);
    showId(id);
    if (isTyping) {
        lineEdit()->setText(typed);
        lineEdit()->setCursorPosition(cursor);
    }
}

void ChoiceBox::showId(const QString &id)
{
    if (id == m_id && currentData().toString() == id)
        return;
    m_id = id;
    int at = findData(id);
    if (at < 0 && !id.isEmpty()) {
        addItem(id, id); // not in the list: shown as it came
        at = count() - 1;
    }
    if (isEditable() && lineEdit()->hasFocus() && lineEdit()->text() == id)
        return;
    setCurrentIndex(std::max(at, 0));
    if (isEditable() && id.isEmpty())
        lineEdit()->clear();
    m_shownText = currentText();
}

void ChoiceBox::takeText()
{
    if (currentText() == m_shownText)
        return; // only looked at: two entries may read alike, and a name may have blanks around it
    m_shownText = currentText();
    const QString text = currentText().trimmed();
    const int known = findText(text);
    QString id = known >= 0 ? itemData(known).toString() : text;
    if (text == m_none)
        id.clear();
    if (id == m_id)
        return;
    m_id = id;
    Q_EMIT edited(id);
}

bool ChoiceBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && watched == lineEdit())
        Q_EMIT left();
    return QComboBox::eventFilter(watched, event);
}

void ChoiceBox::focusOutEvent(QFocusEvent *event)
{
    QComboBox::focusOutEvent(event);
    Q_EMIT left();
}

} // namespace groundswell
