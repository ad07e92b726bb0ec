#include "app/desktop/tour/eventscout.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell::tour {

namespace {

constexpr int mostClusters = 3; // of a first plan

/// True where the service doesn't tell of seats: then its limits have the last word.
bool hasFreeSeats(const Event &event)
{
    if (event.capacity && event.ticketsSold)
        return *event.capacity - *event.ticketsSold >= EventScout::leastFree * *event.capacity;
    return event.predictedSalesShare.value_or(0) <= 1 - EventScout::leastFree;
}

/// Whole units of the currency in the middle between the limits; nullopt where there is nothing between them.
std::optional<Money> between(const BudgetLimits &limits)
{
    if (!limits.lower || !limits.upper)
        return {};
    const qint64 unit = Money::minorPerMajor(limits.lower->currency);
    const qint64 middle = (limits.lower->minor + limits.upper->minor) / 2 / unit * unit;
    if (middle <= limits.lower->minor || middle >= limits.upper->minor)
        return {};
    return Money{middle, limits.lower->currency};
}

} // namespace

EventScout::EventScout(WaveClient &client, const Clock &clock)
    : m_client(client)
    , m_clock(clock)
{
    m_plan.goal = Goal::Utilization;
    m_plan.start = clock.today().addDays(1);
    m_plan.end = m_plan.start.addDays(runtimeDays - 1);
}

Progress EventScout::look()
{
    if (m_page == 0)
        askForEvents(1);
    return m_progress;
}

void EventScout::askForEvents(int page)
{
    m_page = page;
    m_progress = Progress::waiting(u"the list of events"_s);
    EventQuery query;
    query.page = page;
    query.since = m_clock.today().addDays(soonestDays);
    m_request = m_client.events(query, this, [this](const Expected<Page<Event>> &answer) {
        if (answer)
            takeEvents(*answer);
        else
            giveUp(answer.error());
    });
}

void EventScout::takeEvents(const Page<Event> &page)
{
    m_pages = page.pages;
    m_looked += static_cast<int>(page.items.size());
    std::copy_if(page.items.begin(), page.items.end(), std::back_inserter(m_candidates),
                 [this](const Event &event) { return isPromising(event); });
    askForClusters();
}

bool EventScout::isPromising(const Event &event) const
{
    const bool isFar = m_clock.today().daysTo(event.dayIn(m_clock.zone())) >= soonestDays;
    const bool isTaken = event.setupState.is(SetupState::Draft) || event.setupState.is(SetupState::Published)
        || event.frontendStatus.is(FrontendStatus::Cancelled);
    return isFar && !isTaken && hasFreeSeats(event);
}

void EventScout::askForClusters()
{
    if (m_candidates.empty()) {
        if (m_page < m_pages)
            askForEvents(m_page + 1);
        else
            m_progress = Progress::failed(
                u"none of %1 events in more than %2 days can be planned for: they lack free seats, taste "
                "clusters or a budget between the limits, or have a setup"_s.arg(m_looked)
                    .arg(soonestDays));
        return;
    }
    m_progress = Progress::waiting(u"the clusters of \"%1\""_s.arg(found().title));
    m_request = m_client.clusters(found().id, this, [this](const Expected<ClusterRun> &run) {
        if (!run)
            giveUp(run.error());
        else if (run->clusters.size() < leastClusters)
            tryNext();
        else
            askForLimits(*run);
    });
}

void EventScout::askForLimits(const ClusterRun &run)
{
    m_plan.clusters.clear();
    for (const TasteCluster &cluster : run.clusters) {
        if (m_plan.clusters.size() < mostClusters)
            m_plan.clusters.push_back({cluster.cluster, std::nullopt, {}});
    }
    m_progress = Progress::waiting(u"the budget's limits for \"%1\""_s.arg(found().title));
    m_request = m_client.budgetLimits(found().id, m_plan, this, [this](const Expected<BudgetLimits> &limits) {
        if (limits)
            takeLimits(*limits);
        else
            giveUp(limits.error());
    });
}

void EventScout::takeLimits(const BudgetLimits &limits)
{
    m_plan.budget = between(limits);
    if (m_plan.budget)
        m_progress = Progress::done();
    else
        tryNext();
}

void EventScout::tryNext()
{
    m_candidates.pop_front();
    askForClusters();
}

void EventScout::giveUp(const Problem &problem)
{
    m_progress = Progress::failed(u"the service answers %1"_s.arg(problem.messageKey));
}

} // namespace groundswell::tour
