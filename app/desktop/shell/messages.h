#pragma once

#include "app/look/messagebar.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace groundswell {

/// What the program has to say above its pages: one message a matter, each with what its button does.
class Messages : public QObject {
    Q_OBJECT
public:
    explicit Messages(QWidget *parent);

    [[nodiscard]] MessageBar *bar() const { return m_bar; }

    void post(const QString &key, Tone tone, const QString &text, const QString &actionText = {},
              const std::function<void()> &action = {});
    /// Good news: goes away by itself after a while.
    void say(const QString &key, const QString &text);
    void warn(const QString &key, const QString &text);
    void clear(const QString &key);

private:
    MessageBar *m_bar;
    QHash<QString, std::function<void()>> m_actions;
};

} // namespace groundswell
