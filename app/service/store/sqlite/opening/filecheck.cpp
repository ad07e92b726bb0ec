#include "app/service/store/sqlite/opening/filecheck.h"

#include "app/service/store/sqlite/connection/storeproblem.h"
#include "app/service/store/sqlite/migrations/migrations.h"
#include "app/service/store/sqlite/opening/pagescan.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>

namespace groundswell::service {

namespace {

/// The page size of a workspace since pages carry checksums; earlier files had other sizes too, and no
/// checksums.
constexpr std::uint32_t usualPageSize = 16'384;

std::span<const unsigned char> bytesOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const unsigned char *>(bytes.constData()), static_cast<size_t>(bytes.size())};
}

bool startsAsDatabase(const QByteArray &start)
{
    const QByteArray magic("SQLite format 3", 16);
    return !start.isEmpty() && magic.startsWith(start.first(std::min(start.size(), magic.size())));
}

auto refuse(const char *key, const QString &path)
{
    return tl::make_unexpected(cannotOpen(key, path));
}

/// Pages that the header counts and that are neither in the file nor in the log.
bool isCutShort(const QFile &file, const FileHeader &header, const std::set<std::uint32_t> &inLog)
{
    const qint64 size = file.size();
    if (size % header.pageSize != 0)
        return true;
    for (auto page = static_cast<std::uint32_t>(size / header.pageSize) + 1; page <= header.pageCount;
         ++page) {
        if (!inLog.contains(page))
            return true;
    }
    return false;
}

Expected<Protection> judge(PageScan &scan, const QString &path)
{
    if (!scan.hasSound() && scan.damaged().empty())
        return Protection::None; // written anew by another program
    if (!scan.damaged().empty() || (!scan.blank().empty() && !scan.isFirstUnprotected())) {
        // New pages come with a change of the first page; otherwise they are lost ones, unless nobody uses
        // them.
        const std::set<std::uint32_t> free = scan.freePages();
        const auto isFree = [&](std::uint32_t page) { return free.contains(page); };
        if (!std::ranges::all_of(scan.damaged(), isFree)
            || (!scan.isFirstUnprotected() && !std::ranges::all_of(scan.blank(), isFree)))
            return refuse(storeKey::damaged, path);
    }
    return scan.hasUnprotected() ? Protection::Partly : Protection::Whole;
}

Expected<Protection> checkPages(QFile &file, const FileHeader &header)
{
    const QString path = file.fileName();
    const LogScan log = scanLog(logOf(path));
    if (isCutShort(file, header, log.pages) && isCutShort(file, header, scanLog(logOf(path)).pages))
        return refuse(storeKey::damaged, path);
    // SQLite would go on from there as if nothing had been stored since.
    if (log.endsBehindDamage > 1 && scanLog(logOf(path)).endsBehindDamage > 1)
        return refuse(storeKey::damaged, path);
    if (!header.hasChecksums) // as the first page says, and the other pages may know better
        return holdsOurPages(path) ? refuse(storeKey::damaged, path) : Expected<Protection>(Protection::None);
    PageScan scan(file, header);
    if (!scan.run(log.pages))
        return refuse(storeKey::damaged, path); // the disk can't read it
    if (!scan.blank().empty() || !scan.damaged().empty()) {
        // Another program may have moved pages from the log into the file while we were reading. Those are in
        // the log, or are whole in the file by now.
        scan.look(scanLog(logOf(path)).pages);
    }
    return judge(scan, path);
}

} // namespace

void setLogAside(const QString &path)
{
    if (QFileInfo::exists(path) || !QFileInfo::exists(logOf(path)))
        return;
    const QString aside = logOf(path) + QStringLiteral(".left-over");
    QFile::remove(aside);
    QFile::rename(logOf(path), aside);
    QFile::remove(path + QStringLiteral("-shm"));
}

QString untouchedName(const QString &path)
{
    if (QFileInfo::exists(logOf(path)))
        return path;
    const QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    return QString::fromLatin1(url.toEncoded()) + QStringLiteral("?immutable=1");
}

bool holdsOurPages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // Two are proof enough; the first page may be the damaged one.
    constexpr std::uint32_t looks = 64;
    const auto pages = static_cast<std::uint32_t>(file.size() / usualPageSize);
    for (std::uint32_t number = 1; number <= std::min(pages, looks); ++number) {
        file.seek(qint64{number - 1} * usualPageSize);
        const QByteArray page = file.read(usualPageSize);
        if (page.size() == usualPageSize && stateOf(bytesOf(page), number) == PageState::Sound)
            return true;
    }
    return false;
}

namespace {

/// Whether the first page isn't as it was written although others are: then nothing it says counts.
bool isFirstPageSpoilt(QFile &file)
{
    file.seek(0);
    const QByteArray page = file.read(usualPageSize);
    return page.size() == usualPageSize && stateOf(bytesOf(page), 1) == PageState::Damaged
        && holdsOurPages(file.fileName());
}

/// For a file that claims to be of a future version.
auto refuseAsNewer(QFile &file, const FileHeader &header, std::uint32_t newestVersion)
{
    if (header.userVersion > highestVersion || isFirstPageSpoilt(file))
        return refuse(storeKey::damaged, file.fileName());
    return tl::make_unexpected(
        cannotOpen(storeKey::newer, QStringLiteral("%1, %2").arg(header.userVersion).arg(newestVersion)));
}

} // namespace

Expected<Protection> checkFile(const QString &path, std::uint32_t newestVersion)
{
    QFile file(path);
    if (QFileInfo(path).isDir())
        return refuse(storeKey::notAWorkspace, path);
    if (!file.open(QIODevice::ReadOnly))
        return refuse(storeKey::cannotOpen, path + QStringLiteral(": ") + file.errorString());
    const bool hasLog = QFileInfo(logOf(path)).size() > 0;
    if (file.size() == 0)
        return hasLog ? Expected<Protection>(Protection::None) : refuse(storeKey::empty, path);
    const QByteArray start = file.read(FileHeader::bytes);
    const auto header = FileHeader::read(bytesOf(start));
    if (!header) {
        const bool wasOurs = holdsOurPages(path) || (startsAsDatabase(start) && start.size() < 100);
        return refuse(wasOurs ? storeKey::damaged : storeKey::notAWorkspace, path);
    }
    // What the log says about the first page isn't known here: the caller asks SQLite too.
    if (header->applicationId != applicationId) {
        if (isFirstPageSpoilt(file))
            return refuse(storeKey::damaged, path);
        return header->applicationId == 0 ? Expected<Protection>(Protection::None)
                                          : refuse(storeKey::notAWorkspace, path);
    }
    if (header->userVersion > newestVersion)
        return refuseAsNewer(file, *header, newestVersion);
    return checkPages(file, *header);
}

} // namespace groundswell::service
