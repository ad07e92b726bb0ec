#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace groundswell::service {

/// Every page of a workspace file carries a checksum in its last eight bytes, which SQLite leaves to us
/// ("reserved bytes"). So a byte that a disk or a copying program has changed is found when its page is read,
/// whatever it belongs to, before it becomes a number. SQLite's own log has checksums already.
///
/// This is done below SQLite, by a file system of its own ("VFS"; SQLite's extension cksumvfs does the same,
/// but isn't in the systems' libraries, takes no notice of a page in another one's place, and gives up memory
/// mapping): a checksum is made when a page is written into the file and checked when it is read from there.
/// SQLite itself, and any program with its library, can read such a file; whatever such a program changes
/// there counts as damage. Pages of our log that such a program has moved into the file (it does so after a
/// crash of ours, even if it only reads) are recognised by a mark in the place of the checksum.
///
/// The name under which sqlite3_open_v2() knows that file system. Safe from any thread.
[[nodiscard]] const char *checkedFileSystem();

/// This many bytes of every page belong to the checksum.
inline constexpr int checksumBytes = 8;
/// In memory, and so in the log, every page has this in its place.
inline constexpr std::string_view unprotectedMark = "not sum\n";

/// What the first hundred bytes of a file say, if they are those of an SQLite database.
struct FileHeader {
    std::uint32_t pageSize = 0; ///< bytes
    std::uint32_t pageCount = 0;
    std::uint32_t firstFreePage = 0; ///< 0 = none
    std::uint32_t userVersion = 0;
    std::uint32_t applicationId = 0;
    bool hasChecksums = false; ///< the pages leave room for them

    static constexpr std::size_t bytes = 100;
    /// Nullopt if they aren't.
    [[nodiscard]] static std::optional<FileHeader> read(std::span<const unsigned char> start);
};

/// What stands in the place of a page's checksum.
enum class PageState {
    Sound,
    Unprotected, ///< the mark: another program moved it here from our log
    Blank, ///< nothing: a page that was new in that log, or a lost page
    Damaged,
};
/// \a page is a whole page, \a number counts from 1.
[[nodiscard]] PageState stateOf(std::span<const unsigned char> page, std::uint32_t number);

} // namespace groundswell::service
