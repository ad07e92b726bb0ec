#include "app/service/store/sqlite/eventfigures.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace groundswell::service {

namespace {

struct Figures {
    std::int64_t tickets = 0;
    std::int64_t revenue = 0;
    std::int64_t orders = 0;
    std::optional<std::int64_t> firstSale;
};

// One pass over the table and arrays by event number: a GROUP BY with count(DISTINCT) takes many times as
// long.
std::vector<Figures> scan(Database &database)
{
    std::vector<Figures> figures;
    std::vector<std::pair<std::int64_t, size_t>> invoices; // event, hash of its invoice number
    Statement select = database.prepare("SELECT event, at, quantity, amount_minor, invoice FROM sale");
    while (select.step()) {
        const auto event = static_cast<size_t>(select.integer(0));
        if (event >= figures.size())
            figures.resize(event + 1);
        Figures &of = figures[event];
        const std::int64_t at = select.integer(1);
        const std::int64_t quantity = select.integer(2);
        of.tickets += quantity;
        of.revenue += select.integer(3);
        if (quantity > 0)
            of.firstSale = std::min(of.firstSale.value_or(at), at);
        if (const std::string_view invoice = select.view(4); !invoice.empty())
            invoices.emplace_back(event, std::hash<std::string_view>()(invoice));
        else if (quantity > 0)
            ++of.orders;
    }
    std::sort(invoices.begin(), invoices.end());
    invoices.erase(std::unique(invoices.begin(), invoices.end()), invoices.end());
    for (const auto &[event, invoice] : invoices)
        ++figures[static_cast<size_t>(event)].orders;
    return figures;
}

} // namespace

void refreshEventFigures(Database &database)
{
    const std::vector<Figures> figures = scan(database);
    Statement update = database.prepare("UPDATE event SET tickets_sold = ?1, revenue_minor = ?2, orders = ?3,"
                                        " first_sale_at = ?4 WHERE no = ?5");
    for (size_t number = 0; number < figures.size(); ++number) {
        const Figures &of = figures[number];
        update.bindAll(of.tickets, of.revenue, of.orders, of.firstSale, number).run();
    }
}

} // namespace groundswell::service
