// The audience of a package on an organiser with planted tastes: who is in, who isn't, and why.
#include "app/service/packages/computedpackage.h"
#include "tests/support/syntheticsales.h"

#include <QTest>

#include <map>
#include <set>

using namespace groundswell::service;
using namespace groundswell::test;

class TestComputedPackage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void nobodyIsInTwoClusters();
    void moreEventsMakeSelectiveSmaller();
    void inclusiveHoldsSelective();
    void everybodyWhoFitsIsAccountedFor();
    void consentRulesEvenTheIncluded();
    void sameSpecGivesTheSameAudience();
    void refusesWhatMakesNoSense();
    void stopIsHonoured();

private:
    [[nodiscard]] ComputedPackage build(const PackageSpec &spec) const
    {
        auto audience = computePackage(m_sales.dataset, *m_run, spec);
        return audience ? *audience : ComputedPackage{};
    }
    [[nodiscard]] static std::set<std::uint32_t> membersOf(const ComputedPackage &audience)
    {
        std::set<std::uint32_t> members;
        for (const ComputedCluster &cluster : audience.clusters) {
            for (const ComputedMember &member : cluster.members)
                members.insert(member.customer);
        }
        return members;
    }
    /// Ids of some events of a taste.
    [[nodiscard]] std::vector<std::string> eventsOfTaste(int taste, std::size_t count) const
    {
        std::vector<std::string> ids;
        for (std::size_t e = 0; e < m_sales.tasteOfEvent.size() && ids.size() < count; ++e) {
            if (m_sales.tasteOfEvent[e] == taste)
                ids.push_back(m_sales.dataset.events[e].id);
        }
        return ids;
    }

    SyntheticSales m_sales;
    std::shared_ptr<const TasteRun> m_run;
};

void TestComputedPackage::initTestCase()
{
    m_sales = makeSyntheticSales();
    const auto run = computeTasteRun(m_sales.dataset);
    QVERIFY(run);
    m_run = *run;
}

void TestComputedPackage::nobodyIsInTwoClusters()
{
    const ComputedPackage audience = build({.eventIds = eventsOfTaste(1, 2), .numPackages = 4});
    QVERIFY(audience.clusters.size() > 1 && audience.clusters.size() <= 4);
    std::size_t members = 0;
    std::set<std::string> names, labels;
    for (std::size_t k = 0; k < audience.clusters.size(); ++k) {
        const ComputedCluster &cluster = audience.clusters[k];
        QVERIFY(k == 0 || audience.clusters[k - 1].members.size() >= cluster.members.size());
        QVERIFY(!cluster.topEvents.empty() && cluster.topEvents.size() <= 3);
        for (const ComputedMember &member : cluster.members)
            QVERIFY(member.affinity >= 0 && member.affinity <= 1);
        members += cluster.members.size();
        names.insert(cluster.tc);
        labels.insert(cluster.label);
    }
    QCOMPARE(membersOf(audience).size(), members);
    QCOMPARE(static_cast<std::int64_t>(members), audience.customers);
    QCOMPARE(names.size(), audience.clusters.size());
    QCOMPARE(labels.size(), audience.clusters.size());
}

void TestComputedPackage::moreEventsMakeSelectiveSmaller()
{
    std::int64_t last = std::numeric_limits<std::int64_t>::max();
    for (std::size_t count = 1; count <= 4; ++count) {
        const ComputedPackage audience = build({.eventIds = eventsOfTaste(0, count), .numPackages = 50});
        QVERIFY(audience.customers > 0);
        // Holders of one event's ticket come in with the second event, so the first step may grow.
        QVERIFY(count <= 2 || audience.customers <= last);
        last = audience.customers;
    }
}

void TestComputedPackage::inclusiveHoldsSelective()
{
    PackageSpec spec{.eventIds = eventsOfTaste(0, 3), .numPackages = 50};
    const auto selective = membersOf(build(spec));
    spec.mode = PackageMode::Inclusive;
    const auto inclusive = membersOf(build(spec));
    QVERIFY(inclusive.size() > selective.size());
    QVERIFY(std::includes(inclusive.begin(), inclusive.end(), selective.begin(), selective.end()));
}

