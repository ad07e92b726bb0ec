#include "app/service/store/sqlite/connection/checkpoints.h"

#include <sqlite3.h>

namespace groundswell::service {

namespace {
// Pages of 16 KB: often enough that little is left to copy when the file is closed, seldom enough that saving
// a row every second doesn't cause a copy each time.
constexpr int pagesWorthACopy = 256;
// A log that has grown longer than this is cut when it is begun anew.
constexpr const char *limitLog = "PRAGMA journal_size_limit=67108864";
} // namespace

Checkpoints::Checkpoints(Database &writer, const QString &path)
    : m_writer(writer)
    , m_database(path, Database::Access::ReadWrite)
    , m_thread([this](const std::stop_token &stop) { copyOver(stop); })
{
    m_writer.execute(limitLog);
    // Replaces SQLite's own hook, which would copy within the commit.
    sqlite3_wal_hook(m_writer.handle(), noteCommit, this);
}

Checkpoints::~Checkpoints()
{
    sqlite3_wal_hook(m_writer.handle(), nullptr, nullptr);
    m_thread.request_stop();
    sqlite3_interrupt(m_database.handle());
}

int Checkpoints::noteCommit(void *self, sqlite3 *, const char *, int pages)
{
    auto &checkpoints = *static_cast<Checkpoints *>(self);
    {
        const std::lock_guard lock(checkpoints.m_mutex);
        checkpoints.m_pages = pages;
        if (pages < checkpoints.m_copied) // begun anew
            checkpoints.m_copied = 0;
        if (pages - checkpoints.m_copied < pagesWorthACopy)
            return SQLITE_OK;
    }
    checkpoints.m_wake.notify_one();
    return SQLITE_OK;
}

void Checkpoints::copyOver(const std::stop_token &stop)
{
    for (;;) {
        int pages = 0;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_pages - m_copied >= pagesWorthACopy; });
            if (stop.stop_requested())
                return;
            pages = m_pages;
        }
        // A failure is tried again at a later commit, and when the workspace is closed: nothing is lost
        // because of it.
        (void)sqlite3_wal_checkpoint_v2(m_database.handle(), "main", SQLITE_CHECKPOINT_PASSIVE, nullptr,
                                        nullptr);
        const std::lock_guard lock(m_mutex);
        // A reader that began long ago may keep some of it from being copied: it is tried again only when
        // there is more.
        m_copied = m_pages < pages ? 0 : pages;
    }
}

} // namespace groundswell::service
