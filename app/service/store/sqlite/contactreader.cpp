#include "app/service/store/sqlite/contactreader.h"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

namespace groundswell::service {

namespace {

constexpr size_t scanAbove = 3;
constexpr std::string_view selectContacts =
    "SELECT id, email, phone, first_name, last_name, city, zip, country, language, birth_year FROM customer";

CustomerContact contactOf(const Statement &row)
{
    CustomerContact contact{row.view(0), row.view(1), row.view(2), row.view(3), row.view(4),
                            row.view(5), row.view(6), row.view(7), row.view(8), {}};
    if (!row.isNull(9))
        contact.birthYear = static_cast<int>(row.integer(9));
    return contact;
}

void visitOneByOne(Database &database, const std::vector<std::string> &ids, const ContactVisitor &visit)
{
    Statement select = database.prepare(std::string(selectContacts) + " WHERE id = ?");
    for (const std::string &id : ids) {
        select.bindAll(id);
        if (select.step())
            visit(contactOf(select));
        select.reset();
    }
}

/// \a ids: ascending as bytes, which is SQLite's order of texts too.
void visitInOneScan(Database &database, const std::vector<std::string> &ids, const ContactVisitor &visit)
{
    Statement select = database.prepare(std::string(selectContacts) + " ORDER BY id");
    auto wanted = ids.begin();
    while (wanted != ids.end() && select.step()) {
        const std::string_view id = select.view(0);
        while (wanted != ids.end() && *wanted < id)
            ++wanted;
        for (; wanted != ids.end() && *wanted == id; ++wanted)
            visit(contactOf(select));
    }
}

/// Contacts that have been copied out of their rows.
class Block {
public:
    /// False where it is full.
    bool add(const CustomerContact &contact)
    {
        size_t size = 0;
        for (const auto field : fields)
            size += (contact.*field).size();
        if (m_used + size > m_capacity) {
            if (!m_contacts.empty())
                return false;
            m_capacity = size; // a single one may be as long as it likes
            m_texts = std::make_unique<char[]>(m_capacity);
        }
        CustomerContact &copy = m_contacts.emplace_back(contact);
        for (const auto field : fields)
            copy.*field = kept(contact.*field);
        return true;
    }
    [[nodiscard]] const std::vector<CustomerContact> &contacts() const { return m_contacts; }

private:
    static constexpr std::array fields{
        &CustomerContact::id,        &CustomerContact::email,    &CustomerContact::phone,
        &CustomerContact::firstName, &CustomerContact::lastName, &CustomerContact::city,
        &CustomerContact::zip,       &CustomerContact::country,  &CustomerContact::language};

    std::string_view kept(std::string_view text)
    {
        char *place = m_texts.get() + m_used;
        if (!text.empty())
            std::memcpy(place, text.data(), text.size());
        m_used += text.size();
        return {place, text.size()};
    }

    size_t m_capacity = 128 * 1024;
    size_t m_used = 0;
    std::unique_ptr<char[]> m_texts = std::make_unique<char[]>(m_capacity);
    std::vector<CustomerContact> m_contacts; ///< their texts lie in m_texts
};

/// Hands blocks from the thread that reads to the one that visits, a few at a time.
class BlockQueue {
public:
    /// False where nobody wants more.
    bool put(Block block)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_blocks.size() < mostWaiting || m_closed; });
        if (m_closed)
            return false;
        m_blocks.push_back(std::move(block));
        m_changed.notify_all();
        return true;
    }
    /// Null behind the last one.
    std::optional<Block> take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_blocks.empty() || m_closed; });
        if (m_blocks.empty())
            return std::nullopt;
        Block block = std::move(m_blocks.front());
        m_blocks.pop_front();
        m_changed.notify_all();
        return block;
    }
    /// What is waiting can still be taken.
    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
        m_changed.notify_all();
    }

private:
    static constexpr size_t mostWaiting = 4;
    std::mutex m_mutex; ///< guards the blocks between the two threads
    std::condition_variable m_changed;
    std::deque<Block> m_blocks;
    bool m_closed = false;
};

struct Closing {
    BlockQueue &queue;
    ~Closing() { queue.close(); }
};

struct Enough { }; // thrown through the scan by the reading thread when nobody wants more

/// Reads in a thread of its own, so that a list is written while the next contacts are read. The connection
/// is that thread's as long as it lasts.
void readAhead(Database &database, const std::vector<std::string> &ids, BlockQueue &queue)
{
    const Closing closing{queue};
    Block block;
    const auto handOn = [&] {
        if (!queue.put(std::exchange(block, Block())))
            throw Enough();
    };
    try {
        visitInOneScan(database, ids, [&](const CustomerContact &contact) {
            if (block.add(contact))
                return;
            handOn();
            block.add(contact);
        });
        handOn();
    } catch (const Enough &) {
        return;
    }
}

} // namespace

void readContacts(Database &database, const std::vector<std::string> &ids, const ContactVisitor &visit)
{
    Statement count = database.prepare("SELECT count(*) FROM customer");
    count.step();
    // One walk through all of them in order beats finding every third by itself.
    const bool inOneScan = std::is_sorted(ids.begin(), ids.end())
        && ids.size() > static_cast<size_t>(count.integer(0)) / scanAbove;
    count.reset();
    if (!inOneScan) {
        visitOneByOne(database, ids, visit);
        return;
    }
    BlockQueue queue;
    std::future<void> reading = std::async(std::launch::async, [&] { readAhead(database, ids, queue); });
    const Closing closing{queue}; // where the visitor throws, the reader stops
    while (const auto block = queue.take()) {
        for (const CustomerContact &contact : block->contacts())
            visit(contact);
    }
    reading.get();
}

} // namespace groundswell::service
