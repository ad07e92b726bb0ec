#include "app/desktop/welcome/welcomepage.h"

#include "app/desktop/welcome/hallpicture.h"
#include "app/look/inputs/usable.h"
#include "app/look/pieces/card.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/style.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int ColumnCharacters = 118;
constexpr int LeadCharacters = 58;

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"welcomePage"_s);
    setAccessibleName(tr("Welcome"));

    auto *column = new QWidget;
    column->setMaximumWidth(characters(this, ColumnCharacters));
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(unitMargins(this, 3, 3));
    rows->setSpacing(units(this, 3));
    rows->addStretch(2);
    rows->addWidget(makeHeadline());

    m_ways = new QHBoxLayout;
    m_ways->setSpacing(units(this, 2));
    m_ways->addWidget(
        makeWay({u"sample"_s, u"sparkle"_s, tr("Look around with a sample"),
                 tr("A made-up organiser with five years of concerts and the season ahead. Needs nothing, "
                    "takes less than a minute."),
                 tr("Open the sample")},
                false, &WelcomePage::sampleRequested));
    m_ways->addWidget(
        makeWay({u"import"_s, u"import"_s, tr("Import your ticketing data"),
                 tr("Needs two CSV files from your ticketing system, events and sales. A customer file makes "
                    "audience packages possible."),
                 tr("Import ticketing data…")},
                true, &WelcomePage::importRequested));
    m_ways->addWidget(
        makeWay({u"connect"_s, u"sign-in"_s, tr("Connect to a Wave service"),
                 tr("Needs the address of the service and an access token. Signing in with user name and "
                    "password isn't offered yet."),
                 tr("Connect…")},
                false, &WelcomePage::connectRequested));
    rows->addLayout(m_ways);

    auto *privacy = new TextLabel(TextRole::Caption,
                                  tr("Taste clusters, packages and attribution are computed on this "
                                     "computer. Nothing leaves it unless you send it."));
    privacy->setObjectName(u"welcomePrivacy"_s);
    privacy->setWordWrap(true);
    rows->addWidget(privacy);
    rows->addStretch(3);

    auto *centre = new QWidget;
    auto *centring = new QHBoxLayout(centre);
    centring->setContentsMargins({});
    centring->addStretch(1);
    centring->addWidget(column, 1000);
    centring->addStretch(1);

    auto *area = new QScrollArea(this);
    area->setObjectName(u"welcomeScroll"_s);
    area->setAccessibleName(tr("Welcome"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(centre);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(area);
}

QWidget *WelcomePage::makeHeadline()
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(units(this, 4));

    auto *texts = new QVBoxLayout;
    texts->setSpacing(units(this, 2));
    auto *title = new TextLabel(TextRole::Display, tr("Set up a campaign from your own ticket sales"));
    title->setObjectName(u"welcomeTitle"_s);
    title->setWordWrap(true);
    auto *lead = new TextLabel(
        TextRole::Body,
        tr("Groundswell finds the taste clusters in your sales, plans an event's campaign on them with "
           "you, and measures what came of it."));
    lead->setObjectName(u"welcomeLead"_s);
    lead->setWordWrap(true);
    lead->setMaximumWidth(characters(this, LeadCharacters));
    texts->addStretch(1);
    texts->addWidget(title);
    texts->addWidget(lead);
    texts->addStretch(1);
    layout->addLayout(texts, 3);

    m_picture = new HallPicture;
    layout->addWidget(m_picture, 3);
    return box;
}

QWidget *WelcomePage::makeWay(const Way &way, bool primary, void (WelcomePage::*chosen)())
{
    auto *card = new Card;
    card->setObjectName(way.name + u"Card"_s);
    QVBoxLayout *layout = card->content();
    layout->setSpacing(units(this, 1));

    auto *picture = new QLabel;
    picture->setObjectName(way.name + u"Picture"_s);
    picture->setPixmap(icon(way.icon, primary ? Token::Accent : Token::Muted)
                           .pixmap(QSize(units(this, 3), units(this, 3)), devicePixelRatioF()));
    auto *title = new TextLabel(TextRole::Section, way.title);
    title->setObjectName(way.name + u"Title"_s);
    title->setWordWrap(true);
    auto *needs = new TextLabel(TextRole::Body, way.needs);
    needs->setObjectName(way.name + u"Needs"_s);
    needs->setToken(Token::Muted);
    needs->setWordWrap(true);
    auto *button = new QPushButton(way.action);
    nameWidget(button, way.name + u"Button"_s, way.action);
    button->setAccessibleDescription(way.needs);
    button->setProperty(kPrimaryProperty, primary);
    connect(button, &QPushButton::clicked, this, chosen);
    m_buttons.append(button);

    layout->addWidget(picture);
    layout->addWidget(title);
    layout->addWidget(needs);
    layout->addStretch(1);
    layout->addSpacing(units(this, 1));
    layout->addWidget(button, 0, Qt::AlignLeading);
    return card;
}

void WelcomePage::setBusy(bool busy)
{
    for (QPushButton *button : std::as_const(m_buttons))
        setUsable(button, !busy, tr("The sample is being imported."));
}

void WelcomePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < characters(this, 90);
    m_picture->setVisible(!narrow);
    m_ways->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace groundswell
