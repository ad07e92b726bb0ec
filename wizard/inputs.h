#pragma once

#include "models/wave/money.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <optional>

class QStyleOptionComboBox;

namespace groundswell {

// Input widgets that are views of a draft: they show what they are given without moving the cursor of someone
// who types, tell only what the user did, and leave Ctrl+Z to the draft's own history.

/// Lets Ctrl+Z and Ctrl+Shift+Z in a text field reach the draft's undo instead of the field's own.
void routeUndoToDraft(QWidget *textField);

/// Scrolling a page over a control must not change what is set in it: without the focus the wheel belongs to
/// the page.
void leaveWheelToPage(QWidget *control);

/// Shows \a text unless it is there already; cursor and selection stay where they make sense.
void showText(QLineEdit *edit, const QString &text);
void showText(QPlainTextEdit *edit, const QString &text);

/// A text of several lines, as high as a few of them, that Tab leaves.
class TextArea : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit TextArea(int lines, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited(const QString &text); ///< by the user
    void left(); ///< the focus went elsewhere

protected:
    void focusOutEvent(QFocusEvent *event) override;

private:
    friend void showText(QPlainTextEdit *edit, const QString &text);
    int m_lines;
    bool m_showing = false;
};

/// An amount in the user's locale. What can't be read as an amount stays in the field and is reported, not
/// guessed.
class MoneyEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit MoneyEdit(QWidget *parent = nullptr);

    void setCurrency(const QString &currency);
    void showMoney(const std::optional<Money> &money);
    /// False while the field holds something that is no amount.
    [[nodiscard]] bool isReadable() const { return m_readable; }

Q_SIGNALS:
    void edited(const std::optional<groundswell::Money> &money); ///< by the user; empty field = nullopt
    void unreadable(const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void read(const QString &text);
    void write();
    QString m_currency;
    std::optional<Money> m_money;
    bool m_readable = true;
};

/// A day with its calendar; may be unset, and then says so instead of showing some day. Looking is no edit:
/// while nobody has chosen a day, the proposal is only shown, in the open calendar and under the keys, and
/// goes when the focus does.
class DayEdit : public QDateEdit {
    Q_OBJECT
public:
    explicit DayEdit(QWidget *parent = nullptr);

    void showDay(const QDate &day); ///< invalid: unset
    /// What was shown last or chosen since; invalid: unset.
    [[nodiscard]] QDate day() const { return m_day; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    /// Where the calendar opens while no day is set.
    void setProposal(const QDate &day) { m_proposal = day; }

Q_SIGNALS:
    void edited(const QDate &day); ///< by the user
    void left();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool isUnset() const;
    void propose();
    void openCalendar();
    [[nodiscard]] QStyleOptionComboBox boxOption() const;
    void withdrawProposal();
    void calendarClosed();
    void choose(const QDate &day);
    void display(const QDate &day);
    QDate m_day;
    QDate m_proposal;
    bool m_showing = false;
};

/// A choice by id from a list that may be incomplete: an id which the list doesn't know is shown as it is and
/// kept.
class ChoiceBox : public QComboBox {
    Q_OBJECT
public:
    explicit ChoiceBox(bool freeText, QWidget *parent = nullptr);

    struct Entry {
        QString id;
        QString text;
        QString toolTip;
        friend bool operator==(const Entry &, const Entry &) = default;
    };
    /// \a none: the words for "nothing chosen".
    void setEntries(const std::vector<Entry> &entries, const QString &none);
    void showId(const QString &id);

Q_SIGNALS:
    void edited(const QString &id); ///< by the user
    void left();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeText();
    std::vector<Entry> m_entries;
    QString m_none;
    QString m_id;
    QString m_shownText; ///< of m_id, where texts are free: what is still there wasn't typed
};

} // namespace groundswell
