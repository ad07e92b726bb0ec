// The pieces of the engine, each against a figure worked out by other means.
#include "app/service/taste/features/features.h"
#include "app/service/taste/features/interactions.h"
#include "app/service/taste/groups/eventvectors.h"
#include "app/service/taste/groups/labels.h"
#include "app/service/taste/numerics/kmeans.h"
#include "app/service/taste/numerics/logistic.h"
#include "app/service/taste/numerics/random.h"
#include "app/service/taste/replay/replay.h"
#include "tests/support/syntheticsales.h"

#include <Eigen/LU>
#include <Eigen/QR>
#include <Eigen/SVD>

#include <QTest>

#include <set>

using namespace groundswell::service;
using namespace groundswell::test;

namespace {

std::vector<std::uint32_t> eventsOf(const Interactions &x, std::size_t customer)
{
    const auto row = x.eventsOf(customer);
    return {row.begin(), row.end()};
}

} // namespace

class TestTasteParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void returnsAreNetted();
    void onlySalesStrictlyBeforeCount();
    void groupBookersAreCapped();
    void gramCountsSharedBuyers();
    void gramHasTheSameBytesTwice();
    void affinityIsTheRidgeSolution();
    void eigenvectorsAreFoundWithAFixedSign();
    void anotherSeedFindsTheSameLeadingSpace();
    void kMeansSeparatesDirections();
    void randIndexKnowsEqualAndUnrelated();
    void logisticRecoversItsCoefficients();
    void calibrationSumsToTheExpectation();
    void metadataIgnoresCaseAndBrackets();
    void slugsAreReadableAndUnique();
    void labelsNameWhatSetsAGroupApart();
};

void TestTasteParts::returnsAreNetted()
{
    const Dataset data =
        makeDataset({{"a", "x", 10, 2}, {"a", "x", 20, -2}, {"a", "y", 30, 3}, {"a", "y", 40, -1}});
    const Interactions x = collectInteractions(data, {}, 400);
    QCOMPARE(eventsOf(x, 0), (std::vector<std::uint32_t>{1}));
    QCOMPARE(x.buyers, (std::vector<std::uint32_t>{0, 1}));
    QCOMPARE(x.knownCustomers, 1U);
    // Before the return she held both.
    QCOMPARE(eventsOf(collectInteractions(data, 20, 400), 0).size(), 1U);
    QCOMPARE(eventsOf(collectInteractions(data, 20, 400), 0).front(), 0U);
}

void TestTasteParts::onlySalesStrictlyBeforeCount()
{
    const Dataset data = makeDataset({{"a", "x", 10}, {"a", "y", 20}});
    QCOMPARE(eventsOf(collectInteractions(data, 20, 400), 0), (std::vector<std::uint32_t>{0}));
    QCOMPARE(eventsOf(collectInteractions(data, 21, 400), 0), (std::vector<std::uint32_t>{0, 1}));
    QCOMPARE(collectInteractions(data, 10, 400).knownCustomers, 0U);
}

void TestTasteParts::groupBookersAreCapped()
{
    const Dataset data = makeDataset({{"a", "x", 10}, {"a", "y", 30}, {"a", "z", 20}});
    QCOMPARE(eventsOf(collectInteractions(data, {}, 2), 0), (std::vector<std::uint32_t>{1, 2}));
}

void TestTasteParts::gramCountsSharedBuyers()
{
    const Dataset data = makeDataset(
        {{"a", "x", 1}, {"a", "y", 2}, {"b", "x", 1}, {"b", "y", 2}, {"b", "z", 3}, {"c", "z", 3}});
    const Interactions x = collectInteractions(data, {}, 400);
    const Eigen::MatrixXf gram = gramMatrix(x, chooseSlots(x, 1));
    Eigen::Matrix3f expected;
    expected << 2, 2, 1, 2, 2, 1, 1, 1, 2;
    QVERIFY(gram.isApprox(expected));
    QCOMPARE(chooseSlots(x, 2).size(), 3U);
    QCOMPARE(chooseSlots(x, 1, 2).size(), 2U);
}

void TestTasteParts::gramHasTheSameBytesTwice()
{
    const auto sales = makeSyntheticSales();
    const Interactions x = collectInteractions(sales.dataset, {}, 400);
    const EventSlots slots = chooseSlots(x, 2);
    QVERIFY((gramMatrix(x, slots).array() == gramMatrix(x, slots).array()).all());
}

