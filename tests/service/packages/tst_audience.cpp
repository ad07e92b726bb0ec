#include "app/service/packages/audience.h"
#include "tests/support/syntheticsales.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace groundswell;
using namespace groundswell::service;

namespace {

/// The latest events: what a package is built for.
std::vector<std::string> latestEvents(const Dataset &dataset, std::size_t count)
{
    std::vector<const EventFacts *> events;
    for (const EventFacts &event : dataset.events)
        events.push_back(&event);
    std::ranges::sort(events, std::ranges::greater{}, &EventFacts::startUtc);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < count; ++i)
        ids.push_back(events[i]->id);
    return ids;
}

std::set<std::uint32_t> membersOf(const Audience &audience)
{
    std::set<std::uint32_t> members;
    for (const AudienceCluster &cluster : audience.clusters) {
        for (const AudienceMember &member : cluster.members)
            members.insert(member.customer);
    }
    return members;
}

} // namespace

class TestAudience : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everybodyWhoFitsIsCountedOnce();
    void moreEventsMakeASelectiveAudienceSmaller();
    void inclusiveHoldsSelective();
    void nobodyWithoutConsentIsIn();
    void namedCustomersAreInWithoutFitting();
    void refusesWhatCannotBeBuilt_data();
    void refusesWhatCannotBeBuilt();

private:
    [[nodiscard]] Audience build(const AudienceSpec &spec) const
    {
        return buildAudience(m_dataset, *m_run, spec).value();
    }
    Dataset m_dataset;
    std::shared_ptr<const TasteRun> m_run;
};

void TestAudience::initTestCase()
{
    m_dataset = test::makeSyntheticSales().dataset;
    for (std::size_t customer = 0; customer < m_dataset.customers.size(); customer += 7)
        m_dataset.customers[customer].consentEmail = false;
    for (std::size_t customer = 0; customer < m_dataset.customers.size(); customer += 11)
        m_dataset.customers[customer].optedOut = true;
    m_run = computeRun(m_dataset).value();
}

void TestAudience::everybodyWhoFitsIsCountedOnce()
{
    AudienceSpec spec;
    spec.eventIds = latestEvents(m_dataset, 1);
    spec.numPackages = 2;
    const Audience audience = build(spec);
    QVERIFY(audience.customers > 0);
    QCOMPARE(audience.clusters.size(), std::size_t{2});
    QVERIFY(audience.clusters[0].members.size() >= audience.clusters[1].members.size());
    const auto members = membersOf(audience);
    QCOMPARE(static_cast<std::int64_t>(members.size()), audience.customers);
    const AudienceExclusions &out = audience.excluded;
    QCOMPARE(audience.fitting,
             audience.customers + out.optedOut + out.noConsent + out.excludedById + out.purchaseDate
                 + out.price + out.beyondClusters);
    QVERIFY(out.optedOut > 0 && out.noConsent > 0 && out.beyondClusters > 0);
    for (const AudienceCluster &cluster : audience.clusters) {
        QVERIFY(!cluster.label.empty());
        QVERIFY(!cluster.topEvents.empty());
        QVERIFY(std::ranges::is_sorted(cluster.members, {}, &AudienceMember::customer));
    }
}

void TestAudience::moreEventsMakeASelectiveAudienceSmaller()
{
    AudienceSpec one;
    one.eventIds = latestEvents(m_dataset, 1);
    one.numPackages = 50;
    AudienceSpec three = one;
    three.eventIds = latestEvents(m_dataset, 3);
    QVERIFY(build(three).fitting < build(one).fitting);
}

void TestAudience::inclusiveHoldsSelective()
{
    AudienceSpec spec;
    spec.eventIds = latestEvents(m_dataset, 3);
    spec.numPackages = 50;
    const auto selective = membersOf(build(spec));
    spec.mode = AudienceMode::Inclusive;
    const auto inclusive = membersOf(build(spec));
    QVERIFY(inclusive.size() > selective.size());
    QVERIFY(std::ranges::includes(inclusive, selective));
}

void TestAudience::nobodyWithoutConsentIsIn()
{
    AudienceSpec spec;
    spec.eventIds = latestEvents(m_dataset, 2);
    spec.mode = AudienceMode::Inclusive;
    for (const std::uint32_t customer : membersOf(build(spec))) {
        QVERIFY(m_dataset.customers[customer].consentEmail);
        QVERIFY(!m_dataset.customers[customer].optedOut);
    }
}

void TestAudience::namedCustomersAreInWithoutFitting()
{
    AudienceSpec spec;
    spec.eventIds = latestEvents(m_dataset, 3);
    const auto before = membersOf(build(spec));
    std::uint32_t outsider = 1;
    while (before.contains(outsider) || !m_dataset.customers[outsider].consentEmail
           || m_dataset.customers[outsider].optedOut)
        ++outsider;
    spec.includeCustomers = {m_dataset.customerIds[outsider]};
    const Audience audience = build(spec);
    QVERIFY(membersOf(audience).contains(outsider));
    QCOMPARE(audience.customers, static_cast<std::int64_t>(before.size()) + 1);
}

void TestAudience::refusesWhatCannotBeBuilt_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<int>("numPackages");
    QTest::addColumn<QString>("field");
    QTest::newRow("no event") << QString() << 3 << QStringLiteral("event_ids");
    QTest::newRow("unknown event") << QStringLiteral("nowhere") << 3 << QStringLiteral("event_ids");
    QTest::newRow("no cluster") << QStringLiteral("*") << 0 << QStringLiteral("num_packages");
}

void TestAudience::refusesWhatCannotBeBuilt()
{
    QFETCH(QString, events);
    QFETCH(int, numPackages);
    QFETCH(QString, field);
    AudienceSpec spec;
    if (events == QStringLiteral("*"))
        spec.eventIds = latestEvents(m_dataset, 1);
    else if (!events.isEmpty())
        spec.eventIds = {events.toStdString()};
    spec.numPackages = numPackages;
    const auto audience = buildAudience(m_dataset, *m_run, spec);
    QVERIFY(!audience);
    QCOMPARE(audience.error().messageKey, QStringLiteral("error.package.invalid"));
    QCOMPARE(audience.error().fields.size(), std::size_t{1});
    QCOMPARE(audience.error().fields.front().field, field);
}

QTEST_GUILESS_MAIN(TestAudience)
#include "tst_audience.moc"
