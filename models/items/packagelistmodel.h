#pragma once

#include "models/items/keyedrows.h"
#include "models/items/roles.h"
#include "models/wave/package.h"

namespace groundswell {

namespace items {
struct PackageKey {
    const PackageId &operator()(const AudiencePackage &package) const { return package.id; }
};
} // namespace items

/// The audience packages of the partner. A refresh changes only the rows that differ.
class PackageListModel : public KeyedRows<AudiencePackage, items::PackageKey> {
    Q_OBJECT
public:
    enum Column {
        TitleColumn,
        StatusColumn,
        CustomersColumn,
        EventsColumn,
        CreatedColumn,
        ExpiresColumn,
        ColumnCount
    };
    enum Role {
        ProgressRole = items::FirstOwnRole, ///< double 0–1 while it is built; invalid else
        TerminalRole, ///< bool: nothing will change by waiting
        MergedRole, ///< bool: went into another package
    };

    explicit PackageListModel(QObject *parent = nullptr);

    void setPackages(std::vector<AudiencePackage> packages);
    void updatePackage(const AudiencePackage &package); ///< replaces the row of its id, or appends it

    [[nodiscard]] const AudiencePackage *packageAt(int row) const;
    [[nodiscard]] int rowOf(const PackageId &id) const; ///< −1 where it isn't here

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace groundswell
