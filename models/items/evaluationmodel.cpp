#include "models/items/evaluationmodel.h"

#include "models/items/format.h"

namespace groundswell {

namespace {

std::optional<double> conversion(const EvaluationRow &row)
{
    if (!row.members || !row.customers || *row.members <= 0)
        return std::nullopt;
    return static_cast<double>(*row.customers) / static_cast<double>(*row.members);
}

template <class T> QVariant rawOf(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant display(const EvaluationRow &row, int column)
{
    switch (column) {
    case EvaluationModel::MembersColumn:
        return format::number(row.members);
    case EvaluationModel::CustomersColumn:
        return format::number(row.customers);
    case EvaluationModel::ConversionColumn:
        return format::percent(conversion(row));
    case EvaluationModel::ItemsColumn:
        return format::number(row.items);
    case EvaluationModel::PurchasesColumn:
        return format::number(row.purchases);
    case EvaluationModel::RevenueColumn:
        return format::money(row.revenue);
    default:
        return {};
    }
}

QVariant raw(const EvaluationRow &row, int column)
{
    switch (column) {
    case EvaluationModel::MembersColumn:
        return rawOf(row.members);
    case EvaluationModel::CustomersColumn:
        return rawOf(row.customers);
    case EvaluationModel::ConversionColumn:
        return rawOf(conversion(row));
    case EvaluationModel::ItemsColumn:
        return rawOf(row.items);
    case EvaluationModel::PurchasesColumn:
        return rawOf(row.purchases);
    case EvaluationModel::RevenueColumn:
        return row.revenue ? QVariant(row.revenue->minor) : QVariant();
    default:
        return {};
    }
}

} // namespace

EvaluationModel::EvaluationModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void EvaluationModel::setEvaluation(const PackageEvaluation &evaluation)
{
    std::vector<EvaluationRow> rows = evaluation.clusters;
    if (evaluation.unique)
        rows.push_back(*evaluation.unique);
    const bool sameShape = rows.size() == m_rows.size() && evaluation.unique.has_value() == m_hasUnique
        && std::equal(rows.begin(), rows.end(), m_rows.begin(),
                      [](const EvaluationRow &a, const EvaluationRow &b) { return a.tc == b.tc; });
    if (sameShape) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    m_hasUnique = evaluation.unique.has_value();
    endResetModel();
}

int EvaluationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EvaluationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvaluationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EvaluationRow &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == LabelColumn ? QVariant(label(index.row())) : display(row, index.column());
    case items::RawRole:
        return index.column() == LabelColumn ? QVariant(label(index.row())) : raw(row, index.column());
    case items::IdRole:
        return row.tc.value();
    case UniqueRole:
        return isUnique(index.row());
    case Qt::TextAlignmentRole:
        return index.column() == LabelColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant EvaluationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LabelColumn:
        return tr("Taste cluster");
    case MembersColumn:
        return tr("Members");
    case CustomersColumn:
        return tr("Buyers");
    case ConversionColumn:
        return tr("Conversion");
    case ItemsColumn:
        return tr("Tickets");
    case PurchasesColumn:
        return tr("Orders");
    case RevenueColumn:
        return tr("Revenue");
    default:
        return {};
    }
}

bool EvaluationModel::isUnique(int row) const
{
    return m_hasUnique && row == rowCount() - 1;
}

QString EvaluationModel::label(int row) const
{
    if (isUnique(row))
        return tr("Unique customers");
    const EvaluationRow &cluster = m_rows[static_cast<size_t>(row)];
    return cluster.label.isEmpty() ? cluster.tc.value() : cluster.label;
}

} // namespace groundswell
