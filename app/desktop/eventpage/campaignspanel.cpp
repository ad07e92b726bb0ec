#include "app/desktop/eventpage/campaignspanel.h"

#include "app/look/inputs/usable.h"
#include "app/look/pieces/card.h"
#include "app/look/pieces/statuspill.h"
#include "app/look/style/accessibility.h"
#include "app/look/style/icons.h"
#include "app/look/style/typography.h"
#include "app/look/style/units.h"
#include "app/look/texts/phrases.h"
#include "models/items/format.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr int CardCharacters = 52;

struct StatusLook {
    QString word;
    Tone tone = Tone::Neutral;
    QString icon;
};

StatusLook lookOf(const OpenEnum<CampaignStatus> &status)
{
    switch (status.known().value_or(CampaignStatus::Ignored)) {
    case CampaignStatus::Running:
        return {CampaignsPanel::tr("Running"), Tone::Good, u"play"_s};
    case CampaignStatus::Paused:
        return {CampaignsPanel::tr("Paused"), Tone::Warn, u"pause"_s};
    case CampaignStatus::Completed:
        return {CampaignsPanel::tr("Completed"), Tone::Neutral, u"check"_s};
    case CampaignStatus::ReadyForHandover:
        return {CampaignsPanel::tr("Ready for hand-over"), Tone::Good, u"check-circle"_s};
    case CampaignStatus::Ignored:
        break;
    }
    return {status.is(CampaignStatus::Ignored) ? CampaignsPanel::tr("Ignored") : status.wire(), Tone::Neutral,
            u"minus"_s};
}

bool isHandedOver(const std::vector<Campaign> &campaigns)
{
    return std::any_of(campaigns.begin(), campaigns.end(), [](const Campaign &campaign) {
        return campaign.status.is(CampaignStatus::ReadyForHandover);
    });
}

} // namespace

CampaignsPanel::CampaignsPanel(QWidget *parent)
    : QWidget(parent)
    , m_spend(new QPushButton(icon(u"budget"_s), tr("Ad spend…")))
    , m_pause(new QPushButton)
    , m_handover(new TextLabel(
          TextRole::Caption,
          tr("There is no ad platform behind this workspace: the campaigns are complete and ready to be "
             "handed over. Impressions and clicks stay unknown here.")))
    , m_grid(new QGridLayout)
{
    setObjectName(u"campaignsPanel"_s);
    setAccessibleName(tr("Campaigns"));
    auto *title = new TextLabel(TextRole::Section, tr("Campaigns"));
    title->setObjectName(u"campaignsHeading"_s);
    nameWidget(m_spend, u"campaignsSpendButton"_s, tr("Type in the ad spend"));
    m_spend->hide();
    connect(m_spend, &QPushButton::clicked, this, &CampaignsPanel::spendRequested);
    nameWidget(m_pause, u"campaignsPauseButton"_s, tr("Pause all campaigns"));
    connect(m_pause, &QPushButton::clicked, this, [this] {
        Q_EMIT runStateRequested(m_paused ? CampaignRunState::Running : CampaignRunState::Paused);
    });
    m_handover->setObjectName(u"campaignsHandover"_s);
    m_handover->setWordWrap(true);

    auto *heading = new QHBoxLayout;
    heading->addWidget(title);
    heading->addStretch(1);
    heading->setSpacing(units(this, 1));
    heading->addWidget(m_spend);
    heading->addWidget(m_pause);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(units(this, 1));
    rows->addLayout(heading);
    rows->addWidget(m_handover);
    m_grid->setSpacing(units(this, 1.5));
    rows->addLayout(m_grid);
    hide();
}

void CampaignsPanel::showCampaigns(const std::vector<Campaign> &campaigns)
{
    if (campaigns == m_campaigns)
        return;
    m_campaigns = campaigns;
    m_handover->setVisible(isHandedOver(campaigns));
    setVisible(!campaigns.empty());
    rebuild();
}

void CampaignsPanel::showResults(const CampaignResults &results)
{
    m_results = results;
    rebuild();
}

