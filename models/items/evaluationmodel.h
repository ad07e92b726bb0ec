#pragma once

#include "models/items/roles.h"
#include "models/wave/package.h"

#include <QAbstractTableModel>

namespace groundswell {

/// What an audience package has brought: a row a cluster, and last the row of unique customers, which is no
/// sum (a customer in two clusters counts in both).
class EvaluationModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        LabelColumn,
        MembersColumn,
        CustomersColumn,
        ConversionColumn, ///< customers of the members
        ItemsColumn,
        PurchasesColumn,
        RevenueColumn,
        ColumnCount
    };
    enum Role {
        UniqueRole = items::FirstOwnRole, ///< bool: the row of unique customers
    };

    explicit EvaluationModel(QObject *parent = nullptr);

    void setEvaluation(const PackageEvaluation &evaluation);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isUnique(int row) const;
    [[nodiscard]] QString label(int row) const;

    std::vector<EvaluationRow> m_rows; ///< the clusters', then the unique one where there is one
    bool m_hasUnique = false;
};

} // namespace groundswell
