// Moving a draft to a newer run: which cluster takes over from which, and that nothing gets lost.
#include "models/draft/newerclusters.h"
#include "models/draft/setupdraft.h"
#include "models/setupgenerators.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace groundswell;

namespace {

ClusterRef ref(const char *tc, TcRunId run)
{
    return {ClusterName(QString::fromLatin1(tc)), run};
}

TasteCluster cluster(const char *tc, TcRunId run,
                     std::initializer_list<std::pair<const char *, double>> because)
{
    TasteCluster result;
    result.cluster = ref(tc, run);
    result.label = QString::fromLatin1(tc).toUpper();
    for (const auto &[event, weight] : because)
        result.because.push_back({EventId(QString::fromLatin1(event)), {}, weight});
    return result;
}

ClusterRun run(TcRunId number, std::vector<TasteCluster> clusters)
{
    ClusterRun result;
    result.tcRunId = number;
    result.clusters = std::move(clusters);
    return result;
}

ClusterOverlap overlap(const char *from, const char *to, double value)
{
    return {ClusterName(QString::fromLatin1(from)), ClusterName(QString::fromLatin1(to)), value};
}

Creative text(const ClusterRef &cluster, const char *headline)
{
    Creative creative;
    creative.cluster = cluster;
    creative.headline = QString::fromLatin1(headline);
    return creative;
}

QStringList headlines(const SetupProcess &row, const ClusterRef &cluster)
{
    QStringList result;
    for (const size_t position : row.creativesOf(cluster))
        result.append(row.creatives[position].headline);
    return result;
}

/// Everything typed for clusters, without whom it is for, in an order of its own.
QStringList typed(const SetupProcess &row)
{
    QStringList result;
    const auto note = [&](QJsonObject json) {
        json.remove(QStringLiteral("tc"));
        json.remove(QStringLiteral("tc_run_id"));
        result.append(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
    };
    for (const Creative &creative : row.creatives)
        note(toJson(creative));
    for (const Targeting &targeting : row.targeting)
        note(toJson(targeting));
    for (const IntegrationDetails &details : row.integrationDetails)
        note(toJson(details));
    result.sort();
    return result;
}

} // namespace

class TestNewerClusters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { groundswell::testing::useFixedSeed(); }
    void peopleDecideWhereTheyAreKnown();
    void theMostAlikeComeFirst();
    void strangersAreNoCounterparts();
    void eventsAndNamesDecideElsewhere();
    void carriesEverythingOver();
    void keepsWhatHasNoCounterpart();
    void severalMayBecomeOne();
    void whatIsThereAlreadyStays();
    void sharesKeepTheirSum();
    void isOneUndoableEdit();
    void nothingIsEverLost();
};

void TestNewerClusters::peopleDecideWhereTheyAreKnown()
{
    const ClusterRun older = run(1, {cluster("jazz", 1, {{"a", 0.5}}), cluster("opera", 1, {{"b", 0.5}})});
    // The names have changed places; the people have not.
    const ClusterRun newer = run(2, {cluster("opera", 2, {{"a", 0.5}}), cluster("jazz", 2, {{"b", 0.5}})});
    const auto pairs = matchClusters({ref("jazz", 1), ref("opera", 1)}, &older, newer,
                                     {overlap("jazz", "opera", 0.8), overlap("jazz", "jazz", 0.1),
                                      overlap("opera", "jazz", 0.7), overlap("opera", "opera", 0.05)});
    QCOMPARE(pairs.size(), size_t(2));
    QCOMPARE(pairs[0].to, std::optional(ref("opera", 2)));
    QCOMPARE(pairs[0].likeness, (Likeness{0.8, true}));
    QCOMPARE(pairs[1].to, std::optional(ref("jazz", 2)));
}

void TestNewerClusters::theMostAlikeComeFirst()
{
    const ClusterRun newer = run(2, {cluster("x", 2, {}), cluster("y", 2, {})});
    const auto pairs = matchClusters(
        {ref("a", 1), ref("b", 1)}, nullptr, newer,
        {overlap("a", "x", 0.5), overlap("b", "x", 0.6), overlap("a", "y", 0.3), overlap("b", "y", 0.4)});
    QCOMPARE(pairs[1].to, std::optional(ref("x", 2)));
    QCOMPARE(pairs[0].to, std::optional(ref("y", 2)));
}

