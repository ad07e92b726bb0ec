// Long work that is stopped when it has said that it is at it must not come to its end. Told by what happens,
// not by the clock.
#include "app/service/packages/computedpackage.h"
#include "app/service/store/stopped.h"
#include "app/service/taste/quality/clusterquality.h"
#include "tests/support/syntheticsales.h"

#include <QTest>

using namespace groundswell;
using namespace groundswell::service;

namespace {

/// Requests a stop at the n-th call, and counts the calls.
struct StopAt {
    int at = 0;
    std::stop_source source;
    int calls = 0;
    void operator()()
    {
        if (calls++ == at)
            source.request_stop();
    }
};

} // namespace

class TestStoppingWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunHearsItAtEveryStep();
    void anEvaluationHearsItAtEveryStep();
    void aPackageHearsItBetweenEvents();
};

void TestStoppingWork::aRunHearsItAtEveryStep()
{
    const auto sales = test::makeSyntheticSales();
    StopAt never{-1, {}, 0};
    QVERIFY(computeTasteRun(sales.dataset, {}, [&](double, std::string_view) { never(); }));
    for (int at = 0; at + 1 < never.calls; ++at) { // the last one says that it is done
        StopAt stop{at, {}, 0};
        const auto run = computeTasteRun(
            sales.dataset, {}, [&](double, std::string_view) { stop(); }, stop.source.get_token());
        QVERIFY2(!run, qPrintable(QString::number(at)));
        QCOMPARE(run.error().messageKey, QStringLiteral("error.taste.cancelled"));
        // Two steps at the start are said one behind the other; nothing that takes long is begun any more.
        QVERIFY2(stop.calls <= at + 2, qPrintable(QStringLiteral("%1: %2").arg(at).arg(stop.calls)));
    }
}

void TestStoppingWork::anEvaluationHearsItAtEveryStep()
{
    const auto sales = test::makeSyntheticSales({.customers = 800, .events = 60, .purchases = 5000});
    const ClusterQualityOptions few{.cuts = 2, .eventsPerCut = 10, .draws = 2, .seeds = 1, .shuffles = 2};
    StopAt never{-1, {}, 0};
    QVERIFY(measureClusterQuality(sales.dataset, few, [&](double, std::string_view) { never(); }));
    for (int at = 0; at + 1 < never.calls; ++at) {
        StopAt stop{at, {}, 0};
        const auto report = measureClusterQuality(
            sales.dataset, few, [&](double, std::string_view) { stop(); }, stop.source.get_token());
        QVERIFY2(!report, qPrintable(QString::number(at)));
        QVERIFY2(stop.calls <= at + 2, qPrintable(QStringLiteral("%1: %2").arg(at).arg(stop.calls)));
    }
}

void TestStoppingWork::aPackageHearsItBetweenEvents()
{
    const auto sales = test::makeSyntheticSales();
    const auto run = computeTasteRun(sales.dataset).value();
    PackageSpec spec;
    for (int i = 0; i < 6; ++i)
        spec.eventIds.push_back(sales.dataset.events[static_cast<std::size_t>(i)].id);
    for (int at = 0; at < 6; ++at) {
        StopAt stop{at, {}, 0};
        const auto built =
            computePackage(sales.dataset, *run, spec, stop.source.get_token(), [&](double) { stop(); });
        QVERIFY(!built);
        QCOMPARE(stop.calls, at + 1);
    }
    std::stop_source source;
    source.request_stop();
    QVERIFY_THROWS_EXCEPTION(Stopped, (void)uniteClusters({{{"a", "A", {}}}}, source.get_token()));
}

QTEST_GUILESS_MAIN(TestStoppingWork)
#include "tst_stoppingwork.moc"
