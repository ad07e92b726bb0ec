#include "app/service/store/sqlite/rescue/pageone.h"

#include "app/service/store/sqlite/connection/checkedpages.h"
#include "app/service/store/sqlite/migrations/migrations.h"

#include <QtEndian>

namespace groundswell::service {

void writeHeader(QFile &file, std::uint32_t pageSize, bool hasChecksums, std::uint32_t version)
{
    constexpr std::uint32_t largestPage = 65'536; // doesn't fit, and is written as 1
    QByteArray header(FileHeader::bytes, '\0');
    const auto put = [&](qsizetype at, quint32 value) { qToBigEndian(value, header.data() + at); };
    header.replace(0, 16, QByteArray("SQLite format 3", 16));
    qToBigEndian(static_cast<quint16>(pageSize == largestPage ? 1 : pageSize), header.data() + 16);
    header[18] = header[19] = 2; // with a log
    header[20] = static_cast<char>(hasChecksums ? checksumBytes : 0);
    header[21] = 64;
    header[22] = header[23] = 32;
    put(24, 1); // count of changes
    put(28, static_cast<quint32>(file.size() / pageSize));
    put(40, 1); // count of changes of the tables
    put(44, 4); // their format
    put(56, 1); // UTF-8
    put(60, version);
    put(68, applicationId);
    put(92, 1); // the size above belongs to this count of changes
    put(96, 3'040'000); // SQLite's version
    file.seek(0);
    file.write(header);
}

void writePageOne(QFile &file, std::uint32_t pageSize, bool hasChecksums, std::uint32_t version)
{
    const auto tail = hasChecksums ? unprotectedMark : std::string_view();
    const auto usable = static_cast<qsizetype>(pageSize - tail.size());
    QByteArray page(usable, '\0');
    constexpr qsizetype treeAt = FileHeader::bytes;
    page[treeAt] = 13; // a table's page without pages below
    qToBigEndian(static_cast<quint16>(usable), page.data() + treeAt + 5); // rows begin at the end; none yet
    page.append(tail.data(), static_cast<qsizetype>(tail.size()));
    file.seek(0);
    file.write(page);
    writeHeader(file, pageSize, hasChecksums, version);
    file.flush();
}

} // namespace groundswell::service
