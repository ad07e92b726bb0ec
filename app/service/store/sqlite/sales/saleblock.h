#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>

namespace groundswell::service {

/// A line of an event's sales as the workspace keeps it.
struct SaleLine {
    static constexpr std::int64_t noBase = std::numeric_limits<std::int64_t>::min();

    std::int64_t at = 0; ///< UTC seconds
    std::int64_t amountMinor = 0; ///< the line's total; negative = refund
    std::int64_t baseMinor = noBase;
    std::uint32_t customer = 0; ///< the workspace's number; 0 = anonymous
    std::uint32_t category = 0; ///< the workspace's number; 0 = none
    std::int32_t quantity = 0; ///< negative = return
    std::string_view invoice; ///< empty = none; the text lies elsewhere
};

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

    enum Column { At, Customer, Quantity, Amount, Base, Category, InvoiceLength, InvoiceText, Columns };

private:
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
    std::array<Cursor, Columns> m_columns;
};

} // namespace groundswell::service
