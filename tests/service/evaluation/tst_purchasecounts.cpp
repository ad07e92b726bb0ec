#include "app/service/evaluation/purchasecounts.h"
#include "app/service/store/stopped.h"

#include <QTest>
#include <QTimeZone>

#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <set>

using namespace groundswell;
using namespace groundswell::service;

namespace {

constexpr std::uint32_t customerCount = 12;
constexpr std::uint32_t eventCount = 6;

/// Customers with up to six purchases each; amounts, returns and shared order numbers included.
Dataset arbitraryDataset()
{
    Dataset dataset;
    const std::vector<std::string> series{"", "subscription", "matinee"};
    for (std::uint32_t event = 0; event < eventCount; ++event) {
        EventFacts facts;
        facts.id = "e" + std::to_string(event);
        facts.series = *rc::gen::elementOf(series);
        dataset.events.push_back(facts);
    }
    dataset.offsets.push_back(0);
    for (std::uint32_t customer = 0; customer < customerCount; ++customer) {
        dataset.customerIds.push_back("c" + std::to_string(customer));
        dataset.customers.emplace_back();
        std::vector<Purchase> own;
        const int count = *rc::gen::inRange(0, 7);
        for (int i = 0; i < count; ++i) {
            Purchase purchase;
            purchase.event = *rc::gen::inRange<std::uint32_t>(0, eventCount);
            purchase.order = *rc::gen::inRange<std::uint32_t>(0, 20);
            purchase.at = *rc::gen::inRange(0, 30);
            purchase.quantity = *rc::gen::inRange(-2, 4);
            purchase.amountMinor = purchase.quantity * 1'000;
            own.push_back(purchase);
        }
        std::ranges::sort(own, [](const Purchase &a, const Purchase &b) {
            return std::pair(a.at, a.event) < std::pair(b.at, b.event);
        });
        dataset.purchases.insert(dataset.purchases.end(), own.begin(), own.end());
        dataset.offsets.push_back(dataset.purchases.size());
    }
    return dataset;
}

bool eventCounts(const Dataset &dataset, PackageAttributionModel model,
                 const std::vector<std::uint32_t> &package, std::uint32_t event)
{
    if (model == PackageAttributionModel::AllPurchases)
        return true;
    return std::ranges::any_of(package, [&](std::uint32_t own) {
        const std::string &series = dataset.events[own].series;
        return own == event
            || (model == PackageAttributionModel::EventSeries && !series.empty()
                && series == dataset.events[event].series);
    });
}

/// The rules again, as slowly and plainly as they can be written.
PurchaseCounts bruteForce(const Dataset &dataset, const std::vector<std::uint32_t> &cluster,
                          PackageAttributionModel model, const std::vector<std::uint32_t> &package,
                          const AttributionWindow &window)
{
    const std::set<std::uint32_t> members(cluster.begin(), cluster.end());
    PurchaseCounts counts;
    std::set<std::uint32_t> buyers;
    std::set<std::uint32_t> orders;
    for (const std::uint32_t customer : members) {
        if (customer >= customerCount)
            continue;
        ++counts.members;
        for (const Purchase &purchase : dataset.purchasesOf(customer)) {
            const bool inside = purchase.at >= window.from && purchase.at < window.to;
            if (!inside || !eventCounts(dataset, model, package, purchase.event))
                continue;
            counts.items += purchase.quantity;
            counts.revenueMinor += purchase.amountMinor;
            if (purchase.quantity > 0) {
                buyers.insert(customer);
                orders.insert(purchase.order);
            }
        }
    }
    counts.customers = static_cast<std::int64_t>(buyers.size());
    counts.purchases = static_cast<std::int64_t>(orders.size());
    return counts;
}

Dataset oneCustomer(const std::vector<Purchase> &purchases)
{
    Dataset dataset;
    dataset.events.resize(2);
    dataset.customerIds = {"c0"};
    dataset.customers.resize(1);
    dataset.purchases = purchases;
    dataset.offsets = {0, purchases.size()};
    return dataset;
}

} // namespace

class TestPurchaseCounts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithThePlainRules_data();
    void agreesWithThePlainRules();
    void daysBeforeAndBehindTheSalesAreEmpty();
    void returnsSubtractButUnmakeNoBuyer();
    void returnOfAnEarlierSaleMakesNoBuyer();
    void whoIsInTwoClustersCountsOnceInUnique();
    void hundredsOfClustersAreToldApart();
    void stopIsHonoured();
    void windowHoldsWholeDays_data();
    void windowHoldsWholeDays();
    void windowCountsElapsedDays();
};

