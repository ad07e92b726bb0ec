#include "app/service/store/sqlite/rescue/rootsearch.h"

#include "app/service/store/sqlite/connection/checkedpages.h"
#include "app/service/store/sqlite/rescue/treepage.h"

#include <algorithm>
#include <optional>

namespace groundswell::service {

namespace {

/// Pages of a tree, from its beginning. They lead to those behind them.
constexpr size_t pagesToLookAt = 64;

/// SQLite's list of tables itself: a part of it may lie on pages of its own.
const SchemaObject &listOfTables()
{
    using Kind = StoredColumn::Kind;
    static const SchemaObject list{"table",
                                   "sqlite_schema",
                                   "sqlite_schema",
                                   {},
                                   true,
                                   {{Kind::Bytes, false},
                                    {Kind::Bytes, false},
                                    {Kind::Bytes, false},
                                    {Kind::Integer, false},
                                    {Kind::Bytes, true}},
                                   5};
    return list;
}

} // namespace

RootSearch::RootSearch(QFile &file, std::uint32_t pageSize, bool hasChecksums, std::set<std::uint32_t> free)
    : m_file(file)
    , m_pageSize(pageSize)
    , m_hasChecksums(hasChecksums)
    , m_count(static_cast<std::uint32_t>(file.size() / pageSize))
    , m_free(std::move(free))
{
    survey();
}

std::optional<std::span<const unsigned char>> RootSearch::read(std::uint32_t number)
{
    m_page.resize(m_pageSize);
    const auto size = static_cast<qint64>(m_pageSize);
    if (number < 2 || number > m_count || !m_file.seek((number - 1) * size)
        || m_file.read(reinterpret_cast<char *>(m_page.data()), size) != size)
        return std::nullopt;
    if (!m_hasChecksums)
        return m_page;
    if (stateOf(m_page, number) == PageState::Damaged)
        return std::nullopt;
    return std::span(m_page).first(m_pageSize - checksumBytes);
}

void RootSearch::survey()
{
    constexpr std::uint32_t lockByte = 0x40000000; // the page in which it lies is never written
    for (std::uint32_t number = 2; number <= m_count; ++number) {
        if (number == lockByte / m_pageSize + 1)
            continue;
        const auto bytes = read(number);
        m_isAllReadable = m_isAllReadable && bytes;
        const auto page = bytes ? TreePage::read(*bytes) : std::nullopt;
        if (!page)
            continue;
        m_trees.push_back(number);
        for (const std::uint32_t child : page->children())
            m_below.insert(child);
    }
}

RootSearch::Finding RootSearch::lookAt(const SchemaObject &object, std::uint32_t root)
{
    if (m_below.contains(root))
        return Finding::Contradicts;
    std::vector<std::uint32_t> pages{root};
    bool hasRows = false;
    for (size_t i = 0; i < pages.size(); ++i) {
        const auto bytes = read(pages[i]);
        if (!bytes)
            continue;
        const auto page = TreePage::read(*bytes);
        if (!page || page->isTable() != object.isTable)
            return Finding::Contradicts;
        if (page->isEmpty() && pages.size() == 1)
            return Finding::Empty;
        for (size_t record = 0; record < page->records(); ++record) {
            const auto types = page->columnTypes(record);
            if (!types || !object.fits(*types))
                return Finding::Contradicts;
            hasRows = true;
        }
        for (const std::uint32_t child : page->children()) {
            if (pages.size() < pagesToLookAt && std::ranges::find(pages, child) == pages.end())
                pages.push_back(child);
        }
    }
    return hasRows ? Finding::Fits : Finding::Unreadable;
}

/// Nullopt if a single tree contradicts: then the file came about in another way.
std::optional<RootSearch::Layout> RootSearch::tryOut(const KnownSchema &schema, const Roots &roots)
{
    Layout layout;
    for (const SchemaObject &object : schema.objects) {
        const auto root = roots.find(object.name);
        if (root == roots.end())
            continue;
        const Finding finding = lookAt(object, root->second);
        if (finding == Finding::Contradicts)
            return std::nullopt;
        layout.roots.insert(*root);
        layout.findings[object.name] = finding;
        layout.withRows += finding == Finding::Fits ? 1 : 0;
    }
    return layout;
}

/// Among layouts that explain equally much: where they differ, nothing is known, unless it is empty in each.
Roots RootSearch::agreed(const std::vector<Layout> &layouts) const
{
    Roots roots;
    std::set<std::string> disputed;
    for (const Layout &layout : layouts) {
        for (const auto &[name, root] : layout.roots) {
            const auto other = roots.emplace(name, root).first;
            const bool isEmpty = std::ranges::all_of(layouts, [&](const Layout &each) {
                const auto finding = each.findings.find(name);
                return finding == each.findings.end() || finding->second == Finding::Empty;
            });
            if (other->second != root && !isEmpty)
                disputed.insert(name);
        }
    }
    for (const std::string &name : disputed)
        roots.erase(name);
    std::map<std::uint32_t, int> uses; // two empty ones may have been given the same page
    std::erase_if(roots, [&](const auto &each) { return ++uses[each.second] > 1; });
    return roots;
}

/// Pages at which an unknown tree begins.
std::vector<std::uint32_t> RootSearch::loose(const Roots &taken)
{
    std::set<std::uint32_t> known(m_below);
    known.insert(m_free.begin(), m_free.end());
    for (const auto &[name, root] : taken)
        known.insert(root);
    std::vector<std::uint32_t> pages;
    for (const std::uint32_t page : m_trees) {
        if (!known.contains(page) && lookAt(listOfTables(), page) != Finding::Fits)
            pages.push_back(page);
    }
    return pages;
}

/// Trees that lie wherever there was room when they were made. Only if no page is missing, and exactly as
/// many trees are left as there must be: otherwise a page may be an unused one, or part of a damaged tree.
void RootSearch::placeRest(const KnownSchema &schema, FoundRoots &found)
{
    std::vector<const SchemaObject *> objects;
    for (const SchemaObject &object : schema.objects) {
        if (!found.roots.contains(object.name))
            objects.push_back(&object);
    }
    if (!m_isAllReadable || objects.empty())
        return;
    const std::vector<std::uint32_t> pages = loose(found.roots);
    if (pages.size() != objects.size())
        return;
    std::map<const SchemaObject *, std::vector<std::uint32_t>> fitting, empty;
    std::map<std::uint32_t, int> uses;
    for (const SchemaObject *object : objects) {
        for (const std::uint32_t page : pages) {
            const Finding finding = lookAt(*object, page);
            if (finding == Finding::Fits) {
                fitting[object].push_back(page);
                ++uses[page];
            } else if (finding == Finding::Empty) {
                empty[object].push_back(page);
            }
        }
    }
    std::set<std::uint32_t> taken;
    for (const SchemaObject *object : objects) {
        const auto &candidates = fitting[object];
        if (candidates.size() == 1 && uses[candidates.front()] == 1) {
            found.roots[object->name] = candidates.front();
            ++found.withRows;
        } else if (candidates.empty()) { // then it has no rows, and it doesn't matter which page it is
            const auto page = std::ranges::find_if(
                empty[object], [&](std::uint32_t each) { return taken.insert(each).second; });
            if (page != empty[object].end())
                found.roots[object->name] = *page;
        }
    }
}

FoundRoots RootSearch::find(std::span<const KnownSchema> versions, const Roots &claimed)
{
    std::vector<Layout> best;
    for (const KnownSchema &made : versions) {
        for (const Roots *roots : {&made.asCreated, &made.asVacuumed}) {
            auto layout = tryOut(versions.back(), *roots);
            if (!layout || (!best.empty() && layout->withRows < best.front().withRows))
                continue;
            if (!best.empty() && layout->withRows > best.front().withRows)
                best.clear();
            best.push_back(std::move(*layout));
        }
    }
    if (auto layout = tryOut(versions.back(), claimed);
        layout && (best.empty() || layout->withRows > best.front().withRows))
        best = {std::move(*layout)};
    if (best.empty())
        return {};
    FoundRoots found{agreed(best), best.front().withRows};
    placeRest(versions.back(), found);
    return found;
}

} // namespace groundswell::service
