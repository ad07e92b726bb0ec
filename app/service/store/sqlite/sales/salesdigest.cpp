#include "app/service/store/sqlite/sales/salesdigest.h"

#include "app/service/store/sqlite/sales/saletable.h"

#include <vector>

namespace groundswell::service {

namespace {

/// textHash() by the workspace's number; that of an empty text if there is none.
class NumberedHashes {
public:
    /// \a sql selects number and text.
    NumberedHashes(Database &database, const char *sql)
    {
        Statement select = database.prepare(sql);
        while (select.step()) {
            const auto number = static_cast<size_t>(select.integer(0));
            if (number >= m_hashes.size())
                m_hashes.resize(number + 1, m_none);
            m_hashes[number] = textHash(select.view(1));
        }
    }
    std::uint64_t of(std::uint32_t number) const
    {
        return number < m_hashes.size() ? m_hashes[number] : m_none;
    }

private:
    std::uint64_t m_none = textHash({});
    std::vector<std::uint64_t> m_hashes;
};

} // namespace

std::string salesDigest(Database &database)
{
    const NumberedHashes customers(database, "SELECT no, id FROM customer");
    const NumberedHashes events(database, "SELECT no, id FROM event");
    const NumberedHashes names(database, "SELECT no, name FROM ticket_category");
    const auto nameHash = [&](std::uint32_t number) { return names.of(number); };
    ContentDigest digest;
    SaleTable(database, SaleTable::Sees::Everything).visit([&](std::uint32_t event, SaleBlockReader &block) {
        SaleLine line;
        while (block.next(line)) {
            digest.add(fingerprintOf(line, customers.of(line.customer), events.of(event), nameHash).text());
        }
    });
    return digest.state();
}

} // namespace groundswell::service
