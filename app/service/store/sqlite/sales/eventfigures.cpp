#include "app/service/store/sqlite/sales/eventfigures.h"

#include "app/service/store/contentdigest.h"

#include <algorithm>
#include <utility>

namespace groundswell::service {

namespace {

constexpr std::uint64_t freePlace = 0;
constexpr std::size_t smallestTable = 4096; // serves most events: emptied, not allocated anew

/// False where it was there already.
bool insertHash(std::vector<std::uint64_t> &table, std::uint64_t hash)
{
    const std::size_t mask = table.size() - 1;
    std::size_t place = hash & mask;
    while (table[place] != freePlace) {
        if (table[place] == hash)
            return false;
        place = (place + 1) & mask;
    }
    table[place] = hash;
    return true;
}

} // namespace

void EventFiguresSum::grow()
{
    std::vector<std::uint64_t> old(std::max(smallestTable, m_orders.size() * 2), freePlace);
    old.swap(m_orders);
    for (const std::uint64_t hash : old) {
        if (hash != freePlace)
            insertHash(m_orders, hash);
    }
}

bool EventFiguresSum::isNewOrder(std::uint64_t hash)
{
    if ((m_orderCount + 1) * 2 > m_orders.size())
        grow();
    const bool isNew = insertHash(m_orders, hash == freePlace ? 1 : hash);
    m_orderCount += isNew ? 1 : 0;
    return isNew;
}

void EventFiguresSum::add(const SaleLine &line)
{
    m_sum.tickets += line.quantity;
    m_sum.revenueMinor += line.amountMinor;
    if (line.quantity > 0)
        m_sum.firstSaleAt = std::min(m_sum.firstSaleAt.value_or(line.at), line.at);
    m_sum.orders += (line.invoice.empty() ? line.quantity > 0 : isNewOrder(textHash(line.invoice))) ? 1 : 0;
}

EventFigures EventFiguresSum::take()
{
    m_orders.assign(std::min(m_orders.size(), smallestTable), freePlace);
    m_orderCount = 0;
    return std::exchange(m_sum, {});
}

void writeFigures(Database &database, const std::vector<std::pair<std::uint32_t, EventFigures>> &figures)
{
    Statement update = database.prepare("UPDATE event SET tickets_sold = ?1, revenue_minor = ?2, orders = ?3,"
                                        " first_sale_at = ?4 WHERE no = ?5");
    for (const auto &[event, sum] : figures)
        update.bindAll(sum.tickets, sum.revenueMinor, sum.orders, sum.firstSaleAt, event).run();
}

} // namespace groundswell::service
