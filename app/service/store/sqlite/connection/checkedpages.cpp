#include "app/service/store/sqlite/connection/checkedpages.h"

#include <sqlite3.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <new>
#include <vector>

namespace groundswell::service {

namespace {

using Sum = std::array<unsigned char, checksumBytes>;

static_assert(unprotectedMark.size() == checksumBytes);
constexpr std::array<unsigned char, 16> magic{'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f',
                                              'o', 'r', 'm', 'a', 't', ' ', '3', '\0'};

/// The page's number is part of it: a page in another one's place is damage.
Sum checksumOf(std::span<const unsigned char> content, std::uint32_t number)
{
    const std::uint64_t hash = XXH3_64bits_withSeed(content.data(), content.size(), number);
    Sum sum{};
    for (size_t i = 0; i < sum.size(); ++i) // little-endian on every machine
        sum[i] = static_cast<unsigned char>(hash >> (8 * i));
    return sum;
}

bool isZero(std::span<const unsigned char> bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](unsigned char byte) { return byte == 0; });
}

std::uint32_t bigEndian(std::span<const unsigned char> bytes, size_t at)
{
    return std::uint32_t{bytes[at]} << 24U | std::uint32_t{bytes[at + 1]} << 16U
        | std::uint32_t{bytes[at + 2]} << 8U | std::uint32_t{bytes[at + 3]};
}

/// A database file of SQLite's, and the real file behind it.
class CheckedFile {
public:
    CheckedFile(sqlite3_file *real)
        : m_real(real)
    {
        lookAtHeader();
    }

    [[nodiscard]] sqlite3_file *real() const { return m_real; }

    int read(void *buffer, int size, sqlite3_int64 at)
    {
        const int code = m_real->pMethods->xRead(m_real, buffer, size, at);
        if (code != SQLITE_OK || !isPage(size, at))
            return code;
        const std::span page(static_cast<unsigned char *>(buffer), static_cast<size_t>(size));
        if (!isUsable(page, numberAt(at)))
            return SQLITE_IOERR_DATA;
        std::copy(unprotectedMark.begin(), unprotectedMark.end(), page.last(checksumBytes).begin());
        return SQLITE_OK;
    }

    int write(const void *buffer, int size, sqlite3_int64 at)
    {
        const std::span bytes(static_cast<const unsigned char *>(buffer), static_cast<size_t>(size));
        if (at == 0)
            takeHeader(bytes);
        else if (!m_hasChecksums)
            lookAtHeader(); // another connection may have written the first page since
        if (!isPage(size, at))
            return m_real->pMethods->xWrite(m_real, buffer, size, at);
        m_page.assign(bytes.begin(), bytes.end()); // the buffer belongs to SQLite
        const Sum sum = checksumOf(bytes.first(bytes.size() - checksumBytes), numberAt(at));
        std::copy(sum.begin(), sum.end(), m_page.end() - checksumBytes);
        return m_real->pMethods->xWrite(m_real, m_page.data(), size, at);
    }

    /// A page in mapped memory. A page that isn't sound is not handed out: SQLite reads it then, and is told.
    int fetch(sqlite3_int64 at, int size, void **result)
    {
        const int code = m_real->pMethods->xFetch(m_real, at, size, result);
        if (code != SQLITE_OK || !*result || !isPage(size, at))
            return code;
        const std::uint32_t number = numberAt(at);
        if (number >= m_wasChecked.size())
            m_wasChecked.resize(number + 1024);
        if (m_wasChecked[number])
            return SQLITE_OK;
        const std::span page(static_cast<const unsigned char *>(*result), static_cast<size_t>(size));
        if (isUsable(page, number)) {
            m_wasChecked[number] = true;
            return SQLITE_OK;
        }
        m_real->pMethods->xUnfetch(m_real, at, *result);
        *result = nullptr;
        return SQLITE_OK;
    }

private:
    void lookAtHeader()
    {
        std::array<unsigned char, FileHeader::bytes> start{};
        if (m_real->pMethods->xRead(m_real, start.data(), static_cast<int>(start.size()), 0) != SQLITE_OK)
            return;
        takeHeader(start);
        // Another program was here: pages that were new in our log have no checksum.
        Sum sum{};
        const sqlite3_int64 at = sqlite3_int64{m_pageSize} - checksumBytes;
        m_wasMoved = m_hasChecksums
            && m_real->pMethods->xRead(m_real, sum.data(), checksumBytes, at) == SQLITE_OK
            && (isZero(sum) || std::equal(unprotectedMark.begin(), unprotectedMark.end(), sum.begin()));
    }

