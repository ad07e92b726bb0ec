#include "models/items/issuelistmodel.h"

#include "models/rules/progress.h"

namespace groundswell {

IssueListModel::IssueListModel(Wording wording, QObject *parent)
    : KeyedRows(parent)
    , m_wording(std::move(wording))
{
}

void IssueListModel::setIssues(Issues issues)
{
    sync(std::move(issues));
}

const Issue *IssueListModel::issueAt(int row) const
{
    return row >= 0 && row < rowCount() ? &rows()[static_cast<size_t>(row)] : nullptr;
}

int IssueListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1;
}

QVariant IssueListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Issue &issue = rows()[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return m_wording ? m_wording(issue) : issue.messageId;
    case items::RawRole:
    case SectionRole:
        return static_cast<int>(sectionOf(issue.path));
    case items::IdRole:
    case PathRole:
        return issue.path.toString();
    case SeverityRole:
        return static_cast<int>(issue.severity);
    case MessageIdRole:
        return issue.messageId;
    default:
        return {};
    }
}

QVariant IssueListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section != 0)
        return {};
    return tr("Issue");
}

} // namespace groundswell
