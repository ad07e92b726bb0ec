#pragma once

#include "app/desktop/shell/notice.h"
#include "app/look/pieces/messagebar.h"

#include <QHash>
#include <QObject>

namespace groundswell {

/// What the program has to say above its pages: one message a matter, each with what its button does.
class Messages : public QObject {
    Q_OBJECT
public:
    explicit Messages(QWidget *parent);

    [[nodiscard]] MessageBar *bar() const { return m_bar; }

    void post(const groundswell::Notice &notice);
    /// Good news: goes away by itself after a while.
    void say(const QString &key, const QString &text);
    void warn(const QString &key, const QString &text);
    void clear(const QString &key);

private:
    void run(const QString &key, Notice::Action Notice::*which);

    MessageBar *m_bar;
    QHash<QString, Notice> m_notices;
};

} // namespace groundswell
