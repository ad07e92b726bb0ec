#include "app/service/usecases/planning/estimatebasis.h"

#include "models/wave/goaltraits.h"
#include "models/wave/money.h"

#include <algorithm>
#include <cmath>

namespace groundswell::service {

namespace {

const QString measured = QStringLiteral("measured");
const QString stated = QStringLiteral("stated");
const QString typed = QStringLiteral("typed");
const QString assumed = QStringLiteral("assumed");

double majorUnits(std::int64_t minor, const Organiser &organiser)
{
    return Money{minor, organiser.currency}.toDouble();
}

/// Reach and the reach-weighted promise of the clusters in the estimate.
struct Selection {
    std::int64_t reach = 0;
    double probability = 0;
};

Selection selectionOf(const PlanningInput &input, const Estimate &estimate)
{
    Selection selection;
    for (const ClusterEstimate &part : estimate.clusters) {
        for (const EventCluster &cluster : input.clusters) {
            if (cluster.tc != part.tc)
                continue;
            selection.reach += cluster.reach;
            selection.probability += cluster.probability * static_cast<double>(cluster.reach);
        }
    }
    if (selection.reach > 0)
        selection.probability /= static_cast<double>(selection.reach);
    return selection;
}

class BasisList {
public:
    void add(const char *id, const QString &source, double value, const QJsonObject &sample = {})
    {
        m_list.push_back({QString::fromLatin1(id), source, value, sample});
    }
    /// An assumption counts as typed in where it isn't the default.
    void addAssumption(const char *id, double value, bool isDefault)
    {
        add(id, isDefault ? assumed : typed, value);
    }
    [[nodiscard]] std::vector<EstimateBasis> take() { return std::move(m_list); }

private:
    std::vector<EstimateBasis> m_list;
};

void addConversion(BasisList &list, const PlanningInput &input, double probability,
                   const QJsonObject &quality)
{
    const int events = quality[u"replayed_events"].toInt();
    const int buyers = quality[u"replayed_buyers"].toInt();
    list.add("conversion", events > 0 ? measured : assumed,
             std::min(1.0, probability * conversionCorrection(input.history)),
             events > 0 ? QJsonObject{{QStringLiteral("events"), events}, {QStringLiteral("buyers"), buyers}}
                        : QJsonObject());
    list.add("forecast_error", events > 0 ? measured : assumed,
             std::exp(eightOfTen * std::max(0.0, input.forecastSpread)),
             events > 0 ? QJsonObject{{QStringLiteral("events"), events}} : QJsonObject());
    if (input.history.campaigns > 0)
        list.add("past_campaigns", measured, conversionCorrection(input.history),
                 {{QStringLiteral("campaigns"), input.history.campaigns},
                  {QStringLiteral("people"), qint64(input.history.people)},
                  {QStringLiteral("buyers"), qint64(input.history.buyers)},
                  {QStringLiteral("promised"), input.history.promised}});
}

void addEconomics(BasisList &list, const EventEconomics &economics, const GoalTraits &goal,
                  const Organiser &organiser)
{
    list.add("tickets_per_buyer", economics.basketBuyers > 0 ? measured : assumed, economics.ticketsPerBuyer,
             economics.basketBuyers > 0
                 ? QJsonObject{{QStringLiteral("buyers"), qint64(economics.basketBuyers)}}
                 : QJsonObject());
    if (goal.needsPrice && economics.ticketPriceMinor)
        list.add("ticket_price", economics.priceSource == PriceSource::Listed ? stated : measured,
                 majorUnits(*economics.ticketPriceMinor, organiser),
                 {{QStringLiteral("all_events"), economics.priceSource == PriceSource::PaidForAll}});
    if (economics.freeSeats)
        list.add("free_seats", measured, static_cast<double>(*economics.freeSeats));
}

void addMarket(BasisList &list, const MarketAssumptions &market, const GoalTraits &goal,
               const Organiser &organiser)
{
    const MarketAssumptions standard = defaultAssumptions(organiser.currency.toStdString());
    list.addAssumption("cpm", majorUnits(market.cpmMinor, organiser), market.cpmMinor == standard.cpmMinor);
    if (!goal.needsAudience)
        return;
    switch (goal.result) {
    case GoalResult::Clicks:
        list.addAssumption("click_rate", market.clickRate, market.clickRate == standard.clickRate);
        break;
    case GoalResult::Tickets:
    case GoalResult::Revenue:
    case GoalResult::Impressions:
        break;
    }
    list.addAssumption("frequency", market.frequency, market.frequency == standard.frequency);
    list.addAssumption("similar_people", market.similarPeople,
                       market.similarPeople == standard.similarPeople);
    if (goal.sells)
        list.addAssumption("similar_conversion", market.similarConversion,
                           market.similarConversion == standard.similarConversion);
}

} // namespace

std::vector<EstimateBasis> estimateBasis(const PlanningInput &input, const Estimate &estimate, Goal goal,
                                         const QJsonObject &quality, const Organiser &organiser)
{
    const GoalTraits traits = traitsOf(goal);
    const Selection selection = selectionOf(input, estimate);
    BasisList list;
    if (traits.needsAudience)
        list.add("reach", measured, static_cast<double>(selection.reach),
                 {{QStringLiteral("consent_when_unknown"), organiser.consentWhenUnknown}});
    if (traits.sells) {
        addConversion(list, input, selection.probability, quality);
        addEconomics(list, input.economics, traits, organiser);
    }
    addMarket(list, input.assumptions, traits, organiser);
    std::vector<EstimateBasis> result = list.take();
    std::stable_partition(result.begin(), result.end(), [](const EstimateBasis &basis) {
        return basis.source == measured || basis.source == stated;
    });
    return result;
}

} // namespace groundswell::service
