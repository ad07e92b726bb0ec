#include "app/desktop/window/shortcutsmodel.h"

#include "app/look/style/typography.h"

namespace groundswell {

namespace {

ActionId actionAt(int row)
{
    return allActions().at(row);
}

} // namespace

ShortcutsModel::ShortcutsModel(const Shortcuts &shortcuts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shortcuts(shortcuts)
{
}

bool ShortcutsModel::isChanged(int row) const
{
    return row >= 0 && row < rowCount() && m_shortcuts.isChanged(actionAt(row));
}

void ShortcutsModel::reset(int row)
{
    if (const QString why = m_shortcuts.whyNotReset(actionAt(row)); !why.isEmpty()) {
        Q_EMIT refused(why);
        return;
    }
    m_shortcuts.reset(actionAt(row));
    tellChanged(row, row);
}

void ShortcutsModel::resetAll()
{
    m_shortcuts.resetAll();
    tellChanged(0, rowCount() - 1);
}

void ShortcutsModel::tellChanged(int first, int last)
{
    Q_EMIT dataChanged(index(first, KeysColumn), index(last, KeysColumn));
    Q_EMIT changed();
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(allActions().size());
}

int ShortcutsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActionId id = actionAt(index.row());
    const bool isKeys = index.column() == KeysColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isKeys ? m_shortcuts.keysText(id) : actionText(id);
    case Qt::FontRole:
        return isKeys ? QVariant(fontFor(TextRole::Strong, QFont())) : QVariant();
    default:
        return {};
    }
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == KeysColumn ? tr("Keys") : tr("What they do");
}

Qt::ItemFlags ShortcutsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == KeysColumn ? flags | Qt::ItemIsEditable : flags;
}

bool ShortcutsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != KeysColumn
        || role != Qt::EditRole)
        return false;
    const ActionId id = actionAt(index.row());
    const auto key = value.value<QKeySequence>();
    if (const QString why = m_shortcuts.whyNot(id, key); !why.isEmpty()) {
        Q_EMIT refused(why);
        return false;
    }
    m_shortcuts.set(id, key);
    tellChanged(index.row(), index.row());
    return true;
}

} // namespace groundswell
