#pragma once

#include "models/wave/ids.h"

#include <QAbstractTableModel>

#include <vector>

namespace groundswell {

class IssueBoard;
class SetupDraft;
class WizardContext;

/// All ads as a sheet: a row for every variant of every chosen cluster, a column for every text. Editing a
/// cell edits the draft. A cluster without an ad has an empty row that makes one when it is filled.
class CreativeMatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Cluster, Headline, Body, Description, Cta, Link, Language, ColumnCount };
    enum Role { RefRole = Qt::UserRole, IndexRole, MemberRole };

    CreativeMatrixModel(SetupDraft &draft, WizardContext &context, IssueBoard &issues,
                        QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    /// Writes a block of texts, rows and cells, from \a top on, as one undoable edit: paste and fill-down.
    /// What lies beyond the sheet is left out.
    void setBlock(const QModelIndex &top, const std::vector<QStringList> &block);

private:
    struct Row {
        ClusterRef cluster;
        int index = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void rebuild();
    SetupDraft &m_draft;
    WizardContext &m_context;
    IssueBoard &m_issues;
    std::vector<Row> m_rows;
};

} // namespace groundswell
