#include "app/service/packages/computedpackage.h"

#include "app/service/packages/customerfilter.h"
#include "app/service/store/refusal.h"
#include "app/service/store/stopped.h"
#include "app/service/taste/clusters/eventclusters.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace groundswell::service {

namespace {

constexpr int largestNumPackages = 50;
constexpr int largestTopEvents = 20;
constexpr std::size_t progressSteps = 10;
constexpr std::uint32_t customersBetweenLooks = 16'384; // at the stop token

struct Taste {
    std::string tc;
    std::string label;
    std::map<std::uint32_t, double> because; ///< weight by event, summed over the package's events
};

/// How a customer stands to all events of the package taken together.
struct Standing {
    int fits = 0; ///< events whose audience the customer is in, or for which a ticket is held
    int holds = 0; ///< of these, events with a ticket
    float affinity = 0; ///< summed
};

/// Everybody's standing and votes for a taste, filled event by event.
class Standings {
public:
    Standings(const Dataset &dataset, const std::stop_token &stop)
        : m_dataset(dataset)
        , m_stop(stop)
        , m_standings(dataset.customers.size())
    {
    }

    void add(std::uint32_t event, const ScoredCustomers &scored, std::optional<std::int64_t> asOf)
    {
        throwIfStopped(m_stop);
        const std::vector<std::size_t> tastes = tastesOf(scored.clusters);
        for (const CustomerScore &score : scored.scores) {
            Standing &standing = m_standings[score.customer];
            standing.affinity += score.affinity;
            if (score.cluster >= 0) {
                ++standing.fits;
                vote(score.customer, tastes[static_cast<std::size_t>(score.cluster)], score.affinity);
            }
        }
        addHolders(event, asOf);
    }

    [[nodiscard]] const Standing &of(std::uint32_t customer) const { return m_standings[customer]; }
    [[nodiscard]] const std::vector<Taste> &tastes() const { return m_tastes; }

    /// The taste with the most affinity behind it, the earlier one where equal; nullopt = no event spoke.
    [[nodiscard]] std::optional<std::size_t> tasteOf(std::uint32_t customer) const
    {
        std::optional<std::size_t> best;
        float most = -1;
        for (std::size_t taste = 0; taste < m_votes.size(); ++taste) {
            if (m_votes[taste][customer] > most && m_votes[taste][customer] > 0) {
                best = taste;
                most = m_votes[taste][customer];
            }
        }
        return best;
    }

private:
    std::vector<std::size_t> tastesOf(const EventClusters &clusters)
    {
        std::vector<std::size_t> positions;
        for (const EventCluster &cluster : clusters.clusters) {
            // The same taste has the same name at every event of a run.
            auto known = std::ranges::find(m_tastes, cluster.tc, &Taste::tc);
            if (known == m_tastes.end()) {
                m_votes.emplace_back(m_standings.size(), 0.0F);
                known = m_tastes.insert(m_tastes.end(), Taste{cluster.tc, cluster.label, {}});
            }
            for (const Because &because : cluster.because)
                known->because[because.event] += because.weight;
            positions.push_back(static_cast<std::size_t>(known - m_tastes.begin()));
        }
        return positions;
    }

    void vote(std::uint32_t customer, std::size_t taste, float affinity)
    {
        // An affinity of exactly 0 is a vote as well: the customer is in the audience.
        m_votes[taste][customer] += std::max(affinity, 1e-6F);
    }

    /// A ticket in hand is the best proof of fitting; the event itself has nobody to win there.
    void addHolders(std::uint32_t event, std::optional<std::int64_t> asOf)
    {
        for (std::uint32_t customer = 0; customer < m_standings.size(); ++customer) {
            if (customer % customersBetweenLooks == 0)
                throwIfStopped(m_stop);
            std::int64_t tickets = 0;
            for (const Purchase &purchase : m_dataset.purchasesOf(customer)) {
                if (asOf && purchase.at >= *asOf)
                    break;
                if (purchase.event == event)
                    tickets += purchase.quantity;
            }
            if (tickets > 0) {
                ++m_standings[customer].fits;
                ++m_standings[customer].holds;
                m_standings[customer].affinity += 1;
            }
        }
    }

