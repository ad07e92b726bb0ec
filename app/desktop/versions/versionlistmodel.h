#pragma once

#include "models/draft/draftversion.h"

#include <QAbstractTableModel>

namespace groundswell {

/// The history of a setup: when, who, what changed; the newest first.
class VersionListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { WhenColumn, WhoColumn, ChangedColumn, ColumnCount };

    explicit VersionListModel(QObject *parent = nullptr);

    /// As the archive gives them, oldest first.
    void setVersions(const std::vector<DraftVersion> &versions);
    void add(const DraftVersion &version);
    [[nodiscard]] const DraftVersion &versionAt(int row) const;
    /// When and who, to name a version in a sentence or a head.
    [[nodiscard]] static QString nameOf(const DraftVersion &version);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<DraftVersion> m_versions; ///< newest first
};

} // namespace groundswell
