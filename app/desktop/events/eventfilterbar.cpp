#include "app/desktop/events/eventfilterbar.h"

#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

enum When { Upcoming, All, Past };
enum Campaigns { Any, WithCampaigns, Running, Open, Closed };
constexpr int SearchCharacters = 34;

} // namespace

EventFilterBar::EventFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_when(new QComboBox(this))
    , m_city(new QComboBox(this))
    , m_campaigns(new QComboBox(this))
    , m_count(new TextLabel(TextRole::Caption, {}, this))
{
    setObjectName(u"eventFilterBar"_s);
    nameWidget(m_search, u"eventSearch"_s, tr("Find an event"));
    m_search->setPlaceholderText(tr("Find a title, artist or venue"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(u"search"_s, Token::Muted), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(characters(this, 18));
    m_search->setMaximumWidth(characters(this, SearchCharacters));

    nameWidget(m_when, u"eventWhen"_s, tr("Time"));
    m_when->addItem(tr("Upcoming"), Upcoming);
    m_when->addItem(tr("All dates"), All);
    m_when->addItem(tr("Past"), Past);
    nameWidget(m_city, u"eventCity"_s, tr("City"));
    m_city->addItem(tr("All cities"));
    m_city->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    nameWidget(m_campaigns, u"eventCampaigns"_s, tr("Campaigns"));
    m_campaigns->addItem(tr("All events"), Any);
    m_campaigns->addItem(tr("With campaigns"), WithCampaigns);
    m_campaigns->addItem(tr("Campaigns running"), Running);
    m_campaigns->addItem(tr("Ready to promote"), Open);
    m_campaigns->addItem(tr("Campaigns closed"), Closed);
    m_count->setObjectName(u"eventCount"_s);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(units(this, 1));
    row->addWidget(m_search, 2);
    row->addWidget(m_when);
    row->addWidget(m_city);
    row->addWidget(m_campaigns);
    row->addStretch(1);
    row->addWidget(m_count);

    connect(m_search, &QLineEdit::textChanged, this, [this] { Q_EMIT changed(true); });
    for (QComboBox *box : {m_when, m_city, m_campaigns})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT changed(false); });
}

EventQuery EventFilterBar::query(const QDate &today) const
{
    EventQuery query;
    query.search = m_search->text().trimmed();
    if (m_when->currentData() == Upcoming)
        query.since = today;
    else if (m_when->currentData() == Past)
        query.until = today.addDays(-1);
    if (m_city->currentIndex() > 0)
        query.cities = {m_city->currentText()};
    const auto status = [](CampaignRollup value) { return OpenEnum<CampaignRollup>(value).wire(); };
    switch (m_campaigns->currentData().toInt()) {
    case WithCampaigns:
        query.onlyWithCampaigns = true;
        break;
    case Running:
        query.campaignStatus = status(CampaignRollup::Running);
        break;
    case Open:
        query.campaignStatus = status(CampaignRollup::Open);
        break;
    case Closed:
        query.campaignStatus = status(CampaignRollup::Closed);
        break;
    default:
        break;
    }
    return query;
}

bool EventFilterBar::isNarrowed() const
{
    return !m_search->text().trimmed().isEmpty() || m_when->currentIndex() > 0 || m_city->currentIndex() > 0
        || m_campaigns->currentIndex() > 0;
}

void EventFilterBar::setCities(const QStringList &cities)
{
    const QString chosen = m_city->currentIndex() > 0 ? m_city->currentText() : QString();
    const QSignalBlocker quiet(m_city);
    while (m_city->count() > 1)
        m_city->removeItem(1);
    m_city->addItems(cities);
    m_city->setCurrentIndex(std::max(0, m_city->findText(chosen)));
    m_city->setVisible(cities.size() > 1);
}

void EventFilterBar::setCount(const QString &text)
{
    m_count->setText(text);
}

void EventFilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void EventFilterBar::clear()
{
    {
        const QSignalBlocker quietSearch(m_search);
        const QSignalBlocker quietWhen(m_when);
        const QSignalBlocker quietCity(m_city);
        const QSignalBlocker quietCampaigns(m_campaigns);
        m_search->clear();
        m_when->setCurrentIndex(0);
        m_city->setCurrentIndex(0);
        m_campaigns->setCurrentIndex(0);
    }
    Q_EMIT changed(false);
}

} // namespace groundswell
