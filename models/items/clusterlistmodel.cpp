#include "models/items/clusterlistmodel.h"

#include "models/items/format.h"

namespace groundswell {

namespace {

constexpr double bestScore = 5; // `metric_pred` runs from 0 to 5 and is shown in percent of it

std::optional<double> scoreShare(const TasteCluster &cluster)
{
    return cluster.metricPred ? std::optional(*cluster.metricPred / bestScore) : std::nullopt;
}

template <class T> QVariant rawOf(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

} // namespace

ClusterListModel::ClusterListModel(QObject *parent)
    : KeyedRows(parent)
{
}

void ClusterListModel::setClusters(std::vector<TasteCluster> clusters)
{
    sync(std::move(clusters));
}

void ClusterListModel::setChosen(const std::vector<ChosenCluster> &chosen)
{
    QSet<ClusterRef> next;
    for (const ChosenCluster &entry : chosen)
        next.insert(entry.cluster);
    const QSet<ClusterRef> before = std::exchange(m_chosen, next);
    for (size_t row = 0; row < rows().size(); ++row) {
        const ClusterRef &cluster = rows()[row].cluster;
        if (before.contains(cluster) != m_chosen.contains(cluster))
            rowChanged(row);
    }
}

void ClusterListModel::setSuggested(const std::vector<SuggestedCluster> &suggested)
{
    m_suggested.clear();
    int rank = 0;
    for (const SuggestedCluster &suggestion : suggested) {
        ++rank;
        SuggestedCluster ranked = suggestion;
        ranked.rank = suggestion.rank.value_or(rank); // the list is in order of rank
        m_suggested.insert(ranked.cluster, ranked);
    }
    for (size_t row = 0; row < rows().size(); ++row)
        rowChanged(row);
}

void ClusterListModel::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    for (size_t row = 0; row < rows().size(); ++row)
        rowChanged(row);
}

const TasteCluster *ClusterListModel::clusterAt(int row) const
{
    return row >= 0 && row < rowCount() ? &rows()[static_cast<size_t>(row)] : nullptr;
}

int ClusterListModel::rowOf(const ClusterRef &cluster) const
{
    for (size_t row = 0; row < rows().size(); ++row) {
        if (rows()[row].cluster == cluster)
            return static_cast<int>(row);
    }
    return -1;
}

int ClusterListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClusterListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TasteCluster &cluster = rows()[static_cast<size_t>(index.row())];
    const auto suggestion = m_suggested.constFind(cluster.cluster);
    const bool suggested = suggestion != m_suggested.constEnd();
    const auto expected = suggested ? suggestion->expectedTickets : std::nullopt;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case LabelColumn:
            return cluster.label.isEmpty() ? cluster.cluster.tc.value() : cluster.label;
        case ScoreColumn:
            return format::percent(scoreShare(cluster));
        case ReachColumn:
            return format::number(cluster.reachEstimate);
        case ShareColumn:
            return format::percent(cluster.sizeShare);
        case ExpectedColumn:
            return format::decimal(expected, 0);
        default:
            return {};
        }
    case items::RawRole:
        switch (index.column()) {
        case LabelColumn:
            return cluster.label;
        case ScoreColumn:
            return rawOf(cluster.metricPred);
        case ReachColumn:
            return rawOf(cluster.reachEstimate);
        case ShareColumn:
            return rawOf(cluster.sizeShare);
        case ExpectedColumn:
            return rawOf(expected);
        default:
            return {};
        }
    case Qt::CheckStateRole:
        return index.column() == LabelColumn
            ? QVariant(m_chosen.contains(cluster.cluster) ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    case Qt::TextAlignmentRole:
        return index.column() == LabelColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case items::IdRole:
        return cluster.cluster.tc.value();
    case ChosenRole:
        return m_chosen.contains(cluster.cluster);
    case RankRole:
        return suggested ? rawOf(suggestion->rank) : QVariant();
    case BecauseRole: {
        QStringList titles;
        for (const ExplainingEvent &event : cluster.because)
            titles.append(event.title);
        return titles;
    }
    default:
        return {};
    }
}

QVariant ClusterListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LabelColumn:
        return tr("Taste cluster");
    case ScoreColumn:
        return tr("Match");
    case ReachColumn:
        return tr("Reach");
    case ShareColumn:
        return tr("Share of audience");
    case ExpectedColumn:
        return tr("Expected tickets");
    default:
        return {};
    }
}

Qt::ItemFlags ClusterListModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = KeyedRows::flags(index);
    if (index.isValid() && index.column() == LabelColumn && !m_readOnly)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool ClusterListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::CheckStateRole
        || index.column() != LabelColumn || m_readOnly)
        return false;
    const ClusterRef cluster = rows()[static_cast<size_t>(index.row())].cluster;
    const bool chosen = value.toInt() == Qt::Checked;
    if (chosen == m_chosen.contains(cluster))
        return false;
    Q_EMIT chosenToggled(cluster, chosen);
    return true;
}

} // namespace groundswell
