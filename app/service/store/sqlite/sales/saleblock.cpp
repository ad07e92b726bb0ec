#include "app/service/store/sqlite/sales/saleblock.h"

#include "app/service/store/sqlite/connection/database.h"

#include <sqlite3.h>

namespace groundswell::service {

namespace {

// A block: version, number of lines, length of each column in bytes, and the columns. All numbers are of
// variable length: seven bits a byte, least significant first, the eighth bit says that more follow.
constexpr std::uint64_t version = 1;
// Of the column of base prices; higher numbers are a difference to the amount.
constexpr std::uint64_t baseMissing = 0;
constexpr std::uint64_t baseIsAmount = 1;
constexpr std::uint64_t baseDiffers = 2;

[[noreturn]] void failDamaged()
{
    throw SqlError(SQLITE_CORRUPT, "stored sales are damaged");
}

void append(std::string &bytes, std::uint64_t number)
{
    while (number >= 0x80) {
        bytes += static_cast<char>(number | 0x80);
        number >>= 7U;
    }
    bytes += static_cast<char>(number);
}

/// Small numbers of either sign become small ones without.
std::uint64_t folded(std::int64_t number)
{
    return (static_cast<std::uint64_t>(number) << 1U) ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unfolded(std::uint64_t number)
{
    return static_cast<std::int64_t>((number >> 1U) ^ (~(number & 1U) + 1));
}

void appendBase(std::string &bytes, const SaleLine &line)
{
    if (line.baseMinor == SaleLine::noBase)
        append(bytes, baseMissing);
    else if (line.baseMinor == line.amountMinor)
        append(bytes, baseIsAmount);
    else
        append(bytes, baseDiffers + folded(line.baseMinor - line.amountMinor));
}

std::int64_t baseOf(std::uint64_t number, std::int64_t amount)
{
    if (number == baseMissing)
        return SaleLine::noBase;
    const auto sum =
        static_cast<std::uint64_t>(amount) + static_cast<std::uint64_t>(unfolded(number - baseDiffers));
    return number == baseIsAmount ? amount : static_cast<std::int64_t>(sum);
}

} // namespace

std::string packSales(std::span<const SaleLine> lines)
{
    std::array<std::string, SaleBlockReader::Columns> columns;
    for (std::string &column : columns)
        column.reserve(lines.size() * 3);
    std::int64_t before = 0;
    for (const SaleLine &line : lines) {
        append(columns[SaleBlockReader::At], folded(line.at - before));
        before = line.at;
        append(columns[SaleBlockReader::Customer], line.customer);
        append(columns[SaleBlockReader::Quantity], folded(line.quantity));
        append(columns[SaleBlockReader::Amount], folded(line.amountMinor));
        appendBase(columns[SaleBlockReader::Base], line);
        append(columns[SaleBlockReader::Category], line.category);
        append(columns[SaleBlockReader::InvoiceLength], line.invoice.size());
        columns[SaleBlockReader::InvoiceText] += line.invoice;
    }
    std::string bytes;
    append(bytes, version);
    append(bytes, lines.size());
    for (const std::string &column : columns)
        append(bytes, column.size());
    for (const std::string &column : columns)
        bytes += column;
    return bytes;
}

std::uint64_t SaleBlockReader::Cursor::number()
{
    if (at != end && *at < 0x80) // most are small
        return *at++;
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && at != end; shift += 7) {
        const std::uint64_t byte = *at++;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    failDamaged();
}

std::int64_t SaleBlockReader::Cursor::difference()
{
    return unfolded(number());
}

SaleBlockReader::SaleBlockReader(std::string_view bytes)
{
    Cursor head{reinterpret_cast<const unsigned char *>(bytes.data()), nullptr};
    head.end = head.at + bytes.size();
    if (head.number() != version)
        failDamaged();
    const std::uint64_t count = head.number();
    std::array<std::uint64_t, Columns> sizes{};
    for (std::uint64_t &size : sizes)
        size = head.number();
    for (size_t i = 0; i < m_columns.size(); ++i) {
        if (sizes[i] > static_cast<std::uint64_t>(head.end - head.at))
            failDamaged();
        m_columns[i] = {head.at, head.at + sizes[i]};
        head.at += sizes[i];
    }
    if (count > sizes[At]) // a line has at least a byte of each column
        failDamaged();
    m_count = static_cast<std::uint32_t>(count);
}

bool SaleBlockReader::next(SaleLine &line)
{
    if (m_read == m_count)
        return false;
    ++m_read;
    m_at = static_cast<std::int64_t>(static_cast<std::uint64_t>(m_at)
                                     + static_cast<std::uint64_t>(m_columns[At].difference()));
    line.at = m_at;
    line.customer = static_cast<std::uint32_t>(m_columns[Customer].number());
    line.quantity = static_cast<std::int32_t>(m_columns[Quantity].difference());
    line.amountMinor = m_columns[Amount].difference();
    line.baseMinor = baseOf(m_columns[Base].number(), line.amountMinor);
    line.category = static_cast<std::uint32_t>(m_columns[Category].number());
    const std::uint64_t length = m_columns[InvoiceLength].number();
    Cursor &text = m_columns[InvoiceText];
    if (length > static_cast<std::uint64_t>(text.end - text.at))
        failDamaged();
    line.invoice = {reinterpret_cast<const char *>(text.at), static_cast<size_t>(length)};
    text.at += length;
    return true;
}

} // namespace groundswell::service
