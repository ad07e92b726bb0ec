#include "app/desktop/versions/versionlistmodel.h"

#include "app/look/style/icons.h"
#include "app/look/texts/fieldtext.h"
#include "models/items/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

constexpr qsizetype FieldsNamed = 3;

using Author = DraftVersion::Author;

QString authorText(Author author)
{
    switch (author) {
    case Author::Me:
        return VersionListModel::tr("You");
    case Author::Recovered:
        return VersionListModel::tr("Recovered");
    case Author::Merged:
        return VersionListModel::tr("Merged");
    case Author::Server:
        break;
    }
    return VersionListModel::tr("Service");
}

QString authorIcon(Author author)
{
    switch (author) {
    case Author::Me:
        return u"user"_s;
    case Author::Recovered:
        return u"save"_s;
    case Author::Merged:
        return u"people"_s;
    case Author::Server:
        break;
    }
    return u"cloud"_s;
}

QString changedText(const DraftVersion &version)
{
    if (version.changedCount == 0)
        return VersionListModel::tr("As it was opened");
    QStringList names;
    for (const FieldPath &path : version.changed)
        names << fieldText(path);
    names.removeDuplicates();
    const qsizetype more = version.changedCount - std::min(FieldsNamed, names.size());
    const QString shown = names.mid(0, FieldsNamed).join(u", "_s);
    return names.size() <= FieldsNamed
        ? shown
        : VersionListModel::tr("%1 and %n more", nullptr, int(more)).arg(shown);
}

} // namespace

VersionListModel::VersionListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void VersionListModel::setVersions(const std::vector<DraftVersion> &versions)
{
    beginResetModel();
    m_versions.assign(versions.rbegin(), versions.rend());
    endResetModel();
}

void VersionListModel::add(const DraftVersion &version)
{
    beginInsertRows({}, 0, 0);
    m_versions.insert(m_versions.begin(), version);
    endInsertRows();
}

const DraftVersion &VersionListModel::versionAt(int row) const
{
    return m_versions.at(static_cast<size_t>(row));
}

QString VersionListModel::nameOf(const DraftVersion &version)
{
    return tr("%1 · %2", "time · who").arg(format::dateTime(version.at), authorText(version.author));
}

int VersionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int VersionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VersionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DraftVersion &version = versionAt(index.row());
    if (role == Qt::DecorationRole && index.column() == WhoColumn)
        return icon(authorIcon(version.author));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case WhenColumn:
        return format::dateTime(version.at);
    case WhoColumn:
        return authorText(version.author);
    default:
        return changedText(version);
    }
}

QVariant VersionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case WhoColumn:
        return tr("Who");
    default:
        return tr("What changed");
    }
}

} // namespace groundswell
