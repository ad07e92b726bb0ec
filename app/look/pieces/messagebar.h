#pragma once

#include "app/look/style/tone.h"

#include <QFrame>

#include <vector>

class QPushButton;
class QToolButton;

namespace groundswell {

class ElidedLabel;

/// One line above the content that says what happened, with an action (rarely a second one) and a way to
/// dismiss it. Several may be pending; the gravest is shown, of equals the latest.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    struct Message {
        QString key; ///< names the matter: a new message with the same key replaces the old one
        Tone tone = Tone::Neutral;
        QString text;
        QString actionText; ///< empty: no button
        bool dismissible = true;
        QString otherText = {}; ///< of a second button; empty: none
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void post(const Message &message);
    void clear(const QString &key);
    /// Key of the message in view; empty where there is none.
    [[nodiscard]] QString currentKey() const;

Q_SIGNALS:
    void actionTriggered(const QString &key);
    void otherTriggered(const QString &key);
    void dismissed(const QString &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showGravest();
    std::vector<Message> m_messages;
    Message m_current;
    ElidedLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_other;
    QToolButton *m_dismiss;
};

} // namespace groundswell
