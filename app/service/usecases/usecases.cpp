#include "app/service/usecases/usecases.h"

#include "app/service/store/salesstore.h"

#include <QLoggingCategory>

namespace groundswell::service {

namespace {

Q_LOGGING_CATEGORY(lcHousekeeping, "groundswell.service.housekeeping")

// Expiry and the end of a campaign are matters of days.
constexpr std::chrono::minutes housekeepingInterval{10};

} // namespace

UseCases::UseCases(std::unique_ptr<Workspace> opened)
    : workspace(std::move(opened))
    , runs(*workspace)
    , planner(*workspace, runs)
    , setups(*workspace, runs, planner)
    , campaigns(*workspace, runs, setups)
    , results(*workspace)
    , packages(*workspace, runs)
    , imports(*workspace, runs)
    , qualityReports(*workspace, runs)
{
}

UseCases::~UseCases()
{
    stop();
}

void UseCases::stop()
{
    requestStop();
    if (m_housekeeping.joinable())
        m_housekeeping.join();
    workspace->jobs().stop();
}

void UseCases::start()
{
    runs.warmUp();
    packages.resume();
    m_housekeeping = std::jthread([this] { doHousekeeping(); });
}

void UseCases::doHousekeeping()
{
    const std::stop_token stop = workspace->stopToken();
    // What an import has left that was killed.
    if (const auto tidied = workspace->store().sales().tidyUp(stop); !tidied)
        qCWarning(lcHousekeeping, "an import's remains can't be removed: %s",
                  qPrintable(tidied.error().detail));
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
