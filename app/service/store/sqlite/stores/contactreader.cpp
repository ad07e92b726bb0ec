#include "app/service/store/sqlite/stores/contactreader.h"

#include "app/service/store/sqlite/staging/stage.h"
#include "app/service/store/sqlite/stores/contentstate.h"

#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstring>
#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <utility>

namespace groundswell::service {

namespace {

constexpr size_t scanAbove = 3;
std::string selectContacts(Database &database)
{
    return "SELECT id, email, phone, first_name, last_name, city, zip, country, language, birth_year FROM "
        + countingCustomers(database);
}

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
    Statement select = database.prepare(selectContacts(database) + " WHERE id = ?");
    for (const std::string &id : ids) {
        select.bindAll(id);
        if (select.step())
            visit(contactOf(select));
        select.reset();
    }
}

using Ids = std::span<const std::string>;

/// Walks through the contacts between the first and the last of some ids.
class Scan {
public:
    explicit Scan(Database &database)
        : m_select(database.prepare(selectContacts(database) + " WHERE id BETWEEN ? AND ? ORDER BY id"))
    {
    }
    /// \a ids: ascending as bytes, which is also how SQLite orders texts; at least one.
    void visit(Ids ids, const ContactVisitor &visit)
    {
        m_select.bindView(1, ids.front()).bindView(2, ids.back());
        auto wanted = ids.begin();
        while (wanted != ids.end() && m_select.step()) {
            const CustomerContact contact = contactOf(m_select);
            while (wanted != ids.end() && *wanted < contact.id)
                ++wanted;
            for (; wanted != ids.end() && *wanted == contact.id; ++wanted)
                visit(contact);
        }
        m_select.reset();
    }

private:
    Statement m_select;
};

/// Contacts that have been copied out of their rows.
class Block {
public:
    /// False if it is full.
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
    bool endsPiece = false; ///< the next one comes from the other reader

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

/// Hands blocks from the thread that reads to the thread that visits, a few at a time.
class BlockQueue {
public:
    /// False if nobody wants more.
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
    /// Null after the last one.
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
    /// Blocks that are waiting can still be taken.
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

constexpr size_t readers = 2;
constexpr size_t idsOfPiece = 2048; ///< fewer than the blocks that may wait have room for

/// Every second piece of \a ids, from \a piece on.
void readPieces(Database &database, Ids ids, size_t piece, BlockQueue &queue)
{
    const Closing closing{queue};
    Scan scan(database);
    Block block;
    const auto handOn = [&] {
        if (!queue.put(std::exchange(block, Block())))
            throw Enough();
    };
    try {
        for (size_t begin = piece * idsOfPiece; begin < ids.size(); begin += readers * idsOfPiece) {
            scan.visit(ids.subspan(begin, std::min(idsOfPiece, ids.size() - begin)),
                       [&](const CustomerContact &contact) {
                           if (block.add(contact))
                               return;
                           handOn();
                           block.add(contact);
                       });
            block.endsPiece = true;
            handOn();
        }
    } catch (const Enough &) {
        return;
    }
}

/// False if the reader ended before the piece did.
bool visitPiece(BlockQueue &queue, const ContactVisitor &visit)
{
    while (const auto block = queue.take()) {
        for (const CustomerContact &contact : block->contacts())
            visit(contact);
        if (block->endsPiece)
            return true;
    }
    return false;
}

/// Each connection reads on a thread of its own, taking pieces in turn, so that a list is written while the
/// next contacts are read. Meanwhile the connection belongs to its thread.
void readAhead(const std::array<Database *, readers> &databases, Ids ids, const ContactVisitor &visit)
{
    std::array<BlockQueue, readers> queues;
    std::array<std::future<void>, readers> reading;
    for (size_t i = 0; i < readers; ++i)
        reading[i] = std::async(std::launch::async, [&, i] { readPieces(*databases[i], ids, i, queues[i]); });
    {
        const auto closeAll = qScopeGuard([&] { // nobody reads on, even if the visitor throws
            for (BlockQueue &queue : queues)
                queue.close();
        });
        bool isMore = true;
        for (size_t piece = 0; isMore && piece * idsOfPiece < ids.size(); ++piece)
            isMore = visitPiece(queues[piece % readers], visit);
    }
    for (std::future<void> &each : reading)
        each.get();
}

} // namespace

void readContacts(Database &database, Database &other, const std::vector<std::string> &ids,
                  const ContactVisitor &visit)
{
    Statement count = database.prepare("SELECT count(*) FROM customer");
    count.step();
    // Walking through all of them in order is quicker than looking up every third one.
    const bool inOneScan = std::is_sorted(ids.begin(), ids.end())
        && ids.size() > static_cast<size_t>(count.integer(0)) / scanAbove;
    count.reset();
    // Both connections see the same customers unless somebody has just changed them.
    const bool seeTheSame = readContentState(database).customers == readContentState(other).customers;
    if (inOneScan && seeTheSame)
        readAhead({&database, &other}, ids, visit);
    else
        visitOneByOne(database, ids, visit);
}

} // namespace groundswell::service
