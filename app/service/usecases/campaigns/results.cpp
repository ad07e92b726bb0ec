#include "app/service/usecases/campaigns/results.h"

#include "app/service/evaluation/purchasecounts.h"
#include "app/service/store/campaignstore.h"
#include "app/service/store/eventstore.h"
#include "app/service/store/refusal.h"

#include <cmath>
#include <map>
#include <set>

namespace groundswell::service {

namespace {

using Members = std::vector<std::uint32_t>; ///< dense customer indexes

Members indexesOf(const Dataset &data, const std::vector<std::string> &ids)
{
    Members result;
    for (const std::string &id : ids) {
        if (const auto index = data.customerIndex(id))
            result.push_back(*index);
    }
    return result;
}

void add(PurchaseCounts &sum, const PurchaseCounts &part)
{
    sum.members += part.members;
    sum.customers += part.customers;
    sum.items += part.items;
    sum.purchases += part.purchases;
    sum.revenueMinor += part.revenueMinor;
}

struct Audience {
    std::int64_t start = 0; ///< UTC seconds
    Members members;
};

/// Everybody once: who is in several campaigns counts from the earliest start.
PurchaseCounts countOnce(const Dataset &data, std::vector<Audience> audiences,
                         const std::vector<std::uint32_t> &events, std::int64_t until)
{
    std::ranges::stable_sort(audiences, {}, &Audience::start);
    std::set<std::uint32_t> counted;
    PurchaseCounts sum;
    for (const Audience &audience : audiences) {
        Members fresh;
        for (const std::uint32_t member : audience.members) {
            if (counted.insert(member).second)
                fresh.push_back(member);
        }
        const std::vector<Members> groups{std::move(fresh)};
        add(sum,
            countPurchases(data, groups, PackageAttributionModel::EventsFromPackage, events,
                           {audience.start, until})
                .unique);
    }
    return sum;
}

/// Spend of an event by cluster; the empty reference holds what was typed in for the event as a whole.
std::map<ClusterRef, Money> spendByCluster(const std::vector<AdSpend> &rows)
{
    std::map<ClusterRef, Money> sums;
    for (const AdSpend &row : rows) {
        Money &sum = sums[row.cluster];
        sum.minor += row.amount.minor;
        sum.currency = row.amount.currency;
    }
    return sums;
}

void setRatios(ResultFigures &figures)
{
    if (!figures.spend)
        return;
    if (figures.revenue && figures.spend->minor > 0)
        figures.roas =
            static_cast<double>(figures.revenue->minor) / static_cast<double>(figures.spend->minor);
    if (figures.purchases.value_or(0) > 0)
        figures.costPerOrder = Money{
            std::llround(static_cast<double>(figures.spend->minor) / static_cast<double>(*figures.purchases)),
            figures.spend->currency};
}

ResultFigures figuresOf(const PurchaseCounts &counts, const QString &currency,
                        const std::optional<Money> &spend)
{
    ResultFigures figures;
    figures.spend = spend;
    figures.tickets = counts.items;
    figures.purchases = counts.purchases;
    figures.revenue = Money{counts.revenueMinor, currency};
    setRatios(figures);
    return figures;
}

std::optional<Money> sumOf(const std::map<ClusterRef, Money> &spend)
{
    std::optional<Money> total;
    for (const auto &[cluster, money] : spend)
        total = Money{(total ? total->minor : 0) + money.minor, money.currency};
    return total;
}

std::vector<std::uint32_t> seriesOf(const Dataset &data, std::uint32_t event)
{
    std::vector<std::uint32_t> events;
    for (std::uint32_t i = 0; i < data.events.size(); ++i) {
        if (i == event
            || (!data.events[i].series.empty() && data.events[i].series == data.events[event].series))
            events.push_back(i);
    }
    return events;
}

/// Whether a model's figures are counted from the organiser's own sales and typed-in spend. Another's have no
/// source in a local workspace.
bool countsOwnSales(const OpenEnum<AttributionModel> &model)
{
    const auto known = model.known();
    if (!known)
        return false;
    switch (*known) {
    case AttributionModel::Fd:
        return true;
    case AttributionModel::Meta:
    case AttributionModel::External:
        return false;
    }
    return false;
}

void setRoas(EventStatistics &statistics)
{
    if (statistics.revenue && statistics.spent && statistics.spent->minor > 0)
        statistics.roas =
            static_cast<double>(statistics.revenue->minor) / static_cast<double>(statistics.spent->minor);
}

} // namespace

Expected<OpenEnum<AttributionModel>> Results::model(const EventId &event)
{
    const auto stored = m_workspace.store().events().event(event);
    const auto organiser = m_workspace.organiser();
    if (!stored || !organiser)
        return tl::make_unexpected(!stored ? stored.error() : organiser.error());
    const QString &own = stored->attributionModel;
    return OpenEnum<AttributionModel>::fromWire(own.isEmpty() ? organiser->attributionModel : own);
}

Expected<CampaignResults> Results::ofEvent(const EventId &event)
{
    CampaignResults results;
    const auto counting = model(event);
    const auto organiser = m_workspace.organiser();
    const auto campaigns = m_workspace.store().campaigns().ofEvent(event);
    const auto spendRows = m_workspace.store().campaigns().adSpend(event);
    const auto data = m_workspace.dataset();
    if (!counting || !organiser || !campaigns || !spendRows || !data)
        return tl::make_unexpected(!counting        ? counting.error()
                                       : !organiser ? organiser.error()
                                       : !campaigns ? campaigns.error()
                                       : !spendRows ? spendRows.error()
                                                    : data.error());
    const auto index = (*data)->eventIndex(event.value().toStdString());
    if (!index)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.event.not_found")));
    const bool ownSales = countsOwnSales(*counting);
    const auto spend = spendByCluster(*spendRows);
    const QDateTime now = m_workspace.now();
    const std::int64_t until = now.toSecsSinceEpoch() + 1;
    const QTimeZone zone = organiser->zone();

    std::vector<Audience> audiences;
    bool allKnown = !campaigns->empty();
    for (const Campaign &campaign : *campaigns) {
        CampaignFigures row{campaign.cluster, {}};
        const auto found = spend.find(campaign.cluster);
        const auto own = found != spend.end() ? std::optional(found->second) : std::nullopt;
        row.figures.spend = ownSales ? own : std::nullopt;
        const auto members = m_workspace.store().campaigns().members(campaign.audienceId);
        if (!members)
            return tl::make_unexpected(members.error());
        if (ownSales && *members && campaign.startDate.isValid()) {
            audiences.push_back(
                {campaign.startDate.startOfDay(zone).toSecsSinceEpoch(), indexesOf(**data, **members)});
            row.figures =
                figuresOf(countOnce(**data, {audiences.back()}, {*index}, until), organiser->currency, own);
        } else {
            allKnown = false;
        }
        results.campaigns.push_back(std::move(row));
    }
    if (ownSales) {
        results.event.spend = results.series.spend = sumOf(spend);
        // A sum with an unknown part would look complete.
        if (allKnown) {
            results.event =
                figuresOf(countOnce(**data, audiences, {*index}, until), organiser->currency, sumOf(spend));
            results.series =
                figuresOf(countOnce(**data, std::move(audiences), seriesOf(**data, *index), until),
                          organiser->currency, sumOf(spend));
        }
    }
    for (ResultFigures *figures : {&results.event, &results.series}) {
        figures->asOf = now;
        figures->model = *counting;
    }
    for (CampaignFigures &row : results.campaigns) {
        row.figures.asOf = now;
        row.figures.model = *counting;
    }
    return results;
}

Expected<EventStatistics> Results::eventStatistics(const EventId &event)
{
    const auto stored = m_workspace.store().events().event(event);
    const auto campaigns = m_workspace.store().campaigns().ofEvent(event);
    const auto spend = m_workspace.store().campaigns().adSpend(event);
    const auto typed = m_workspace.store().campaigns().salesSummaries(event);
    if (!stored || !campaigns || !spend || !typed)
        return tl::make_unexpected(!stored          ? stored.error()
                                       : !campaigns ? campaigns.error()
                                       : !spend     ? spend.error()
                                                    : typed.error());
    EventStatistics statistics;
    statistics.revenue = stored->revenue;
    for (const SalesSummary &summary : *typed)
        statistics.revenue->minor += summary.revenue.minor;
    statistics.purchases = stored->orders;
    statistics.spent = sumOf(spendByCluster(*spend));
    statistics.campaigns = static_cast<int>(campaigns->size());
    statistics.active = static_cast<int>(std::ranges::count_if(*campaigns, [](const Campaign &campaign) {
        return !campaign.status.is(CampaignStatus::Completed) && !campaign.status.is(CampaignStatus::Ignored);
    }));
    setRoas(statistics);
    return statistics;
}

Expected<EventStatistics> Results::statistics()
{
    const auto totals = m_workspace.store().events().totals(m_workspace.now());
    const auto spend = m_workspace.store().campaigns().adSpend(std::nullopt);
    const auto typed = m_workspace.store().campaigns().salesSummaries(std::nullopt);
    if (!totals || !spend || !typed)
        return tl::make_unexpected(!totals ? totals.error() : !spend ? spend.error() : typed.error());
    EventStatistics statistics;
    statistics.total = totals->events;
    statistics.open = totals->open;
    statistics.running = totals->running;
    statistics.closed = totals->closed;
    statistics.revenue = totals->revenue;
    for (const SalesSummary &summary : *typed)
        statistics.revenue->minor += summary.revenue.minor;
    statistics.purchases = totals->orders;
    statistics.spent = sumOf(spendByCluster(*spend));
    setRoas(statistics);
    return statistics;
}

Expected<Results::Insights> Results::insights(const EventId &event)
{
    const auto stored = m_workspace.store().events().event(event);
    const auto rows = m_workspace.store().campaigns().adSpend(event);
    if (!stored || !rows)
        return tl::make_unexpected(!stored ? stored.error() : rows.error());
    Insights insights;
    std::map<QDate, Money> days;
    for (const AdSpend &row : *rows) {
        Money &day = days[row.day];
        day.minor += row.amount.minor;
        day.currency = row.amount.currency;
    }
    insights.spend = sumOf(spendByCluster(*rows));
    insights.daily.assign(days.begin(), days.end());
    return insights;
}

} // namespace groundswell::service
