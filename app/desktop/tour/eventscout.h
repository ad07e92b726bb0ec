#pragma once

#include "app/desktop/tour/script.h"
#include "app/net/wave/waveclient.h"
#include "models/time/clock.h"
#include "models/wave/calls/planquestion.h"

#include <QObject>

#include <deque>

namespace groundswell::tour {

/// Finds the event that the tour plans a campaign for. A date alone doesn't tell whether one can be planned:
/// what a campaign needs is asked for, first in the list and then of the service, the earliest event first:
/// three weeks left, no setup yet, a fifth of the seats free, two taste clusters, and a budget between the
/// limits for two weeks from tomorrow.
class EventScout : public QObject {
    Q_OBJECT
public:
    static constexpr int soonestDays = 21; ///< before the event
    static constexpr int runtimeDays = 14;
    static constexpr int leastClusters = 2;
    static constexpr double leastFree = 0.2; ///< of the seats

    /// \a client must outlive it; \a clock in the organiser's zone.
    EventScout(WaveClient &client, const Clock &clock);

    /// Begins when it is first asked; Failed where the service can't be asked or no event has all of it.
    [[nodiscard]] Progress look();
    /// Both once look() is Done. The plan's budget is a whole amount between the limits for as many of the
    /// event's clusters as a plan begins with.
    [[nodiscard]] const Event &found() const { return m_candidates.front(); }
    [[nodiscard]] const PlanQuestion &plan() const { return m_plan; }

private:
    void askForEvents(int page);
    void takeEvents(const Page<Event> &page);
    void askForClusters();
    void askForLimits(const ClusterRun &run);
    void takeLimits(const BudgetLimits &limits);
    void tryNext();
    void giveUp(const Problem &problem);
    [[nodiscard]] bool isPromising(const Event &event) const;

    WaveClient &m_client;
    Clock m_clock;
    PlanQuestion m_plan;
    std::deque<Event> m_candidates; ///< those still to be asked about; the first is in turn
    int m_page = 0;
    int m_pages = 0;
    int m_looked = 0;
    Progress m_progress = Progress::waiting({});
    RequestHandle m_request;
};

} // namespace groundswell::tour
