#pragma once

#include "app/service/store/importbatch.h"
#include "app/service/store/sqlite/database.h"

#include <span>
#include <string>

namespace groundswell::service {

/// A column of an imported table and how a row fills it.
template <class Row, class Field> struct UpsertColumn {
    Field field;
    const char *name;
    void (*bind)(Statement &, int index, const Row &);
};

/// Inserts rows by `id` or replaces them where they differ, in the given columns only.
template <class Row, class Field> class Upsert {
public:
    Upsert(Database &database, const std::string &table, std::span<const UpsertColumn<Row, Field>> all,
           const FieldSet<Field> &fields)
        : m_database(database)
        , m_table(table)
    {
        for (const auto &column : all) {
            if (fields.contains(column.field))
                m_columns.push_back(&column);
        }
        m_before = count();
        m_statement.emplace(database.prepare(sql()));
    }

    void put(const Row &row)
    {
        m_statement->bindView(1, row.id);
        for (size_t i = 0; i < m_columns.size(); ++i)
            m_columns[i]->bind(*m_statement, static_cast<int>(i) + 2, row);
        m_statement->run();
        m_changed += m_database.changes();
        ++m_rows;
    }

    [[nodiscard]] RowCounts counts()
    {
        const std::int64_t added = count() - m_before;
        return {added, m_changed - added, m_rows - m_changed};
    }

private:
    std::string sql() const
    {
        std::string names = "id";
        std::string marks = "?";
        std::string set;
        std::string differs;
        for (const auto *column : m_columns) {
            const std::string name = column->name;
            names += ", " + name;
            marks += ", ?";
            set += (set.empty() ? "" : ", ") + name + " = excluded." + name;
            differs += (differs.empty() ? "" : " OR ") + m_table + "." + name + " IS NOT excluded." + name;
        }
        return "INSERT INTO " + m_table + " (" + names + ") VALUES (" + marks + ") ON CONFLICT (id) DO "
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
    std::optional<Statement> m_statement;
    std::int64_t m_before = 0;
    std::int64_t m_changed = 0;
    std::int64_t m_rows = 0;
};

} // namespace groundswell::service