void TestPurchaseCounts::agreesWithThePlainRules_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("isIndexed");
    QTest::newRow("member by member") << 1 << false;
    QTest::newRow("a day's purchases") << 1 << true;
    QTest::newRow("purchases of several days") << 43'200 << true; // half a day
}

void TestPurchaseCounts::agreesWithThePlainRules()
{
    QFETCH(const int, step);
    QFETCH(const bool, isIndexed);
    const bool held = rc::check("kernel = plain rules, for every model", [&] {
        Dataset dataset = arbitraryDataset();
        for (Purchase &purchase : dataset.purchases)
            purchase.at = (purchase.at - 10) * step; // some lie before 1970
        for (Purchase &purchase : dataset.purchases)
            purchase.order *= static_cast<std::uint32_t>(step); // few of many orders
        if (isIndexed)
            dataset.indexDays();
        const auto ids = rc::gen::container<std::vector<std::uint32_t>>(
            rc::gen::inRange<std::uint32_t>(0, customerCount + 2));
        const std::vector<std::vector<std::uint32_t>> clusters{*ids, *ids};
        const auto package =
            *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, eventCount));
        const int from = *rc::gen::inRange(-10, 20);
        const int to = from + *rc::gen::inRange(0, 20);
        const AttributionWindow window{std::int64_t{from} * step, std::int64_t{to} * step};
        for (const auto model :
             {PackageAttributionModel::AllPurchases, PackageAttributionModel::EventsFromPackage,
              PackageAttributionModel::EventSeries}) {
            const PackageCounts result = countPurchases(dataset, clusters, model, package, window);
            RC_ASSERT(result.clusters.size() == std::size_t{2});
            std::vector<std::uint32_t> everybody;
            for (std::size_t i = 0; i < clusters.size(); ++i) {
                RC_ASSERT(result.clusters[i] == bruteForce(dataset, clusters[i], model, package, window));
                everybody.insert(everybody.end(), clusters[i].begin(), clusters[i].end());
            }
            RC_ASSERT(result.unique == bruteForce(dataset, everybody, model, package, window));
        }
    });
    QVERIFY(held);
}

void TestPurchaseCounts::daysBeforeAndBehindTheSalesAreEmpty()
{
    constexpr std::int64_t day = 86'400;
    Dataset dataset = oneCustomer({{0, 7, 10 * day, 1, 100}, {0, 8, 12 * day + 5, 1, 100}});
    dataset.indexDays();
    const DayIndex &index = dataset.byDay;
    QCOMPARE(index.around(0, 10 * day).size(), 0);
    QCOMPARE(index.around(0, 10 * day + 1).size(), 1);
    QCOMPARE(index.around(11 * day, 12 * day).size(), 0);
    QCOMPARE(index.around(12 * day + 6, 40 * day).size(), 1); // its day is touched
    QCOMPARE(index.around(13 * day, 40 * day).size(), 0);
    QCOMPARE(index
                 .around(std::numeric_limits<std::int64_t>::min() / 2,
                         std::numeric_limits<std::int64_t>::max() / 2)
                 .size(),
             2);
    QCOMPARE(DayIndex().around(0, day).size(), 0);
}

void TestPurchaseCounts::returnsSubtractButUnmakeNoBuyer()
{
    const Dataset dataset = oneCustomer({{0, 7, 100, 2, 5'000}, {0, 8, 110, -2, -5'000}});
    const std::vector<std::vector<std::uint32_t>> clusters{{0}};
    const auto result =
        countPurchases(dataset, clusters, PackageAttributionModel::AllPurchases, {}, {0, 200});
    QCOMPARE(result.clusters[0], (PurchaseCounts{1, 1, 0, 1, 0}));
}

