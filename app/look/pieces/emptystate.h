#pragma once

#include <QWidget>

class QPushButton;

namespace groundswell {

class TextLabel;

/// What an empty place says: one picture, one sentence, one button.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &sentence, const QString &buttonText = {},
               QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    void setDetail(const QString &text);
    [[nodiscard]] QPushButton *button() const { return m_button; } ///< hidden where no text was given

Q_SIGNALS:
    void triggered();

private:
    TextLabel *m_sentence;
    TextLabel *m_detail;
    QPushButton *m_button;
};

} // namespace groundswell
