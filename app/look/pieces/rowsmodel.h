#pragma once

#include "app/look/style/typography.h"

#include <QAbstractTableModel>
#include <QIcon>

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

namespace groundswell {

/// A table that is only read. Each column says in one place how it is headed and what it shows of a row, so
/// that adding a column changes one line. A table whose rows come and go one by one is KeyedRows; one that is
/// edited is a model of its own.
template <class Row> class RowsModel : public QAbstractTableModel {
public:
    enum class Kind {
        Text, ///< the whole text is the tool tip, too: the column may be too narrow for it
        Digits, ///< text whose digits should stand one below the other
        Figure, ///< digits at the trailing edge
    };
    struct Column {
        /// \a itsHeadingAlignment: none = as the view does it.
        Column(const QString &itsHeading, const std::function<QString(const Row &)> &itsText,
               Kind itsKind = Kind::Text, Qt::Alignment itsHeadingAlignment = {},
               const std::function<QIcon(const Row &)> &itsIcon = {})
            : heading(itsHeading)
            , text(itsText)
            , kind(itsKind)
            , headingAlignment(itsHeadingAlignment)
            , icon(itsIcon)
        {
        }
        QString heading;
        std::function<QString(const Row &)> text;
        Kind kind;
        Qt::Alignment headingAlignment;
        std::function<QIcon(const Row &)> icon;
    };

    explicit RowsModel(std::vector<Column> columns, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_columns(std::move(columns))
    {
    }

    /// Selection and scroll position stay at their row numbers.
    void setRows(std::vector<Row> rows)
    {
        const int before = rowCount();
        const int after = static_cast<int>(rows.size());
        const int kept = std::min(before, after);
        if (after < before) {
            beginRemoveRows({}, after, before - 1);
            m_rows.erase(m_rows.begin() + after, m_rows.end());
            endRemoveRows();
        }
        std::move(rows.begin(), rows.begin() + kept, m_rows.begin());
        if (kept > 0)
            Q_EMIT dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
        if (after > before) {
            beginInsertRows({}, before, after - 1);
            m_rows.insert(m_rows.end(), std::make_move_iterator(rows.begin() + kept),
                          std::make_move_iterator(rows.end()));
            endInsertRows();
        }
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Row &row = m_rows[static_cast<size_t>(index.row())];
        const Column &column = m_columns[static_cast<size_t>(index.column())];
        switch (role) {
        case Qt::DisplayRole:
            return column.text(row);
        case Qt::ToolTipRole:
            return column.kind == Kind::Figure ? QVariant() : QVariant(column.text(row));
        case Qt::DecorationRole:
            return column.icon ? QVariant(column.icon(row)) : QVariant();
        case Qt::FontRole: // what it doesn't say is taken from the view's font
            return column.kind == Kind::Text ? QVariant() : QVariant(tabular(QFont()));
        case Qt::TextAlignmentRole:
            return column.kind == Kind::Figure
                ? QVariant::fromValue(Qt::Alignment(Qt::AlignTrailing | Qt::AlignVCenter))
                : QVariant();
        default:
            return {};
        }
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
            return {};
        const Column &column = m_columns[static_cast<size_t>(section)];
        if (role == Qt::TextAlignmentRole && column.headingAlignment)
            return QVariant::fromValue(column.headingAlignment);
        return role == Qt::DisplayRole ? QVariant(column.heading) : QVariant();
    }

private:
    std::vector<Column> m_columns;
    std::vector<Row> m_rows;
};

} // namespace groundswell
