#pragma once

#include "models/items/keyedrows.h"
#include "models/items/roles.h"
#include "models/wave/cluster.h"

#include <QHash>
#include <QSet>

namespace groundswell {

namespace items {
struct ClusterKey {
    const ClusterRef &operator()(const TasteCluster &cluster) const { return cluster.cluster; }
};
} // namespace items

/// The taste clusters of a run, to choose from. What is chosen is the draft's to say: ticking a row only asks
/// for it.
class ClusterListModel : public KeyedRows<TasteCluster, items::ClusterKey> {
    Q_OBJECT
public:
    enum Column { LabelColumn, ScoreColumn, ReachColumn, ShareColumn, ExpectedColumn, ColumnCount };
    enum Role {
        ChosenRole = items::FirstOwnRole, ///< bool
        RankRole, ///< int, 1 = suggested first; invalid where not suggested
        BecauseRole, ///< QStringList: titles of the past events that explain the cluster, best first
    };

    explicit ClusterListModel(QObject *parent = nullptr);

    void setClusters(std::vector<TasteCluster> clusters);
    void setChosen(const std::vector<ChosenCluster> &chosen);
    void setSuggested(const std::vector<SuggestedCluster> &suggested);
    void setReadOnly(bool readOnly);

    [[nodiscard]] const TasteCluster *clusterAt(int row) const;
    [[nodiscard]] int rowOf(const ClusterRef &cluster) const; ///< −1 where it isn't here

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// The user ticked or unticked a row; it changes once setChosen() says so.
    void chosenToggled(const groundswell::ClusterRef &cluster, bool chosen);

private:
    QSet<ClusterRef> m_chosen;
    QHash<ClusterRef, SuggestedCluster> m_suggested;
    bool m_readOnly = false;
};

} // namespace groundswell
