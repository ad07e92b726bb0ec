#pragma once

#include "app/service/store/importrows.h"
#include "app/service/store/salesstore.h"
#include "app/service/store/sqlite/import/bulksource.h"
#include "app/service/store/stopped.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <vector>

namespace groundswell::service {

/// A column of an imported table and how a row fills it.
template <class Row, class Field> struct UpsertColumn {
    Field field;
    const char *name;
    void (*put)(ValueSink &, const Row &);
};

/// Inserts rows by `id`, or replaces them if they differ, in the given columns only.
template <class Row, class Field> class Upsert final : private RowSource {
public:
    Upsert(Database &database, std::string table, std::span<const UpsertColumn<Row, Field>> all,
           const FieldSet<Field> &fields)
        : m_database(database)
        , m_table(std::move(table))
    {
        for (const auto &column : all) {
            if (fields.contains(column.field))
                m_columns.push_back(&column);
        }
    }

    RowCounts run(const std::vector<Row> &rows, const JobControl &control)
    {
        if (rows.empty())
            return {};
        m_rows = &rows;
        m_control = &control;
        // In order of id, the index on it only ever grows at its end. Stable: of two rows with one id, the
        // later wins.
        m_order.resize(rows.size());
        std::iota(m_order.begin(), m_order.end(), 0U);
        const auto byId = [&](std::uint32_t a, std::uint32_t b) { return rows[a].id < rows[b].id; };
        if (!std::is_sorted(m_order.begin(), m_order.end(), byId)) // usually they are
            std::stable_sort(m_order.begin(), m_order.end(), byId);
        const bool allDiffer =
            std::adjacent_find(m_order.begin(), m_order.end(),
                               [&](std::uint32_t a, std::uint32_t b) { return rows[a].id == rows[b].id; })
            == m_order.end();
        const std::int64_t before = count();
        insertFrom(m_database, sql(before == 0 && allDiffer), static_cast<int>(m_columns.size()) + 1, *this);
        const std::int64_t changed = m_database.changes();
        const std::int64_t added = count() - before;
        return {added, changed - added, static_cast<std::int64_t>(rows.size()) - changed};
    }

private:
    bool next() override
    {
        if (m_next % 4096 == 0) {
            throwIfStopped(m_control->stop);
            m_control->report(static_cast<double>(m_next) / static_cast<double>(m_order.size()));
        }
        if (m_next == m_order.size())
            return false;
        m_row = &(*m_rows)[m_order[m_next++]];
        return true;
    }
    void value(int column, ValueSink &sink) override
    {
        if (column == 0)
            sink.text(m_row->id);
        else
            m_columns[static_cast<size_t>(column) - 1]->put(sink, *m_row);
    }

    /// \a plain: the table can't hold anything yet, so that nothing is looked up.
    std::string sql(bool plain) const
    {
        std::string names = "id";
        std::string values = "c0";
        std::string set;
        std::string differs;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const std::string name = m_columns[i]->name;
            names += ", " + name;
            values += ", c" + std::to_string(i + 1);
            set += (set.empty() ? "" : ", ") + name + " = excluded." + name;
            differs += (differs.empty() ? "" : " OR ") + m_table + "." + name + " IS NOT excluded." + name;
        }
        const std::string insert =
            "INSERT INTO " + m_table + " (" + names + ") SELECT " + values + " FROM source";
        if (plain)
            return insert;
        // "WHERE true" keeps the parser from reading ON as part of a join.
        return insert + " WHERE true ON CONFLICT (id) DO "
            + (set.empty() ? "NOTHING" : "UPDATE SET " + set + " WHERE " + differs);
    }
    std::int64_t count()
    {
        Statement statement = m_database.prepare("SELECT count(*) FROM " + m_table);
        statement.step();
        return statement.integer(0);
    }

    Database &m_database;
    std::string m_table;
    std::vector<const UpsertColumn<Row, Field> *> m_columns;
    const std::vector<Row> *m_rows = nullptr;
    const JobControl *m_control = nullptr;
    std::vector<std::uint32_t> m_order;
    size_t m_next = 0;
    const Row *m_row = nullptr;
};

} // namespace groundswell::service
