#include "app/desktop/events/attentionstrip.h"

#include "app/look/pieces/card.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "models/items/format.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int CardCharacters = 30;

struct ReasonLook {
    QString word;
    QString icon;
    Tone tone;
    QString action;
    bool leadsToSetup;
};

ReasonLook lookOf(AttentionReason reason)
{
    switch (reason) {
    case AttentionReason::SellingOut:
        return {AttentionStrip::tr("Sold out soon"), u"warning"_s, Tone::Warn,
                AttentionStrip::tr("Review campaign"), false};
    case AttentionReason::Paused:
        return {AttentionStrip::tr("Paused"), u"pause"_s, Tone::Warn, AttentionStrip::tr("Review campaign"),
                false};
    case AttentionReason::DraftIncomplete:
        return {AttentionStrip::tr("Draft not published"), u"edit"_s, Tone::Warn,
                AttentionStrip::tr("Continue draft"), true};
    case AttentionReason::NoSetup:
    case AttentionReason::None:
        break;
    }
    return {AttentionStrip::tr("No campaign yet"), u"plus"_s, Tone::Neutral, AttentionStrip::tr("Set up"),
            true};
}

QString whyOf(const Attention &attention)
{
    const QString when = attention.daysLeft == 0 ? AttentionStrip::tr("Today")
        : attention.daysLeft == 1                ? AttentionStrip::tr("Tomorrow")
                                  : AttentionStrip::tr("In %n day(s)", nullptr, attention.daysLeft);
    if (!attention.seatsLeft)
        return when;
    return AttentionStrip::tr("%1 · %2 seats left").arg(when, format::number(attention.seatsLeft));
}

} // namespace

AttentionStrip::AttentionStrip(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"attentionStrip"_s);
    setAccessibleName(tr("Events that need something"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    auto *heading = new TextLabel(TextRole::Section, tr("Needs you"));
    heading->setObjectName(u"attentionHeading"_s);
    rows->addWidget(heading);
    m_row = new QHBoxLayout;
    m_row->setSpacing(units(this, 1.5));
    rows->addLayout(m_row);
    hide();
}

void AttentionStrip::setItems(const std::vector<AttentionItem> &items)
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const AttentionItem &item : items) {
        QWidget *card = makeCard(item, int(m_cards.size()) + 1);
        m_row->addWidget(card, 1);
        m_cards.append(card);
    }
    setVisible(!items.empty());
    fit();
}

QWidget *AttentionStrip::makeCard(const AttentionItem &item, int number)
{
    const ReasonLook look = lookOf(item.attention.reason);
    const QString suffix = QString::number(number);
    auto *card = new Card(this);
    card->setObjectName(u"attentionCard"_s + suffix);
    QVBoxLayout *rows = card->content();
    rows->setSpacing(units(this, 0.5));

    auto *pill = new StatusPill;
    pill->setState(look.tone, look.word, look.icon);
    pill->setObjectName(u"attentionReason"_s + suffix);
    auto *title = new ElidedLabel(TextRole::Strong, item.event.title);
    title->setObjectName(u"attentionTitle"_s + suffix);
    auto *why = new ElidedLabel(TextRole::Caption, whyOf(item.attention));
    why->setObjectName(u"attentionWhy"_s + suffix);
    auto *button = new QPushButton(look.action);
    nameWidget(button, u"attentionAction"_s + suffix, tr("%1: %2").arg(look.action, item.event.title));
    const EventId eid = item.event.id;
    connect(button, &QPushButton::clicked, this, [this, eid, look] {
        if (look.leadsToSetup)
            Q_EMIT setupRequested(eid);
        else
            Q_EMIT opened(eid);
    });

    rows->addWidget(pill, 0, Qt::AlignLeading);
    rows->addSpacing(units(this, 0.5));
    rows->addWidget(title);
    rows->addWidget(why);
    rows->addSpacing(units(this, 0.5));
    rows->addWidget(button, 0, Qt::AlignLeading);
    return card;
}

void AttentionStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void AttentionStrip::fit()
{
    const int fitting = std::max(1, width() / characters(this, CardCharacters));
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setVisible(i < fitting);
}

} // namespace groundswell
