#include "models/draft/servicechanges.h"

#include <QtTest>

using namespace groundswell;

namespace {

const ClusterRef jazz{ClusterName(QStringLiteral("jazz")), 7};
const ClusterRef opera{ClusterName(QStringLiteral("opera")), 7};

SetupProcess setup()
{
    SetupProcess row;
    row.clusters = {{jazz, std::nullopt, {}}, {opera, std::nullopt, {}}};
    for (const ClusterRef &cluster : {jazz, opera}) {
        Creative creative;
        creative.cluster = cluster;
        creative.headline = QStringLiteral("One evening");
        row.creatives.push_back(creative);
        Targeting targeting;
        targeting.cluster = cluster;
        targeting.demographics.ageMin = 25;
        row.targeting.push_back(targeting);
    }
    return row;
}

Campaign campaign(const ClusterRef &cluster)
{
    const SetupProcess row = setup();
    Campaign result;
    result.cluster = cluster;
    result.creatives = {row.creatives[row.creativesOf(cluster).front()]};
    result.targeting = *row.targetingOf(cluster);
    return result;
}

} // namespace

class TestServiceChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsFilledInIsNoChange()
    {
        const SetupProcess sent = setup();
        SetupProcess held = sent;
        held.currency = QStringLiteral("EUR");
        QVERIFY(serviceChanges(sent, held, SetupProcess()).empty());
    }

    void aResetOrChangedValueIs()
    {
        const SetupProcess sent = setup();
        SetupProcess held = sent;
        held.creatives[0].headline.clear();
        held.targeting[1].demographics.ageMin = 18;
        QCOMPARE(serviceChanges(sent, held, sent).size(), 2U);
    }

    void aValueThatDidNotGoIs()
    {
        SetupProcess previous = setup();
        previous.dsaPayor = QStringLiteral("Old Ltd");
        SetupProcess sent = previous;
        sent.dsaPayor.clear();
        const auto changes = serviceChanges(sent, previous, previous);
        QCOMPARE(changes.size(), 1U);
        QCOMPARE(changes.front().path.section, QStringLiteral("dsaPayor"));
    }

    void campaignsAsTheSetupSaid()
    {
        QVERIFY(publishedDifferences(setup(), {campaign(opera), campaign(jazz)}).empty());
    }

    void aCampaignThatSaysLittleSaysNothingWrong()
    {
        Campaign bare;
        bare.cluster = jazz;
        QVERIFY(publishedDifferences(setup(), {bare, campaign(opera)}).empty());
    }

    void aFlippedSettingAndAMissingClusterAreFound()
    {
        Campaign flipped = campaign(jazz);
        flipped.targeting.demographics.ageMin = 18;
        const auto found = publishedDifferences(setup(), {flipped});
        QCOMPARE(found.size(), 2U);
        const auto has = [&](const FieldPath &path) {
            return std::any_of(found.begin(), found.end(),
                               [&](const auto &difference) { return difference.path == path; });
        };
        QVERIFY(has({QStringLiteral("targeting"), jazz, 0, QStringLiteral("demographics.ageMin")}));
        QVERIFY(has({QStringLiteral("tcs"), opera, 0, {}}));
    }

    void clustersThatWereLeftOutDontCount()
    {
        SetupProcess sent = setup();
        sent.clusters.pop_back();
        QVERIFY(publishedDifferences(sent, {campaign(jazz)}).empty());
    }
};

QTEST_GUILESS_MAIN(TestServiceChanges)
#include "test_servicechanges.moc"
