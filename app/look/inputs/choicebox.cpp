#include "app/look/inputs/choicebox.h"

#include "app/look/inputs/textinputs.h"

#include <QLineEdit>

#include <algorithm>

namespace groundswell {

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
