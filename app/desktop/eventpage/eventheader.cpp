#include "app/desktop/eventpage/eventheader.h"

#include "app/desktop/events/eventstatus.h"
#include "app/look/pieces/capacitybar.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/phrases.h"
#include "models/time/calendar.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int BarCharacters = 52;

QString daysLeftText(int days)
{
    if (days < 0)
        return EventHeader::tr("%n day(s) ago", nullptr, -days);
    if (days == 0)
        return EventHeader::tr("Today");
    return days == 1 ? EventHeader::tr("Tomorrow") : EventHeader::tr("%n day(s) left", nullptr, days);
}

} // namespace

EventHeader::EventHeader(const Calendar &calendar, QWidget *parent)
    : QWidget(parent)
    , m_calendar(calendar)
    , m_title(new TextLabel(TextRole::Title))
    , m_when(new TextLabel(TextRole::Body))
    , m_daysLeft(new StatusPill)
    , m_standing(new StatusPill)
    , m_bar(new CapacityBar)
    , m_step(new QPushButton)
{
    setObjectName(u"eventHeader"_s);
    setAccessibleName(tr("Event"));
    m_title->setObjectName(u"eventTitle"_s);
    m_title->setWordWrap(true);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_when->setObjectName(u"eventWhenAndWhere"_s);
    m_when->setToken(Token::Muted);
    m_when->setWordWrap(true);
    m_daysLeft->setObjectName(u"eventDaysLeft"_s);
    m_standing->setObjectName(u"eventStanding"_s);
    nameWidget(m_bar, u"eventSoldBar"_s, tr("Tickets sold"));
    m_bar->setMaximumWidth(characters(this, BarCharacters));
    nameWidget(m_step, u"eventSetupButton"_s, tr("Set up campaign"));
    m_step->setProperty(kPrimaryProperty, true);
    connect(m_step, &QPushButton::clicked, this, [this] {
        if (m_setup == SetupState::Published)
            Q_EMIT campaignsRequested();
        else
            Q_EMIT setupRequested();
    });

    auto *back = new QPushButton(icon(u"chevron-left"_s, Token::Muted), tr("Events"));
    nameWidget(back, u"eventBackButton"_s, tr("Back to the events"));
    back->setProperty(kQuietProperty, true);
    connect(back, &QPushButton::clicked, this, &EventHeader::backRequested);

    auto *pills = new QHBoxLayout;
    pills->setSpacing(units(this, 1));
    pills->addWidget(m_daysLeft);
    pills->addWidget(m_standing);
    pills->addStretch(1);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(units(this, 0.5));
    texts->addWidget(m_title);
    texts->addWidget(m_when);
    texts->addSpacing(units(this, 0.5));
    texts->addLayout(pills);
    texts->addSpacing(units(this, 1));
    texts->addWidget(m_bar);

    auto *row = new QHBoxLayout;
    row->setSpacing(units(this, 3));
    row->addLayout(texts, 1);
    row->addWidget(m_step, 0, Qt::AlignTop);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    // The button's own padding would set it off from the texts below.
    auto *backRow = new QHBoxLayout;
    backRow->setContentsMargins(-units(this, 1.5), 0, -units(this, 1.5), 0);
    backRow->addWidget(back);
    backRow->addStretch(1);
    rows->addLayout(backRow);
    rows->addLayout(row);
    connect(&m_calendar, &Calendar::changed, this, &EventHeader::showDates);
}

void EventHeader::setEvent(const Event &event)
{
    m_event = event;
    m_title->setText(event.title);
    m_bar->setFigures(event.ticketsSold, event.capacity);
    if (const std::optional<SetupState> known = event.setupState.known())
        m_setup = *known;
    showDates();
}

void EventHeader::showDates()
{
    if (m_event.id.isEmpty())
        return;
    m_when->setText(
        tr("%1 · %2").arg(phrases::longDateTime(m_event, m_calendar.clock()), phrases::place(m_event)));
    const QDate day = m_event.dayIn(m_calendar.zone());
    m_daysLeft->setVisible(day.isValid());
    const int days = day.isValid() ? int(m_calendar.today().daysTo(day)) : 0;
    m_daysLeft->setState(days >= 0 && days <= 7 ? Tone::Warn : Tone::Neutral, daysLeftText(days),
                         u"calendar"_s);
    refreshStep();
}

void EventHeader::setSetup(SetupState state)
{
    m_setup = state;
    refreshStep();
}

void EventHeader::refreshStep()
{
    Event event = m_event;
    event.setupState = m_setup;
    const EventStatusLook look = lookOf(eventStatusOf(event, m_calendar.clock()));
    m_standing->setState(look.tone, look.word, look.icon);
    const QString text = m_setup == SetupState::Published ? tr("Edit campaigns")
        : m_setup == SetupState::Draft                    ? tr("Continue draft")
                                                          : tr("Set up campaign");
    m_step->setText(text);
    m_step->setAccessibleName(text);
}

} // namespace groundswell
