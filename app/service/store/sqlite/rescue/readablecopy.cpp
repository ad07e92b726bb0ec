#include "app/service/store/sqlite/rescue/readablecopy.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/migrations.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/opening/pagescan.h"
#include "app/service/store/sqlite/storeproblem.h"

#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <string_view>

namespace groundswell::service {

namespace {

constexpr std::uint32_t pageSizeOfOurs = 16'384;
/// In the place of a checksum: neither one nor the mark nor blank.
constexpr std::string_view spoilt = "damaged!";

auto refuse(const char *key, const QString &detail)
{
    return tl::make_unexpected(cannotOpen(key, detail));
}

bool copyBytes(const QString &from, const QString &to)
{
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly) || !openPrivately(target, QIODevice::WriteOnly))
        return false;
    constexpr qint64 atOnce = 4LL * 1024 * 1024;
    while (!source.atEnd()) {
        const QByteArray block = source.read(atOnce);
        if (block.isEmpty()) // a place that the disk can't read: what follows is padded and found blank
            break;
        if (target.write(block) != block.size())
            return false;
    }
    return target.flush();
}

std::optional<FileHeader> headerOf(QFile &file)
{
    file.seek(0);
    const QByteArray start = file.read(FileHeader::bytes);
    return FileHeader::read(
        {reinterpret_cast<const unsigned char *>(start.constData()), static_cast<size_t>(start.size())});
}

PageState firstPageOf(QFile &file, std::uint32_t pageSize)
{
    file.seek(0);
    const QByteArray page = file.read(pageSize);
    return page.size() == pageSize
        ? stateOf(
            {reinterpret_cast<const unsigned char *>(page.constData()), static_cast<size_t>(page.size())}, 1)
        : PageState::Damaged;
}

/// The first hundred bytes as SQLite would write them for a workspace without free pages.
void writeHeader(QFile &file)
{
    QByteArray header(FileHeader::bytes, '\0');
    const auto put = [&](qsizetype at, quint32 value) { qToBigEndian(value, header.data() + at); };
    header.replace(0, 16, QByteArray("SQLite format 3", 16));
    qToBigEndian(static_cast<quint16>(pageSizeOfOurs), header.data() + 16);
    header[18] = header[19] = 2; // with a log
    header[20] = static_cast<char>(checksumBytes);
    header[21] = 64;
    header[22] = header[23] = 32;
    put(24, 1); // count of changes
    put(28, static_cast<quint32>(file.size() / pageSizeOfOurs));
    put(40, 1); // count of changes of the tables
    put(44, 4); // their format
    put(56, 1); // UTF-8
    put(60, static_cast<quint32>(migrations().back().number));
    put(68, applicationId);
    put(92, 1); // the size above belongs to this count of changes
    put(96, 3'040'000); // SQLite's version
    file.seek(0);
    file.write(header);
}

void setTail(QFile &file, const FileHeader &header, std::uint32_t page, std::string_view tail)
{
    file.seek(qint64{page} * header.pageSize - checksumBytes);
    file.write(tail.data(), static_cast<qint64>(tail.size()));
}

/// Whole pages, and as many as the first one says if that can be believed.
void pad(QFile &file, std::uint32_t pageSize, std::uint32_t pages)
{
    constexpr qint64 mostTimes = 64; // a wrong number mustn't fill the disk
    const qint64 whole = (file.size() + pageSize - 1) / pageSize * pageSize;
    file.resize(std::clamp(qint64{pages} * pageSize, whole, whole * mostTimes));
}

/// Whether the beginning isn't what it was when the pages behind it were written.
bool isMisleading(const std::optional<FileHeader> &header, bool hasOurPages)
{
    return hasOurPages
        && (!header || header->applicationId != applicationId || header->pageSize != pageSizeOfOurs
            || !header->hasChecksums);
}

Expected<ReadableCopy> repair(QFile &file, const QString &path)
{
    auto header = headerOf(file);
    const bool rebuilt = isMisleading(header, holdsOurPages(path));
    if (!rebuilt && (!header || header->applicationId != applicationId))
        return refuse(storeKey::notAWorkspace, path);
    ReadableCopy copy;
    const auto newest = static_cast<std::uint32_t>(migrations().back().number);
    if (!rebuilt && header->userVersion > newest) {
        if (!header->hasChecksums || firstPageOf(file, header->pageSize) == PageState::Sound)
            return refuse(storeKey::newer, QStringLiteral("%1, %2").arg(header->userVersion).arg(newest));
        header->userVersion = newest;
    }
    const bool sound =
        !rebuilt && header->hasChecksums && firstPageOf(file, header->pageSize) == PageState::Sound;
    pad(file, rebuilt ? pageSizeOfOurs : header->pageSize,
        sound || (!rebuilt && !header->hasChecksums) ? header->pageCount : 0);
    if (rebuilt) {
        writeHeader(file);
        header = headerOf(file);
    }
    copy.version = header->userVersion;
    copy.hasChecksums = header->hasChecksums;
    if (!copy.hasChecksums)
        return copy;
    PageScan scan(file, *header);
    if (!scan.run(scanLog(logOf(path)).pages))
        return refuse(storeKey::cannotOpen, path);
    copy.isFirstPageSound = sound || scan.isFirstUnprotected();
    for (const std::uint32_t page : scan.damaged())
        setTail(file, *header, page, page == 1 ? unprotectedMark : spoilt);
    for (const std::uint32_t page : scan.blank()) {
        if (page == 1 || !scan.isFirstUnprotected())
            setTail(file, *header, page, page == 1 ? unprotectedMark : spoilt);
    }
    return copy;
}

} // namespace

Expected<ReadableCopy> makeReadableCopy(const QString &path, const QString &copyPath)
{
    const QFileInfo info(path);
    if (info.isDir())
        return refuse(storeKey::notAWorkspace, path);
    if (!info.isReadable())
        return refuse(storeKey::cannotOpen, path);
    if (info.size() == 0)
        return refuse(storeKey::empty, path);
    if (!copyBytes(path, copyPath)
        || (QFile::exists(logOf(path)) && !copyBytes(logOf(path), logOf(copyPath))))
        return refuse(storeKey::full, copyPath);
    QFile file(copyPath);
    if (!file.open(QIODevice::ReadWrite))
        return refuse(storeKey::cannotOpen, copyPath);
    return repair(file, path);
}

} // namespace groundswell::service
