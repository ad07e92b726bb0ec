#pragma once

#include "app/service/store/sqlite/connection/checkpoints.h"
#include "app/service/store/sqlite/connection/database.h"
#include "app/service/store/sqlite/connection/fairmutex.h"
#include "models/wave/problem.h"

#include <atomic>
#include <mutex>
#include <type_traits>
#include <vector>

namespace groundswell::service {

/// The connections to one workspace file: one that writes, and as many readers as threads read at once.
/// write() and read() may be called from any thread; each runs its function in one transaction. A function
/// returns a value, nothing, or Expected<…>; an error and a SqlError both roll back, and the latter arrives
/// as a Problem (ServerFault; storeproblem.h). Once damage was found in the file, nothing is written to it
/// any more.
class Connections {
public:
    explicit Connections(QString path); ///< throws SqlError

    template <class Function> auto write(Function &&function)
    {
        using Result =
            decltype(transact(m_writer, Transaction::Mode::Write, std::forward<Function>(function)));
        const std::scoped_lock lock(m_writing);
        if (m_isDamaged)
            return Result(tl::unexpect, refusedAsDamaged());
        return transact(m_writer, Transaction::Mode::Write, std::forward<Function>(function));
    }

    /// Sees the content of the last commit, even while another thread writes.
    template <class Function> auto read(Function &&function)
    {
        using Result =
            decltype(transact(m_writer, Transaction::Mode::Read, std::forward<Function>(function)));
        std::unique_ptr<Database> reader;
        try {
            reader = takeReader();
        } catch (const SqlError &error) {
            return Result(tl::unexpect, noteFault(error));
        }
        Result result = transact(*reader, Transaction::Mode::Read, std::forward<Function>(function));
        giveBack(std::move(reader));
        return result;
    }

    /// As write() and read(), for the parts of a longer work: the function's result comes back as it is, and
    /// its exceptions are thrown on, SqlError among them. Other writing threads may come in between two
    /// parts.
    template <class Function> auto writePart(Function &&function)
    {
        const std::scoped_lock lock(m_writing);
        if (m_isDamaged)
            throwAsDamaged();
        return plainTransaction(m_writer, Transaction::Mode::Write, std::forward<Function>(function));
    }
    template <class Function> auto readPart(Function &&function)
    {
        const auto giveBackLater = [this](Database *reader) { giveBack(std::unique_ptr<Database>(reader)); };
        const std::unique_ptr<Database, decltype(giveBackLater)> reader(takeReader().release(),
                                                                        giveBackLater);
        return plainTransaction(*reader, Transaction::Mode::Read, std::forward<Function>(function));
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] static Problem problemOf(const SqlError &error);

private:
    template <class Function>
    auto plainTransaction(Database &database, Transaction::Mode mode, Function &&function)
    {
        try {
            Transaction transaction(database, mode);
            if constexpr (std::is_void_v<std::invoke_result_t<Function, Database &>>) {
                function(database);
                transaction.commit();
            } else {
                auto result = function(database);
                transaction.commit();
                return result;
            }
        } catch (const SqlError &error) {
            (void)noteFault(error);
            throw;
        }
    }
    template <class T> struct Unwrapped {
        using Type = T;
        static constexpr bool isExpected = false;
    };
    template <class T> struct Unwrapped<Expected<T>> {
        using Type = T;
        static constexpr bool isExpected = true;
    };

    template <class Function>
    auto transact(Database &database, Transaction::Mode mode, Function &&function)
        -> Expected<typename Unwrapped<std::invoke_result_t<Function, Database &>>::Type>
    {
        using Raw = std::invoke_result_t<Function, Database &>;
        try {
            Transaction transaction(database, mode);
            if constexpr (std::is_void_v<Raw>) {
                function(database);
                transaction.commit();
                return {};
            } else {
                Raw result = function(database);
                if constexpr (Unwrapped<Raw>::isExpected) {
                    if (!result)
                        return result; // rolled back
                }
                transaction.commit();
                return result;
            }
        } catch (const SqlError &error) {
            return tl::make_unexpected(noteFault(error));
        }
    }

    [[nodiscard]] Problem noteFault(const SqlError &error);
    [[nodiscard]] static Problem refusedAsDamaged();
    [[noreturn]] static void throwAsDamaged();
    [[nodiscard]] std::unique_ptr<Database> takeReader();
    void giveBack(std::unique_ptr<Database> reader);

    QString m_path;
    Database m_writer;
    Checkpoints m_checkpoints;
    FairMutex m_writing; ///< SQLite has one writer at a time: threads queue here in order instead of polling
                         ///< the file. Held for milliseconds: longer work is written in parts
    std::vector<std::unique_ptr<Database>> m_idleReaders;
    std::mutex m_readers; ///< guards m_idleReaders
    std::atomic<bool> m_isDamaged = false; ///< found by any thread: nothing is written any more
};

} // namespace groundswell::service
