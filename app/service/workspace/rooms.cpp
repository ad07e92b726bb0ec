#include "app/service/workspace/rooms.h"

namespace groundswell::service {

namespace {

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
    if (m_housekeeping.joinable()) {
        m_housekeeping.request_stop();
        m_housekeeping.join();
    }
    workspace->jobs().stop();
}

void Rooms::start()
{
    runs.warmUp();
    packages.resume();
    m_housekeeping = std::jthread([this](const std::stop_token &stop) { keepHouse(stop); });
}

void Rooms::keepHouse(const std::stop_token &stop)
{
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