void TestNewerClusters::strangersAreNoCounterparts()
{
    const ClusterRun newer = run(2, {cluster("a", 2, {})});
    // Even the same name doesn't help where the people are known to be others.
    const auto pairs = matchClusters({ref("a", 1)}, nullptr, newer, {overlap("a", "a", 0.19)});
    QVERIFY(!pairs[0].to);
    QCOMPARE(pairs[0].likeness, Likeness());
    QVERIFY(matchClusters({ref("b", 1)}, nullptr, newer, {})[0].to == std::nullopt);
    QVERIFY(matchClusters({}, nullptr, newer, {}).empty());
}

void TestNewerClusters::eventsAndNamesDecideElsewhere()
{
    const ClusterRun older = run(1, {cluster("jazz", 1, {{"a", 0.4}, {"b", 0.2}}), cluster("opera", 1, {})});
    const ClusterRun newer =
        run(2, {cluster("swing", 2, {{"a", 0.4}, {"c", 0.1}}), cluster("opera", 2, {{"z", 0.9}})});
    const auto pairs = matchClusters({ref("jazz", 1), ref("opera", 1)}, &older, newer, {});
    QCOMPARE(pairs[0].to, std::optional(ref("swing", 2)));
    QVERIFY(!pairs[0].likeness.byPeople);
    QVERIFY(qFuzzyCompare(pairs[0].likeness.value, 0.4 / 0.7));
    QCOMPARE(pairs[1].to, std::optional(ref("opera", 2)));
    QCOMPARE(pairs[1].likeness, (Likeness{0.5, false}));
}

