#include "app/service/usecases/planning/planner.h"

#include "app/service/store/campaignstore.h"
#include "app/service/store/refusal.h"
#include "app/service/store/setupstore.h"
#include "app/service/usecases/planning/campaignhistory.h"
#include "app/service/usecases/planning/estimatebasis.h"
#include "app/service/usecases/taste/shownclusters.h"

#include <QLocale>

#include <cmath>

namespace groundswell::service {

namespace {

Money moneyOf(double minor, const QString &currency)
{
    return {std::llround(minor), currency};
}

const double unknownSpread = TasteRunQuality().forecastSpread;

/// The headline in figures and the contract's unit words; the client words its own from the numbers.
QString headline(const Estimate &estimate, const QString &currency)
{
    if (!estimate.known)
        return QStringLiteral("—");
    const QLocale plain = QLocale::c();
    if (estimate.unit == "revenue") {
        const double amount = moneyOf(estimate.expected, currency).toDouble();
        const int digits = amount < 100 ? Money::minorDigits(currency) : 0;
        return QStringLiteral("≈ %1 %2").arg(plain.toString(amount, 'f', digits), currency);
    }
    return QStringLiteral("≈ %1 %2").arg(plain.toString(estimate.expected, 'f', 0),
                                         QString::fromStdString(estimate.unit));
}

QJsonObject assumptionsJson(const MarketAssumptions &assumptions, const QString &currency)
{
    const auto major = [&](qint64 minor) { return Money{minor, currency}.toJson(); };
    return {{QStringLiteral("cpm"), major(assumptions.cpmMinor)},
            {QStringLiteral("click_rate"), assumptions.clickRate},
            {QStringLiteral("frequency"), assumptions.frequency},
            {QStringLiteral("similar_people"), assumptions.similarPeople},
            {QStringLiteral("similar_conversion"), assumptions.similarConversion},
            {QStringLiteral("spend_share"), assumptions.spendShare}};
}

} // namespace

Expected<MarketAssumptions> Planner::assumptions(const Organiser &organiser)
{
    return m_workspace.store().settings().all().map([&](const StoredSettings &settings) {
        return assumptionsFor(settings.market, organiser.currency.toStdString());
    });
}

Expected<std::shared_ptr<const Planner::SalesCounts>> Planner::salesCounts(const Dataset &data,
                                                                           const Organiser &organiser)
{
    const auto campaigns = m_workspace.store().campaigns().counts();
    if (!campaigns)
        return tl::make_unexpected(campaigns.error());
    const QDate day = m_workspace.today(organiser);
    const std::lock_guard lock(m_counting);
    const bool sameData = m_salesCounts && m_salesCounts->snapshotId == data.snapshotId;
    if (sameData && m_salesCounts->day == day && m_salesCounts->campaigns == campaigns->total)
        return m_salesCounts;
    SalesCounts fresh{
        data.snapshotId, sameData ? m_salesCounts->baskets : countBaskets(data), day, campaigns->total, {}};
    auto history = campaignHistory(m_workspace, data, organiser);
    if (!history)
        return tl::make_unexpected(history.error());
    fresh.history = *history;
    m_salesCounts = std::make_shared<const SalesCounts>(std::move(fresh));
    return m_salesCounts;
}

Expected<Planner::EventBasis> Planner::basis(const EventId &event, std::optional<TcRunId> run)
{
    EventBasis basis;
    const auto organiser = m_workspace.organiser();
    const auto data = m_workspace.dataset();
    const auto stored = m_workspace.store().setups().find(event);
    if (!organiser || !data || !stored)
        return tl::make_unexpected(!organiser ? organiser.error() : !data ? data.error() : stored.error());
    basis.organiser = *organiser;
    const auto index = (*data)->eventIndex(event.value().toStdString());
    if (!index)
        return tl::make_unexpected(refusal(404, QStringLiteral("error.event.not_found")));
    if (*stored) {
        if (auto draft = SetupProcess::fromJson((*stored)->row, organiser->currency))
            basis.draft = std::move(*draft);
    }
    // A draft stays on its run.
    if (!run && basis.draft && !basis.draft->clusters.empty())
        run = basis.draft->clusters.front().cluster.tcRunId;
    auto clusters = m_runs.clusters(event, run);
    if (!clusters && run && clusters.error().httpStatus == 404)
        clusters = m_runs.clusters(event); // planned with a run that nobody had seen
    if (!clusters)
        return tl::make_unexpected(clusters.error());
    const auto quality = m_runs.quality(clusters->tcRunId);
    const auto market = assumptions(*organiser);
    const auto counts = salesCounts(**data, *organiser);
    if (!quality || !market || !counts)
        return tl::make_unexpected(!quality ? quality.error() : !market ? market.error() : counts.error());
    basis.run = clusters->tcRunId;
    basis.quality = *quality;
    basis.input = {economicsOf(**data, (*counts)->baskets, *index), planningClusters(*clusters), *market,
                   quality->value(u"forecast_spread").toDouble(unknownSpread), (*counts)->history};
    basis.eventDate =
        QDateTime::fromSecsSinceEpoch((*data)->events[*index].startUtc, organiser->zone()).date();
    return basis;
}

Expected<SetupProcess> Planner::defaults(const EventId &event)
{
    const auto found = basis(event);
    const auto assets = m_workspace.store().settings().adAssets();
    if (!found || !assets)
        return tl::make_unexpected(!found ? found.error() : assets.error());
    const CampaignPlan plan =
        defaultPlan(found->input, m_workspace.today(found->organiser), found->eventDate);

    SetupProcess setup;
    setup.eid = event;
    setup.currency = found->organiser.currency;
    setup.goal = plan.goal;
    setup.totalBudget = Money{plan.totalBudgetMinor, setup.currency};
    setup.startDate = plan.startDate;
    setup.endDate = plan.endDate;
    setup.dsaPayor = found->organiser.defaultDsaPayor;
    setup.dsaBeneficiary = found->organiser.defaultDsaBeneficiary;
    for (const Suggestion &suggestion : plan.clusters) {
        const ClusterRef cluster{ClusterName(QString::fromStdString(suggestion.tc)), found->run};
        setup.clusters.push_back({cluster, suggestion.budgetShare, {}});
        // An account or page that is the only one needs no choice.
        IntegrationDetails details;
        details.cluster = cluster;
        if (assets->adAccounts.size() == 1)
            details.adAccountId = assets->adAccounts.front().id;
        if (assets->pages.size() == 1)
            details.pageId = assets->pages.front().id;
        if (assets->pixels.size() == 1)
            details.pixelId = assets->pixels.front().id;
        if (!details.adAccountId.isEmpty() || !details.pageId.isEmpty() || !details.pixelId.isEmpty())
            setup.integrationDetails.push_back(std::move(details));
    }
    if (assets->pixels.size() == 1)
        setup.customEventType = QStringLiteral("PURCHASE");
    return setup;
}

Expected<std::vector<SuggestedCluster>> Planner::suggested(const EventId &event, const SuggestionQuery &query)
{
    const auto found = basis(event, query.run);
    if (!found)
        return tl::make_unexpected(found.error());
    const CampaignPlan plan =
        defaultPlan(found->input, m_workspace.today(found->organiser), found->eventDate);
    const int days =
        query.days.value_or(std::max(1, static_cast<int>(plan.startDate.daysTo(plan.endDate)) + 1));
    const qint64 budget = query.budget ? query.budget->minor : plan.totalBudgetMinor;
    std::vector<SuggestedCluster> result;
    for (const Suggestion &suggestion : suggestedClusters(found->input, query.goal, budget, days)) {
        SuggestedCluster ranked;
        ranked.cluster = {ClusterName(QString::fromStdString(suggestion.tc)), found->run};
        ranked.rank = suggestion.rank;
        ranked.expectedTickets = suggestion.expectedTickets;
        ranked.expectedRevenue = moneyOf(suggestion.expectedRevenueMinor, found->organiser.currency);
        ranked.budgetShare = suggestion.budgetShare;
        result.push_back(std::move(ranked));
    }
    return result;
}

Expected<ExpectedValue> Planner::expectedValue(const EventId &event, ExpectationQuery query)
{
    const auto found = basis(event, query.run);
    if (!found)
        return tl::make_unexpected(found.error());
    if (query.clusters.empty() && found->draft) {
        for (const ChosenCluster &chosen : found->draft->clusters) {
            query.clusters.push_back(chosen.cluster.tc);
            query.shares.push_back(chosen.budgetShare);
        }
    }
    std::vector<std::string> tcs;
    for (const ClusterName &cluster : query.clusters)
        tcs.push_back(cluster.value().toStdString());
    if (tcs.empty()) {
        const CampaignPlan plan =
            defaultPlan(found->input, m_workspace.today(found->organiser), found->eventDate);
        for (const Suggestion &suggestion : plan.clusters)
            tcs.push_back(suggestion.tc);
    }
    const Estimate estimate =
        groundswell::service::expectedValue(found->input, query.goal, query.budget.minor, tcs, query.shares);

    const QString &currency = found->organiser.currency;
    const double unit =
        estimate.unit == "revenue" ? static_cast<double>(Money::minorPerMajor(currency)) : 1.0;
    const auto figure = [&](double amount) {
        return estimate.known ? std::optional(amount / unit) : std::nullopt;
    };
    ExpectedValue value;
    value.text = headline(estimate, currency);
    value.expected = figure(estimate.expected);
    value.low = figure(estimate.low);
    value.high = figure(estimate.high);
    value.unit = QString::fromStdString(estimate.unit);
    for (const ClusterEstimate &cluster : estimate.clusters)
        value.clusters.push_back({ClusterName(QString::fromStdString(cluster.tc)), figure(cluster.expected),
                                  figure(cluster.low), figure(cluster.high)});
    value.assumptions = assumptionsJson(found->input.assumptions, currency);
    value.basis = estimateBasis(found->input, estimate, query.goal, found->quality, found->organiser);
    value.cappedByCapacity = estimate.cappedByCapacity;
    return value;
}

Expected<BudgetLimits> Planner::limits(const EventId &event, const LimitsQuery &query)
{
    const auto found = basis(event, query.run);
    if (!found)
        return tl::make_unexpected(found.error());
    const int chosen = query.clusters.value_or(
        found->draft ? std::max(1, static_cast<int>(found->draft->clusters.size())) : 1);
    const BudgetRange range = budgetLimits(found->input, query.goal, query.days, chosen);
    const QString &currency = found->organiser.currency;
    BudgetLimits limits;
    limits.lower = Money{range.lowerMinor, currency};
    limits.upper = Money{range.upperMinor, currency};
    limits.explanation = {
        {QStringLiteral("floor_per_day"), Money{range.floorPerDayMinor, currency}.toJson()},
        {QStringLiteral("days"), range.days},
        {QStringLiteral("clusters"), range.clusters},
        {QStringLiteral("free_seats"), range.freeSeats ? QJsonValue(qint64(*range.freeSeats)) : QJsonValue()},
        {QStringLiteral("ticket_price"),
         range.ticketPriceMinor ? Money{*range.ticketPriceMinor, currency}.toJson() : QJsonValue()},
        {QStringLiteral("spend_share"), range.spendShare},
        {QStringLiteral("audience"), qint64(range.audience)},
        {QStringLiteral("upper_reason"), QString::fromStdString(range.upperReason)},
    };
    return limits;
}

} // namespace groundswell::service
