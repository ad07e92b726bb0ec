#include "app/service/taste/numerics/dense.h"

#include "app/service/taste/numerics/random.h"

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <QTest>

using namespace groundswell::service;

class TestDense : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void solvesWhatEigenSolves_data();
    void solvesWhatEigenSolves();
    void isTheSameEachTime();
};

namespace {

Eigen::MatrixXf randomColumns(Eigen::Index rows, Eigen::Index columns, std::uint64_t seed)
{
    Random random(seed);
    Eigen::MatrixXf result(rows, columns);
    for (float &value : result.reshaped())
        value = static_cast<float>(random.normal());
    return result;
}

/// Symmetric and well away from singular.
Eigen::MatrixXf positiveDefinite(Eigen::Index size)
{
    const Eigen::MatrixXf columns = randomColumns(size, size + 8, 7);
    Eigen::MatrixXf matrix = columns * columns.transpose();
    matrix.diagonal().array() += 0.2F * static_cast<float>(size);
    return matrix;
}

} // namespace

void TestDense::solvesWhatEigenSolves_data()
{
    QTest::addColumn<int>("size");
    // Around the edges of blocks, and large enough for two threads.
    for (const int size : {1, 2, 7, 8, 9, 191, 192, 193, 384, 700})
        QTest::addRow("%d", size) << size;
}

void TestDense::solvesWhatEigenSolves()
{
    QFETCH(int, size);
    const Eigen::MatrixXf matrix = positiveDefinite(size);
    const Eigen::MatrixXf sides = randomColumns(size, 5, 11);

    Eigen::MatrixXf product(size, 5);
    dense::multiply(matrix.data(), size, sides.data(), 5, product.data());
    QVERIFY((product - matrix * sides).norm() < 1e-5F * product.norm());

    Eigen::MatrixXf factor = matrix;
    dense::factorise(factor.data(), size);
    // One by one, in groups on two threads, and many at once.
    for (const int count : {1, 5, 6, 11, 24, 40}) {
        const Eigen::MatrixXf many = randomColumns(size, count, 13);
        Eigen::MatrixXf solution = many;
        dense::solve(factor.data(), size, solution.data(), count);
        const Eigen::MatrixXf expected = matrix.cast<double>().llt().solve(many.cast<double>()).cast<float>();
        QVERIFY2((solution - expected).norm() < 1e-4F * expected.norm(), qPrintable(QString::number(count)));
    }
    Eigen::MatrixXf unit = Eigen::MatrixXf::Zero(size, 1);
    unit(size - 1, 0) = 1;
    const Eigen::MatrixXf expected = matrix.cast<double>().llt().solve(unit.cast<double>()).cast<float>();
    dense::solve(factor.data(), size, unit.data(), 1);
    QVERIFY((unit - expected).norm() < 1e-4F * expected.norm());
}

void TestDense::isTheSameEachTime()
{
    const Eigen::MatrixXf matrix = positiveDefinite(900);
    Eigen::MatrixXf first = matrix;
    dense::factorise(first.data(), 900);
    for (int i = 0; i < 5; ++i) {
        Eigen::MatrixXf again = matrix;
        dense::factorise(again.data(), 900);
        QVERIFY(again == first);
    }
}

QTEST_APPLESS_MAIN(TestDense)
#include "tst_dense.moc"
