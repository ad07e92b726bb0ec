// A whole run, on organisers whose tastes are known, on organisers without any, and on the oddest of data.
#include "app/service/taste/clusters/eventclusters.h"
#include "app/service/taste/numerics/kmeans.h"
#include "app/service/taste/quality/clusterquality.h"
#include "app/service/taste/run/tasterun.h"
#include "tests/support/syntheticsales.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace groundswell::service;
using namespace groundswell::test;

namespace {

std::shared_ptr<const TasteRun> run(const Dataset &data, const TasteRunParameters &parameters = {})
{
    auto result = computeTasteRun(data, parameters);
    return result ? *result : nullptr;
}

/// Everything of an answer, for comparing.
QByteArray bytesOf(const ScoredCustomers &scored)
{
    QByteArray bytes;
    const auto add = [&](const auto &value) {
        bytes.append(reinterpret_cast<const char *>(&value), static_cast<qsizetype>(sizeof value)); // NOLINT
    };
    for (const EventCluster &cluster : scored.clusters.clusters) {
        bytes += QByteArray::fromStdString(cluster.tc + cluster.label);
        add(cluster.probability);
        add(cluster.reach);
        for (const Because &because : cluster.because) {
            add(because.event);
            add(because.weight);
        }
    }
    for (const CustomerScore &score : scored.scores) {
        add(score.customer);
        add(score.cluster);
        add(score.affinity);
        add(score.probability);
    }
    return bytes;
}

constexpr std::int64_t day = 86'400;

/// The event that sold most after the instant, among those still to come.
std::uint32_t bestSellerAfter(const Dataset &data, std::int64_t at)
{
    std::vector<int> sold(data.events.size(), 0);
    for (const Purchase &p : data.purchases)
        sold[p.event] += p.at >= at && data.events[p.event].startUtc > at ? 1 : 0;
    return static_cast<std::uint32_t>(std::max_element(sold.begin(), sold.end()) - sold.begin());
}

} // namespace

class TestTasteRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plantedTastesAreRecovered();
    void sameInputGivesTheSameBytes();
    void keyFollowsDataAndParameters();
    void shuffledSalesHaveNoTaste();
    void clustersAreWellFormed();
    void datesOfOneTitleExplainOnce();
    void laterSalesChangeNothing();
    void rankingBeatsFrequencyOnPlantedTastes();
    void buyersAreNoAudience();
    void newEventIsJudgedBySimilarOnes();
    void eventImportedAfterTheRun();
    void consentDecidesReach();
    void oddDataNeverFails_data();
    void oddDataNeverFails();
    void stopIsHonoured();
    void metricIsMonotoneAndReversible();
};

void TestTasteRun::plantedTastesAreRecovered()
{
    const auto sales = makeSyntheticSales();
    const auto taste = run(sales.dataset, {.minClusters = 6, .maxClusters = 6});
    QVERIFY(taste);
    std::vector<int> found, planted;
    int group = 0;
    for (const TasteGroup &g : taste->groups()) {
        for (const std::string &id : g.eventIds) {
            found.push_back(group);
            planted.push_back(sales.tasteOfEvent[*sales.dataset.eventIndex(id)]);
        }
        ++group;
    }
    const double agreement = adjustedRandIndex(found, planted);
    QVERIFY2(agreement >= 0.5, qPrintable(QString::number(agreement)));
    QVERIFY(taste->notice().empty());
}

void TestTasteRun::sameInputGivesTheSameBytes()
{
    const auto sales = makeSyntheticSales();
    const auto first = run(sales.dataset), second = run(sales.dataset);
    QCOMPARE(first->key(), second->key());
    for (const std::uint32_t event : {0U, 17U, 63U})
        QCOMPARE(bytesOf(scoresFor(sales.dataset, *first, event)),
                 bytesOf(scoresFor(sales.dataset, *second, event)));
}

void TestTasteRun::keyFollowsDataAndParameters()
{
    Dataset data = makeSyntheticSales({.customers = 10, .events = 5, .purchases = 20}).dataset;
    const std::string key = runKey(data, {});
    QCOMPARE(key.size(), 64U);
    QVERIFY(runKey(data, {.asOf = 0}) != key);
    QVERIFY(runKey(data, {.seed = 2}) != key);
    QVERIFY(runKey(data, {.ridge = 0.0}) != key);
    data.snapshotId += "x";
    QVERIFY(runKey(data, {}) != key);
}

