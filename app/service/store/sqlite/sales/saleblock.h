#pragma once

#include "app/service/store/saleline.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace groundswell::service {

/// Some hundred to a few thousand lines of one event, column by column, each number with as many bytes as it
/// needs: a tenth of a millisecond to read, a third of the bytes of rows. Times are differences to the line
/// before, which is why lines should be sorted by time. Amounts must lie within ±2^61.
[[nodiscard]] std::string packSales(std::span<const SaleLine> lines);

/// Reads what packSales() made. The bytes must stay alive, also for the invoices of the lines read.
class SaleBlockReader {
public:
    /// Throws SqlError (SQLITE_CORRUPT) where the bytes are no block, as next() does.
    explicit SaleBlockReader(std::string_view bytes);

    [[nodiscard]] std::uint32_t count() const { return m_count; }
    /// False after the last line; \a line is left alone then.
    bool next(SaleLine &line);

private:
    static constexpr std::size_t mostColumns = 16; ///< which ones there are, saleblock.cpp knows
    /// What is left of a column.
    struct Cursor {
        const unsigned char *at = nullptr;
        const unsigned char *end = nullptr;
        std::uint64_t number();
        std::int64_t difference();
    };

    std::uint32_t m_count = 0;
    std::uint32_t m_read = 0;
    std::int64_t m_at = 0;
    std::array<Cursor, mostColumns> m_columns;
};

} // namespace groundswell::service