void CampaignsPanel::setCampaignRunState(const OpenEnum<CampaignRunState> &state)
{
    m_paused = state.is(CampaignRunState::Paused);
    const QString text = m_paused ? tr("Resume all campaigns") : tr("Pause all campaigns");
    m_pause->setText(text);
    m_pause->setAccessibleName(text);
    m_pause->setIcon(icon(m_paused ? u"play"_s : u"pause"_s));
}

void CampaignsPanel::setBusy(bool busy)
{
    setUsable(m_pause, !busy, untilAnswered());
}

void CampaignsPanel::setSpendTyped(bool typed)
{
    m_spend->setVisible(typed);
}

const ResultFigures *CampaignsPanel::figuresOf(const ClusterRef &cluster) const
{
    const auto row =
        std::find_if(m_results.campaigns.begin(), m_results.campaigns.end(),
                     [&cluster](const CampaignFigures &figures) { return figures.cluster == cluster; });
    return row == m_results.campaigns.end() ? nullptr : &row->figures;
}

void CampaignsPanel::rebuild()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    for (const Campaign &campaign : m_campaigns)
        m_cards.append(makeCard(campaign, int(m_cards.size()) + 1));
    m_columns = 0;
    arrange();
}

void CampaignsPanel::arrange()
{
    const int columns = std::clamp(width() / characters(this, CardCharacters), 1, 3);
    if (columns == m_columns)
        return;
    for (int column = 0; column < std::max(columns, m_columns); ++column)
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    m_columns = columns;
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
}

void CampaignsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QWidget *CampaignsPanel::makeCard(const Campaign &campaign, int number)
{
    const QString suffix = QString::number(number);
    const QString name = campaign.label.isEmpty() ? campaign.cluster.tc.value() : campaign.label;
    auto *card = new Card(this);
    card->setObjectName(u"campaign"_s + suffix);
    QVBoxLayout *rows = card->content();
    rows->setSpacing(units(this, 0.5));

    const StatusLook look = lookOf(campaign.status);
    auto *pill = new StatusPill;
    pill->setState(look.tone, look.word, look.icon);
    pill->setObjectName(u"campaignStatus"_s + suffix);
    auto *label = new TextLabel(TextRole::Strong, name);
    label->setObjectName(u"campaignLabel"_s + suffix);
    label->setWordWrap(true);
    rows->addWidget(pill, 0, Qt::AlignLeading);
    rows->addWidget(label);
    if (!campaign.creatives.empty()) {
        auto *headline = new ElidedLabel(TextRole::Body, tr("“%1”").arg(campaign.creatives.front().headline));
        headline->setObjectName(u"campaignHeadline"_s + suffix);
        rows->addWidget(headline);
    }
    auto *plan = new TextLabel(TextRole::Caption,
                               tr("Budget %1 · %2")
                                   .arg(phrases::roundMoney(campaign.budget),
                                        phrases::dateRange(campaign.startDate, campaign.endDate)));
    plan->setObjectName(u"campaignPlan"_s + suffix);
    plan->setWordWrap(true);
    rows->addWidget(plan);

    const ResultFigures none;
    const ResultFigures *figures = figuresOf(campaign.cluster);
    if (!figures)
        figures = &none;
    auto *results =
        new TextLabel(TextRole::Caption,
                      tr("Tickets %1 · Revenue %2 · Spent %3 · ROAS %4")
                          .arg(format::number(figures->tickets), phrases::roundMoney(figures->revenue),
                               phrases::roundMoney(figures->spend), format::decimal(figures->roas, 1)));
    results->setObjectName(u"campaignResults"_s + suffix);
    results->setWordWrap(true);
    rows->addWidget(results);
    rows->addStretch(1);

    auto *edit = new QPushButton(icon(u"edit"_s), tr("Edit…"));
    nameWidget(edit, u"campaignEdit"_s + suffix, tr("Edit the campaign for %1").arg(name));
    connect(edit, &QPushButton::clicked, this, [this, campaign] { Q_EMIT editRequested(campaign); });
    rows->addSpacing(units(this, 0.5));
    rows->addWidget(edit, 0, Qt::AlignLeading);
    return card;
}

} // namespace groundswell
