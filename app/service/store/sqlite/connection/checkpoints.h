#pragma once

#include "app/service/store/sqlite/connection/database.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace groundswell::service {

/// Copies the write-ahead log into the workspace file, on a thread of its own. SQLite by itself does so
/// within whichever commit makes the log too long: after an import, that would be somebody's keystroke, and
/// it would wait for hundreds of megabytes. Copying in the background hinders neither readers nor the
/// writer.
class Checkpoints {
public:
    /// Watches the commits of \a writer, which must outlive this. Throws SqlError.
    Checkpoints(Database &writer, const QString &path);
    Checkpoints(const Checkpoints &) = delete;
    Checkpoints &operator=(const Checkpoints &) = delete;
    ~Checkpoints();

private:
    static int noteCommit(void *self, sqlite3 *, const char *, int pages);
    void copyOver(const std::stop_token &stop);

    Database &m_writer;
    Database m_database;
    std::mutex m_mutex; ///< guards the two numbers between the writer and the thread
    std::condition_variable_any m_wake;
    int m_pages = 0; ///< pages in the log
    int m_copied = 0; ///< of these
    std::jthread m_thread; ///< last member: ends before what it uses goes
};

} // namespace groundswell::service