void TestPurchaseCounts::returnOfAnEarlierSaleMakesNoBuyer()
{
    const Dataset dataset = oneCustomer({{0, 7, 50, 2, 5'000}, {0, 8, 110, -1, -2'500}});
    const std::vector<std::vector<std::uint32_t>> clusters{{0}};
    const auto result =
        countPurchases(dataset, clusters, PackageAttributionModel::AllPurchases, {}, {100, 200});
    QCOMPARE(result.clusters[0], (PurchaseCounts{1, 0, -1, 0, -2'500}));
}

void TestPurchaseCounts::whoIsInTwoClustersCountsOnceInUnique()
{
    const Dataset dataset = oneCustomer({{1, 7, 100, 3, 9'000}});
    const std::vector<std::vector<std::uint32_t>> clusters{{0, 0}, {0}};
    const auto result =
        countPurchases(dataset, clusters, PackageAttributionModel::AllPurchases, {}, {0, 200});
    const PurchaseCounts once{1, 1, 3, 1, 9'000};
    QCOMPARE(result.clusters[0], once);
    QCOMPARE(result.clusters[1], once);
    QCOMPARE(result.unique, once);
}

void TestPurchaseCounts::hundredsOfClustersAreToldApart()
{
    constexpr std::uint32_t clusters = 300; // more than a byte tells apart
    Dataset dataset;
    dataset.events.resize(1);
    dataset.offsets.assign(1, 0);
    std::vector<std::vector<std::uint32_t>> members(clusters);
    for (std::uint32_t customer = 0; customer < clusters; ++customer) {
        dataset.customerIds.push_back(std::to_string(1000 + customer));
        dataset.customers.emplace_back();
        dataset.purchases.push_back({0, customer, 100, 1, 10 + customer});
        dataset.offsets.push_back(dataset.purchases.size());
        members[customer] = {customer};
    }
    dataset.indexDays();
    const PackageCounts result =
        countPurchases(dataset, members, PackageAttributionModel::AllPurchases, {}, {0, 200});
    for (std::uint32_t cluster = 0; cluster < clusters; ++cluster)
        QCOMPARE(result.clusters[cluster], (PurchaseCounts{1, 1, 1, 1, 10 + cluster}));
    QCOMPARE(result.unique.customers, clusters);
}

void TestPurchaseCounts::stopIsHonoured()
{
    const Dataset dataset = oneCustomer({{0, 7, 100, 2, 5'000}});
    const std::vector<std::vector<std::uint32_t>> clusters{{0}};
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped,
                             (void)countPurchases(dataset, clusters, PackageAttributionModel::AllPurchases,
                                                  {}, {0, 200}, source.get_token()));
}

void TestPurchaseCounts::windowHoldsWholeDays_data()
{
    QTest::addColumn<QDate>("sent");
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("hours"); // -1 = no window
    QTest::newRow("plain") << QDate(2026, 6, 1) << 14 << 14 * 24;
    QTest::newRow("clocks go forward within") << QDate(2026, 3, 28) << 2 << 47;
    QTest::newRow("clocks go back within") << QDate(2026, 10, 25) << 1 << 25;
    QTest::newRow("no days") << QDate(2026, 6, 1) << 0 << -1;
    QTest::newRow("no date") << QDate() << 14 << -1;
}

void TestPurchaseCounts::windowHoldsWholeDays()
{
    QFETCH(QDate, sent);
    QFETCH(int, days);
    QFETCH(int, hours);
    const auto window = attributionWindow(sent, days, "Europe/Berlin");
    QCOMPARE(window.has_value(), hours >= 0);
    if (window) {
        QCOMPARE(window->to - window->from, hours * 3'600);
        const QTimeZone berlin("Europe/Berlin");
        QCOMPARE(window->from, sent.startOfDay(berlin).toSecsSinceEpoch());
    }
    QVERIFY(!attributionWindow(sent, days, "Nowhere/Land"));
}

void TestPurchaseCounts::windowCountsElapsedDays()
{
    const QDate sent(2026, 6, 1);
    const auto window = attributionWindow(sent, 14, "Europe/Berlin");
    QVERIFY(window.has_value());
    QCOMPARE(daysElapsed(sent, 14, "Europe/Berlin", window->from - 1), 0);
    QCOMPARE(daysElapsed(sent, 14, "Europe/Berlin", window->from), 1);
    QCOMPARE(daysElapsed(sent, 14, "Europe/Berlin", window->to - 1), 14);
    QCOMPARE(daysElapsed(sent, 14, "Europe/Berlin", window->to + 86'400), 14);
    QVERIFY(!windowIsOver(*window, window->to - 1));
    QVERIFY(windowIsOver(*window, window->to));
}

QTEST_GUILESS_MAIN(TestPurchaseCounts)
#include "tst_purchasecounts.moc"
