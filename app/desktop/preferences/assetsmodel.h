#pragma once

#include "models/wave/cluster.h"

#include <QAbstractTableModel>

#include <vector>

namespace groundswell {

/// Accounts, pages or pixels as they are typed in, a row each.
class AssetsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { IdColumn, NameColumn, ParentColumn, ColumnCount };

    /// \a idExample: what the ad platform's numbers look like. \a parentTitle: heading of what each of these
    /// belongs to; empty where they belong to nothing.
    AssetsModel(const QString &idExample, const QString &parentTitle, QObject *parent = nullptr);

    void setAssets(const std::vector<AdAsset> &assets);
    /// Without the rows that have no id.
    [[nodiscard]] std::vector<AdAsset> assets() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    bool insertRows(int row, int count, const QModelIndex &parent = {}) override;
    bool removeRows(int row, int count, const QModelIndex &parent = {}) override;

private:
    [[nodiscard]] static QString AdAsset::*memberOf(int column);

    QString m_idExample;
    QString m_parentTitle;
    std::vector<AdAsset> m_known; ///< as they came
    std::vector<AdAsset> m_rows;
};

} // namespace groundswell
