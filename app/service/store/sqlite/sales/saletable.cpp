#include "app/service/store/sqlite/sales/saletable.h"

#include "app/service/store/sqlite/staging/stage.h"

#include <algorithm>

namespace groundswell::service {

namespace {

// A delivery that adds a sale to an event rewrites a block; a reader of one event unpacks all its blocks.
constexpr size_t linesOfBlock = 2048;

} // namespace

std::vector<PackedSales> packInBlocks(std::span<const SaleLine> lines)
{
    std::vector<PackedSales> blocks;
    for (size_t begin = 0; begin < lines.size(); begin += linesOfBlock) {
        const auto part = lines.subspan(begin, std::min(linesOfBlock, lines.size() - begin));
        blocks.push_back(
            {part.front().at, part.back().at, static_cast<std::uint32_t>(part.size()), packSales(part)});
    }
    return blocks;
}

SaleTable::SaleTable(Database &database, Sees sees)
    : m_database(database)
    , m_counting(sees == Sees::Everything ? "true" : countingBlocks(database))
    , m_ofEvent(database.prepare("SELECT no, data FROM sale_block WHERE event = ? AND " + m_counting
                                 + " ORDER BY first_at, last_at, no"))
    , m_insert(database.prepare(
          "INSERT INTO sale_block (event, first_at, last_at, lines, data) VALUES (?, ?, ?, ?, ?)"))
{
}

bool SaleTable::isEmpty()
{
    return !m_database.prepare("SELECT 1 FROM sale_block WHERE " + m_counting + " LIMIT 1").step();
}

void SaleTable::visit(const Visitor &visitor)
{
    Statement select = m_database.prepare("SELECT event, data FROM sale_block WHERE " + m_counting
                                          + " ORDER BY event, first_at, last_at, no");
    while (select.step()) {
        SaleBlockReader block(select.bytes(1));
        visitor(static_cast<std::uint32_t>(select.integer(0)), block);
    }
}

void SaleTable::visit(std::uint32_t event, const Visitor &visitor)
{
    m_ofEvent.bindAll(event);
    while (m_ofEvent.step()) {
        SaleBlockReader block(m_ofEvent.bytes(1));
        visitor(event, block);
    }
    m_ofEvent.reset();
}

std::vector<StoredSales> SaleTable::blocksOf(std::uint32_t event)
{
    std::vector<StoredSales> blocks;
    m_ofEvent.bindAll(event);
    while (m_ofEvent.step())
        blocks.push_back({m_ofEvent.integer(0), std::string(m_ofEvent.bytes(1))});
    m_ofEvent.reset();
    return blocks;
}

void SaleTable::insert(std::uint32_t event, const PackedSales &block)
{
    m_insert.bindAll(event, block.firstAt, block.lastAt, block.lines).bindBytes(5, block.bytes).run();
}

void SaleTable::remove(std::int64_t number)
{
    m_database.run("DELETE FROM sale_block WHERE no = ?", number);
}

} // namespace groundswell::service
