#include "models/items/campaignlistmodel.h"

#include "models/items/format.h"
#include "models/items/statustext.h"

namespace groundswell {

namespace {

QVariant rawOf(const std::optional<Money> &money)
{
    return money ? QVariant(money->minor) : QVariant();
}

template <class T> QVariant rawOf(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QString labelOf(const Campaign &campaign)
{
    return campaign.label.isEmpty() ? campaign.cluster.tc.value() : campaign.label;
}

QVariant display(const Campaign &campaign, const ResultFigures &figures, int column)
{
    switch (column) {
    case CampaignListModel::LabelColumn:
        return labelOf(campaign);
    case CampaignListModel::StatusColumn:
        return StatusText::of(campaign.status);
    case CampaignListModel::BudgetColumn:
        return format::money(campaign.budget);
    case CampaignListModel::SpendColumn:
        return format::money(figures.spend);
    case CampaignListModel::ImpressionsColumn:
        return format::number(figures.impressions);
    case CampaignListModel::ClicksColumn:
        return format::number(figures.clicks);
    case CampaignListModel::TicketsColumn:
        return format::number(figures.tickets);
    case CampaignListModel::RevenueColumn:
        return format::money(figures.revenue);
    case CampaignListModel::RoasColumn:
        return format::decimal(figures.roas, 2);
    default:
        return {};
    }
}

QVariant raw(const Campaign &campaign, const ResultFigures &figures, int column)
{
    switch (column) {
    case CampaignListModel::LabelColumn:
        return labelOf(campaign);
    case CampaignListModel::StatusColumn:
        return campaign.status.wire();
    case CampaignListModel::BudgetColumn:
        return rawOf(campaign.budget);
    case CampaignListModel::SpendColumn:
        return rawOf(figures.spend);
    case CampaignListModel::ImpressionsColumn:
        return rawOf(figures.impressions);
    case CampaignListModel::ClicksColumn:
        return rawOf(figures.clicks);
    case CampaignListModel::TicketsColumn:
        return rawOf(figures.tickets);
    case CampaignListModel::RevenueColumn:
        return rawOf(figures.revenue);
    case CampaignListModel::RoasColumn:
        return rawOf(figures.roas);
    default:
        return {};
    }
}

} // namespace

CampaignListModel::CampaignListModel(QObject *parent)
    : KeyedRows(parent)
{
}

void CampaignListModel::setCampaigns(std::vector<Campaign> campaigns)
{
    sync(std::move(campaigns));
}

void CampaignListModel::updateCampaign(const Campaign &campaign)
{
    put(campaign);
}

void CampaignListModel::setFigures(const std::vector<CampaignFigures> &figures)
{
    m_figures.clear();
    for (const CampaignFigures &entry : figures)
        m_figures.insert(entry.cluster, entry.figures);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, SpendColumn), index(rowCount() - 1, ColumnCount - 1));
}

const Campaign *CampaignListModel::campaignAt(int row) const
{
    return row >= 0 && row < rowCount() ? &rows()[static_cast<size_t>(row)] : nullptr;
}

int CampaignListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CampaignListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Campaign &campaign = rows()[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(campaign, m_figures.value(campaign.cluster), index.column());
    case items::RawRole:
        return raw(campaign, m_figures.value(campaign.cluster), index.column());
    case items::IdRole:
        return campaign.cluster.tc.value();
    case items::StateRole:
        return campaign.status.wire();
    case Qt::TextAlignmentRole:
        return index.column() >= BudgetColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant CampaignListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LabelColumn:
        return tr("Taste cluster");
    case StatusColumn:
        return tr("Status");
    case BudgetColumn:
        return tr("Budget");
    case SpendColumn:
        return tr("Spent");
    case ImpressionsColumn:
        return tr("Impressions");
    case ClicksColumn:
        return tr("Clicks");
    case TicketsColumn:
        return tr("Tickets");
    case RevenueColumn:
        return tr("Revenue");
    case RoasColumn:
        return tr("ROAS");
    default:
        return {};
    }
}

} // namespace groundswell
