#include "wizard/clusters/clustermodels.h"

#include "app/look/texts/setuptext.h"
#include "models/draft/setupdraft.h"
#include "models/items/format.h"
#include "models/plan/planmoney.h"
#include "wizard/shell/issueboard.h"
#include "wizard/shell/wizardcontext.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace groundswell {

std::optional<double> likelihoodOf(const TasteCluster &cluster)
{
    if (cluster.probability)
        return cluster.probability;
    if (cluster.metricPred)
        return *cluster.metricPred / 5.0;
    return {};
}

std::optional<double> effectiveShare(const SetupDraft &draft, const ClusterRef &cluster)
{
    const PlanMoney money = planMoney(draft.data());
    const PlanMoney::Part *part = money.of(cluster);
    return part ? std::optional(part->asked) : std::nullopt;
}

ClusterChoiceModel::ClusterChoiceModel(SetupDraft &draft, WizardContext &context, QObject *parent)
    : QAbstractListModel(parent)
    , m_draft(draft)
    , m_context(context)
{
    connect(&context, &WizardContext::clustersChanged, this, &ClusterChoiceModel::rebuild);
    connect(&draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (!(fields & (DraftField::Clusters | DraftField::Budget)))
            return;
        const auto missing = [this](const ChosenCluster &chosen) {
            return std::find(m_rows.begin(), m_rows.end(), chosen.cluster) == m_rows.end();
        };
        const auto &chosen = m_draft.data().clusters;
        if (std::any_of(chosen.begin(), chosen.end(), missing))
            rebuild();
        else if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1),
                               {Qt::CheckStateRole, ShareRole, Qt::AccessibleTextRole});
    });
    rebuild();
}

void ClusterChoiceModel::rebuild()
{
    beginResetModel();
    m_rows.clear();
    m_greatest = 0;
    if (const auto &run = m_context.clusters()) {
        for (const TasteCluster &cluster : run->clusters) {
            m_rows.push_back(cluster.cluster);
            m_greatest = std::max(m_greatest, likelihoodOf(cluster).value_or(0));
        }
    }
    const auto rank = [this](const ClusterRef &ref) {
        const auto &suggested = m_context.suggestions();
        const auto found = std::find_if(suggested.begin(), suggested.end(),
                                        [&](const SuggestedCluster &entry) { return entry.cluster == ref; });
        return found - suggested.begin();
    };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const ClusterRef &a, const ClusterRef &b) {
        if (rank(a) != rank(b))
            return rank(a) < rank(b);
        return likelihoodOf(*m_context.cluster(a)).value_or(-1)
            > likelihoodOf(*m_context.cluster(b)).value_or(-1);
    });
    for (const ChosenCluster &chosen : m_draft.data().clusters) {
        if (std::find(m_rows.begin(), m_rows.end(), chosen.cluster) == m_rows.end())
            m_rows.push_back(chosen.cluster);
    }
    endResetModel();
}

int ClusterChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

bool ClusterChoiceModel::isSuggested(const ClusterRef &cluster) const
{
    const auto &suggested = m_context.suggestions();
    return std::any_of(suggested.begin(), suggested.end(),
                       [&](const SuggestedCluster &entry) { return entry.cluster == cluster; });
}

QString ClusterChoiceModel::spoken(const ClusterRef &cluster) const
{
    const TasteCluster *known = m_context.cluster(cluster);
    QStringList parts{m_context.clusterLabel(cluster)};
    if (isSuggested(cluster))
        parts << tr("suggested");
    if (known && likelihoodOf(*known))
        parts << tr("likelihood %1").arg(format::percent(likelihoodOf(*known), QLocale()));
    if (known && known->reachEstimate)
        parts << tr("%1 people").arg(format::number(known->reachEstimate, QLocale()));
    return parts.join(QStringLiteral(", "));
}

QVariant ClusterChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ClusterRef &ref = m_rows[static_cast<size_t>(index.row())];
    const TasteCluster *known = m_context.cluster(ref);
    switch (role) {
    case Qt::DisplayRole:
        return m_context.clusterLabel(ref);
    case Qt::CheckStateRole:
        return m_draft.data().hasCluster(ref) ? Qt::Checked : Qt::Unchecked;
    case Qt::AccessibleTextRole:
        return spoken(ref);
    case Qt::ToolTipRole:
        return known ? tr("Computed in run %1").arg(ref.tcRunId)
                     : tr("Not among the newest clusters; computed in run %1").arg(ref.tcRunId);
    case RefRole:
        return QVariant::fromValue(ref);
    case BecauseRole: {
        QStringList titles;
        for (size_t i = 0; known && i < known->because.size() && i < 3; ++i)
            titles << known->because[i].title;
        return titles;
    }
    case LikelihoodRole:
        return known && likelihoodOf(*known) ? QVariant(*likelihoodOf(*known)) : QVariant();
    case LikelihoodTextRole:
        return format::percent(known ? likelihoodOf(*known) : std::nullopt, QLocale());
    case ReachRole:
        return known && known->reachEstimate ? QVariant(*known->reachEstimate) : QVariant();
    case ShareRole: {
        const auto share = effectiveShare(m_draft, ref);
        return share ? QVariant(*share) : QVariant();
    }
    case SuggestedRole:
        return isSuggested(ref);
    case ScaleRole:
        return m_greatest;
    default:
        return {};
    }
}

