#pragma once

#include "app/service/store/dataset.h"
#include "app/service/store/settingsstore.h"
#include "app/service/store/store.h"
#include "app/service/workspace/jobpool.h"
#include "app/service/workspace/mediafolder.h"
#include "models/time/clock.h"

#include <memory>
#include <mutex>

namespace groundswell::service {

/// The partner whom a local workspace belongs to: there is exactly one, so it needs no name of its own.
inline constexpr const char *localPartnerId = "partner-id-local";

/// One opened workspace: its store, its media, the data in memory and the threads for long work. What the
/// rooms of the service build on. Thread-safe.
class Workspace {
public:
    /// Opens or creates the file; problems as openStore().
    [[nodiscard]] static Expected<std::unique_ptr<Workspace>> open(const QString &file, TimeSource clock);

    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] JobPool &jobs() { return m_jobs; }
    [[nodiscard]] const MediaFolder &media() const { return m_media; }

    [[nodiscard]] QDateTime now() const { return m_clock().toUTC(); } ///< UTC
    [[nodiscard]] Expected<Organiser> organiser() { return m_store->settings().organiser(); }
    /// The organiser's zone; UTC where it is unknown to this system.
    [[nodiscard]] static QTimeZone zoneOf(const Organiser &organiser)
    {
        return zoneNamed(organiser.timeZone);
    }
    [[nodiscard]] QDate today(const Organiser &organiser) const
    {
        return Clock(m_clock, zoneOf(organiser)).today();
    }

    /// What the organiser's data says now, in memory. Loaded when it is asked for after the content of the
    /// store has changed, by whomever: the headless companion may have imported into the same file.
    [[nodiscard]] Expected<std::shared_ptr<const Dataset>> dataset();

private:
    Workspace(std::unique_ptr<Store> store, TimeSource clock);

    std::unique_ptr<Store> m_store;
    MediaFolder m_media;
    TimeSource m_clock;
    std::mutex m_loading; ///< guards m_dataset; held while loading, so that one thread loads and the others
                          ///< take its result
    std::shared_ptr<const Dataset> m_dataset;
    JobPool m_jobs; ///< last member: its jobs use everything above
};

} // namespace groundswell::service
