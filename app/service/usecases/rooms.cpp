#include "app/service/usecases/rooms.h"

#include "app/service/store/salesstore.h"

#include <QLoggingCategory>

namespace groundswell::service {

namespace {

Q_LOGGING_CATEGORY(lcHouse, "groundswell.service.house")

// Expiry and the end of a campaign are matters of days.
constexpr std::chrono::minutes housekeepingInterval{10};

} // namespace

Rooms::Rooms(std::unique_ptr<Workspace> opened)
    : workspace(std::move(opened))
    , runs(*workspace)
    , planner(*workspace, runs)
    , setups(*workspace, runs, planner)
    , campaigns(*workspace, runs, setups)
    , results(*workspace)
    , packages(*workspace, runs)
    , imports(*workspace, runs)
    , evaluations(*workspace, runs)
{
}

Rooms::~Rooms()
{
    stop();
}

void Rooms::stop()
{
    requestStop();
    if (m_housekeeping.joinable())
        m_housekeeping.join();
    workspace->jobs().stop();
}

void Rooms::start()
{
    runs.warmUp();
    packages.resume();
    m_housekeeping = std::jthread([this] { keepHouse(); });
}

void Rooms::keepHouse()
{
    const std::stop_token stop = workspace->stopToken();
    // What an import has left that was killed.
    if (const auto tidied = workspace->store().sales().tidyUp(stop); !tidied)
        qCWarning(lcHouse, "an import's remains can't be removed: %s", qPrintable(tidied.error().detail));
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
        packages.expireOld();
        campaigns.completeFinished();
        wake.wait_for(lock, stop, housekeepingInterval, [] { return false; });
    }
}

} // namespace groundswell::service
