#include "app/service/packages/customerfilter.h"

#include <QTest>

using namespace groundswell::service;

namespace {

/// One customer who may be written to, with these purchases (at, quantity, amount).
Dataset oneCustomer(const std::vector<Purchase> &purchases)
{
    Dataset dataset;
    dataset.events.resize(1);
    dataset.customerIds = {"c0"};
    dataset.customers = {{true, true, false}};
    dataset.purchases = purchases;
    dataset.offsets = {0, purchases.size()};
    return dataset;
}

PackageExclusions judge(const Dataset &dataset, const PackageSpec &spec, bool *admitted)
{
    PackageExclusions excluded;
    *admitted = CustomerFilter(dataset, spec).admits(0, excluded);
    return excluded;
}

} // namespace

class TestCustomerFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void consentComesFirst();
    void purchaseDates_data();
    void purchaseDates();
    void prices_data();
    void prices();
    void namedCustomers();
};

void TestCustomerFilter::consentComesFirst()
{
    Dataset dataset = oneCustomer({});
    bool admitted = false;
    PackageSpec spec;
    spec.includeCustomers = {"c0"};

    dataset.customers[0] = {false, true, false};
    QCOMPARE(judge(dataset, spec, &admitted).noConsent, 1);
    QVERIFY2(!admitted, "to be named is no consent");

    dataset.customers[0] = {true, true, true};
    QCOMPARE(judge(dataset, spec, &admitted).optedOut, 1);
    QVERIFY(!admitted);

    dataset.customers[0] = {true, false, false};
    (void)judge(dataset, spec, &admitted);
    QVERIFY2(admitted, "an e-mail list needs the consent to e-mail, not to ads");
}

void TestCustomerFilter::purchaseDates_data()
{
    QTest::addColumn<QList<qint64>>("bought");
    QTest::addColumn<qint64>("onlyBefore"); // -1 = no such exclusion
    QTest::addColumn<qint64>("onlyAfter");
    QTest::addColumn<bool>("stays");
    QTest::newRow("only before") << QList<qint64>{10, 20} << 30LL << -1LL << false;
    QTest::newRow("before and at the instant") << QList<qint64>{10, 30} << 30LL << -1LL << true;
    QTest::newRow("only after") << QList<qint64>{30, 40} << -1LL << 30LL << false;
    QTest::newRow("before and after") << QList<qint64>{29, 40} << -1LL << 30LL << true;
    QTest::newRow("never bought") << QList<qint64>{} << 30LL << 30LL << true;
}

void TestCustomerFilter::purchaseDates()
{
    QFETCH(QList<qint64>, bought);
    QFETCH(qint64, onlyBefore);
    QFETCH(qint64, onlyAfter);
    QFETCH(bool, stays);
    std::vector<Purchase> purchases;
    for (const qint64 at : bought)
        purchases.push_back({0, 0, at, 1, 1'000});
    PackageSpec spec;
    if (onlyBefore >= 0)
        spec.excludeOnlyBefore = onlyBefore;
    if (onlyAfter >= 0)
        spec.excludeOnlyAfter = onlyAfter;
    bool admitted = false;
    const PackageExclusions excluded = judge(oneCustomer(purchases), spec, &admitted);
    QCOMPARE(admitted, stays);
    QCOMPARE(excluded.purchaseDate, stays ? 0 : 1);
}

void TestCustomerFilter::prices_data()
{
    QTest::addColumn<qint64>("below");
    QTest::addColumn<qint64>("above");
    QTest::addColumn<bool>("stays");
    // Three tickets for 100: 33.33… each, which no integer holds.
    QTest::newRow("just not below") << 33LL << -1LL << true;
    QTest::newRow("below") << 34LL << -1LL << false;
    QTest::newRow("just not above") << -1LL << 34LL << true;
    QTest::newRow("above") << -1LL << 33LL << false;
}

void TestCustomerFilter::prices()
{
    QFETCH(qint64, below);
    QFETCH(qint64, above);
    QFETCH(bool, stays);
    PackageSpec spec;
    if (below >= 0)
        spec.excludePriceBelow = below;
    if (above >= 0)
        spec.excludePriceAbove = above;
    const Dataset dataset = oneCustomer({{0, 0, 1, 3, 100}, {0, 1, 2, -1, -5'000}});
    bool admitted = false;
    const PackageExclusions excluded = judge(dataset, spec, &admitted);
    QCOMPARE(admitted, stays);
    QCOMPARE(excluded.price, stays ? 0 : 1);
}

void TestCustomerFilter::namedCustomers()
{
    const Dataset dataset = oneCustomer({{0, 0, 1, 1, 100}});
    PackageSpec spec;
    spec.includeCustomers = {"c0", "nobody"};
    spec.excludePriceBelow = 1'000;
    bool admitted = false;
    QCOMPARE(judge(dataset, spec, &admitted).price, 0);
    QVERIFY2(admitted, "a named customer isn't judged by price");
    QCOMPARE(CustomerFilter(dataset, spec).unmatchedInclude(), std::vector<std::string>{"nobody"});

    spec.excludeCustomers = {"c0", "who"};
    QCOMPARE(judge(dataset, spec, &admitted).excludedById, 1);
    QVERIFY2(!admitted, "exclusion wins over inclusion");
    QCOMPARE(CustomerFilter(dataset, spec).unmatchedExclude(), std::vector<std::string>{"who"});
}

QTEST_GUILESS_MAIN(TestCustomerFilter)
#include "tst_customerfilter.moc"
