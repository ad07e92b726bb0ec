#pragma once

#include "models/items/keyedrows.h"
#include "models/items/roles.h"
#include "models/wave/campaign.h"

#include <QHash>

namespace groundswell {

namespace items {
struct CampaignKey {
    const ClusterRef &operator()(const Campaign &campaign) const { return campaign.cluster; }
};
} // namespace items

/// The published campaigns of one event, one a cluster, with their figures where they are known.
class CampaignListModel : public KeyedRows<Campaign, items::CampaignKey> {
    Q_OBJECT
public:
    enum Column {
        LabelColumn,
        StatusColumn,
        BudgetColumn,
        SpendColumn,
        ImpressionsColumn,
        ClicksColumn,
        TicketsColumn,
        RevenueColumn,
        RoasColumn,
        ColumnCount
    };

    explicit CampaignListModel(QObject *parent = nullptr);

    void setCampaigns(std::vector<Campaign> campaigns);
    void updateCampaign(const Campaign &campaign); ///< replaces the row of its cluster, or appends it
    void setFigures(const std::vector<CampaignFigures> &figures);

    [[nodiscard]] const Campaign *campaignAt(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QHash<ClusterRef, ResultFigures> m_figures;
};

} // namespace groundswell
