#include "app/desktop/preferences/assetsmodel.h"

#include <algorithm>

namespace groundswell {

AssetsModel::AssetsModel(const QString &idExample, const QString &parentTitle, QObject *parent)
    : QAbstractTableModel(parent)
    , m_idExample(idExample)
    , m_parentTitle(parentTitle)
{
}

void AssetsModel::setAssets(const std::vector<AdAsset> &assets)
{
    beginResetModel();
    m_known = assets;
    m_rows = assets;
    endResetModel();
}

std::vector<AdAsset> AssetsModel::assets() const
{
    std::vector<AdAsset> result;
    for (const AdAsset &row : m_rows) {
        const QString id = row.id.trimmed();
        if (id.isEmpty())
            continue;
        // What the table doesn't show of an account stays with it, and goes when the row names another one.
        const auto known = std::ranges::find(m_known, id, &AdAsset::id);
        AdAsset asset = known == m_known.end() ? AdAsset() : *known;
        asset.id = id;
        asset.name = row.name.trimmed();
        if (columnCount() > ParentColumn)
            asset.parentId = row.parentId.trimmed();
        result.push_back(asset);
    }
    return result;
}

QString AdAsset::*AssetsModel::memberOf(int column)
{
    switch (column) {
    case IdColumn:
        return &AdAsset::id;
    case NameColumn:
        return &AdAsset::name;
    default:
        return &AdAsset::parentId;
    }
}

int AssetsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AssetsModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_parentTitle.isEmpty() ? ParentColumn : ColumnCount;
}

QVariant AssetsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)
        || (role != Qt::DisplayRole && role != Qt::EditRole))
        return {};
    return m_rows[static_cast<size_t>(index.row())].*memberOf(index.column());
}

QVariant AssetsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("Number, for instance %1").arg(m_idExample);
    case NameColumn:
        return tr("Name");
    default:
        return m_parentTitle;
    }
}

Qt::ItemFlags AssetsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

bool AssetsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole)
        return false;
    m_rows[static_cast<size_t>(index.row())].*memberOf(index.column()) = value.toString();
    Q_EMIT dataChanged(index, index);
    return true;
}

bool AssetsModel::insertRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || row > rowCount() || count < 1)
        return false;
    beginInsertRows({}, row, row + count - 1);
    m_rows.insert(m_rows.begin() + row, static_cast<size_t>(count), AdAsset());
    endInsertRows();
    return true;
}

bool AssetsModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > rowCount())
        return false;
    beginRemoveRows({}, row, row + count - 1);
    m_rows.erase(m_rows.begin() + row, m_rows.begin() + row + count);
    endRemoveRows();
    return true;
}

} // namespace groundswell
