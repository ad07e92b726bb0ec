#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>

namespace groundswell {

/// Whether the keys go to \a field, or will go there again when the user comes back to the window.
[[nodiscard]] bool isTypedIn(const QWidget *field);

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

} // namespace groundswell
