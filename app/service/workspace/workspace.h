#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/store.h"
#include "app/service/workspace/jobpool.h"
#include "app/service/workspace/mediafolder.h"
#include "app/service/workspace/turn.h"
#include "models/time/clock.h"

#include <memory>
#include <stop_token>

namespace groundswell::service {

/// The partner whom a local workspace belongs to: there is exactly one, so it needs no name of its own.
inline constexpr const char *localPartnerId = "partner-id-local";

/// One opened workspace: its file with the media beside it, the clock, the threads for long work, and the
/// sales data in memory, which is loaded once for all who ask. What the use cases of the service build on;
/// what belongs to one subject lies in that subject's store. Thread-safe.
class Workspace {
public:
    /// Opens or creates the file; problems as openStore().
    [[nodiscard]] static Expected<std::unique_ptr<Workspace>> open(const QString &file, TimeSource clock);

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] JobPool &jobs() { return m_jobs; }
    [[nodiscard]] const MediaFolder &media() const { return m_media; }

    [[nodiscard]] QDateTime now() const { return m_clock().toUTC(); } ///< UTC
    [[nodiscard]] Expected<Organiser> organiser() { return m_store->settings().organiser(); }
    /// The day where the organiser is.
    [[nodiscard]] QDate today(const Organiser &organiser) const
    {
        return Clock(m_clock, organiser.zone()).today();
    }

    /// Ends whatever works or waits for long: jobs, loading, runs, and requests that wait for one of them,
    /// which are answered with stopped(). Returns at once; from any thread.
    void requestStop() { m_jobs.requestStop(); }
    /// Hears of requestStop(). A stop of one's own must end with this one too (std::stop_callback).
    [[nodiscard]] std::stop_token stopToken() const { return m_jobs.stopToken(); }
    /// \a own where there is one, else stopToken().
    [[nodiscard]] std::stop_token stopTokenOr(const std::stop_token &own) const
    {
        return own.stop_possible() ? own : stopToken();
    }

    /// What the organiser's data says now, in memory. Loaded when it is asked for after the content of the
    /// store has changed, by whomever: the headless companion may have imported into the same file. One
    /// thread loads and the others take its result. stopped() where \a stop (or the workspace's end) came
    /// first.
    [[nodiscard]] Expected<std::shared_ptr<const Dataset>> dataset(const std::stop_token &stop = {});

private:
    Workspace(std::unique_ptr<Store> store, TimeSource clock);

    std::unique_ptr<Store> m_store;
    MediaFolder m_media;
    TimeSource m_clock;
    Turn m_loading;
    std::shared_ptr<const Dataset> m_dataset; ///< of whoever has the turn
    JobPool m_jobs; ///< last member: its jobs use everything above
};

} // namespace groundswell::service
