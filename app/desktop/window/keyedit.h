#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace groundswell {

/// Takes the next key that is pressed, with Ctrl, Alt and Shift, instead of letting it do what it does
/// elsewhere. Tab and Escape stay ways out of it.
class KeyEdit : public QLineEdit {
    Q_OBJECT
public:
    explicit KeyEdit(QWidget *parent = nullptr);

    [[nodiscard]] const QKeySequence &key() const { return m_key; } ///< empty: none was pressed yet

Q_SIGNALS:
    void taken();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QKeySequence m_key;
};

} // namespace groundswell