    const Dataset &m_dataset;
    const std::stop_token &m_stop;
    std::vector<Standing> m_standings;
    std::vector<Taste> m_tastes;
    std::vector<std::vector<float>> m_votes; ///< by taste, by customer
};

Expected<std::vector<std::uint32_t>> eventsOf(const Dataset &dataset, const PackageSpec &spec)
{
    std::vector<FieldProblem> wrong;
    std::vector<std::uint32_t> events;
    for (const std::string &id : spec.eventIds) {
        if (const auto event = dataset.eventIndex(id))
            events.push_back(*event);
        else
            wrong.push_back({QStringLiteral("unknown"), QStringLiteral("event_ids")});
    }
    if (spec.eventIds.empty())
        wrong.push_back({QStringLiteral("missing"), QStringLiteral("event_ids")});
    if (spec.numPackages < 1 || spec.numPackages > largestNumPackages)
        wrong.push_back({QStringLiteral("range"), QStringLiteral("num_packages")});
    if (spec.nTopEvents < 0 || spec.nTopEvents > largestTopEvents)
        wrong.push_back({QStringLiteral("range"), QStringLiteral("n_top_events")});
    if (!wrong.empty())
        return tl::unexpected(refusal(400, QStringLiteral("error.package.invalid"), std::move(wrong)));
    std::sort(events.begin(), events.end());
    events.erase(std::unique(events.begin(), events.end()), events.end());
    return events;
}

int neededFits(PackageMode mode, std::size_t events)
{
    const int count = static_cast<int>(events);
    return mode == PackageMode::Selective ? count : (count + 1) / 2;
}

std::vector<std::uint32_t> bestEvents(const Taste &taste, int count)
{
    std::vector<std::pair<std::uint32_t, double>> events(taste.because.begin(), taste.because.end());
    // The map is in order of event, so ties keep that order.
    std::ranges::stable_sort(events, std::ranges::greater{}, &std::pair<std::uint32_t, double>::second);
    std::vector<std::uint32_t> best;
    for (const auto &[event, weight] : events) {
        if (static_cast<int>(best.size()) == count)
            break;
        best.push_back(event);
    }
    return best;
}

/// Members by taste, of those who fit and may be written to. Included customers without a taste of their own
/// come in a list apart.
struct Selection {
    std::vector<std::vector<ComputedMember>> byTaste;
    std::vector<ComputedMember> tasteless;
};

Selection select(const Standings &standings, const CustomerFilter &filter, std::size_t customers,
                 std::size_t events, int needed, const std::stop_token &stop, ComputedPackage &audience)
{
    Selection selection;
    selection.byTaste.resize(standings.tastes().size());
    for (std::uint32_t customer = 0; customer < customers; ++customer) {
        if (customer % customersBetweenLooks == 0)
            throwIfStopped(stop);
        const Standing &standing = standings.of(customer);
        // Who holds a ticket for everything has nothing left to be won for.
        const bool fits = standing.fits >= needed && standing.holds < static_cast<int>(events);
        const std::optional<std::size_t> taste = standings.tasteOf(customer);
        const bool belongs = (fits && taste) || filter.isIncluded(customer);
        if (!belongs)
            continue;
        ++audience.fitting;
        if (!filter.admits(customer, audience.excluded))
            continue;
        const ComputedMember member{customer, standing.affinity / static_cast<float>(events)};
        (taste ? selection.byTaste[*taste] : selection.tasteless).push_back(member);
    }
    return selection;
}

/// Positions of the tastes that have members, largest first.
std::vector<std::size_t> bySize(const std::vector<std::vector<ComputedMember>> &byTaste)
{
    std::vector<std::size_t> order(byTaste.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t taste) { return byTaste[taste].empty(); });
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t taste) { return byTaste[taste].size(); });
    return order;
}

/// Keeps the largest tastes as clusters. Customers named in the specification stay even when their taste
/// doesn't: they join the largest cluster.
void formClusters(Selection selection, const Standings &standings, const CustomerFilter &filter,
                  const PackageSpec &spec, ComputedPackage &audience)
{
    std::vector<ComputedMember> strays = std::move(selection.tasteless);
    for (const std::size_t position : bySize(selection.byTaste)) {
        std::vector<ComputedMember> &members = selection.byTaste[position];
        if (static_cast<int>(audience.clusters.size()) < spec.numPackages) {
            const Taste &taste = standings.tastes()[position];
            audience.clusters.push_back(
                {taste.tc, taste.label, bestEvents(taste, spec.nTopEvents), std::move(members)});
            continue;
        }
        for (const ComputedMember &member : members) {
            if (filter.isIncluded(member.customer))
                strays.push_back(member);
            else
                ++audience.excluded.beyondClusters;
        }
    }
    if (!strays.empty()) {
        if (audience.clusters.empty())
            audience.clusters.push_back({"included", "", {}, {}});
        auto &members = audience.clusters.front().members;
        members.insert(members.end(), strays.begin(), strays.end());
        std::ranges::sort(members, {}, &ComputedMember::customer);
    }
    for (const ComputedCluster &cluster : audience.clusters)
        audience.customers += static_cast<std::int64_t>(cluster.members.size());
}

Expected<ComputedPackage> build(const Dataset &dataset, const TasteRun &run, const PackageSpec &spec,
                                const std::stop_token &stop, const std::function<void(double)> &progress)
{
    const auto events = eventsOf(dataset, spec);
    if (!events)
        return tl::unexpected(events.error());

    ComputedPackage audience;
    audience.runKey = run.key();
    audience.notice = run.notice();
    Standings standings(dataset, stop);
    for (std::size_t done = 0; done < events->size(); ++done) {
        throwIfStopped(stop);
        const std::uint32_t event = (*events)[done];
        standings.add(event, scoresFor(dataset, run, event), run.parameters().asOf);
        if (progress && (done + 1) * progressSteps / events->size() > done * progressSteps / events->size())
            progress(static_cast<double>(done + 1) / static_cast<double>(events->size()));
    }

    const CustomerFilter filter(dataset, spec);
    audience.unmatchedInclude = filter.unmatchedInclude();
    audience.unmatchedExclude = filter.unmatchedExclude();
    Selection selection = select(standings, filter, dataset.customers.size(), events->size(),
                                 neededFits(spec.mode, events->size()), stop, audience);
    formClusters(std::move(selection), standings, filter, spec, audience);
    return audience;
}

} // namespace

Expected<ComputedPackage> computePackage(const Dataset &dataset, const TasteRun &run, const PackageSpec &spec,
                                         std::stop_token stop, const std::function<void(double)> &progress)
{
    try {
        return build(dataset, run, spec, stop, progress);
    } catch (const Stopped &) {
        return tl::unexpected(refusal(409, QStringLiteral("error.taste.cancelled")));
    }
}

} // namespace groundswell::service