    void takeHeader(std::span<const unsigned char> bytes)
    {
        if (const auto header = FileHeader::read(bytes)) {
            m_pageSize = header->pageSize;
            m_hasChecksums = header->hasChecksums;
        }
    }

    [[nodiscard]] bool isPage(int size, sqlite3_int64 at) const
    {
        return m_hasChecksums && static_cast<std::uint32_t>(size) == m_pageSize && at % m_pageSize == 0;
    }

    [[nodiscard]] std::uint32_t numberAt(sqlite3_int64 at) const
    {
        return static_cast<std::uint32_t>(at / m_pageSize) + 1;
    }

    /// A page of zeros is no error here: SQLite sees that it isn't one of its own, and openStore() looks
    /// closer.
    [[nodiscard]] bool isUsable(std::span<const unsigned char> page, std::uint32_t number) const
    {
        const PageState state = stateOf(page, number);
        return state == PageState::Sound || state == PageState::Unprotected
            || (state == PageState::Blank && (m_wasMoved || isZero(page)));
    }

    sqlite3_file *m_real;
    bool m_hasChecksums = false;
    bool m_wasMoved = false; ///< there are pages of our log that another program moved
    std::uint32_t m_pageSize = 0;
    std::vector<bool> m_wasChecked; ///< in mapped memory, by page number
    std::vector<unsigned char> m_page;
};

/// SQLite's data of an open file. That of the real file lies behind it in the same piece of memory.
struct FileHandle : sqlite3_file {
    alignas(CheckedFile) std::array<unsigned char, sizeof(CheckedFile)> storage;
};
constexpr size_t handleBytes = (sizeof(FileHandle) + 15) / 16 * 16;

CheckedFile &checked(sqlite3_file *file)
{
    return *std::launder(reinterpret_cast<CheckedFile *>(static_cast<FileHandle *>(file)->storage.data()));
}

sqlite3_file *real(sqlite3_file *file)
{
    return checked(file).real();
}

sqlite3_vfs *behind(sqlite3_vfs *system)
{
    return static_cast<sqlite3_vfs *>(system->pAppData);
}

const sqlite3_io_methods fileMethods{
    3,
    [](sqlite3_file *file) { // xClose
        sqlite3_file *inner = real(file);
        checked(file).~CheckedFile();
        return inner->pMethods->xClose(inner);
    },
    [](sqlite3_file *file, void *buffer, int size, sqlite3_int64 at) {
        return checked(file).read(buffer, size, at);
    },
    [](sqlite3_file *file, const void *buffer, int size, sqlite3_int64 at) {
        return checked(file).write(buffer, size, at);
    },
    [](sqlite3_file *file, sqlite3_int64 size) { return real(file)->pMethods->xTruncate(real(file), size); },
    [](sqlite3_file *file, int flags) { return real(file)->pMethods->xSync(real(file), flags); },
    [](sqlite3_file *file, sqlite3_int64 *size) { return real(file)->pMethods->xFileSize(real(file), size); },
    [](sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); },
    [](sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); },
    [](sqlite3_file *file, int *result) {
        return real(file)->pMethods->xCheckReservedLock(real(file), result);
    },
    [](sqlite3_file *file, int operation, void *argument) {
        return real(file)->pMethods->xFileControl(real(file), operation, argument);
    },
    [](sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); },
    [](sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); },
    [](sqlite3_file *file, int page, int size, int extend, void volatile **result) {
        return real(file)->pMethods->xShmMap(real(file), page, size, extend, result);
    },
    [](sqlite3_file *file, int offset, int count, int flags) {
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    },
    [](sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); },
    [](sqlite3_file *file, int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); },
    [](sqlite3_file *file, sqlite3_int64 at, int size, void **result) {
        *result = nullptr;
        return real(file)->pMethods->iVersion < 3 ? SQLITE_OK : checked(file).fetch(at, size, result);
    },
    [](sqlite3_file *file, sqlite3_int64 at, void *page) {
        return real(file)->pMethods->iVersion < 3 ? SQLITE_OK
                                                  : real(file)->pMethods->xUnfetch(real(file), at, page);
    }};

