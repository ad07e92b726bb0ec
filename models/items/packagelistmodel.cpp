#include "models/items/packagelistmodel.h"

#include "models/items/format.h"
#include "models/items/statustext.h"

namespace groundswell {

namespace {

QVariant rawOf(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant display(const AudiencePackage &package, int column)
{
    switch (column) {
    case PackageListModel::TitleColumn:
        return format::text(package.title);
    case PackageListModel::StatusColumn:
        return StatusText::of(package.status);
    case PackageListModel::CustomersColumn:
        return format::number(package.customers);
    case PackageListModel::EventsColumn:
        return format::number(std::optional(static_cast<qint64>(package.events.size())));
    case PackageListModel::CreatedColumn:
        return format::dateTime(package.createdAt);
    case PackageListModel::ExpiresColumn:
        return format::dateTime(package.expiresAt);
    default:
        return {};
    }
}

QVariant raw(const AudiencePackage &package, int column)
{
    switch (column) {
    case PackageListModel::TitleColumn:
        return package.title;
    case PackageListModel::StatusColumn:
        return package.status.wire();
    case PackageListModel::CustomersColumn:
        return rawOf(package.customers);
    case PackageListModel::EventsColumn:
        return static_cast<qint64>(package.events.size());
    case PackageListModel::CreatedColumn:
        return package.createdAt;
    case PackageListModel::ExpiresColumn:
        return package.expiresAt;
    default:
        return {};
    }
}

} // namespace

PackageListModel::PackageListModel(QObject *parent)
    : KeyedRows(parent)
{
}

void PackageListModel::setPackages(std::vector<AudiencePackage> packages)
{
    sync(std::move(packages));
}

void PackageListModel::updatePackage(const AudiencePackage &package)
{
    put(package);
}

const AudiencePackage *PackageListModel::packageAt(int row) const
{
    return row >= 0 && row < rowCount() ? &rows()[static_cast<size_t>(row)] : nullptr;
}

int PackageListModel::rowOf(const PackageId &id) const
{
    for (size_t row = 0; row < rows().size(); ++row) {
        if (rows()[row].id == id)
            return static_cast<int>(row);
    }
    return -1;
}

int PackageListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PackageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AudiencePackage &package = rows()[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(package, index.column());
    case items::RawRole:
        return raw(package, index.column());
    case items::IdRole:
        return package.id.value();
    case items::StateRole:
        return package.status.wire();
    case Qt::TextAlignmentRole:
        return index.column() == CustomersColumn || index.column() == EventsColumn
            ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    case ProgressRole:
        return package.progress && !package.isTerminal() ? QVariant(*package.progress) : QVariant();
    case TerminalRole:
        return package.isTerminal();
    case MergedRole:
        return !package.mergeId.isEmpty();
    default:
        return {};
    }
}

QVariant PackageListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Package");
    case StatusColumn:
        return tr("Status");
    case CustomersColumn:
        return tr("Customers");
    case EventsColumn:
        return tr("Events");
    case CreatedColumn:
        return tr("Created");
    case ExpiresColumn:
        return tr("Expires");
    default:
        return {};
    }
}

} // namespace groundswell
