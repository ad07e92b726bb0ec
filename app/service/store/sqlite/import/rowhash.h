#pragma once

#include "app/service/store/contentdigest.h"
#include "app/service/store/sqlite/connection/database.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace groundswell::service {

/// A row for a fingerprint, column by column. "Not known" and "empty" differ: a missing consent isn't a
/// "no".
template <std::size_t Columns> class RowHash {
public:
    void known(std::string_view text) { m_numbers[m_column++] = textHash(text); }
    void unknown()
    {
        m_numbers[Columns] |= std::uint64_t{1} << m_column;
        m_numbers[m_column++] = 0;
    }
    [[nodiscard]] DigestNumbers<Columns + 1> bytes() const { return DigestNumbers<Columns + 1>(m_numbers); }

private:
    std::array<std::uint64_t, Columns + 1> m_numbers{}; ///< the last one says which are unknown
    std::size_t m_column = 0;
};

/// Calls \a visit with the bytes of each row that \a sql selects, of so many columns.
template <std::size_t Columns, class Visit>
void visitRowHashes(Database &database, const std::string &sql, Visit &&visit)
{
    Statement select = database.prepare(sql);
    while (select.step()) {
        RowHash<Columns> hash;
        for (int column = 0; column < static_cast<int>(Columns); ++column) {
            if (select.isNull(column))
                hash.unknown();
            else
                hash.known(select.view(column));
        }
        visit(hash.bytes().text());
    }
}

} // namespace groundswell::service