void TestNewerClusters::carriesEverythingOver()
{
    const ClusterRef from = ref("a", 1);
    const ClusterRef to = ref("b", 2);
    SetupProcess row;
    row.clusters.push_back({from, 0.4, {{QStringLiteral("own"), 1}}});
    row.clusters.push_back({ref("c", 1), 0.6, {}});
    row.creatives = {text(from, "one"), text(ref("c", 1), "other"), text(from, "two")};
    Targeting targeting;
    targeting.cluster = from;
    targeting.demographics.ageMin = 30;
    row.targeting.push_back(targeting);
    IntegrationDetails details;
    details.cluster = from;
    details.adAccountId = QStringLiteral("act_1");
    IntegrationDetails forAll;
    forAll.pageId = QStringLiteral("page");
    row.integrationDetails = {details, forAll};

    QCOMPARE(runOf(row), TcRunId(1));
    const auto moving = clustersToMove(row, 2);
    QCOMPARE(moving.size(), size_t(2));
    QVERIFY(clustersToMove(row, 1).empty());
    const CarriedContent content = contentOf(row, from);
    QVERIFY(content.chosen && content.targeting && content.integration);
    QCOMPARE(content.creatives, 2);
    QCOMPARE(content.budgetShare, std::optional(0.4));

    const SetupProcess moved = movedToRun(row, {{from, to, {}}, {ref("c", 1), ref("c", 2), {}}});
    QCOMPARE(moved.clusters[0].cluster, to);
    QCOMPARE(moved.clusters[0].budgetShare, std::optional(0.4));
    QCOMPARE(moved.clusters[0].extra, row.clusters[0].extra);
    QCOMPARE(headlines(moved, to), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    QVERIFY(moved.targetingOf(to));
    QCOMPARE(moved.targetingOf(to)->demographics.ageMin, std::optional(30));
    QCOMPARE(moved.integrationOf(to)->adAccountId, QStringLiteral("act_1"));
    QCOMPARE(moved.integrationDetails[1], forAll);
    QVERIFY(clustersToMove(moved, 2).empty());
    QCOMPARE(runOf(moved), TcRunId(2));
}

void TestNewerClusters::keepsWhatHasNoCounterpart()
{
    const ClusterRef from = ref("a", 1);
    SetupProcess row;
    row.clusters.push_back({from, std::nullopt, {}});
    row.creatives = {text(from, "kept")};
    const SetupProcess moved = movedToRun(row, {{from, std::nullopt, {}}});
    QVERIFY(moved.clusters.empty());
    QCOMPARE(moved.creatives, row.creatives);
    QCOMPARE(clustersToMove(moved, 2), std::vector<ClusterRef>{from});
    // What no pair speaks of stays as it is.
    QVERIFY(movedToRun(row, {}) == row);
}

void TestNewerClusters::severalMayBecomeOne()
{
    const ClusterRef a = ref("a", 1), b = ref("b", 1), to = ref("ab", 2);
    SetupProcess row;
    row.clusters = {{a, 0.25, {}}, {b, 0.5, {}}, {ref("c", 1), 0.25, {}}};
    row.creatives = {text(a, "one"), text(b, "two")};
    Targeting first, second;
    first.cluster = a;
    first.demographics.ageMin = 18;
    second.cluster = b;
    second.demographics.ageMin = 40;
    row.targeting = {first, second};
    const SetupProcess moved = movedToRun(row, {{a, to, {}}, {b, to, {}}, {ref("c", 1), ref("c", 2), {}}});
    QCOMPARE(moved.clusters.size(), size_t(2));
    QCOMPARE(moved.clusters[0].budgetShare, std::optional(0.75));
    QCOMPARE(headlines(moved, to).size(), 2);
    QCOMPARE(moved.targetingOf(to)->demographics.ageMin, std::optional(18));
    QVERIFY(moved.targetingOf(b)); // kept, not lost
}

void TestNewerClusters::whatIsThereAlreadyStays()
{
    const ClusterRef from = ref("a", 1), to = ref("a", 2);
    SetupProcess row;
    row.clusters = {{from, std::nullopt, {}}};
    Targeting old, own;
    old.cluster = from;
    own.cluster = to;
    own.demographics.ageMax = 50;
    row.targeting = {old, own};
    row.creatives = {text(to, "own"), text(from, "carried")};
    const SetupProcess moved = movedToRun(row, {{from, to, {}}});
    QCOMPARE(moved.targetingOf(to)->demographics.ageMax, std::optional(50));
    QVERIFY(moved.targetingOf(from));
    QCOMPARE(headlines(moved, to), QStringList({QStringLiteral("own"), QStringLiteral("carried")}));
}

void TestNewerClusters::sharesKeepTheirSum()
{
    SetupProcess row;
    row.clusters = {{ref("a", 1), 0.5, {}}, {ref("b", 1), 0.3, {}}, {ref("c", 1), 0.2, {}}};
    const auto pairs = std::vector<ClusterPair>{
        {ref("a", 1), ref("a", 2), {}}, {ref("b", 1), ref("b", 2), {}}, {ref("c", 1), std::nullopt, {}}};
    const SetupProcess moved = movedToRun(row, pairs);
    QVERIFY(qFuzzyCompare(*moved.clusters[0].budgetShare, 0.625));
    QVERIFY(qFuzzyCompare(*moved.clusters[1].budgetShare, 0.375));
    // An open share takes what is left by itself.
    row.clusters[0].budgetShare.reset();
    QCOMPARE(movedToRun(row, pairs).clusters[1].budgetShare, std::optional(0.3));
}

void TestNewerClusters::isOneUndoableEdit()
{
    SetupProcess row;
    row.clusters = {{ref("a", 1), std::nullopt, {}}};
    row.creatives = {text(ref("a", 1), "one")};
    SetupDraft draft;
    draft.replace(row, Origin::Loaded);
    draft.edit(QStringLiteral("Move"), DraftField::All, [](SetupProcess &data) {
        data = movedToRun(data, {{ref("a", 1), ref("a", 2), {}}});
    });
    QCOMPARE(draft.undoStack().count(), 1);
    QCOMPARE(runOf(draft.data()), TcRunId(2));
    draft.undoStack().undo();
    QVERIFY(draft.data() == row);
}

void TestNewerClusters::nothingIsEverLost()
{
    QVERIFY(rc::check("texts, targeting and accounts survive any pairing", [] {
        const SetupProcess row = *groundswell::testing::setupProcess();
        const TcRunId next = 1'000'000;
        std::vector<ClusterPair> pairs;
        for (const ClusterRef &from : clustersToMove(row, next)) {
            const int to = *rc::gen::inRange(-1, 3);
            pairs.push_back(
                {from,
                 to < 0 ? std::nullopt : std::optional(ClusterRef{ClusterName(QString::number(to)), next}),
                 {}});
        }
        const SetupProcess moved = movedToRun(row, pairs);
        RC_ASSERT(typed(moved) == typed(row));
        for (const ChosenCluster &chosen : moved.clusters)
            RC_ASSERT(chosen.cluster.tcRunId == next);
        // One entry a cluster, as before.
        for (const ChosenCluster &chosen : moved.clusters)
            RC_ASSERT(std::count_if(moved.targeting.begin(), moved.targeting.end(),
                                    [&](const Targeting &one) { return one.cluster == chosen.cluster; })
                      <= 1);
        SetupProcess rest = moved;
        rest.clusters = row.clusters;
        rest.creatives = row.creatives;
        rest.targeting = row.targeting;
        rest.integrationDetails = row.integrationDetails;
        RC_ASSERT(rest == row);
    }));
}

QTEST_GUILESS_MAIN(TestNewerClusters)
#include "test_newerclusters.moc"
