#include "app/service/store/sqlite/rescue/readablecopy.h"

#include "app/files/privatefile.h"
#include "app/service/store/sqlite/connection/storeproblem.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/filecheck.h"
#include "app/service/store/sqlite/opening/pagescan.h"
#include "app/service/store/sqlite/rescue/pageone.h"

#include <QFileInfo>

#include <algorithm>
#include <set>
#include <string_view>

namespace groundswell::service {

namespace {

constexpr std::uint32_t pageSizeOfOurs = 16'384;
/// Fills the place of a checksum: neither a checksum nor the mark nor blank.
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
        if (block.isEmpty()) // a place that the disk can't read: it is padded below and then found blank
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

void setTail(QFile &file, const FileHeader &header, std::uint32_t page, std::string_view tail)
{
    file.seek(qint64{page} * header.pageSize - checksumBytes);
    file.write(tail.data(), static_cast<qint64>(tail.size()));
}

/// Whole pages, and as many as the first page says if that can be believed.
void pad(QFile &file, std::uint32_t pageSize, std::uint32_t pages)
{
    constexpr qint64 mostTimes = 64; // a wrong number mustn't fill the disk
    const qint64 whole = (file.size() + pageSize - 1) / pageSize * pageSize;
    file.resize(std::clamp(qint64{pages} * pageSize, whole, whole * mostTimes));
}

/// Whether the beginning isn't what it was when the pages after it were written.
bool misleads(const std::optional<FileHeader> &header, bool hasOurPages)
{
    return hasOurPages
        && (!header || header->applicationId != applicationId || header->pageSize != pageSizeOfOurs
            || !header->hasChecksums);
}

/// What the beginning of a file says, and how far that is believed.
struct Beginning {
    FileHeader header;
    bool isOurs = false;
    bool isMisleading = false;
    PageState page = PageState::Damaged;

    Beginning(QFile &file, bool hasOurPages)
    {
        const auto read = headerOf(file);
        isMisleading = misleads(read, hasOurPages);
        isOurs = isMisleading || (read && read->applicationId == applicationId);
        header = read.value_or(FileHeader());
        if (isMisleading) {
            header.pageSize = pageSizeOfOurs;
            header.hasChecksums = true;
        }
        if (isOurs && !isMisleading)
            page = firstPageOf(file, header.pageSize);
    }
    [[nodiscard]] bool isSound() const
    {
        return !isMisleading && header.hasChecksums
            && (page == PageState::Sound || page == PageState::Unprotected);
    }
};

void setTails(QFile &file, const FileHeader &header, const PageScan &scan, bool mayBeBlank)
{
    for (const std::uint32_t page : scan.damaged())
        setTail(file, header, page, page == 1 ? unprotectedMark : spoilt);
    for (const std::uint32_t page : scan.blank()) {
        if (page == 1 || !mayBeBlank)
            setTail(file, header, page, page == 1 ? unprotectedMark : spoilt);
    }
}

/// The log may hold the first page as it was. It is taken into the file here, because SQLite wouldn't find
/// out whether it belongs there.
void takeLog(QFile &file, const QString &copyPath)
{
    const std::set<std::uint32_t> pages = replayLog(logOf(copyPath), file);
    QFile::remove(logOf(copyPath));
    FileHeader header;
    header.pageSize = pageSizeOfOurs;
    for (const std::uint32_t page : pages)
        setTail(file, header, page, unprotectedMark);
}

Expected<ReadableCopy> repair(QFile &file, const QString &path)
{
    const bool hasOurPages = holdsOurPages(path);
    Beginning start(file, hasOurPages);
    if (!start.isOurs)
        return refuse(storeKey::notAWorkspace, path);
    const bool takesLog = start.header.hasChecksums && !start.isSound();
    if (takesLog) {
        takeLog(file, file.fileName());
        start = Beginning(file, hasOurPages);
    }
    const auto newest = static_cast<std::uint32_t>(migrations().back().number);
    const bool isBelieved = start.isSound() || !start.header.hasChecksums;
    if (isBelieved && start.header.userVersion > newest && start.header.userVersion <= highestVersion)
        return refuse(storeKey::newer, QStringLiteral("%1, %2").arg(start.header.userVersion).arg(newest));
    ReadableCopy copy;
    copy.version = std::clamp(start.header.userVersion, 1U, newest);
    copy.pageSize = start.header.pageSize;
    copy.firstFreePage = start.header.firstFreePage;
    copy.hasChecksums = start.header.hasChecksums;
    // Without checksums, the list of tables itself must show whether it is one.
    copy.isFirstPageSound =
        start.isSound() || (!copy.hasChecksums && copy.version == start.header.userVersion);
    pad(file, copy.pageSize, copy.isFirstPageSound ? start.header.pageCount : 0);
    if (!copy.isFirstPageSound)
        writeHeader(file, copy.pageSize, copy.hasChecksums, newest);
    if (!copy.hasChecksums)
        return copy;
    PageScan scan(file, start.header);
    if (!scan.run(takesLog ? std::set<std::uint32_t>() : scanLog(logOf(path)).pages))
        return refuse(storeKey::cannotOpen, path);
    setTails(file, start.header, scan, scan.isFirstUnprotected() && !takesLog);
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
