#pragma once

#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/sales/saleblock.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace groundswell::service {

/// A block on its way into the table.
struct PackedSales {
    std::int64_t firstAt = 0, lastAt = 0;
    std::uint32_t lines = 0;
    std::string bytes;
};
/// A block of the table.
struct StoredSales {
    std::int64_t number = 0;
    std::string bytes;
};

/// \a lines of one event, sorted by time, as the blocks that hold them.
[[nodiscard]] std::vector<PackedSales> packInBlocks(std::span<const SaleLine> lines);

/// The table of sales: each event's sales in blocks, one after the other in time. Throws SqlError.
class SaleTable {
public:
    using Visitor = std::function<void(std::uint32_t event, SaleBlockReader &block)>;
    enum class Sees {
        WhatCounts, ///< without rows that an import is still writing or has replaced (staging/stage.h)
        Everything ///< for migrations, whose file doesn't tell them apart yet
    };

    /// Within one transaction: the constructor finds out what counts.
    explicit SaleTable(Database &database, Sees sees = Sees::WhatCounts);

    [[nodiscard]] bool isEmpty();
    /// All sales, event by event (by the workspace's number), each event's in order of time.
    void visit(const Visitor &visitor);
    /// The sales of one event in order of time.
    void visit(std::uint32_t event, const Visitor &visitor);
    /// The blocks of one event in order of time.
    [[nodiscard]] std::vector<StoredSales> blocksOf(std::uint32_t event);

    void insert(std::uint32_t event, const PackedSales &block);
    void remove(std::int64_t number);

private:
    Database &m_database;
    std::string m_counting; ///< a condition
    Statement m_ofEvent, m_insert;
};

} // namespace groundswell::service
