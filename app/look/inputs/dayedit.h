#pragma once

#include <QDateEdit>

class QStyleOptionComboBox;

namespace groundswell {

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

} // namespace groundswell