/// Only the database itself is checked; log, journal and temporary files are left to the real file system.
int openFile(sqlite3_vfs *system, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    sqlite3_vfs *inner = behind(system);
    if (!(flags & SQLITE_OPEN_MAIN_DB))
        return inner->xOpen(inner, name, file, flags, outFlags);
    auto *realFile = reinterpret_cast<sqlite3_file *>(reinterpret_cast<unsigned char *>(file) + handleBytes);
    file->pMethods = nullptr;
    const int code = inner->xOpen(inner, name, realFile, flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    new (static_cast<FileHandle *>(file)->storage.data()) CheckedFile(realFile);
    file->pMethods = &fileMethods;
    return SQLITE_OK;
}

sqlite3_vfs makeSystem(sqlite3_vfs *inner)
{
    sqlite3_vfs system = *inner;
    system.iVersion = 2; // without the exchange of system calls, which is for SQLite's own tests
    system.szOsFile = static_cast<int>(handleBytes) + inner->szOsFile;
    system.pNext = nullptr;
    system.zName = "groundswell-checked";
    system.pAppData = inner;
    system.xOpen = openFile;
    // The real functions find their data through the first argument.
    system.xDelete = [](sqlite3_vfs *self, const char *name, int sync) {
        return behind(self)->xDelete(behind(self), name, sync);
    };
    system.xAccess = [](sqlite3_vfs *self, const char *name, int flags, int *result) {
        return behind(self)->xAccess(behind(self), name, flags, result);
    };
    system.xFullPathname = [](sqlite3_vfs *self, const char *name, int size, char *result) {
        return behind(self)->xFullPathname(behind(self), name, size, result);
    };
    system.xDlOpen = [](sqlite3_vfs *self, const char *name) {
        return behind(self)->xDlOpen(behind(self), name);
    };
    system.xDlError = [](sqlite3_vfs *self, int size, char *text) {
        behind(self)->xDlError(behind(self), size, text);
    };
    system.xDlSym = [](sqlite3_vfs *self, void *library, const char *name) {
        return behind(self)->xDlSym(behind(self), library, name);
    };
    system.xDlClose = [](sqlite3_vfs *self, void *library) { behind(self)->xDlClose(behind(self), library); };
    system.xRandomness = [](sqlite3_vfs *self, int size, char *result) {
        return behind(self)->xRandomness(behind(self), size, result);
    };
    system.xSleep = [](sqlite3_vfs *self, int microseconds) {
        return behind(self)->xSleep(behind(self), microseconds);
    };
    system.xCurrentTime = [](sqlite3_vfs *self, double *result) {
        return behind(self)->xCurrentTime(behind(self), result);
    };
    system.xGetLastError = [](sqlite3_vfs *self, int size, char *text) {
        return behind(self)->xGetLastError(behind(self), size, text);
    };
    system.xCurrentTimeInt64 = [](sqlite3_vfs *self, sqlite3_int64 *result) {
        return behind(self)->xCurrentTimeInt64(behind(self), result);
    };
    return system;
}

} // namespace

std::optional<FileHeader> FileHeader::read(std::span<const unsigned char> start)
{
    if (start.size() < bytes || !std::equal(magic.begin(), magic.end(), start.begin()))
        return std::nullopt;
    FileHeader header;
    header.pageSize = std::uint32_t{start[16]} << 8U | start[17];
    if (header.pageSize == 1)
        header.pageSize = 65'536;
    const bool isPower = (header.pageSize & (header.pageSize - 1)) == 0;
    if (header.pageSize < 512 || !isPower)
        return std::nullopt;
    header.hasChecksums = start[20] == checksumBytes;
    header.pageCount = bigEndian(start, 28);
    header.firstFreePage = bigEndian(start, 32);
    header.userVersion = bigEndian(start, 60);
    header.applicationId = bigEndian(start, 68);
    return header;
}

PageState stateOf(std::span<const unsigned char> page, std::uint32_t number)
{
    const auto tail = page.last(checksumBytes);
    if (std::equal(unprotectedMark.begin(), unprotectedMark.end(), tail.begin()))
        return PageState::Unprotected;
    const Sum sum = checksumOf(page.first(page.size() - checksumBytes), number);
    if (std::equal(sum.begin(), sum.end(), tail.begin()))
        return PageState::Sound;
    return isZero(tail) ? PageState::Blank : PageState::Damaged;
}

const char *checkedFileSystem()
{
    static sqlite3_vfs system = makeSystem(sqlite3_vfs_find(nullptr));
    static std::once_flag once;
    std::call_once(once, [] { sqlite3_vfs_register(&system, 0); });
    return system.zName;
}

} // namespace groundswell::service