void TestTasteParts::affinityIsTheRidgeSolution()
{
    // EASE's column j is the ridge regression of column j on the others with a zero diagonal.
    const auto sales = makeSyntheticSales({.customers = 300, .events = 12, .purchases = 2000});
    const Interactions x = collectInteractions(sales.dataset, {}, 400);
    const EventSlots slots = chooseSlots(x, 1);
    const Eigen::MatrixXf gram = gramMatrix(x, slots);
    const std::vector<std::int32_t> wanted{3};
    const Eigen::MatrixXf column = Ease(gram, 30.0F).columns(wanted);

    const Eigen::Index size = gram.rows();
    std::vector<Eigen::Index> others;
    for (Eigen::Index i = 0; i < size; ++i) {
        if (i != 3)
            others.push_back(i);
    }
    Eigen::MatrixXd system = gram(others, others).cast<double>();
    system.diagonal().array() += 30.0;
    const Eigen::VectorXd right = gram(others, std::vector<Eigen::Index>{3}).cast<double>();
    const Eigen::VectorXd solution = system.fullPivLu().solve(right);
    QCOMPARE(column(3, 0), 0.0F);
    for (std::size_t i = 0; i < others.size(); ++i)
        QVERIFY(std::abs(static_cast<double>(column(others[i], 0)) - solution(static_cast<Eigen::Index>(i)))
                < 1e-4);
}

void TestTasteParts::eigenvectorsAreFoundWithAFixedSign()
{
    Eigen::MatrixXf matrix = Eigen::MatrixXf::Zero(20, 20);
    for (Eigen::Index i = 0; i < 20; ++i)
        matrix(i, i) = 20.0F / static_cast<float>(1 + i);
    const Eigenpairs pairs = leadingEigenpairs(matrix, 2, 7);
    QVERIFY(std::abs(pairs.values(0) - 20.0F) < 0.01F);
    QVERIFY(pairs.vectors(0, 0) > 0.999F);
    const Eigenpairs otherSeed = leadingEigenpairs(matrix, 2, 8);
    QVERIFY(otherSeed.vectors(0, 0) > 0.999F);
}

void TestTasteParts::anotherSeedFindsTheSameLeadingSpace()
{
    // Half of the wanted vectors stand out a little; the rest of the spectrum hardly falls off.
    constexpr Eigen::Index size = 300, wanted = 16, leading = wanted / 2 + 1;
    Random random(5);
    Eigen::MatrixXf any(size, size);
    for (Eigen::Index i = 0; i < any.size(); ++i)
        any.data()[i] = static_cast<float>(random.normal());
    const Eigen::MatrixXf axes = Eigen::HouseholderQR<Eigen::MatrixXf>(any).householderQ();
    Eigen::VectorXf values(size);
    for (Eigen::Index i = 0; i < size; ++i)
        values(i) =
            i < leading ? 1.0F - 0.01F * static_cast<float>(i) : 0.75F - 0.0001F * static_cast<float>(i);
    const Eigen::MatrixXf matrix = axes * values.asDiagonal() * axes.transpose();
    const Eigenpairs one = leadingEigenpairs(matrix, wanted, 1);
    const Eigenpairs other = leadingEigenpairs(matrix, wanted, 2);
    const Eigen::MatrixXf cosines =
        one.vectors.leftCols(leading).transpose() * other.vectors.leftCols(leading);
    const float least = Eigen::JacobiSVD<Eigen::MatrixXf>(cosines).singularValues().minCoeff();
    QVERIFY2(least > 0.9995F, qPrintable(QString::number(static_cast<double>(least), 'g', 8)));
}

void TestTasteParts::kMeansSeparatesDirections()
{
    Random random(3);
    Eigen::MatrixXf rows(60, 3);
    for (Eigen::Index i = 0; i < 60; ++i) {
        for (Eigen::Index d = 0; d < 3; ++d)
            rows(i, d) = (i % 3 == d ? 1.0F : 0.0F) + 0.1F * static_cast<float>(random.normal());
        rows.row(i).normalize();
    }
    const Partition partition = sphericalKMeans(rows, 3, 20, 1);
    std::vector<int> truth;
    for (int i = 0; i < 60; ++i)
        truth.push_back(i % 3);
    QCOMPARE(partition.count, 3);
    QCOMPARE(adjustedRandIndex(partition.groupOf, truth), 1.0);
    QCOMPARE(sphericalKMeans(rows, 3, 20, 99).groupOf, partition.groupOf);
    QCOMPARE(sphericalKMeans(rows.topRows(2), 5, 3, 1).count, 2);
    QCOMPARE(sphericalKMeans(rows.topRows(0), 5, 3, 1).count, 0);
}

void TestTasteParts::randIndexKnowsEqualAndUnrelated()
{
    const std::vector<int> a{0, 0, 1, 1}, renamed{5, 5, 2, 2}, crossed{0, 1, 0, 1};
    QCOMPARE(adjustedRandIndex(a, renamed), 1.0);
    QVERIFY(adjustedRandIndex(a, crossed) < 0.0);
}

