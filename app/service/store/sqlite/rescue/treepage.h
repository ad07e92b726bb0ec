#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace groundswell::service {

/// A page of one of SQLite's trees, read without SQLite: if the list of tables is damaged, nothing else says
/// whose page it is. The format is sqlite.org/fileformat2.html, sections 1.6 and 2.1.
class TreePage {
public:
    /// \a usable is the page without its reserved bytes, and outlives the object. Nullopt if it can't be a
    /// page of a tree but is one of a long value or a free one.
    [[nodiscard]] static std::optional<TreePage> read(std::span<const unsigned char> usable);

    [[nodiscard]] bool isTable() const { return m_isTable; } ///< of rows by number; else of an index
    [[nodiscard]] bool isLeaf() const { return m_isLeaf; }
    [[nodiscard]] bool isEmpty() const { return m_isLeaf && m_cells.empty(); }
    [[nodiscard]] std::vector<std::uint32_t> children() const; ///< numbers of pages; none of a leaf
    [[nodiscard]] size_t records() const { return m_isTable && !m_isLeaf ? 0 : m_cells.size(); }
    /// The types of a record's columns, as SQLite numbers them. Nullopt if it isn't a record.
    [[nodiscard]] std::optional<std::vector<std::uint64_t>> columnTypes(size_t record) const;

private:
    std::span<const unsigned char> m_bytes;
    std::vector<size_t> m_cells; ///< where each begins
    bool m_isTable = false, m_isLeaf = false;
};

} // namespace groundswell::service