void TestComputedPackage::everybodyWhoFitsIsAccountedFor()
{
    auto &facts = m_sales.dataset.customers;
    for (std::size_t c = 0; c < facts.size(); c += 7)
        facts[c].consentEmail = false;
    for (std::size_t c = 0; c < facts.size(); c += 11)
        facts[c].optedOut = true;
    PackageSpec spec{.eventIds = eventsOfTaste(2, 1), .numPackages = 2, .excludePriceAbove = 3000};
    spec.excludeOnlyBefore = (20'000 - 500) * 86'400LL;
    spec.excludeCustomers = {m_sales.dataset.customerIds[1], "nobody"};
    const ComputedPackage audience = build(spec);
    const PackageExclusions &out = audience.excluded;
    QVERIFY(out.optedOut > 0 && out.noConsent > 0 && out.purchaseDate > 0 && out.beyondClusters > 0);
    QCOMPARE(audience.fitting,
             audience.customers + out.optedOut + out.noConsent + out.excludedById + out.purchaseDate
                 + out.price + out.beyondClusters);
    QCOMPARE(audience.unmatchedExclude, std::vector<std::string>{"nobody"});
    for (auto &customer : facts)
        customer = {true, true, false};
}

void TestComputedPackage::consentRulesEvenTheIncluded()
{
    PackageSpec spec{.eventIds = eventsOfTaste(0, 2), .numPackages = 1};
    const auto before = membersOf(build(spec));
    std::uint32_t outside = 0;
    while (before.contains(outside))
        ++outside;
    spec.includeCustomers = {m_sales.dataset.customerIds[outside]};
    QVERIFY(membersOf(build(spec)).contains(outside));
    m_sales.dataset.customers[outside].optedOut = true;
    QVERIFY(!membersOf(build(spec)).contains(outside));
    m_sales.dataset.customers[outside].optedOut = false;
    spec.excludeCustomers = spec.includeCustomers; // leaving out wins
    QVERIFY(!membersOf(build(spec)).contains(outside));
}

void TestComputedPackage::sameSpecGivesTheSameAudience()
{
    const PackageSpec spec{.eventIds = eventsOfTaste(3, 2)};
    const ComputedPackage a = build(spec), b = build(spec);
    QCOMPARE(a.clusters.size(), b.clusters.size());
    for (std::size_t k = 0; k < a.clusters.size(); ++k) {
        QCOMPARE(a.clusters[k].tc, b.clusters[k].tc);
        for (std::size_t m = 0; m < a.clusters[k].members.size(); ++m) {
            QCOMPARE(a.clusters[k].members[m].customer, b.clusters[k].members[m].customer);
            QCOMPARE(a.clusters[k].members[m].affinity, b.clusters[k].members[m].affinity);
        }
    }
}

void TestComputedPackage::refusesWhatMakesNoSense()
{
    const auto fieldsOf = [&](const PackageSpec &spec) {
        const auto result = computePackage(m_sales.dataset, *m_run, spec);
        QStringList fields;
        if (!result) {
            for (const groundswell::FieldProblem &problem : result.error().fields)
                fields << problem.field;
        }
        return fields;
    };
    QCOMPARE(fieldsOf({}), QStringList{QStringLiteral("event_ids")});
    QCOMPARE(fieldsOf({.eventIds = {"unknown"}}), QStringList{QStringLiteral("event_ids")});
    QCOMPARE(fieldsOf({.eventIds = eventsOfTaste(0, 1), .numPackages = 0}),
             QStringList{QStringLiteral("num_packages")});
}

void TestComputedPackage::stopIsHonoured()
{
    std::stop_source source;
    source.request_stop();
    const auto result =
        computePackage(m_sales.dataset, *m_run, {.eventIds = eventsOfTaste(0, 1)}, source.get_token());
    QVERIFY(!result);
    QCOMPARE(result.error().messageKey, QStringLiteral("error.taste.cancelled"));
}

QTEST_GUILESS_MAIN(TestComputedPackage)
#include "tst_computedpackage.moc"
