#include "app/service/store/sqlite/sales/eventmerge.h"

#include <algorithm>
#include <compare>
#include <numeric>
#include <tuple>

namespace groundswell::service {

namespace {

/// What makes a line the same line although its figures may have been corrected.
std::strong_ordering compareIdentity(const SaleLine &a, const SaleLine &b)
{
    const auto key = [](const SaleLine &line) {
        return std::tuple(line.at, line.category, line.quantity < 0, !line.invoice.empty());
    };
    if (const auto order = key(a) <=> key(b); order != 0)
        return order;
    return a.invoice.empty() ? a.customer <=> b.customer : a.invoice <=> b.invoice;
}

std::strong_ordering compareFigures(const SaleLine &a, const SaleLine &b)
{
    const auto figures = [](const SaleLine &line) {
        return std::tie(line.quantity, line.amountMinor, line.baseMinor, line.customer);
    };
    return figures(a) <=> figures(b);
}

bool isBefore(const SaleLine *a, const SaleLine *b)
{
    const auto order = compareIdentity(*a, *b);
    return order != 0 ? order < 0 : compareFigures(*a, *b) < 0;
}

bool isEarlier(const SaleLine &a, const SaleLine &b)
{
    return a.at < b.at;
}

class EventMerge {
public:
    explicit EventMerge(const EventDelivery &delivery)
        : m_delivery(delivery)
    {
    }

    SalesChange run()
    {
        unpackStored();
        findDifferences();
        if (!m_change.added.empty())
            rewriteBlocks();
        return std::move(m_change);
    }

private:
    using Lines = std::vector<const SaleLine *>;

    void unpackStored();
    void findDifferences();
    void compareGroup(Lines::iterator delivered, Lines::iterator deliveredEnd, Lines::iterator stored,
                      Lines::iterator storedEnd);
    void rewriteBlocks();
    [[nodiscard]] std::pair<size_t, size_t> blocksBetween(std::int64_t first, std::int64_t last) const;

    const EventDelivery &m_delivery;
    SalesChange m_change;
    std::vector<SaleLine> m_stored;
    std::vector<size_t> m_blockEnds; ///< of each stored block in m_stored
    std::vector<bool> m_isOutdated; ///< parallel to m_stored
};

void EventMerge::unpackStored()
{
    for (const StoredSales &block : m_delivery.stored) {
        SaleBlockReader reader(block.bytes);
        m_stored.reserve(m_stored.size() + reader.count());
        for (SaleLine line; reader.next(line);)
            m_stored.push_back(line);
        m_blockEnds.push_back(m_stored.size());
    }
    m_isOutdated.resize(m_stored.size());
}

void EventMerge::findDifferences()
{
    const std::int64_t first = m_delivery.lines.front().at;
    const std::int64_t last = m_delivery.lines.back().at;
    Lines delivered, stored;
    for (const SaleLine &line : m_delivery.lines)
        delivered.push_back(&line);
    for (const SaleLine &line : m_stored) {
        if (line.at >= first && line.at <= last)
            stored.push_back(&line);
    }
    std::sort(delivered.begin(), delivered.end(), isBefore);
    std::sort(stored.begin(), stored.end(), isBefore);
    auto candidate = stored.begin();
    for (auto begin = delivered.begin(); begin != delivered.end();) {
        const SaleLine &line = **begin;
        const auto end = std::find_if(begin, delivered.end(), [&](const SaleLine *other) {
            return compareIdentity(*other, line) != 0;
        });
        candidate = std::find_if(candidate, stored.end(),
                                 [&](const SaleLine *other) { return compareIdentity(*other, line) >= 0; });
        const auto candidateEnd = std::find_if(candidate, stored.end(), [&](const SaleLine *other) {
            return compareIdentity(*other, line) != 0;
        });
        compareGroup(begin, end, candidate, candidateEnd);
        candidate = candidateEnd;
        begin = end;
    }
}

/// Both are sorted by their figures. Equal lines pair off; what is left over in the delivery replaces what is
/// left over in the store, and the rest is new.
void EventMerge::compareGroup(Lines::iterator delivered, Lines::iterator deliveredEnd, Lines::iterator stored,
                              Lines::iterator storedEnd)
{
    Lines different, outdated;
    for (; delivered != deliveredEnd; ++delivered) {
        while (stored != storedEnd && compareFigures(**stored, **delivered) < 0)
            outdated.push_back(*stored++);
        if (stored != storedEnd && compareFigures(**stored, **delivered) == 0) {
            ++m_change.counts.unchanged;
            ++stored;
        } else {
            different.push_back(*delivered);
        }
    }
    outdated.insert(outdated.end(), stored, storedEnd);
    const size_t replacing = std::min(different.size(), outdated.size());
    m_change.counts.replaced += static_cast<std::int64_t>(replacing);
    m_change.counts.added += static_cast<std::int64_t>(different.size() - replacing);
    for (const SaleLine *line : different)
        m_change.added.push_back(*line);
    for (size_t i = 0; i < replacing; ++i) {
        m_change.removed.push_back(*outdated[i]);
        m_isOutdated[static_cast<size_t>(outdated[i] - m_stored.data())] = true;
    }
}

/// The stored blocks that a change between these times touches: from, and behind the last. Where it lies
/// between two blocks or behind all, the block before it takes it in.
std::pair<size_t, size_t> EventMerge::blocksBetween(std::int64_t first, std::int64_t last) const
{
    const auto beginOf = [&](size_t block) { return block == 0 ? 0 : m_blockEnds[block - 1]; };
    size_t from = 0;
    while (from < m_blockEnds.size() && m_stored[m_blockEnds[from] - 1].at < first)
        ++from;
    size_t to = from;
    while (to < m_blockEnds.size() && m_stored[beginOf(to)].at <= last)
        ++to;
    return from == to && from > 0 ? std::pair(from - 1, to) : std::pair(from, to);
}

void EventMerge::rewriteBlocks()
{
    std::stable_sort(m_change.added.begin(), m_change.added.end(), isEarlier);
    const auto [from, to] = blocksBetween(m_change.added.front().at, m_change.added.back().at);
    const size_t begin = from == 0 ? 0 : m_blockEnds[from - 1];
    const size_t end = to == 0 ? 0 : m_blockEnds[to - 1];
    std::vector<SaleLine> kept;
    for (size_t i = begin; i < end; ++i) {
        if (!m_isOutdated[i])
            kept.push_back(m_stored[i]);
    }
    for (size_t i = from; i < to; ++i)
        m_change.outdated.push_back(m_delivery.stored[i].number);
    std::vector<SaleLine> changed(kept.size() + m_change.added.size());
    std::merge(kept.begin(), kept.end(), m_change.added.begin(), m_change.added.end(), changed.begin(),
               isEarlier);
    m_change.blocks = packInBlocks(changed);
    m_change.lines.assign(m_stored.begin(), m_stored.begin() + static_cast<std::ptrdiff_t>(begin));
    m_change.lines.insert(m_change.lines.end(), changed.begin(), changed.end());
    m_change.lines.insert(m_change.lines.end(), m_stored.begin() + static_cast<std::ptrdiff_t>(end),
                          m_stored.end());
}

} // namespace

SalesChange mergeSales(const EventDelivery &delivery)
{
    if (!delivery.stored.empty())
        return EventMerge(delivery).run();
    SalesChange change;
    change.counts.added = static_cast<std::int64_t>(delivery.lines.size());
    change.isAllNew = true;
    change.blocks = packInBlocks(delivery.lines);
    return change;
}

} // namespace groundswell::service
