#include "app/look/pieces/messagebar.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/shapes.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace groundswell {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new ElidedLabel(TextRole::Body))
    , m_action(new QPushButton)
    , m_other(new QPushButton)
    , m_dismiss(new QToolButton)
{
    nameWidget(this, QStringLiteral("messageBar"), tr("Message"));
    m_text->setObjectName(QStringLiteral("messageText"));
    nameWidget(m_action, QStringLiteral("messageAction"), tr("Action"));
    nameWidget(m_other, QStringLiteral("messageOther"), tr("Other action"));
    nameWidget(m_dismiss, QStringLiteral("messageDismiss"), tr("Dismiss the message"));
    m_dismiss->setToolTip(tr("Dismiss"));
    m_dismiss->setIcon(icon(QStringLiteral("close")));
    m_dismiss->setAutoRaise(true);
    for (QPushButton *button : {m_action, m_other})
        button->setProperty(kQuietProperty, true);

    auto *row = new QHBoxLayout(this);
    const int side = units(this, 1);
    row->setContentsMargins(side * 2 + units(this, 2.4), units(this, 0.5), side, units(this, 0.5));
    row->setSpacing(side);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addWidget(m_other);
    row->addWidget(m_dismiss);
    connect(m_action, &QPushButton::clicked, this, [this] { Q_EMIT actionTriggered(m_current.key); });
    connect(m_other, &QPushButton::clicked, this, [this] { Q_EMIT otherTriggered(m_current.key); });
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        const QString key = m_current.key;
        clear(key);
        Q_EMIT dismissed(key);
    });
    hide();
}

void MessageBar::post(const Message &message)
{
    std::erase_if(m_messages, [&](const Message &other) { return other.key == message.key; });
    m_messages.push_back(message);
    showGravest();
}

void MessageBar::clear(const QString &key)
{
    std::erase_if(m_messages, [&](const Message &other) { return other.key == key; });
    showGravest();
}

QString MessageBar::currentKey() const
{
    return m_messages.empty() ? QString() : m_current.key;
}

void MessageBar::showGravest()
{
    if (m_messages.empty()) {
        m_current = {};
        hide();
        return;
    }
    const auto gravest = std::max_element(m_messages.rbegin(), m_messages.rend(),
                                          [](const auto &a, const auto &b) { return a.tone < b.tone; });
    const bool news = gravest->text != m_current.text;
    m_current = *gravest;
    m_text->setText(m_current.text);
    const auto offer = [](QPushButton *button, const QString &text) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setVisible(!text.isEmpty());
    };
    offer(m_action, m_current.actionText);
    offer(m_other, m_current.otherText);
    m_dismiss->setVisible(m_current.dismissible);
    setAccessibleName(m_current.text);
    show();
    update();
    if (news)
        announce(this, m_current.text,
                 m_current.tone == Tone::Bad ? Politeness::Assertive : Politeness::Polite);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ToneColours colours = toneColours(m_current.tone);
    shapes::rounded(painter, rect(), units(this, 0.5), colour(palette(), colours.background));
    const int side = units(this, 2);
    const QRect spot(units(this, 1.5), (height() - side) / 2, side, side);
    drawIcon(painter, QStyle::visualRect(layoutDirection(), rect(), spot), toneIcon(m_current.tone),
             colour(palette(), colours.ink));
}

} // namespace groundswell
