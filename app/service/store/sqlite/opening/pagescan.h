#pragma once

#include "app/service/store/sqlite/connection/checkedpages.h"

#include <QFile>

#include <set>
#include <vector>

namespace groundswell::service {

/// The pages of a database file, read from the disk without SQLite.
class PageScan {
public:
    /// \a file is open and outlives the scan.
    PageScan(QFile &file, const FileHeader &header);

    /// Reads every page but those that \a inLog holds. False where the disk refuses.
    [[nodiscard]] bool run(const std::set<std::uint32_t> &inLog);
    /// Reads the unsound pages again, because another program may have been writing them.
    void look(const std::set<std::uint32_t> &inLog);

    [[nodiscard]] bool hasSound() const { return m_sound > 0; }
    [[nodiscard]] bool isFirstUnprotected() const { return m_first == PageState::Unprotected; }
    [[nodiscard]] bool hasUnprotected() const { return m_hasUnprotected; }
    [[nodiscard]] const std::vector<std::uint32_t> &blank() const { return m_blank; }
    [[nodiscard]] const std::vector<std::uint32_t> &damaged() const { return m_damaged; }
    /// Pages that SQLite considers free: their content doesn't count.
    [[nodiscard]] std::set<std::uint32_t> freePages();

private:
    void note(std::span<const unsigned char> page, std::uint32_t number);
    [[nodiscard]] bool readPage(std::uint32_t number, std::vector<unsigned char> &page);

    QFile &m_file;
    FileHeader m_header;
    std::int64_t m_sound = 0;
    PageState m_first = PageState::Sound;
    bool m_hasUnprotected = false;
    std::vector<std::uint32_t> m_blank, m_damaged;
};

/// SQLite's log of a database, read without SQLite.
struct LogScan {
    std::set<std::uint32_t> pages; ///< numbers; more than SQLite would believe if the log is torn
    /// Transactions that end behind the first frame that isn't as it was written. A power cut may tear the
    /// last one, which was never acknowledged; one that was followed by another had been synced to the disk.
    int endsBehindDamage = 0;
};
[[nodiscard]] LogScan scanLog(const QString &logPath);

/// Writes what SQLite would believe of a log into its database, as SQLite would: the transactions before the
/// first frame that isn't as it was written. \a file is open for writing. Returns the pages' numbers.
std::set<std::uint32_t> replayLog(const QString &logPath, QFile &file);

} // namespace groundswell::service