void TestTasteRun::shuffledSalesHaveNoTaste()
{
    const auto sales = makeSyntheticSales();
    const auto taste = run(withShuffledEvents(sales.dataset, 9));
    QVERIFY2(taste->quality().lift > 0.9 && taste->quality().lift < 1.1,
             qPrintable(QString::number(taste->quality().lift)));
    QCOMPARE(taste->notice(), std::string("no_clear_taste_groups"));
    QCOMPARE(clustersFor(sales.dataset, *taste, 0).notice, std::string("no_clear_taste_groups"));
}

void TestTasteRun::clustersAreWellFormed()
{
    const auto sales = makeSyntheticSales();
    const auto taste = run(sales.dataset);
    std::set<std::string> labels, names;
    for (const TasteGroup &group : taste->groups()) {
        labels.insert(group.label);
        names.insert(group.tc);
    }
    QCOMPARE(labels.size(), taste->groups().size());
    QCOMPARE(names.size(), taste->groups().size());
    for (std::uint32_t event = 0; event < 120; event += 7) {
        const ScoredCustomers scored = scoresFor(sales.dataset, *taste, event);
        const auto &clusters = scored.clusters.clusters;
        QVERIFY(!clusters.empty() && clusters.size() <= 8);
        double share = 0;
        std::size_t members = 0;
        for (std::size_t k = 0; k < clusters.size(); ++k) {
            const EventCluster &c = clusters[k];
            QVERIFY(k == 0 || clusters[k - 1].probability >= c.probability);
            QVERIFY(c.probability > 0 && c.probability < 1);
            QCOMPARE(c.metricPred, metricFromProbability(c.probability));
            QCOMPARE(c.reach, static_cast<std::int64_t>(c.members.size()));
            QVERIFY(!c.because.empty() && c.because.size() <= 3);
            for (const Because &because : c.because)
                QVERIFY(because.weight > 0 && because.weight <= 1 && because.event != event);
            share += c.share;
            members += c.members.size();
        }
        QVERIFY(std::abs(share - 1.0) < 1e-9);
        QCOMPARE(static_cast<std::int64_t>(scored.scores.size()), scored.clusters.scoredCustomers);
        const auto third =
            static_cast<std::size_t>(std::ceil(static_cast<double>(scored.scores.size()) / 3.0));
        QCOMPARE(members, third);
        // Who is in has a better standing than who is out.
        float worstIn = 1, bestOut = 0;
        for (const CustomerScore &s : scored.scores)
            s.cluster >= 0 ? worstIn = std::min(worstIn, s.affinity)
                           : bestOut = std::max(bestOut, s.affinity);
        QVERIFY(worstIn >= bestOut);
        // The probability follows the standing: a better one never buys less likely.
        auto byStanding = scored.scores;
        std::stable_sort(
            byStanding.begin(), byStanding.end(),
            [](const CustomerScore &a, const CustomerScore &b) { return a.affinity < b.affinity; });
        QVERIFY(std::is_sorted(
            byStanding.begin(), byStanding.end(),
            [](const CustomerScore &a, const CustomerScore &b) { return a.probability < b.probability; }));
    }
}

void TestTasteRun::datesOfOneTitleExplainOnce()
{
    auto sales = makeSyntheticSales();
    for (std::size_t event = 0; event + 1 < sales.dataset.events.size(); event += 2)
        sales.dataset.events[event + 1].title = sales.dataset.events[event].title;
    const auto taste = run(sales.dataset);
    double most = 0;
    for (std::uint32_t event = 0; event < 120; event += 11) {
        for (const EventCluster &cluster : clustersFor(sales.dataset, *taste, event).clusters) {
            std::set<std::string> titles;
            double weight = 0;
            for (const Because &because : cluster.because) {
                titles.insert(sales.dataset.events[because.event].title);
                weight += because.weight;
            }
            QCOMPARE(titles.size(), cluster.because.size());
            QVERIFY(std::is_sorted(cluster.because.begin(), cluster.because.end(),
                                   [](const Because &a, const Because &b) { return a.weight > b.weight; }));
            most = std::max(most, weight);
        }
    }
    QVERIFY(most > 0 && most <= 1.0 + 1e-9);
}

