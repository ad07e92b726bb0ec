#pragma once

#include "app/look/texts/fieldvalue.h"
#include "models/draft/merge.h"

#include <QAbstractTableModel>

namespace groundswell {

/// Two versions of a setup field by field: what differs, how it stood and how it stands.
class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, BeforeColumn, AfterColumn, ColumnCount };

    explicit ComparisonModel(FieldWording wording, QObject *parent = nullptr);

    void setNames(const QString &before, const QString &after);
    void setDifferences(std::vector<FieldDifference> differences);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    FieldWording m_wording;
    QString m_before;
    QString m_after;
    std::vector<FieldDifference> m_differences;
};

} // namespace groundswell
