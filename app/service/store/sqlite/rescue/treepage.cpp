#include "app/service/store/sqlite/rescue/treepage.h"

#include <QtEndian>

#include <array>

namespace groundswell::service {

namespace {

enum Kind : unsigned char { IndexInner = 2, TableInner = 5, IndexLeaf = 10, TableLeaf = 13 };

constexpr size_t childBytes = 4; ///< the number of the page below, before an inner page's cell

/// Reads on from a place in a page, and says when it has run out of it.
class Reader {
public:
    Reader(std::span<const unsigned char> bytes, size_t at)
        : m_bytes(bytes)
        , m_at(at)
    {
    }

    /// Big-endian, seven bits a byte, all eight of a ninth one.
    std::uint64_t number()
    {
        constexpr int longest = 9;
        std::uint64_t value = 0;
        for (int i = 1; i <= longest; ++i) {
            if (m_at >= m_bytes.size()) {
                m_isWhole = false;
                return 0;
            }
            const std::uint64_t byte = m_bytes[m_at++];
            if (i == longest)
                return value << 8U | byte;
            value = value << 7U | (byte & 0x7fU);
            if (byte < 0x80)
                return value;
        }
        return value;
    }
    [[nodiscard]] size_t at() const { return m_at; }
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

private:
    std::span<const unsigned char> m_bytes;
    size_t m_at;
    bool m_isWhole = true;
};

std::uint64_t bytesOf(std::uint64_t type)
{
    constexpr std::array<std::uint64_t, 12> fixed{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < fixed.size() ? fixed[type] : (type - fixed.size()) / 2;
}

} // namespace

std::optional<TreePage> TreePage::read(std::span<const unsigned char> usable)
{
    constexpr size_t leafHead = 8, innerHead = 12;
    if (usable.size() < innerHead)
        return std::nullopt;
    TreePage page;
    page.m_bytes = usable;
    const unsigned char kind = usable[0];
    page.m_isTable = kind == TableInner || kind == TableLeaf;
    page.m_isLeaf = kind == IndexLeaf || kind == TableLeaf;
    if (!page.m_isTable && !page.m_isLeaf && kind != IndexInner)
        return std::nullopt;
    const size_t head = page.m_isLeaf ? leafHead : innerHead;
    const size_t count = qFromBigEndian<quint16>(usable.data() + 3);
    const size_t begin = head + 2 * count;
    if (begin > usable.size())
        return std::nullopt;
    for (size_t i = 0; i < count; ++i) {
        const size_t cell = qFromBigEndian<quint16>(usable.data() + head + 2 * i);
        if (cell < begin || cell + childBytes > usable.size())
            return std::nullopt;
        page.m_cells.push_back(cell);
    }
    return page;
}

std::vector<std::uint32_t> TreePage::children() const
{
    constexpr size_t lastChildAt = 8;
    std::vector<std::uint32_t> numbers;
    if (m_isLeaf)
        return numbers;
    for (const size_t cell : m_cells)
        numbers.push_back(qFromBigEndian<quint32>(m_bytes.data() + cell));
    numbers.push_back(qFromBigEndian<quint32>(m_bytes.data() + lastChildAt));
    return numbers;
}

std::optional<std::vector<std::uint64_t>> TreePage::columnTypes(size_t record) const
{
    Reader reader(m_bytes, m_cells[record] + (m_isLeaf ? 0 : childBytes));
    const std::uint64_t bytes = reader.number();
    if (m_isTable)
        (void)reader.number(); // the row's own
    const size_t begin = reader.at();
    const std::uint64_t headBytes = reader.number();
    std::uint64_t sum = headBytes;
    std::vector<std::uint64_t> types;
    while (reader.isWhole() && reader.at() < begin + headBytes) {
        types.push_back(reader.number());
        sum += bytesOf(types.back());
    }
    const bool isRecord = reader.isWhole() && reader.at() == begin + headBytes && sum == bytes;
    return isRecord ? std::optional(types) : std::nullopt;
}

} // namespace groundswell::service