void TestTasteRun::laterSalesChangeNothing()
{
    auto sales = makeSyntheticSales();
    Dataset &data = sales.dataset;
    const std::int64_t asOf = (20'000 - 400) * day;
    const TasteRunParameters parameters{.asOf = asOf};
    const std::uint32_t event = bestSellerAfter(data, asOf);
    const QByteArray before = bytesOf(scoresFor(data, *run(data, parameters), event));

    Dataset changed = data;
    for (Purchase &p : changed.purchases) {
        if (p.at >= asOf) {
            p.quantity = -p.quantity;
            p.event = (p.event + 13) % 120;
            p.amountMinor *= 5;
        }
    }
    for (auto &sold : changed.ticketsSold)
        sold *= 3;
    const QByteArray after = bytesOf(scoresFor(changed, *run(changed, parameters), event));
    QCOMPARE(after, before);
}

void TestTasteRun::rankingBeatsFrequencyOnPlantedTastes()
{
    const auto sales = makeSyntheticSales();
    const Dataset &data = sales.dataset;
    const std::int64_t asOf = (20'000 - 300) * day;
    const auto taste = run(data, {.asOf = asOf});
    QVERIFY(taste->quality().replayedEvents > 10);
    QVERIFY(taste->quality().replayAuc > taste->quality().replayFrequencyAuc);
    const std::uint32_t event = bestSellerAfter(data, asOf);
    double hits = 0, buyers = 0, ofTop = 0;
    for (const CustomerScore &s : scoresFor(data, *taste, event).scores) {
        bool bought = false;
        for (const Purchase &p : data.purchasesOf(s.customer))
            bought = bought || (p.event == event && p.at >= asOf);
        buyers += bought ? 1 : 0;
        if (s.affinity >= 0.9F) {
            ofTop += 1;
            hits += bought ? 1 : 0;
        }
    }
    QVERIFY(buyers >= 10);
    QVERIFY2(hits / buyers > 0.25, qPrintable(QString::number(hits / buyers)));
}

void TestTasteRun::buyersAreNoAudience()
{
    const auto sales = makeSyntheticSales();
    const auto taste = run(sales.dataset);
    const ScoredCustomers scored = scoresFor(sales.dataset, *taste, 5);
    for (const CustomerScore &s : scored.scores) {
        std::int32_t balance = 0;
        for (const Purchase &p : sales.dataset.purchasesOf(s.customer))
            balance += p.event == 5 ? p.quantity : 0;
        QVERIFY(balance <= 0);
    }
}

void TestTasteRun::newEventIsJudgedBySimilarOnes()
{
    // An event nobody has bought, of taste 2: its people should come first.
    auto sales = makeSyntheticSales();
    const auto model = std::find(sales.tasteOfEvent.begin(), sales.tasteOfEvent.end(), 2);
    QVERIFY(model != sales.tasteOfEvent.end());
    Dataset data = sales.dataset;
    EventFacts fresh = data.events[static_cast<std::size_t>(model - sales.tasteOfEvent.begin())];
    fresh.id = "zz-new";
    fresh.startUtc += 400 * day;
    data.events.push_back(fresh);
    data.ticketsSold.push_back(0);
    data.revenueMinor.push_back(0);
    const auto taste = run(data);
    const ScoredCustomers scored = scoresFor(data, *taste, 120);
    QVERIFY(scored.clusters.coldStart);
    QCOMPARE(scored.scores.size(),
             static_cast<std::size_t>(std::count_if(data.customers.begin(), data.customers.end(),
                                                    [&, c = std::size_t{0}](const CustomerFacts &) mutable {
                                                        return !data.purchasesOf(c++).empty();
                                                    })));
    double top = 0, topOfTaste = 0, ofTaste = 0;
    for (const CustomerScore &s : scored.scores) {
        const bool fits = sales.tasteOfCustomer[s.customer] == 2;
        ofTaste += fits ? 1 : 0;
        top += s.affinity >= 0.9F ? 1 : 0;
        topOfTaste += fits && s.affinity >= 0.9F ? 1 : 0;
    }
    const double lift = topOfTaste / top / (ofTaste / static_cast<double>(scored.scores.size()));
    QVERIFY2(lift > 1.5, qPrintable(QString::number(lift)));
}

void TestTasteRun::eventImportedAfterTheRun()
{
    auto sales = makeSyntheticSales();
    const auto taste = run(sales.dataset);
    const ScoredCustomers asComputed = scoresFor(sales.dataset, *taste, 40);
    // One event more, in front of all, and another snapshot: indexes move, the answers don't.
    Dataset newer = sales.dataset;
    EventFacts fresh = newer.events[3];
    fresh.id = "aa-new";
    newer.events.insert(newer.events.begin(), fresh);
    newer.ticketsSold.insert(newer.ticketsSold.begin(), 0);
    newer.revenueMinor.insert(newer.revenueMinor.begin(), 0);
    for (Purchase &p : newer.purchases)
        ++p.event;
    newer.snapshotId += "-later";
    const ScoredCustomers moved = scoresFor(newer, *taste, 41);
    QCOMPARE(moved.scores.size(), asComputed.scores.size());
    QCOMPARE(moved.clusters.clusters.size(), asComputed.clusters.clusters.size());
    QCOMPARE(moved.clusters.clusters.front().label, asComputed.clusters.clusters.front().label);
    const EventClusters unknown = clustersFor(newer, *taste, 0);
    QVERIFY(unknown.coldStart);
    QVERIFY(!unknown.clusters.empty());
    QVERIFY(clustersFor(newer, *taste, 9999).clusters.empty());
}

void TestTasteRun::consentDecidesReach()
{
    auto sales = makeSyntheticSales({.consent = false});
    const auto taste = run(sales.dataset);
    const EventClusters none = clustersFor(sales.dataset, *taste, 8);
    double share = 0;
    for (const EventCluster &c : none.clusters) {
        QCOMPARE(c.reach, 0);
        share += c.share;
    }
    QVERIFY(std::abs(share - 1.0) < 1e-9);
    const std::uint32_t member = none.clusters.front().members.front().customer;
    sales.dataset.customers[member] = {true, true, true}; // consents, and opted out
    QCOMPARE(clustersFor(sales.dataset, *taste, 8).clusters.front().reach, 0);
    sales.dataset.customers[member].optedOut = false;
    QCOMPARE(clustersFor(sales.dataset, *taste, 8).clusters.front().reach, 1);
}

void TestTasteRun::oddDataNeverFails_data()
{
    QTest::addColumn<int>("which");
    const char *names[] = {"nothing",      "events without sales", "one purchase",    "one event",
                           "one customer", "only returns",         "all at one hour", "no metadata"};
    for (int i = 0; i < 8; ++i)
        QTest::newRow(names[i]) << i;
}

void TestTasteRun::oddDataNeverFails()
{
    QFETCH(const int, which);
    Dataset data;
    std::string notice = "few_sales";
    switch (which) {
    case 0:
        data = makeDataset({});
        break;
    case 1:
        data = makeSyntheticSales({.purchases = 0}).dataset;
        break;
    case 2:
        data = makeDataset({{"a", "x", 10}});
        break;
    case 3:
        data = makeSyntheticSales({.customers = 200, .events = 1, .purchases = 300, .tastes = 1}).dataset;
        break;
    case 4:
        data = makeSyntheticSales({.customers = 1, .purchases = 300}).dataset;
        break;
    case 5:
        data = makeDataset({{"a", "x", 10, -1}, {"b", "x", 11, -2}});
        break;
    case 6:
        data = makeSyntheticSales().dataset;
        for (Purchase &p : data.purchases)
            p.at = 1'000'000;
        notice.clear();
        break;
    default:
        data = makeSyntheticSales({.metadata = false}).dataset;
        notice.clear();
    }
    const auto taste = run(data);
    QVERIFY(taste);
    QCOMPARE(taste->notice(), notice);
    for (std::uint32_t event = 0; event <= std::min<std::size_t>(data.events.size(), 5); ++event) {
        const ScoredCustomers scored = scoresFor(data, *taste, event);
        for (const CustomerScore &s : scored.scores)
            QVERIFY(std::isfinite(s.probability) && s.probability >= 0 && s.probability <= 1);
        for (const EventCluster &c : scored.clusters.clusters)
            QVERIFY(std::isfinite(c.metricPred) && std::isfinite(c.share) && !c.tc.empty());
    }
}

void TestTasteRun::stopIsHonoured()
{
    std::stop_source source;
    source.request_stop();
    const auto result = computeTasteRun(makeSyntheticSales().dataset, {}, {}, source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().messageKey, QStringLiteral("error.taste.cancelled"));
}

void TestTasteRun::metricIsMonotoneAndReversible()
{
    double last = -1;
    for (double p = 0; p <= 1.0; p += 0.01) {
        const double metric = metricFromProbability(p);
        QVERIFY(metric > last && metric <= 5.0);
        QVERIFY(std::abs(probabilityFromMetric(metric) - p) < 1e-12);
        last = metric;
    }
}

QTEST_GUILESS_MAIN(TestTasteRun)
#include "tst_tasterun.moc"
