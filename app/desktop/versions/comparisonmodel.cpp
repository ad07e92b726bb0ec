#include "app/desktop/versions/comparisonmodel.h"

namespace groundswell {

ComparisonModel::ComparisonModel(FieldWording wording, QObject *parent)
    : QAbstractTableModel(parent)
    , m_wording(std::move(wording))
{
}

void ComparisonModel::setNames(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
    Q_EMIT headerDataChanged(Qt::Horizontal, BeforeColumn, AfterColumn);
}

void ComparisonModel::setDifferences(std::vector<FieldDifference> differences)
{
    beginResetModel();
    m_differences = std::move(differences);
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FieldDifference &difference = m_differences[static_cast<size_t>(index.row())];
    const auto text = [&] {
        switch (index.column()) {
        case FieldColumn:
            return fieldNameText(difference.path, m_wording);
        case BeforeColumn:
            return fieldValueText(difference.path, difference.before, m_wording);
        default:
            return fieldValueText(difference.path, difference.after, m_wording);
        }
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text();
    case Qt::AccessibleTextRole: // a cell says its column, since a reader may come by any way
        return QStringLiteral("%1: %2").arg(headerData(index.column(), Qt::Horizontal).toString(), text());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignTop));
    default:
        return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FieldColumn:
        return tr("Field");
    case BeforeColumn:
        return m_before;
    default:
        return m_after;
    }
}

} // namespace groundswell
