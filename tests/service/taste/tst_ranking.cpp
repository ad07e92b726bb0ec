#include "app/service/taste/numerics/ranking.h"

#include "app/service/taste/numerics/random.h"
#include "app/service/taste/replay/replay.h"

#include <QTest>

#include <algorithm>

using namespace groundswell::service;

class TestRanking : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void percentilesCountWhoIsBelow();
    void highestTakesTheFirstOfEquals();
    void manyScoresAreCalibratedLikeFew();
};

namespace {

/// With ties, both signs, and both zeros.
Eigen::VectorXd someScores(Eigen::Index count)
{
    Random random(5);
    Eigen::VectorXd scores(count);
    for (double &score : scores)
        score = 0.25 * std::round(8.0 * random.normal());
    scores(0) = -0.0;
    scores(1) = 0.0;
    return scores;
}

} // namespace

void TestRanking::percentilesCountWhoIsBelow()
{
    const Eigen::VectorXd scores = someScores(500);
    for (const std::size_t count : {500U, 499U, 170U, 1U, 0U}) {
        const auto chosen = highest(scores, count); // cuts through those who tie
        const auto shares = percentiles(scores, chosen);
        QCOMPARE(shares.size(), count);
        for (std::size_t i = 0; i < count; ++i) {
            const double score = scores(chosen[i]);
            const auto below = static_cast<double>((scores.array() < score).count());
            const auto tied = static_cast<double>((scores.array() == score).count());
            QCOMPARE(shares[i], static_cast<float>((below + 0.5 * tied) / 500.0));
        }
    }
    QVERIFY(percentiles(Eigen::VectorXd(), {}).empty());
}

void TestRanking::highestTakesTheFirstOfEquals()
{
    Eigen::VectorXd scores(6);
    scores << 1.0, 3.0, 2.0, 2.0, -4.0, 2.0;
    QCOMPARE(highest(scores, 3), (std::vector<std::uint32_t>{1, 2, 3}));
    QCOMPARE(highest(scores, 0), std::vector<std::uint32_t>());
    QCOMPARE(highest(scores, 99).size(), 6U);
}

void TestRanking::manyScoresAreCalibratedLikeFew()
{
    Random random(9);
    Eigen::VectorXd scores(50'000);
    for (double &score : scores)
        score = 1.5 * random.normal();
    for (const double expected : {40.0, 4000.0, 25'000.0}) {
        const double shift = calibrationShift(scores, expected);
        const double sum = (1.0 / (1.0 + (-(scores.array() + shift)).exp())).sum();
        QVERIFY2(std::abs(sum / expected - 1.0) < 1e-5, qPrintable(QString::number(sum)));
    }
}

QTEST_APPLESS_MAIN(TestRanking)
#include "tst_ranking.moc"
