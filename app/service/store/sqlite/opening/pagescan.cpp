#include "app/service/store/sqlite/opening/pagescan.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace groundswell::service {

namespace {

constexpr std::int64_t bytesAtOnce = 4LL * 1024 * 1024;
/// The page that holds SQLite's locks is never written.
constexpr std::int64_t lockByte = 0x40000000;

std::uint32_t numberAt(const unsigned char *bytes)
{
    return qFromBigEndian<quint32>(bytes);
}

} // namespace

PageScan::PageScan(QFile &file, const FileHeader &header)
    : m_file(file)
    , m_header(header)
{
}

bool PageScan::run(const std::set<std::uint32_t> &inLog)
{
    const std::int64_t pageSize = m_header.pageSize;
    std::vector<unsigned char> bytes(static_cast<size_t>(std::max(bytesAtOnce, pageSize)));
    std::uint32_t number = 1;
    if (!m_file.seek(0))
        return false;
    for (;;) {
        const qint64 got =
            m_file.read(reinterpret_cast<char *>(bytes.data()), static_cast<qint64>(bytes.size()));
        if (got < 0)
            return false;
        const std::span read(bytes.data(), static_cast<size_t>(got - got % pageSize));
        for (size_t at = 0; at < read.size(); at += m_header.pageSize, ++number) {
            if (!inLog.contains(number))
                note(read.subspan(at, m_header.pageSize), number);
        }
        if (got < static_cast<qint64>(bytes.size()))
            return true;
    }
}

void PageScan::note(std::span<const unsigned char> page, std::uint32_t number)
{
    if (number == lockByte / m_header.pageSize + 1)
        return;
    const PageState state = stateOf(page, number);
    if (number == 1)
        m_first = state;
    m_hasUnprotected = m_hasUnprotected || state == PageState::Unprotected;
    m_sound += state == PageState::Sound ? 1 : 0;
    if (state == PageState::Blank)
        m_blank.push_back(number);
    if (state == PageState::Damaged)
        m_damaged.push_back(number);
}

void PageScan::look(const std::set<std::uint32_t> &inLog)
{
    std::vector<unsigned char> page;
    for (auto numbers : {std::exchange(m_blank, {}), std::exchange(m_damaged, {})}) {
        for (const std::uint32_t number : numbers) {
            if (!inLog.contains(number) && readPage(number, page))
                note(page, number);
        }
    }
}

bool PageScan::readPage(std::uint32_t number, std::vector<unsigned char> &page)
{
    page.resize(m_header.pageSize);
    const std::int64_t begin = std::int64_t{number - 1} * m_header.pageSize;
    return begin < m_file.size() && m_file.seek(begin) // a damaged number may lead anywhere
        && m_file.read(reinterpret_cast<char *>(page.data()), m_header.pageSize) == m_header.pageSize;
}

/// SQLite keeps them as a chain of pages: number of the next one, count, and that many numbers.
std::set<std::uint32_t> PageScan::freePages()
{
    std::set<std::uint32_t> leaves, trunks;
    std::vector<unsigned char> page;
    for (std::uint32_t next = m_header.firstFreePage; next != 0 && trunks.insert(next).second;) {
        if (!readPage(next, page) || stateOf(page, next) == PageState::Damaged)
            break;
        const size_t count = std::min<size_t>(numberAt(page.data() + 4), page.size() / 4 - 2);
        for (size_t i = 0; i < count; ++i)
            leaves.insert(numberAt(page.data() + 8 + 4 * i));
        next = numberAt(page.data());
    }
    return leaves;
}

