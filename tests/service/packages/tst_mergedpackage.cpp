#include "app/service/packages/computedpackage.h"

#include <QTest>

using namespace groundswell::service;

class TestMergedPackage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sameLabelBecomesOneCluster();
    void sameNameForAnotherTasteIsKeptApart();
};

void TestMergedPackage::sameLabelBecomesOneCluster()
{
    const std::vector<std::vector<StoredCluster>> packages{
        {{"jazz", "Jazz", {{"a", 0.2}, {"b", 0.9}}}},
        {{"jazz_2", "Jazz", {{"a", 0.7}, {"c", 0.1}}}, {"opera", "Opera", {{"a", 0.5}}}},
    };
    const auto merged = uniteClusters(packages);
    QCOMPARE(merged.size(), std::size_t{2});
    QCOMPARE(merged[0].tc, std::string("jazz"));
    QCOMPARE(merged[0].members.size(), std::size_t{3});
    QCOMPARE(merged[0].members[0].customerId, std::string("a"));
    QCOMPARE(merged[0].members[0].affinity, 0.7);
    QCOMPARE(merged[0].members[1].affinity, 0.9);
    QCOMPARE(merged[1].label, std::string("Opera"));
    QCOMPARE(merged[1].members.size(), std::size_t{1});
}

void TestMergedPackage::sameNameForAnotherTasteIsKeptApart()
{
    const auto merged =
        uniteClusters({{{"taste", "Jazz", {{"a", 0.2}}}}, {{"taste", "Opera", {{"b", 0.3}}}}});
    QCOMPARE(merged.size(), std::size_t{2});
    QCOMPARE(merged[0].tc, std::string("taste"));
    QCOMPARE(merged[1].tc, std::string("taste_2"));
}

QTEST_GUILESS_MAIN(TestMergedPackage)
#include "tst_mergedpackage.moc"
