#pragma once

#include "models/items/keyedrows.h"
#include "models/items/roles.h"
#include "models/rules/issue.h"

#include <functional>

namespace groundswell {

namespace items {
/// An issue is the same one while it says the same of the same field, whatever its figures.
struct IssueKey {
    std::pair<QString, QString> operator()(const Issue &issue) const
    {
        return {issue.messageId, issue.path.toString()};
    }
};
} // namespace items

/// Pre-flight issues as a list. How an issue is worded is the interface's: it hands the words in.
class IssueListModel : public KeyedRows<Issue, items::IssueKey> {
    Q_OBJECT
public:
    using Wording = std::function<QString(const Issue &)>;
    enum Role {
        SeverityRole = items::FirstOwnRole, ///< int of Severity
        PathRole, ///< text form of the field path
        SectionRole, ///< int of Section
        MessageIdRole,
    };

    /// Without a wording the message id is shown.
    explicit IssueListModel(Wording wording = {}, QObject *parent = nullptr);

    void setIssues(Issues issues);
    [[nodiscard]] const Issue *issueAt(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Wording m_wording;
};

} // namespace groundswell
