#include "app/desktop/shell/messages.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace groundswell {

namespace {
constexpr auto GoodNewsStays = 12s;
}

Messages::Messages(QWidget *parent)
    : QObject(parent)
    , m_bar(new MessageBar(parent))
{
    m_bar->setObjectName(u"messageBar"_s);
    connect(m_bar, &MessageBar::actionTriggered, this,
            [this](const QString &key) { run(key, &Notice::action); });
    connect(m_bar, &MessageBar::otherTriggered, this,
            [this](const QString &key) { run(key, &Notice::other); });
    connect(m_bar, &MessageBar::dismissed, this, [this](const QString &key) { m_notices.remove(key); });
}

void Messages::run(const QString &key, Notice::Action Notice::*which)
{
    const Notice::Action action = m_notices.value(key).*which;
    if (action.settles)
        clear(key);
    if (action.run)
        action.run();
}

void Messages::post(const Notice &notice)
{
    m_notices.insert(notice.key, notice);
    m_bar->post({.key = notice.key,
                 .tone = notice.tone,
                 .text = notice.text,
                 .actionText = notice.action.text,
                 .otherText = notice.other.text});
}

void Messages::say(const QString &key, const QString &text)
{
    post({.key = key, .tone = Tone::Good, .text = text});
    QTimer::singleShot(GoodNewsStays, this, [this, key] { clear(key); });
}

void Messages::warn(const QString &key, const QString &text)
{
    post({.key = key, .tone = Tone::Warn, .text = text});
}

void Messages::clear(const QString &key)
{
    m_notices.remove(key);
    m_bar->clear(key);
}

} // namespace groundswell
