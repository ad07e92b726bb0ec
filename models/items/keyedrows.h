#pragma once

#include <QAbstractTableModel>

#include <algorithm>
#include <iterator>
#include <vector>

namespace groundswell {

/// A table whose rows have keys: a refreshed list becomes the smallest set of removals, moves, insertions and
/// changes, so that views keep selection, scroll position and open editors. Row needs ==, \a KeyOf maps a row
/// to a comparable key. Linear but for moves; meant for some thousand rows.
template <class Row, class KeyOf> class KeyedRows : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

protected:
    void sync(std::vector<Row> next)
    {
        removeGone(next);
        for (size_t i = 0; i < next.size(); ++i)
            place(i, std::move(next[i]));
        removeRange(next.size(), m_rows.size());
    }
    /// Replaces the row of the same key, or appends it.
    void put(Row row)
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                        [&](const Row &present) { return KeyOf()(present) == KeyOf()(row); });
        if (found == m_rows.end())
            insert(m_rows.size(), std::move(row));
        else
            change(static_cast<size_t>(found - m_rows.begin()), std::move(row));
    }
    void rowChanged(size_t row)
    {
        const int at = static_cast<int>(row);
        Q_EMIT dataChanged(index(at, 0), index(at, columnCount() - 1));
    }

private:
    void removeGone(const std::vector<Row> &next)
    {
        // Rows mostly keep their order: each is looked for from where the one behind it was found.
        auto behind = next.begin() + static_cast<std::ptrdiff_t>(next.size());
        const auto stays = [&](const Row &row) {
            const auto &key = KeyOf()(row);
            const auto same = [&](const Row &other) { return KeyOf()(other) == key; };
            const auto before = std::find_if(std::make_reverse_iterator(behind), next.rend(), same);
            if (before != next.rend()) {
                behind = std::prev(before.base());
                return true;
            }
            return std::any_of(behind, next.end(), same);
        };
        for (size_t end = m_rows.size(); end > 0;) {
            if (stays(m_rows[end - 1])) {
                --end;
                continue;
            }
            size_t begin = end - 1;
            while (begin > 0 && !stays(m_rows[begin - 1]))
                --begin;
            removeRange(begin, end);
            end = begin;
        }
    }

    void place(size_t at, Row row)
    {
        const auto from = m_rows.begin() + static_cast<std::ptrdiff_t>(std::min(at, m_rows.size()));
        const auto found = std::find_if(from, m_rows.end(),
                                        [&](const Row &present) { return KeyOf()(present) == KeyOf()(row); });
        if (found == m_rows.end()) {
            insert(at, std::move(row));
            return;
        }
        const auto position = static_cast<size_t>(found - m_rows.begin());
        if (position != at) {
            beginMoveRows({}, static_cast<int>(position), static_cast<int>(position), {},
                          static_cast<int>(at));
            std::rotate(from, found, std::next(found));
            endMoveRows();
        }
        change(at, std::move(row));
    }

    void insert(size_t at, Row row)
    {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(at), std::move(row));
        endInsertRows();
    }

    void change(size_t at, Row row)
    {
        if (m_rows[at] == row)
            return;
        m_rows[at] = std::move(row);
        rowChanged(at);
    }

    void removeRange(size_t begin, size_t end)
    {
        if (begin >= end)
            return;
        beginRemoveRows({}, static_cast<int>(begin), static_cast<int>(end) - 1);
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(begin),
                     m_rows.begin() + static_cast<std::ptrdiff_t>(end));
        endRemoveRows();
    }

    std::vector<Row> m_rows;
};

} // namespace groundswell