void TestTasteParts::logisticRecoversItsCoefficients()
{
    Random random(5);
    const Eigen::Index n = 20'000;
    Eigen::MatrixXd rows(n, 2);
    Eigen::VectorXd labels(n);
    for (Eigen::Index i = 0; i < n; ++i) {
        rows(i, 0) = random.normal();
        rows(i, 1) = random.normal();
        labels(i) = random.uniform() < logistic(-2.0 + 1.0 * rows(i, 0) - 0.5 * rows(i, 1)) ? 1.0 : 0.0;
    }
    const LogisticModel model =
        fitLogistic(rows, labels, Eigen::VectorXd::Ones(n), Eigen::VectorXd::Zero(2), 0.1);
    QVERIFY(std::abs(model.intercept + 2.0) < 0.1);
    QVERIFY(std::abs(model.coefficients(0) - 1.0) < 0.1);
    QVERIFY(std::abs(model.coefficients(1) + 0.5) < 0.1);
    // Nothing to learn: the prior stays.
    const Eigen::VectorXd prior = Eigen::VectorXd::Constant(2, 0.3);
    QCOMPARE(fitLogistic(rows, Eigen::VectorXd::Zero(n), Eigen::VectorXd::Ones(n), prior, 1.0).coefficients,
             prior);
}

void TestTasteParts::calibrationSumsToTheExpectation()
{
    Random random(6);
    Eigen::VectorXd scores(500);
    for (double &s : scores)
        s = random.normal();
    const double shift = calibrationShift(scores, 17.0);
    double sum = 0;
    for (const double s : scores)
        sum += logistic(s + shift);
    QVERIFY(std::abs(sum - 17.0) < 1e-6);
}

void TestTasteParts::metadataIgnoresCaseAndBrackets()
{
    EventFacts a, b, c;
    a.id = "1", a.genre = "Камерная музыка", a.artists = {"Иван Петров (фортепиано)"};
    b.id = "2", b.genre = "камерная МУЗЫКА", b.artists = {"Иван Петров"};
    c.id = "3", c.genre = "Rock", c.artists = {"Someone"}, c.weekdayLocal = 3, c.startHourLocal = 9;
    const Metadata metadata(makeDataset({}, {a, b, c}));
    const auto similarity = metadata.similarities(0);
    QVERIFY(similarity[0] > 0.999F);
    QVERIFY(similarity[1] > 0.999F);
    QVERIFY(similarity[2] < 0.01F);
}

void TestTasteParts::slugsAreReadableAndUnique()
{
    QCOMPARE(slugOf("Jazz & Blues · Alte Oper"), std::string("jazz_blues_alte_oper"));
    QCOMPARE(slugOf("Café Zürich"), std::string("cafe_zurich"));
    QCOMPARE(slugOf("Große Sinfonik"), std::string("grosse_sinfonik"));
    QCOMPARE(slugOf("Камерный зал · Щедрин"), std::string("kamernyi_zal_shchedrin"));
    QCOMPARE(slugOf("音楽"), std::string());
    QCOMPARE(uniqueSlugs({"Jazz", "jazz!", "音", "楽"}),
             (std::vector<std::string>{"jazz", "jazz_2", "taste", "taste_2"}));
}

void TestTasteParts::labelsNameWhatSetsAGroupApart()
{
    const auto sales = makeSyntheticSales();
    const Metadata metadata(sales.dataset);
    const Interactions x = collectInteractions(sales.dataset, {}, 400);
    const EventSlots slots = chooseSlots(x, 1);
    Partition byTaste;
    std::map<int, int> numbers;
    std::vector<std::set<std::string>> genres;
    for (const std::uint32_t e : slots.eventOf) {
        const int taste = sales.tasteOfEvent[e];
        const int group = numbers.try_emplace(taste, static_cast<int>(numbers.size())).first->second;
        byTaste.groupOf.push_back(group);
        byTaste.count = std::max(byTaste.count, group + 1);
        genres.resize(static_cast<std::size_t>(byTaste.count));
        genres[static_cast<std::size_t>(group)].insert(sales.dataset.events[e].genre);
    }
    const Eigen::VectorXf support = Eigen::VectorXf::Constant(static_cast<Eigen::Index>(slots.size()), 20.0F);
    const auto labels = groupLabels(metadata, slots, support, byTaste);
    std::set<std::string> texts;
    for (std::size_t g = 0; g < labels.size(); ++g) {
        texts.insert(labels[g].text);
        QVERIFY2(labels[g].text.find(*genres[g].begin()) != std::string::npos, labels[g].text.c_str());
        QVERIFY2(labels[g].lift >= 2, "a taste's own genre is rare elsewhere");
    }
    QCOMPARE(texts.size(), labels.size());
    // All alike: still a name each.
    Partition alike{std::vector<int>(slots.size(), 0), 3};
    alike.groupOf[0] = 1;
    alike.groupOf[1] = 2;
    const auto plain = makeSyntheticSales({.metadata = false});
    const auto plainLabels = groupLabels(Metadata(plain.dataset), slots, support, alike);
    std::set<std::string> plainTexts;
    for (const GroupLabel &label : plainLabels)
        plainTexts.insert(label.text);
    QCOMPARE(plainTexts.size(), 3U);
}

QTEST_GUILESS_MAIN(TestTasteParts)
#include "tst_tasteparts.moc"
