#pragma once

#include "app/service/store/sqlite/rescue/knownschema.h"

#include <QFile>

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

namespace groundswell::service {

/// Where the trees of a workspace begin, told from its pages alone. Nothing is guessed: a tree that can't be
/// told from another with certainty is left out.
struct FoundRoots {
    Roots roots;
    int withRows = 0; ///< trees that contain rows that fit
};

/// Looks through a file whose list of tables is damaged.
class RootSearch {
public:
    /// \a file is open and outlives the search. Pages in \a free belong to no tree.
    RootSearch(QFile &file, std::uint32_t pageSize, bool hasChecksums, std::set<std::uint32_t> free);

    /// The roots for a workspace of the last of \a versions, which may have been made in any of them. \a
    /// claimed is what the damaged list says, and is believed if nothing explains more.
    [[nodiscard]] FoundRoots find(std::span<const KnownSchema> versions, const Roots &claimed);

private:
    enum class Finding {
        Fits, ///< all rows that were looked at could belong to it
        Empty,
        Unreadable,
        Contradicts,
    };
    struct Layout {
        Roots roots;
        std::map<std::string, Finding> findings;
        int withRows = 0;
    };

    [[nodiscard]] std::optional<std::span<const unsigned char>> read(std::uint32_t number);
    void survey();
    [[nodiscard]] Finding lookAt(const SchemaObject &object, std::uint32_t root);
    [[nodiscard]] std::optional<Layout> tryOut(const KnownSchema &schema, const Roots &roots);
    [[nodiscard]] Roots agreed(const std::vector<Layout> &layouts) const;
    [[nodiscard]] std::vector<std::uint32_t> loose(const Roots &taken);
    void placeRest(const KnownSchema &schema, FoundRoots &found);

    QFile &m_file;
    size_t m_pageSize;
    bool m_hasChecksums;
    std::uint32_t m_count; ///< pages
    std::set<std::uint32_t> m_free;
    std::set<std::uint32_t> m_below; ///< pages to which another page of a tree leads
    std::vector<std::uint32_t> m_trees; ///< every page of a tree
    bool m_isAllReadable = true;
    std::vector<unsigned char> m_page;
};

} // namespace groundswell::service
