#include "app/service/store/sqlite/eventfigures.h"

#include "app/service/store/prefetch.h"

#include <algorithm>
#include <functional>

namespace groundswell::service {

namespace {

constexpr std::uint64_t freePlace = 0;

/// Spreads the bits (the finaliser of SplitMix64); never the mark of a free place.
std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    value ^= value >> 31U;
    return value == freePlace ? 1 : value;
}

/// 64 bits for some million orders: two of them meet by chance once in a million workspaces.
std::uint64_t orderHash(std::size_t event, std::string_view invoice)
{
    return mixed(std::hash<std::string_view>()(invoice) + mixed(event));
}

/// False where it was there already. \a table: a power of two with free places.
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

void EventFigures::growOrders()
{
    std::vector<std::uint64_t> old(m_orders.empty() ? 1024 : m_orders.size() * 2, freePlace);
    old.swap(m_orders);
    for (const std::uint64_t hash : old) {
        if (hash != freePlace)
            insertHash(m_orders, hash);
    }
}

bool EventFigures::isNewOrder(std::size_t event, std::string_view invoice)
{
    if ((m_orderCount + 1) * 2 > m_orders.size())
        growOrders();
    const bool isNew = insertHash(m_orders, orderHash(event, invoice));
    m_orderCount += isNew ? 1 : 0;
    return isNew;
}

void EventFigures::expect(std::size_t event, std::string_view invoice) const
{
    if (!invoice.empty() && !m_orders.empty())
        prefetch(&m_orders[orderHash(event, invoice) & (m_orders.size() - 1)]);
}

void EventFigures::add(std::size_t event, std::int64_t at, std::int64_t quantity, std::int64_t amountMinor,
                       std::string_view invoice)
{
    if (event >= m_figures.size())
        m_figures.resize(event + 1);
    Figures &of = m_figures[event];
    of.tickets += quantity;
    of.revenue += amountMinor;
    if (quantity > 0)
        of.firstSale = std::min(of.firstSale.value_or(at), at);
    of.orders += (invoice.empty() ? quantity > 0 : isNewOrder(event, invoice)) ? 1 : 0;
}

void EventFigures::addStored(Database &database)
{
    Statement select = database.prepare("SELECT event, at, quantity, amount_minor, invoice FROM sale");
    while (select.step()) {
        add(static_cast<std::size_t>(select.integer(0)), select.integer(1), select.integer(2),
            select.integer(3), select.view(4));
    }
}

void EventFigures::write(Database &database) const
{
    Statement update = database.prepare("UPDATE event SET tickets_sold = ?1, revenue_minor = ?2, orders = ?3,"
                                        " first_sale_at = ?4 WHERE no = ?5");
    for (std::size_t number = 0; number < m_figures.size(); ++number) {
        const Figures &of = m_figures[number];
        update.bindAll(of.tickets, of.revenue, of.orders, of.firstSale, number).run();
    }
}

} // namespace groundswell::service