bool ClusterChoiceModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_draft.setClusterChosen(m_rows[static_cast<size_t>(index.row())], value.toInt() == Qt::Checked);
    return true;
}

Qt::ItemFlags ClusterChoiceModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return m_draft.isReadOnly() || !index.isValid() ? flags : flags | Qt::ItemIsUserCheckable;
}

QModelIndex ClusterChoiceModel::indexOf(const ClusterRef &cluster) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), cluster);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

ChosenClusterModel::ChosenClusterModel(SetupDraft &draft, WizardContext &context, IssueBoard &issues,
                                       Section section, QObject *parent)
    : QAbstractListModel(parent)
    , m_draft(draft)
    , m_context(context)
    , m_issues(issues)
    , m_section(section)
{
    connect(&draft, &SetupDraft::changed, this, [this](DraftFields fields) {
        if (fields & DraftField::Clusters)
            rebuild();
    });
    connect(&context, &WizardContext::clustersChanged, this, [this] {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::DisplayRole, Qt::ToolTipRole});
    });
    connect(&issues, &IssueBoard::changed, this, &ChosenClusterModel::refreshMarks);
    rebuild();
}

void ChosenClusterModel::rebuild()
{
    std::vector<ClusterRef> now;
    for (const ChosenCluster &chosen : m_draft.data().clusters)
        now.push_back(chosen.cluster);
    if (now == m_rows)
        return;
    // Additions and removals one by one, so that a view keeps its current row.
    for (size_t i = m_rows.size(); i-- > 0;) {
        if (std::find(now.begin(), now.end(), m_rows[i]) != now.end())
            continue;
        const int row = static_cast<int>(i);
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (size_t i = 0; i < now.size(); ++i) {
        if (i < m_rows.size() && m_rows[i] == now[i])
            continue;
        if (std::find(m_rows.begin(), m_rows.end(), now[i]) != m_rows.end()) {
            beginResetModel(); // the order changed: rare, by undo or merge only
            m_rows = now;
            endResetModel();
            break;
        }
        const int row = static_cast<int>(i);
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, now[i]);
        endInsertRows();
    }
    refreshMarks();
}

void ChosenClusterModel::refreshMarks()
{
    std::vector<SectionProgress> now;
    now.reserve(m_rows.size());
    for (const ClusterRef &ref : m_rows)
        now.push_back(m_issues.progress(m_section, ref));
    const std::vector<SectionProgress> before = std::exchange(m_marks, std::move(now));
    for (size_t i = 0; i < m_marks.size(); ++i) {
        if (i < before.size() && before[i] == m_marks[i])
            continue;
        const QModelIndex changed = index(static_cast<int>(i));
        Q_EMIT dataChanged(changed, changed, {ErrorsRole, WarningsRole, Qt::AccessibleTextRole});
    }
}

int ChosenClusterModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChosenClusterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = static_cast<size_t>(index.row());
    const ClusterRef &ref = m_rows[row];
    const SectionProgress mark = row < m_marks.size() ? m_marks[row] : SectionProgress();
    switch (role) {
    case Qt::DisplayRole:
        return m_context.clusterLabel(ref);
    case Qt::ToolTipRole:
        return m_context.clusterLabel(ref);
    case Qt::AccessibleTextRole:
        return mark.errors > 0
            ? tr("%1, %2").arg(m_context.clusterLabel(ref), tr("%n thing(s) to fix", nullptr, mark.errors))
            : tr("%1, complete").arg(m_context.clusterLabel(ref));
    case RefRole:
        return QVariant::fromValue(ref);
    case ErrorsRole:
        return mark.errors;
    case WarningsRole:
        return mark.warnings;
    default:
        return {};
    }
}

QModelIndex ChosenClusterModel::indexOf(const ClusterRef &cluster) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), cluster);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()));
}

} // namespace groundswell
