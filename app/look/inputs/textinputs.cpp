#include "app/look/inputs/textinputs.h"

#include "app/look/style/units.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace groundswell {
namespace {

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

} // namespace

bool isTypedIn(const QWidget *field)
{
    const QWidget *focused = field->window()->focusWidget();
    return focused && (focused == field || field->isAncestorOf(focused));
}

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

} // namespace groundswell