namespace {

/// SQLite's checksum of its log: two sums over 32-bit numbers, carried on from frame to frame.
class LogSum {
public:
    explicit LogSum(bool isBigEndian)
        : m_isBigEndian(isBigEndian)
    {
    }
    void add(const char *bytes, qint64 size)
    {
        for (qint64 at = 0; at + 8 <= size; at += 8) {
            m_first += number(bytes + at) + m_second;
            m_second += number(bytes + at + 4) + m_first;
        }
    }
    [[nodiscard]] bool is(const char *stored) const
    {
        return qFromBigEndian<quint32>(stored) == m_first && qFromBigEndian<quint32>(stored + 4) == m_second;
    }

private:
    [[nodiscard]] std::uint32_t number(const char *bytes) const
    {
        return m_isBigEndian ? qFromBigEndian<quint32>(bytes) : qFromLittleEndian<quint32>(bytes);
    }
    bool m_isBigEndian;
    std::uint32_t m_first = 0, m_second = 0;
};

/// Head: magic, version, page size, count, two numbers that change with every new beginning ("salt"),
/// checksum. Each frame: page number, pages in all (where a transaction ends), the two numbers, checksum,
/// page.
class LogReader {
public:
    explicit LogReader(const QString &path)
        : m_log(path)
        , m_head(m_log.open(QIODevice::ReadOnly) ? m_log.read(headBytes) : QByteArray())
        , m_sum((magic() & 1U) != 0)
    {
        if ((magic() & ~1U) != 0x377f0682) {
            m_head.clear();
            return;
        }
        m_sum.add(m_head.constData(), sumAt);
        m_isSound = m_sum.is(m_head.constData() + sumAt);
    }

    /// False after the last frame that belongs to this log.
    bool next()
    {
        if (m_head.isEmpty())
            return false;
        const QByteArray frame = m_log.read(frameHeadBytes);
        m_page = m_log.read(pageBytes());
        if (m_page.size() < pageBytes() || m_page.isEmpty()
            || frame.mid(8, saltBytes) != m_head.mid(saltAt, saltBytes))
            return false;
        m_sum.add(frame.constData(), 8);
        m_sum.add(m_page.constData(), m_page.size());
        m_isSound = m_isSound && m_sum.is(frame.constData() + 16);
        m_number = qFromBigEndian<quint32>(frame.constData());
        m_pagesInAll = qFromBigEndian<quint32>(frame.constData() + 4);
        return true;
    }
    [[nodiscard]] qint64 pageBytes() const { return qFromBigEndian<quint32>(m_head.constData() + 8); }
    [[nodiscard]] bool isSound() const { return m_isSound; } ///< this frame and all before it
    [[nodiscard]] std::uint32_t number() const { return m_number; }
    [[nodiscard]] std::uint32_t pagesInAll() const { return m_pagesInAll; } ///< 0 = the transaction goes on
    [[nodiscard]] const QByteArray &page() const { return m_page; }

private:
    static constexpr qint64 headBytes = 32, frameHeadBytes = 24, saltAt = 16, saltBytes = 8, sumAt = 24;
    [[nodiscard]] std::uint32_t magic() const
    {
        return m_head.size() == headBytes ? qFromBigEndian<quint32>(m_head.constData()) : 0;
    }

    QFile m_log;
    QByteArray m_head, m_page;
    LogSum m_sum;
    bool m_isSound = false;
    std::uint32_t m_number = 0, m_pagesInAll = 0;
};

} // namespace

LogScan scanLog(const QString &logPath)
{
    LogScan scan;
    LogReader log(logPath);
    while (log.next()) {
        scan.pages.insert(log.number());
        if (!log.isSound() && log.pagesInAll() != 0)
            ++scan.endsBehindDamage;
    }
    return scan;
}

std::set<std::uint32_t> replayLog(const QString &logPath, QFile &file)
{
    int believed = 0;
    std::uint32_t pagesInAll = 0;
    LogReader first(logPath);
    for (int frame = 1; first.next() && first.isSound(); ++frame) {
        if (first.pagesInAll() != 0) {
            believed = frame;
            pagesInAll = first.pagesInAll();
        }
    }
    std::set<std::uint32_t> pages;
    LogReader log(logPath);
    for (int frame = 1; frame <= believed && log.next(); ++frame) {
        file.seek(qint64{log.number() - 1} * log.pageBytes());
        file.write(log.page());
        pages.insert(log.number());
    }
    if (believed > 0)
        file.resize(qint64{pagesInAll} * log.pageBytes());
    file.flush();
    std::erase_if(pages, [&](std::uint32_t page) { return page > pagesInAll; });
    return pages;
}

} // namespace groundswell::service
