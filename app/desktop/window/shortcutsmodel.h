#pragma once

#include "app/look/actions/shortcuts.h"

#include <QAbstractTableModel>

namespace groundswell {

/// Every action of the program with its keys, which can be changed.
class ShortcutsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { ActionColumn, KeysColumn, ColumnCount };

    explicit ShortcutsModel(const Shortcuts &shortcuts, QObject *parent = nullptr);

    [[nodiscard]] const Shortcuts &shortcuts() const { return m_shortcuts; }
    [[nodiscard]] bool isChanged(int row) const;
    void reset(int row);
    void resetAll();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// \a value: a QKeySequence. What can't be is refused, and refused() says why.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

Q_SIGNALS:
    void changed();
    void refused(const QString &why);

private:
    void tellChanged(int first, int last);

    Shortcuts m_shortcuts;
};

} // namespace groundswell
