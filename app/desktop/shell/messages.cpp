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
    connect(m_bar, &MessageBar::actionTriggered, this, [this](const QString &key) {
        const auto action = m_actions.value(key);
        clear(key);
        if (action)
            action();
    });
    connect(m_bar, &MessageBar::dismissed, this, [this](const QString &key) { m_actions.remove(key); });
}

void Messages::post(const QString &key, Tone tone, const QString &text, const QString &actionText,
                    const std::function<void()> &action)
{
    m_actions.insert(key, action);
    m_bar->post({.key = key, .tone = tone, .text = text, .actionText = actionText});
}

void Messages::say(const QString &key, const QString &text)
{
    post(key, Tone::Good, text);
    QTimer::singleShot(GoodNewsStays, this, [this, key] { clear(key); });
}

void Messages::warn(const QString &key, const QString &text)
{
    post(key, Tone::Warn, text);
}

void Messages::clear(const QString &key)
{
    m_actions.remove(key);
    m_bar->clear(key);
}

} // namespace groundswell
