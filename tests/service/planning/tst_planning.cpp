// Estimates: worked examples, and properties that must hold for every organiser and every budget.
#include "app/service/planning/planning.h"
#include "app/service/planning/response.h"
#include "models/plan/planmoney.h"
#include "tests/support/syntheticsales.h"

#include <rapidcheck.h>

#include <QTest>

#include <cmath>

using namespace groundswell;
using namespace groundswell::service;
using namespace groundswell::test;

namespace {

EventCluster cluster(const char *tc, std::int64_t reach, double probability)
{
    EventCluster result;
    result.tc = tc;
    result.label = tc;
    result.reach = reach;
    result.probability = probability;
    return result;
}

PlanningInput concert()
{
    PlanningInput input;
    input.economics.ticketPriceMinor = 4000;
    input.economics.freeSeats = 500;
    input.economics.ticketsPerBuyer = 2.0;
    input.clusters = {cluster("fans", 300, 0.08), cluster("curious", 2000, 0.02), cluster("few", 40, 0.02)};
    return input;
}

const std::vector<std::string> all{"fans", "curious", "few"};

/// Up to five clusters of any size, some of whom nobody may be reached.
PlanningInput anyConcert()
{
    PlanningInput input = concert();
    input.economics.freeSeats.reset();
    input.clusters.clear();
    const int count = *rc::gen::inRange(1, 6);
    for (int i = 0; i < count; ++i) {
        const auto reach = *rc::gen::element<std::int64_t>(0, 1, 30, 400, 2500, 40'000);
        const double probability = *rc::gen::element(0.0, 0.001, 0.01, 0.03, 0.12, 0.9);
        input.clusters.push_back(cluster(QByteArray::number(i).constData(), reach, probability));
    }
    input.assumptions.floorClicksMinor = *rc::gen::element(0, 1, 500, 2500);
    input.assumptions.floorImpressionsMinor = *rc::gen::element(0, 100);
    return input;
}

Goal anyGoal()
{
    return *rc::gen::element(Goal::Utilization, Goal::Roas, Goal::Visibility, Goal::LinkClicks);
}

/// In the goal's terms, as suggestions are chosen.
double worth(const PlanningInput &input, Goal goal, const std::string &tc, double budget)
{
    for (const EventCluster &one : input.clusters) {
        if (one.tc == tc)
            return valueOf(responseOf(input, one, budget), goal);
    }
    return 0;
}

double worth(const PlanningInput &input, Goal goal, double budget, const std::vector<Suggestion> &plan)
{
    double sum = 0;
    for (const Suggestion &suggestion : plan)
        sum += worth(input, goal, suggestion.tc, suggestion.budgetShare * budget);
    return sum;
}

/// The best way to hand out so many equal parts, tried out one by one; a cluster gets its floor or nothing.
double bestByTrying(const PlanningInput &input, Goal goal, double part, int parts, double floor,
                    std::size_t from = 0)
{
    if (from == input.clusters.size())
        return 0;
    double best = bestByTrying(input, goal, part, parts, floor, from + 1);
    for (int given = 1; given <= parts; ++given) {
        if (given * part < floor || input.clusters[from].reach == 0)
            continue;
        best = std::max(best,
                        worth(input, goal, input.clusters[from].tc, given * part)
                            + bestByTrying(input, goal, part, parts - given, floor, from + 1));
    }
    return best;
}

} // namespace

class TestPlanning : public QObject {
    Q_OBJECT

public:
    static void initMain()
    {
        // The same cases in every run, unless others are asked for.
        if (!qEnvironmentVariableIsSet("RC_PARAMS"))
            qputenv("RC_PARAMS", "seed=20260501");
    }

private Q_SLOTS:
    void figuresFollowTheFormula();
    void returnsDiminish();
    void moreBudgetNeverBringsLess();
    void seatsCapTickets();
    void oddSelectionsGiveZeros();
    void sharesMeanWhatThePlanMeans();
    void suggestionsBeatAnEvenSplit();
    void suggestionsRespectTheFloor();
    void suggestionsAreTheBestThereAre();
    void moreBudgetSuggestsNothingWorse();
    void nobodyToReachIsNeverSuggested();
    void pastCampaignsCorrectThePromise();
    void withoutPriceRevenueIsUnknown();
    void limitsExplainThemselves();
    void defaultsFitTheEvent();
    void economicsComeFromOwnSales();
    void assumptionsFollowTheCurrency();
};

void TestPlanning::figuresFollowTheFormula()
{
    const PlanningInput input = concert();
    const Estimate estimate = expectedValue(input, Goal::Utilization, 40'000, {"fans"});
    const double impressions = 40'000.0 / 800 * 1000, audience = 300 * 21;
    const double people = audience * (1 - std::exp(-impressions / (audience * 3)));
    const double conversion = 0.08 * (1 + 20 * 0.05) / 21;
    QVERIFY(std::abs(estimate.expected - people * conversion * 2) < 1e-9);
    QCOMPARE(estimate.unit, std::string("tickets"));
    QVERIFY(estimate.low < estimate.expected && estimate.expected < estimate.high);
    QCOMPARE(expectedValue(input, Goal::Visibility, 40'000, {"fans"}).expected, impressions);
    const Estimate revenue = expectedValue(input, Goal::Roas, 40'000, {"fans"});
    QVERIFY(std::abs(revenue.expected - estimate.expected * 4000) < 1e-6);
    QVERIFY(std::abs(expectedValue(input, Goal::LinkClicks, 40'000, {"fans"}).expected - people * 3 * 0.012)
            < 1e-9);
}

void TestPlanning::returnsDiminish()
{
    const PlanningInput input = concert();
    const double one = expectedValue(input, Goal::Utilization, 20'000, {"fans"}).expected;
    const double two = expectedValue(input, Goal::Utilization, 40'000, {"fans"}).expected;
    QVERIFY(two > one && two < 2 * one);
}

void TestPlanning::moreBudgetNeverBringsLess()
{
    QVERIFY(rc::check("monotone, ordered and within the seats", [] {
        PlanningInput input = concert();
        input.economics.freeSeats = *rc::gen::inRange<std::int64_t>(0, 2000);
        const auto goal =
            *rc::gen::element(Goal::Utilization, Goal::Roas, Goal::Visibility, Goal::LinkClicks);
        const auto budget = *rc::gen::inRange<std::int64_t>(0, 10'000'000);
        const auto extra = *rc::gen::inRange<std::int64_t>(0, 10'000'000);
        const Estimate less = expectedValue(input, goal, budget, all);
        const Estimate more = expectedValue(input, goal, budget + extra, all);
        RC_ASSERT(more.expected >= less.expected - 1e-6);
        RC_ASSERT(less.low <= less.expected && less.expected <= less.high + 1e-6);
        double tickets = 0;
        for (const ClusterEstimate &part : more.clusters)
            tickets += part.tickets;
        RC_ASSERT(tickets <= static_cast<double>(*input.economics.freeSeats) + 1e-6);
    }));
}

void TestPlanning::seatsCapTickets()
{
    PlanningInput input = concert();
    input.economics.freeSeats = 3;
    const Estimate estimate = expectedValue(input, Goal::Utilization, 1'000'000, all);
    QVERIFY(estimate.cappedByCapacity);
    QVERIFY(std::abs(estimate.expected - 3.0) < 1e-9);
    QVERIFY(estimate.high <= 3.0);
    QVERIFY(!expectedValue(concert(), Goal::Utilization, 10'000, all).cappedByCapacity);
}

void TestPlanning::oddSelectionsGiveZeros()
{
    const PlanningInput input = concert();
    QCOMPARE(expectedValue(input, Goal::Utilization, 10'000, {}).expected, 0.0);
    QCOMPARE(expectedValue(input, Goal::Utilization, 10'000, {"unknown"}).clusters.size(), 0U);
    QCOMPARE(expectedValue(input, Goal::Utilization, -5, all).expected, 0.0);
    QCOMPARE(expectedValue({}, Goal::Roas, 10'000, all).expected, 0.0);
    QCOMPARE(expectedValue(input, Goal::Utilization, 10'000, all, {0.0, 0.0, 0.0}).expected, 0.0);
}

void TestPlanning::sharesMeanWhatThePlanMeans()
{
    const PlanningInput input = concert();
    const auto budgets = [&](const std::vector<std::optional<double>> &shares) {
        QList<qint64> minor;
        for (const ClusterEstimate &part :
             expectedValue(input, Goal::LinkClicks, 10'000, all, shares).clusters)
            minor.append(part.budgetMinor);
        return minor;
    };
    QCOMPARE(budgets({}), (QList<qint64>{3333, 3334, 3333})); // the odd cent goes by name
    // One that is unset doesn't make the others forget theirs.
    QCOMPARE(budgets({0.6, 0.3, {}}), (QList<qint64>{6000, 3000, 1000}));
    QCOMPARE(budgets({0.6, 0.4, {}}), (QList<qint64>{6000, 4000, 0}));
    QCOMPARE(budgets({0.6}), (QList<qint64>{6000, 2000, 2000}));
    // What nobody gets isn't spent.
    QCOMPARE(budgets({0.2, 0.2, 0.2}), (QList<qint64>{2000, 2000, 2000}));
    QVERIFY(expectedValue(input, Goal::LinkClicks, 10'000, all, {0.2, 0.2, 0.2}).expected
            < expectedValue(input, Goal::LinkClicks, 10'000, all).expected);
}

void TestPlanning::suggestionsBeatAnEvenSplit()
{
    const PlanningInput input = concert();
    for (const std::int64_t budget : {30'000, 100'000, 400'000}) {
        const auto suggestions = suggestedClusters(input, Goal::Utilization, budget, 5);
        QVERIFY(!suggestions.empty());
        if (budget == 30'000) // a small budget goes to those who buy most readily
            QCOMPARE(suggestions.front().tc, std::string("fans"));
        std::vector<std::string> tcs;
        std::vector<std::optional<double>> shares;
        double sum = 0;
        for (std::size_t i = 0; i < suggestions.size(); ++i) {
            QCOMPARE(suggestions[i].rank, static_cast<int>(i) + 1);
            tcs.push_back(suggestions[i].tc);
            shares.push_back(suggestions[i].budgetShare);
            sum += suggestions[i].budgetShare;
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-9);
        QVERIFY(expectedValue(input, Goal::Utilization, budget, tcs, shares).expected
                >= expectedValue(input, Goal::Utilization, budget, tcs).expected - 1e-9);
        QVERIFY(expectedValue(input, Goal::Utilization, budget, tcs, shares).expected
                >= expectedValue(input, Goal::Utilization, budget, all).expected - 0.05);
    }
}

void TestPlanning::suggestionsRespectTheFloor()
{
    const PlanningInput input = concert();
    // Ten days at 5.00: a cluster needs 50.00.
    for (const Suggestion &s : suggestedClusters(input, Goal::Utilization, 40'000, 10))
        QVERIFY(s.budgetShare * 40'000 >= 5000 - 1e-6);
    QCOMPARE(suggestedClusters(input, Goal::Utilization, 100, 10).size(), 1U);
    QVERIFY(suggestedClusters(input, Goal::Utilization, 0, 10).empty());
    PlanningInput unreachable = input;
    for (EventCluster &c : unreachable.clusters)
        c.reach = 0;
    QVERIFY(suggestedClusters(unreachable, Goal::Utilization, 40'000, 10).empty());
}

void TestPlanning::suggestionsAreTheBestThereAre()
{
    QVERIFY(rc::check("no split on a grid brings more", [] {
        const PlanningInput input = anyConcert();
        const Goal goal = anyGoal();
        const int parts = 12;
        const int days = *rc::gen::inRange(1, 30);
        const auto part = *rc::gen::inRange<std::int64_t>(50, 400'000);
        const std::int64_t budget = part * parts;
        const double floor = static_cast<double>(floorPerDay(input.assumptions, goal)) * days;
        const auto plan = suggestedClusters(input, goal, budget, days);
        const double reached = worth(input, goal, static_cast<double>(budget), plan);
        RC_ASSERT(reached >= bestByTrying(input, goal, static_cast<double>(part), parts, floor) * (1 - 1e-6));
        for (const Suggestion &suggestion : plan)
            RC_ASSERT(plan.size() == 1 || suggestion.budgetShare * static_cast<double>(budget) >= floor - 1);
        // Published, it keeps the platform's floor to the minor unit.
        std::vector<ChosenCluster> chosen;
        for (const Suggestion &suggestion : plan)
            chosen.push_back(
                {{ClusterName(QString::fromStdString(suggestion.tc)), 1}, suggestion.budgetShare, {}});
        const Money least{floorPerDay(input.assumptions, goal) * days, {}};
        const PlanMoney money = planMoney(chosen, Money{budget, {}}, least);
        for (const PlanMoney::Part &one : money.parts)
            RC_ASSERT(plan.size() == 1 || one.amount->minor >= least.minor);
    }));
}

void TestPlanning::moreBudgetSuggestsNothingWorse()
{
    QVERIFY(rc::check("monotone in the budget, and one split of it", [] {
        const PlanningInput input = anyConcert();
        const Goal goal = anyGoal();
        const int days = *rc::gen::inRange(1, 30);
        const int most = *rc::gen::inRange(1, 6);
        const auto less = *rc::gen::inRange<std::int64_t>(1, 3'000'000);
        const auto more = less + *rc::gen::inRange<std::int64_t>(0, 3'000'000);
        const auto plan = suggestedClusters(input, goal, more, days, most);
        RC_ASSERT(static_cast<int>(plan.size()) <= most);
        RC_ASSERT(
            worth(input, goal, static_cast<double>(more), plan)
            >= worth(input, goal, static_cast<double>(less), suggestedClusters(input, goal, less, days, most))
                * (1 - 1e-6));
        double shares = plan.empty() ? 1 : 0;
        for (const Suggestion &suggestion : plan)
            shares += suggestion.budgetShare;
        RC_ASSERT(std::abs(shares - 1) < 1e-9);
    }));
}

void TestPlanning::nobodyToReachIsNeverSuggested()
{
    QVERIFY(rc::check("only clusters with people", [] {
        const PlanningInput input = anyConcert();
        const auto plan = suggestedClusters(input, anyGoal(), *rc::gen::inRange<std::int64_t>(0, 5'000'000),
                                            *rc::gen::inRange(1, 30));
        for (const Suggestion &suggestion : plan) {
            for (const EventCluster &one : input.clusters)
                RC_ASSERT(one.tc != suggestion.tc || one.reach > 0);
        }
    }));
}

void TestPlanning::pastCampaignsCorrectThePromise()
{
    QCOMPARE(conversionCorrection({}), 1.0);
    QCOMPARE(conversionCorrection({1, 0, 0, 0}), 1.0);
    // 180 came where 80 were promised: (180 + 20) / (80 + 20).
    QCOMPARE(conversionCorrection({4, 3000, 180, 80}), 2.0);
    QVERIFY(conversionCorrection({1, 30, 2, 1}) < 1.1); // one more of one proves nothing
    QCOMPARE(conversionCorrection({9, 90'000, 0, 2000}), 0.2);
    QCOMPARE(conversionCorrection({9, 90'000, 20'000, 100}), 5.0);
    PlanningInput input = concert();
    const double before = expectedValue(input, Goal::Utilization, 40'000, {"curious"}).expected;
    input.history = {4, 3000, 180, 80};
    const double after = expectedValue(input, Goal::Utilization, 40'000, {"curious"}).expected;
    QVERIFY(std::abs(after - 2 * before) < 1e-9);
    // No more than everybody buys.
    input.clusters[1].probability = 0.9;
    const Estimate most = expectedValue(input, Goal::Utilization, 40'000, {"curious"});
    input.history = {};
    input.clusters[1].probability = 1.0;
    QCOMPARE(most.expected, expectedValue(input, Goal::Utilization, 40'000, {"curious"}).expected);
}

void TestPlanning::withoutPriceRevenueIsUnknown()
{
    PlanningInput input = concert();
    QVERIFY(expectedValue(input, Goal::Roas, 40'000, all).known);
    input.economics.ticketPriceMinor.reset();
    QVERIFY(!expectedValue(input, Goal::Roas, 40'000, all).known);
    QVERIFY(expectedValue(input, Goal::Utilization, 40'000, all).known);
}

void TestPlanning::limitsExplainThemselves()
{
    const PlanningInput input = concert();
    const BudgetRange range = budgetLimits(input, Goal::Utilization, 14, 2);
    QCOMPARE(range.lowerMinor, 500 * 14 * 2);
    QCOMPARE(range.upperMinor, 300'000); // 500 seats × 40.00 × 15 %
    QCOMPARE(range.upperReason, std::string("remaining_revenue"));
    QCOMPARE(range.spendShare, 0.15);
    QCOMPARE(range.audience, 2340 * 21);
    QCOMPARE(budgetLimits(input, Goal::Visibility, 14, 2).lowerMinor, 100 * 14 * 2);
    PlanningInput open = input;
    open.economics.freeSeats.reset();
    QCOMPARE(budgetLimits(open, Goal::Utilization, 14, 2).upperReason, std::string("reach"));
    PlanningInput soldOut = input;
    soldOut.economics.freeSeats = 0;
    const BudgetRange none = budgetLimits(soldOut, Goal::Utilization, 14, 2);
    QCOMPARE(none.upperMinor, none.lowerMinor);
    QCOMPARE(none.upperReason, std::string("floor"));
    QVERIFY(budgetLimits(input, Goal::Utilization, -3, 0).lowerMinor > 0);
}

void TestPlanning::defaultsFitTheEvent()
{
    const QDate today(2026, 5, 1);
    const CampaignPlan plan = defaultPlan(concert(), today, QDate(2026, 5, 12));
    QCOMPARE(plan.goal, Goal::Utilization);
    QCOMPARE(plan.startDate, QDate(2026, 5, 2));
    QCOMPARE(plan.endDate, QDate(2026, 5, 11));
    QVERIFY(!plan.clusters.empty() && plan.clusters.size() <= 3);
    // Also where there is so little to reach that not every cluster gets a share of the budget.
    for (const int reach : {5, 20, 60, 200, 600, 2000}) {
        PlanningInput input = concert();
        for (EventCluster &cluster : input.clusters)
            cluster.reach = reach;
        const CampaignPlan proposed = defaultPlan(input, today, QDate(2026, 5, 30));
        QVERIFY(!proposed.clusters.empty());
        const int days = static_cast<int>(proposed.startDate.daysTo(proposed.endDate)) + 1;
        const BudgetRange range =
            budgetLimits(input, proposed.goal, days, static_cast<int>(proposed.clusters.size()));
        QVERIFY(proposed.totalBudgetMinor >= range.lowerMinor);
        QVERIFY2(proposed.totalBudgetMinor <= range.upperMinor, qPrintable(QString::number(reach)));
    }
    QCOMPARE(defaultPlan(concert(), today, QDate(2027, 1, 1)).endDate, QDate(2026, 5, 29));
    const CampaignPlan tomorrow = defaultPlan(concert(), today, QDate(2026, 5, 2));
    QVERIFY(tomorrow.endDate >= tomorrow.startDate);
    QVERIFY(defaultPlan({}, today, {}).clusters.empty());
    QCOMPARE(defaultPlan({}, today, {}).goal, Goal::LinkClicks);
}

void TestPlanning::economicsComeFromOwnSales()
{
    EventFacts x, y;
    x.id = "x", x.capacity = 100, x.priceMinor = 9900;
    y.id = "y", y.capacity = 5, y.priceMinor = 1500;
    const Dataset data =
        makeDataset({{"a", "x", 1, 8, 20'000}, {"b", "x", 2, 4, 10'000}, {"b", "y", 3, 9, 18'000}}, {x, y});
    const Baskets baskets = countBaskets(data);
    QCOMPARE(baskets.buyers[0], 2.0);
    QCOMPARE(baskets.allTickets, 21.0);
    const EventEconomics ofX = economicsOf(data, baskets, 0);
    QCOMPARE(ofX.ticketPriceMinor, 2500); // paid, not listed
    QCOMPARE(ofX.freeSeats, 88);
    QCOMPARE(ofX.priceSource, PriceSource::PaidForEvent);
    QCOMPARE(ofX.basketBuyers, 3);
    QCOMPARE(ofX.ticketsPerBuyer, 7.0); // all three baskets: this event alone has too few buyers
    const EventEconomics ofY = economicsOf(data, baskets, 1);
    QCOMPARE(ofY.ticketPriceMinor, 1500); // nine tickets are too few for a mean
    QCOMPARE(ofY.priceSource, PriceSource::Listed);
    QCOMPARE(ofY.freeSeats, 0); // oversold, never negative
    QVERIFY(!economicsOf(data, baskets, 99).ticketPriceMinor);
}

void TestPlanning::assumptionsFollowTheCurrency()
{
    QCOMPARE(defaultAssumptions("EUR"), MarketAssumptions{});
    QCOMPARE(defaultAssumptions("JPY").cpmMinor, 1280); // yen have no minor unit
    QCOMPARE(defaultAssumptions("PLN").floorClicksMinor, 1075); // half the floor
    QVERIFY(defaultAssumptions("").cpmMinor > 0);
    QCOMPARE(defaultAssumptions("KRW").cpmMinor, 12'000);
    QCOMPARE(defaultAssumptions("HUF").cpmMinor, 312'000);
    QCOMPARE(defaultAssumptions("KWD").cpmMinor, 2800); // 2.800
    QCOMPARE(defaultAssumptions("KWD").floorClicksMinor, 875);
    QCOMPARE(defaultAssumptions("JPY").floorClicksMinor, 800);
    QCOMPARE(defaultAssumptions("JPY").floorImpressionsMinor, 160);
}

QTEST_GUILESS_MAIN(TestPlanning)
#include "tst_planning.moc"
